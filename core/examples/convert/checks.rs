//! What the checks say, as text and as JSON.

use report::checks::{Counts, Date, State, Suggestion, Surroundings, next, overview, state, suggestions};
use report::draft::Draft;
use report::form::{Form, Question};
use report::i18n::english;
use serde_json::{Value, json};

/// Counts, then every question that has no answer yet or a suggestion.
pub fn as_text(form: &Form, draft: &Draft, today: Date) -> String {
    let counts = overview(form, draft);
    let advice = suggestions(form, draft, &Surroundings { today });
    let mut text =
        format!("{} of {}: {}\n", counts.whole.done(), counts.whole.total(), in_words(&counts.whole));
    for (section, counts) in form.sections.iter().zip(&counts.sections) {
        text.push_str(&format!("  {}: {} of {}\n", section.title, counts.done(), counts.total()));
    }
    for (number, question) in (1..).zip(form.questions()) {
        let state = state(question, draft.entry(question.id.as_str()));
        let mine: Vec<&Suggestion> = advice.iter().filter(|one| one.question == question.id).collect();
        if state.is_done() && mine.is_empty() {
            continue;
        }
        text.push_str(&format!("{number}. {}: {}\n", question.text, name(state)));
        for one in mine {
            text.push_str(&format!("   {}: {}\n", one.id, english(&one.message)));
        }
    }
    text
}

/// The same, whole, for programs.
pub fn as_json(form: &Form, draft: &Draft, today: Date) -> Result<String, String> {
    let counts = overview(form, draft);
    let advice = suggestions(form, draft, &Surroundings { today });
    let sections: Vec<Value> = form
        .sections
        .iter()
        .zip(&counts.sections)
        .map(|(section, counts)| with_title(&section.title, counts))
        .collect();
    let questions: Vec<Value> = (1..)
        .zip(form.questions())
        .map(|(number, question)| question_json(number, question, draft, &advice))
        .collect();
    let value = json!({
        "counts": counts_json(&counts.whole),
        "sections": sections,
        "next": next(form, draft, None).map(|id| id.to_string()),
        "questions": questions,
    });
    serde_json::to_string_pretty(&value).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn question_json(number: usize, question: &Question, draft: &Draft, advice: &[Suggestion]) -> Value {
    let mine: Vec<Value> =
        advice.iter().filter(|one| one.question == question.id).map(suggestion_json).collect();
    json!({
        "number": number,
        "id": question.id.as_str(),
        "question": question.text,
        "state": name(state(question, draft.entry(question.id.as_str()))),
        "suggestions": mine,
    })
}

fn suggestion_json(one: &Suggestion) -> Value {
    let mend = one.mend.as_ref().map(|mend| {
        json!({ "start": mend.place.start, "end": mend.place.end, "replacement": mend.replacement, "label": english(&mend.label) })
    });
    json!({
        "id": one.id.name(),
        "start": one.place.start,
        "end": one.place.end,
        "message": english(&one.message),
        "mend": mend,
    })
}

fn with_title(title: &str, counts: &Counts) -> Value {
    let mut value = counts_json(counts);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("title".to_owned(), json!(title));
    }
    value
}

fn counts_json(counts: &Counts) -> Value {
    let mut value = json!({ "done": counts.done(), "total": counts.total() });
    if let Some(fields) = value.as_object_mut() {
        fields.extend(STATES.map(|state| (name(state).to_owned(), json!(counts.of(state)))));
    }
    value
}

fn in_words(counts: &Counts) -> String {
    STATES.map(|state| format!("{} {}", counts.of(state), name(state))).join(", ")
}

const STATES: [State; 5] =
    [State::Empty, State::Answered, State::NotApplicable, State::CarriedOver, State::Later];

fn name(state: State) -> &'static str {
    match state {
        State::Empty => "empty",
        State::Answered => "answered",
        State::NotApplicable => "not applicable",
        State::CarriedOver => "carried over, not checked",
        State::Later => "marked for later",
    }
}
