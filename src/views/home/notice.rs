//! The message about the last action on the home screen.

use crate::components::message::MessageKind;
use report::draft::DraftId;
use report::i18n::Message;

/// A message about an action that succeeded or failed.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub(super) message: Message,
    /// The message's kind: success, or error if the action failed.
    pub(super) kind: MessageKind,
    /// The deleted draft that *Undo* takes out of the trash.
    pub(super) undo: Option<DraftId>,
}

impl Notice {
    /// Makes a notice that something was done.
    pub(super) fn done(message: Message) -> Self {
        Self { message, kind: MessageKind::Success, undo: None }
    }

    /// Makes a notice that something could not be done.
    pub(super) fn failed(message: Message) -> Self {
        Self { message, kind: MessageKind::Error, undo: None }
    }

    /// Makes a notice that a draft was deleted, which *Undo* takes back.
    pub(super) fn undoable(message: Message, draft: DraftId) -> Self {
        Self { message, kind: MessageKind::Success, undo: Some(draft) }
    }
}
