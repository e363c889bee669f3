//! Copies what has changed, as text or as wikitext.

use leptos::html;
use leptos::prelude::*;

use crate::browser::clipboard;
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::scope::Scope;
use crate::session::words::t;
use report::i18n::english;
use report::report::changes::{YearOnYear, write_changes};
use report::wikitext::changes_table;

/// What writes the changes to copy.
type Write = fn(&YearOnYear<'_>) -> String;

/// What came of copying.
#[derive(Clone, PartialEq)]
enum Outcome {
    Done,
    /// A text that the browser has not copied, with the words that say so.
    ByHand(&'static str, String),
}

/// The buttons that copy, and what came of it. Where the browser does not copy, the text is shown and selected.
#[component]
pub(super) fn CopyChanges(changes: Memo<YearOnYear<'static>>) -> impl IntoView {
    let scope = Scope::here();
    let outcome = RwSignal::new(None::<Outcome>);
    let copy = move |write: Write| {
        outcome.set(None);
        let text = changes.with_untracked(write);
        let (shown, silent) = (text.clone(), text.clone());
        let is_silent = move || {
            scope.try_with(|| outcome.set(Some(Outcome::ByHand("ui-text-copy-silent", silent))));
        };
        let copied = async move { clipboard::copy_or_tell(&text, is_silent).await.is_ok() };
        scope.spawn(copied, move |is_copied| {
            outcome.set(Some(match is_copied {
                true => Outcome::Done,
                false => Outcome::ByHand("ui-text-copy-refused", shown),
            }));
        });
    };
    let is_any = Memo::new(move |_| changes.with(|changes| changes.heading().is_some()));
    let ways: [(&'static str, Write); 2] = [
        ("ui-changes-copy-text", |changes| write_changes(changes, &english)),
        ("ui-changes-copy-wikitext", |changes| changes_table(changes, &english)),
    ];
    let buttons = move || {
        let buttons = ways.map(|(words, write)| {
            view! {
                <button type="button" class="cdx-button" on:click=move |_| copy(write)>{icon("copy")} {t(words)}</button>
            }
        });
        is_any.get().then(|| buttons.collect_view())
    };
    view! {
        {buttons}
        <div role="status" class="changes__copied">{move || outcome.get().map(draw)}</div>
    }
}

fn draw(outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Done => view! { <span prop:textContent=t("ui-text-copied")></span> }.into_any(),
        Outcome::ByHand(words, text) => by_hand(words, text),
    }
}

fn by_hand(words: &'static str, text: String) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        // What a control shows is set a moment after it is made.
        request_animation_frame(move || {
            let _ = field.focus();
            field.select();
        });
    });
    view! {
        <MessageBox kind=MessageKind::Warning>{t(words)}</MessageBox>
        <div class="cdx-text-area">
            <textarea class="cdx-text-area__textarea" readonly rows="8" dir="auto" aria-label=t("ui-changes") node_ref=field prop:value=text></textarea>
        </div>
    }
    .into_any()
}
