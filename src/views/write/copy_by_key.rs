//! Copies the page by a key while writing, and shows the result.

use std::rc::Rc;

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;

use crate::components::shortcut::on_shortcut;
use crate::session::keys::Shortcut;
use crate::session::late::LateParts;
use crate::session::page_copy::PageCopy;
use crate::session::scope::Scope;
use crate::session::session;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The line that says whether the page was copied to the clipboard, until something is typed.
#[component]
pub(super) fn CopyByKey(
    /// Puts text that is typed but not in the draft yet into it.
    settle: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let (late, scope) = (session().late, Scope::here());
    let told = RwSignal::new(String::new());
    let copy = move |parts: &LateParts| {
        (parts.copy_page)(scope, Rc::new(move |copied| told.set(words(copied))));
    };
    on_shortcut(Shortcut::CopyWikitext, move || {
        settle();
        // Cleared first, so that the same words are announced again.
        told.set(String::new());
        match late.parts_now() {
            Some(parts) => copy(parts),
            None => scope.spawn(late.wait(), move |parts| match parts {
                Some(parts) => copy(parts),
                None => told.set(t("ui-late-failed-text")),
            }),
        }
    });
    let typed = window_event_listener(ev::input, move |_| {
        if told.with_untracked(|told| !told.is_empty()) {
            told.set(String::new());
        }
    });
    on_cleanup(move || typed.remove());
    view! { <p class="bar__told" role="status" prop:textContent=move || told.get()></p> }
}

fn words(copied: PageCopy) -> String {
    let key = match copied {
        PageCopy::Done | PageCopy::DoneUndecided => "ui-key-copied",
        PageCopy::Refused => "ui-key-copy-refused",
        PageCopy::Silent => "ui-key-copy-silent",
    };
    let words = say(&Message::new(key).with(t("ui-review")).with(t("ui-copy-wikitext")));
    if copied == PageCopy::DoneUndecided {
        return format!("{words} {}", t("ui-copied-undecided"));
    }
    words
}
