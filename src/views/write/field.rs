//! The one text control of a question: a `<textarea>` for every kind, also where one line is meant, so that it is never
//! exchanged for another and the browser's undo knows everything that was typed into it.
//!
//! What is typed goes into the draft at once, and the control is left alone: text that is still being composed (Japanese,
//! Korean) would break otherwise. Only when the control is left does it show what the draft made of it ([`KeepUp`]).

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

/// The time for which a field is left before its advice is shown: the second press of a double click has reached its button by then.
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
            // Once this is over: it types as well, and a listener cannot be called while it runs.
            queue_microtask(move || bare.typed(answer));
        }
    };
    let keep = KeepUp::new(open, answer);
    let fields = DrawnFields::here();
    // What a control shows is set a moment after it is made.
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

/// Returns whether an answer is to stay one line. One that came with several keeps them, and can get more.
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
    let late = session().late;
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
                on:paste=move |event| paste(scope, late, answer, keys, notes, &event)
            ></textarea>
            {names.map(|suggested| view! { <NamesList suggested/> })}
        </div>
    }
}

/// Pastes what the author of a text saw of it, rich text with its lists and links, as source, an address over selected words as
/// their link, and a single line for an answer of one line without the line ends around it that tables and editors add. Everything
/// else the browser pastes itself. `notes` gets what is to be said of it.
fn paste(
    scope: Scope,
    late: Late,
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
        // Without HTML and addresses there is nothing to read, and plain text need not wait: advice finds its addresses later.
        _ if html.is_empty() && !text.contains("://") => None,
        Some(parts) => (parts.pasted)(&html, &text, markup),
        None if html.is_empty() => None,
        None => {
            event.prevent_default();
            let plain = text.clone();
            let read =
                async move { late.wait().await.and_then(|parts| (parts.pasted)(&html, &plain, markup)) };
            // If the part of the program that reads it does not come, the plain text that it also is has to do.
            scope.spawn(read, move |read| {
                let (source, said) =
                    read.unwrap_or_else(|| (line_alone(answer, &text).unwrap_or(text), Vec::new()));
                insert(answer, source);
                notes.set(said);
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

/// Inserts a text in the place of the selection.
fn insert(answer: OpenAnswer, source: String) {
    control::with_selection(answer, |_, selection| {
        let caret = selection.start + source.len();
        Some(Change { place: selection.clone(), replacement: source, selection: caret..caret })
    });
}

/// Returns the one line of a text that has line ends around it only, for an answer of one line.
fn line_alone(answer: OpenAnswer, text: &str) -> Option<String> {
    let line = text.trim_matches(['\r', '\n']);
    (is_line(answer) && line.len() < text.len() && !line.is_empty() && !line.contains(['\r', '\n']))
        .then(|| line.to_owned())
}
