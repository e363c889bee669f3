//! Copies what has changed, as text or as wikitext.

use leptos::prelude::*;

use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::text_copy::{TextByHand, TextCopy, copy_text};
use crate::session::scope::Scope;
use crate::session::words::t;
use report::i18n::english;
use report::report::changes::{YearOnYear, write_changes};
use report::wikitext::changes_table;

/// A function that writes the changes to copy.
type Write = fn(&YearOnYear<'_>) -> String;

/// The buttons that copy, and the result. If the browser does not copy, the text is shown and selected.
#[component]
pub(super) fn CopyChanges(changes: Memo<YearOnYear<'static>>) -> impl IntoView {
    let scope = Scope::here();
    let outcome = RwSignal::new(None::<(TextCopy, String)>);
    let copy = move |write: Write| {
        outcome.set(None);
        let text = changes.with_untracked(write);
        let shown = text.clone();
        copy_text(scope, text, move |copied| outcome.set(Some((copied, shown.clone()))));
    };
    let ways: [(&'static str, Write); 2] = [
        ("ui-changes-copy-text", |changes| write_changes(changes, &english)),
        ("ui-changes-copy-wikitext", |changes| changes_table(changes, &english)),
    ];
    let buttons = ways.map(|(words, write)| {
        view! {
            <button type="button" class="cdx-button" on:click=move |_| copy(write)>{icon("copy")} {t(words)}</button>
        }
    });
    view! {
        {buttons.collect_view()}
        <div role="status" class="changes__copied">{move || outcome.get().map(draw)}</div>
    }
}

fn draw((copied, text): (TextCopy, String)) -> AnyView {
    if copied.is_done() {
        return view! { <span prop:textContent=t(copied.words())></span> }.into_any();
    }
    view! {
        <MessageBox kind=MessageKind::Warning>{t(copied.words())}</MessageBox>
        <TextByHand text label=t("ui-changes")/>
    }
    .into_any()
}
