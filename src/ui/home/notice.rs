//! What has just been done, said in one line, with *Undo* where there is one.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::ui::words::{say, t};
use report::draft::DraftId;
use report::i18n::Message;

/// What became of an action.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    message: Message,
    failed: bool,
    /// The deleted draft that can be taken back.
    undo: Option<DraftId>,
}

impl Notice {
    /// It worked.
    pub(super) fn told(message: Message) -> Self {
        Self { message, failed: false, undo: None }
    }

    /// It did not.
    pub(super) fn failed(message: Message) -> Self {
        Self { message, failed: true, undo: None }
    }

    /// A draft was deleted, and can be taken back.
    pub(super) fn undoable(message: Message, draft: DraftId) -> Self {
        Self { message, failed: false, undo: Some(draft) }
    }

    fn class(&self) -> &'static str {
        if self.failed {
            "notice cdx-message cdx-message--block cdx-message--error"
        } else {
            "notice cdx-message cdx-message--block cdx-message--success"
        }
    }
}

/// The line. It is there from the start, so that screen readers tell what comes into it.
#[component]
pub(super) fn NoticeLine() -> impl IntoView {
    let shelf = HomeShelf::here();
    let line = move |notice: Notice| {
        let undo = notice.undo.clone().map(|id| {
            view! {
                <button type="button" class="cdx-button notice__undo" on:click=move |_| shelf.restore(id.clone())>
                    {t("ui-undo")}
                </button>
            }
        });
        view! {
            <div class=notice.class() tabindex="-1">
                <span class="cdx-message__icon"></span>
                <div class="cdx-message__content"><span prop:textContent=say(&notice.message)></span> " " {undo}</div>
            </div>
        }
    };
    view! { <div role="status">{move || shelf.notice.get().map(line)}</div> }
}
