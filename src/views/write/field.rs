//! The one text control of a question: a `<textarea>` for every kind, even for a single line, so that it is never
//! replaced by another control and the browser's undo includes everything typed into it.
//!
//! Typed text goes into the draft at once, but the control is left alone, as text that is still being composed
//! (Japanese, Korean) would break otherwise. Only when the control is left does it show the draft's normal form
//! ([`KeepUp`]).

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::queue_microtask;
use leptos::prelude::*;

use super::autosize::fit;
use super::control;
use super::field_keys::FieldKeys;
use super::keep_up::{DrawnFields, KeepUp};
use super::link_form::LinkTool;
use super::listed::{self, NamesList};
use super::suggestions::Advice;
use super::waivers::Bare;
use crate::browser::{press, typing};
use crate::session::element_ids::field_id;
use crate::session::late::Late;
use crate::session::scope::Scope;
use crate::session::session;
use crate::session::suggested_names::SuggestedNames;
use crate::session::words::say;
use crate::session::{OpenAnswer, OpenDraft};
use report::draft::DraftError;
use report::editing::Change;
use report::form::QuestionKind;
use report::i18n::Message;

/// The time between leaving a field and showing its advice, long enough for the second press of a double click to
/// reach its button.
const AFTER_LEAVING: Duration = Duration::from_millis(300);

/// The text control of a question.
#[component]
pub(super) fn Field(
    answer: OpenAnswer,
    advice: Advice,
    bare: Bare,
    link: LinkTool,
    described_by: String,
) -> impl IntoView {
    let open = OpenDraft::here();
    let refused = RwSignal::new(None::<DraftError>);
    let notes = RwSignal::new(Vec::<Message>::new());
    let id = field_id(answer.question.id.as_str());
    let input = move |event: ev::Event| {
        let typed = event_target_value(&event);
        let result = open.set_text(&answer.question.id, &typed);
        if refused.with_untracked(Option::is_some) || result.is_err() {
            refused.set(result.err());
        }
        advice.typed();
        fit(&id);
        if !typing::is_composing() {
            // Deferred until this listener has returned: `typed` types as well, and a listener cannot be called while
            // it runs.
            queue_microtask(move || bare.typed(answer));
        }
    };
    let keep = KeepUp::new(open, answer);
    let fields = DrawnFields::here();
    // A control's value is set a moment after the control is made.
    request_animation_frame(move || fields.add(keep));
    Effect::new(move || keep.follow());
    let left = move |_| {
        press::when_released(move || keep.left());
        set_timeout(move || advice.left(), AFTER_LEAVING);
    };
    view! {
        <Area answer link described_by notes on_input=input on_left=left/>
        {move || refused.get().map(|error| view! { <p class="question__refused" role="alert">{say(&error.message())}</p> })}
        {move || {
            let said = |note: &Message| view! { <p class="question__pasted" role="status">{say(note)}</p> };
            notes.with(|notes| notes.iter().map(said).collect_view())
        }}
    }
}

/// Returns whether a question of this kind expects one line.
fn is_short(kind: QuestionKind) -> bool {
    match kind {
        QuestionKind::Short
        | QuestionKind::Line
        | QuestionKind::UserName
        | QuestionKind::Months
        | QuestionKind::Year => true,
        QuestionKind::Long
        | QuestionKind::Number
        | QuestionKind::YesNo
        | QuestionKind::Links
        | QuestionKind::Three => false,
    }
}

/// Returns whether an answer is to stay one line. An answer that came with several lines keeps them, and can get more.
fn is_line(answer: OpenAnswer) -> bool {
    is_short(answer.question.kind) && !control::text(answer).contains('\n')
}

#[component]
fn Area(
    answer: OpenAnswer,
    link: LinkTool,
    described_by: String,
    notes: RwSignal<Vec<Message>>,
    on_input: impl Fn(ev::Event) + 'static,
    on_left: impl Fn(ev::FocusEvent) + 'static,
) -> impl IntoView {
    let names = SuggestedNames::of(answer);
    let keys = FieldKeys::here(answer, link);
    let (open, late) = (OpenDraft::here(), session().late);
    let scope = Scope::here();
    let id = field_id(answer.question.id.as_str());
    let large = matches!(answer.question.kind, QuestionKind::Long | QuestionKind::Links);
    let short = is_short(answer.question.kind);
    let drawn = id.clone();
    request_animation_frame(move || fit(&drawn));
    let input = move |event: ev::Event| {
        on_input(event);
        if let Some(names) = names {
            listed::typed(names);
        }
    };
    let left = move |event| {
        if let Some(names) = names {
            names.close();
        }
        on_left(event);
    };
    let enter = move |_| {
        if let Some(names) = names {
            listed::load(names);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if let Some(names) = names {
            listed::key(names, &event);
        }
        keys.press(&event, is_line(answer));
        if event.key() == "Enter" && !typing::is_for_input_method(&event) && is_line(answer) {
            event.prevent_default();
        }
    };
    view! {
        <div class="cdx-text-area" class:question__large=large class:question__line=short>
            <textarea
                class="cdx-text-area__textarea"
                id=id
                aria-describedby=described_by
                aria-autocomplete=names.map(|_| "list")
                aria-controls=names.map(SuggestedNames::list_id)
                aria-activedescendant=move || names.and_then(SuggestedNames::active_id)
                translate="no"
                dir="auto"
                autocomplete="off"
                rows="1"
                prop:value=control::text(answer)
                on:focus=enter
                on:keydown=key
                on:input=input
                on:blur=left
                on:paste=move |event| paste(scope, (open, late), answer, keys, notes, &event)
            ></textarea>
            {names.map(|suggested| view! { <NamesList suggested/> })}
        </div>
    }
}

/// Handles a paste: rich text becomes source, with its lists and links; an address over selected words becomes their
/// link; and a single line for an answer of one line loses the line ends around it that tables and editors add. The
/// browser pastes everything else itself. `notes` gets the messages about the paste.
fn paste(
    scope: Scope,
    (open, late): (OpenDraft, Late),
    answer: OpenAnswer,
    keys: FieldKeys,
    notes: RwSignal<Vec<Message>>,
    event: &ev::ClipboardEvent,
) {
    let Some(data) = event.clipboard_data() else { return };
    let text = data.get_data("text/plain").unwrap_or_default();
    let html = if typing::is_pasting_plain() {
        String::new()
    } else {
        data.get_data("text/html").unwrap_or_default()
    };
    if notes.with_untracked(|notes| !notes.is_empty()) {
        notes.set(Vec::new());
    }
    if !typing::is_pasting_plain() && keys.link_words(&text) {
        event.prevent_default();
        return;
    }
    let markup = answer.question.kind.markup();
    let read = match late.parts_now() {
        // Plain text without addresses is left to the browser.
        _ if html.is_empty() && !text.contains("://") => None,
        Some(parts) => (parts.pasted)(&html, &text, markup),
        None if html.is_empty() => None,
        None => {
            event.prevent_default();
            // The plain text that it also is, until the part of the program has come that reads the rest.
            let plain = insert(answer, line_alone(answer, &text).unwrap_or_else(|| text.clone()));
            let read =
                async move { late.wait().await.and_then(|parts| (parts.pasted)(&html, &text, markup)) };
            scope.spawn(read, move |read| {
                let Some((source, said)) = read else { return };
                if plain.is_some_and(|plain| plain.exchange(open, answer, source)) {
                    notes.set(said);
                }
            });
            return;
        }
    };
    let Some((source, said)) = read.or_else(|| Some((line_alone(answer, &text)?, Vec::new()))) else {
        return;
    };
    event.prevent_default();
    insert(answer, source);
    notes.set(said);
}

/// A text that was inserted into an answer's field.
struct Inserted {
    /// The byte offset of its beginning.
    start: usize,
    /// The text, as the answer has it; empty where a paste has rich text only.
    text: String,
    /// The length of the whole answer with it, in bytes.
    answer_bytes: usize,
}

impl Inserted {
    /// Replaces the inserted text by another one, and leaves the caret between the same words. Returns whether it did:
    /// not if the text was changed meanwhile or an input method is composing a word.
    fn exchange(self, open: OpenDraft, answer: OpenAnswer, source: String) -> bool {
        let text = control::text(answer);
        let place = self.start..self.start + self.text.len();
        // Without a text of its own to be found again, the place is known only while nothing else changes.
        let is_there = text.get(place.clone()) == Some(&self.text)
            && (!place.is_empty() || text.len() == self.answer_bytes);
        if !is_there || typing::is_composing() {
            return false;
        }
        let is_here = control::in_use(open).is_some_and(|used| used.question.id == answer.question.id);
        let change = Change { selection: place.clone(), place, replacement: source };
        if !is_here {
            // The field follows the draft.
            return open.set_text(&answer.question.id, &change.apply(&text)).is_ok();
        }
        control::with_selection(answer, |_, selection| {
            let selection = change.moved(selection.start)..change.moved(selection.end);
            Some(change.selecting(selection))
        })
    }
}

/// Replaces the selection by a text. Returns the text as the answer has it; `None` if the field is gone or the answer
/// has no room for it.
fn insert(answer: OpenAnswer, source: String) -> Option<Inserted> {
    let before = control::text(answer);
    let mut replaced = None;
    control::with_selection(answer, |_, selection| {
        replaced = Some(selection.clone());
        let caret = selection.start + source.len();
        Some(Change { place: selection.clone(), replacement: source, selection: caret..caret })
    });
    let (after, replaced) = (control::text(answer), replaced?);
    let end = after.len().checked_sub(before.len() - replaced.end)?;
    let text = after.get(replaced.start..end)?.to_owned();
    Some(Inserted { start: replaced.start, text, answer_bytes: after.len() })
}

/// Returns the one line of a text that has line ends only around it, for an answer of one line.
fn line_alone(answer: OpenAnswer, text: &str) -> Option<String> {
    let line = text.trim_matches(['\r', '\n']);
    (is_line(answer) && line.len() < text.len() && !line.is_empty() && !line.contains(['\r', '\n']))
        .then(|| line.to_owned())
}
