//! What has just been done on the home screen.

use crate::components::message::MessageKind;
use report::draft::DraftId;
use report::i18n::Message;

/// What became of an action.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub(super) message: Message,
    /// Whether it was done or not.
    pub(super) kind: MessageKind,
    /// The deleted draft that can be taken back.
    pub(super) undo: Option<DraftId>,
}

impl Notice {
    /// Says that something was done.
    pub(super) fn told(message: Message) -> Self {
        Self { message, kind: MessageKind::Success, undo: None }
    }

    /// Says that something could not be done.
    pub(super) fn failed(message: Message) -> Self {
        Self { message, kind: MessageKind::Error, undo: None }
    }

    /// Says that a draft was deleted, and can be taken back.
    pub(super) fn undoable(message: Message, draft: DraftId) -> Self {
        Self { message, kind: MessageKind::Success, undo: Some(draft) }
    }
}
