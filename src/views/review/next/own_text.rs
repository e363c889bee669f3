//! A text that the writer has written instead of the one made from the answers.

use leptos::prelude::*;

use crate::session::{Session, session};
use report::draft::DraftId;
use report::store::key::{self, Beside};

/// The writer's own text, kept in this browser beside the draft and removed with it. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct OwnText {
    session: Session,
    /// The name of the setting that has the text.
    setting: StoredValue<String>,
    text: RwSignal<Option<String>>,
    /// The text that was discarded last, to be restored.
    given_up: RwSignal<Option<String>>,
}

impl OwnText {
    /// Reads the text of this kind that is kept beside a draft.
    pub(super) fn load(draft: &DraftId, kind: Beside) -> Self {
        let session = session();
        let setting = key::beside(draft, kind);
        let text = session.repository().setting(&setting);
        Self {
            session,
            setting: StoredValue::new(setting),
            text: RwSignal::new(text),
            given_up: RwSignal::new(None),
        }
    }

    /// Returns the text; `None` if the one made from the answers is used. Subscribes to the setting.
    pub(super) fn get(self) -> Option<String> {
        self.text.get()
    }

    /// Returns whether there is a text. Subscribes to the setting.
    pub(super) fn is_there(self) -> bool {
        self.text.with(Option::is_some)
    }

    /// Returns whether a text was discarded and can be restored. Subscribes to that.
    pub(super) fn can_be_taken_back(self) -> bool {
        self.given_up.with(Option::is_some)
    }

    /// Stores the writer's own text.
    pub(super) fn set(self, text: String) {
        self.given_up.set(None);
        self.keep(Some(text));
    }

    /// Discards the text in favour of the one made from the answers.
    pub(super) fn give_up(self) {
        self.given_up.set(self.text.get_untracked());
        self.keep(None);
    }

    /// Restores the text that was discarded last.
    pub(super) fn take_back(self) {
        if let Some(text) = self.given_up.try_update(Option::take).flatten() {
            self.keep(Some(text));
        }
    }

    fn keep(self, text: Option<String>) {
        // If the storage refuses, the text lasts only as long as the view is open.
        let _ = self
            .setting
            .with_value(|setting| self.session.repository().set_setting(setting, text.as_deref()));
        self.text.set(text);
    }
}
