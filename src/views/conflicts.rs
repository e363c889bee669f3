//! Conflicts, where two tabs changed the same answer without knowing of each other: both texts, their differences, and
//! the choice between them.

use leptos::prelude::*;

use crate::browser::{clock, focus, nfc};
use crate::components::difference::Difference;
use crate::components::form_text::form_text_with_english;
use crate::components::late;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::OpenDraft;
use crate::session::form_words::{self, FormWords};
use crate::session::locale;
use crate::session::words::{say, t};
use crate::session::{Session, session, sync};
use report::draft::Origin;
use report::draft::replica::{Choice, Conflict, Field, Value};
use report::i18n::Message;
use report::store::Reason;

/// The conflicts of the open draft, above each of its views.
#[component]
pub fn Choices() -> impl IntoView {
    let session = session();
    let count = Memo::new(move |_| session.conflicts.with(Vec::len));
    view! {
        // The element exists from the start, so that screen readers announce its content.
        <p class="off-screen" role="status" prop:textContent=move || match count.get() {
            0 => String::new(),
            count => say(&Message::new("ui-conflicts-told").with(count)),
        }></p>
        <Show when=move || count.get() != 0>{late::piece(|parts| (parts.conflicts)())}</Show>
    }
}

/// Draws the conflicts of the open draft, each with its texts.
pub fn choices() -> AnyView {
    let session = session();
    view! {
        <section class="conflicts" aria-labelledby="conflicts-heading"><MessageBox kind=MessageKind::Warning>
                <h2 id="conflicts-heading" class="conflicts__heading" tabindex="-1">{t("ui-conflicts")}</h2>
                <p>{t("ui-conflicts-text")}</p>
                {move || session.conflicts.get().into_iter().map(|conflict| view! { <OneOf conflict/> }).collect_view()}
            </MessageBox></section>
    }
    .into_any()
}

/// One field in conflict, and its texts.
#[component]
fn OneOf(conflict: Conflict) -> impl IntoView {
    let open = OpenDraft::here();
    let name = name(open, &conflict.field);
    let named = name.shown.clone();
    let shown = conflict.choices.first().map(|choice| choice.value.text()).unwrap_or_default();
    let field = StoredValue::new(conflict.field);
    let choices = conflict.choices.into_iter().enumerate().map(|(at, choice)| {
        let compared = (at > 0).then(|| shown.clone());
        view! { <Text field choice number=at + 1 compared/> }
    });
    view! {
        <div class="conflict" role="group" aria-label=named>
            <h3 class="conflict__name">{form_text_with_english(name)}</h3>
            <ol class="conflict__texts">{choices.collect_view()}</ol>
        </div>
    }
}

/// One text of a field in conflict. The first is the one that is shown in the draft; the others show how they differ
/// from it.
#[component]
fn Text(field: StoredValue<Field>, choice: Choice, number: usize, compared: Option<String>) -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let when = say(&Message::new(if compared.is_none() { "ui-conflict-shown" } else { "ui-conflict-other" })
        .with(locale::date_time(choice.at)));
    let by = session.repository().name_of(&open.id(), choice.dot.writer, &nfc);
    let by = by.map(|name| say(&Message::new("ui-conflict-by").with(name)));
    let text = choice.value.text();
    let empty = text.trim().is_empty().then(|| view! { <p class="quiet">{t("ui-conflict-empty")}</p> });
    let marks = marks(&choice.value);
    let difference = compared.filter(|shown| *shown != text).map(|shown| {
        view! {
            <p class="quiet">{t("ui-conflict-difference")}</p>
            <Difference first=shown second=text.clone()/>
        }
    });
    let keep = move |_| choose(session, open, &field.get_value(), &choice);
    view! {
        <li class="conflict__text">
            <p class="quiet">{when} " " {by}</p>
            {empty}
            <p class="conflict__whole" translate="no" dir="auto">{text}</p>
            {marks}
            {difference}
            <button type="button" class="cdx-button" on:click=keep>
                {say(&Message::new("ui-conflict-keep").with(number))}
            </button>
        </li>
    }
}

/// Draws what an answer has besides its text: the earlier report that it came from, and the mark for later with its
/// note. Two choices may differ only in these.
fn marks(value: &Value) -> Option<impl IntoView + use<>> {
    let Value::Entry(entry) = value else { return None };
    let from = match entry.origin() {
        Origin::CarriedOver { from, checked: false } => Some(say(&Message::new("ui-from-year").with(from))),
        Origin::Typed | Origin::Imported | Origin::CarriedOver { .. } => None,
    };
    let from = from.map(|words| view! { <p class="quiet">{words}</p> });
    let later = entry.later().map(|note| {
        let note = note.to_owned();
        view! { <p class="quiet">{t("ui-state-later")}</p> <p translate="no" dir="auto">{note}</p> }
    });
    Some((from, later))
}

fn choose(session: Session, open: OpenDraft, field: &Field, choice: &Choice) {
    let current = open.snapshot();
    // This fails if that text is gone meanwhile; then the remaining choices are shown anew.
    let others = session.repository().not_chosen(&open.id(), field, choice.dot);
    if let Some(chosen) = session.repository().choose(&current, field, choice.dot, clock::now()) {
        sync::show(&open.take_over(chosen));
        session.saver().note_open_written();
        session.keep(others, Reason::Choice);
    }
    session.look_for_conflicts();
    focus::soon("#conflicts-heading, main h1");
}

/// Returns the name of a draft's field in words: for a question by its wording.
fn name(open: OpenDraft, field: &Field) -> FormWords {
    let words = match field {
        Field::Answer(id) => match open.answer(id.as_str()) {
            Some(answer) => return form_words::wording(&answer.question.text),
            None => id.to_string(),
        },
        Field::Page => t("ui-conflict-page"),
        Field::EditSummary => t("ui-conflict-summary"),
        Field::Trash | Field::Form | Field::Created | Field::Rest => t("ui-conflict-rest"),
    };
    FormWords::in_page(words)
}
