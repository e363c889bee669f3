//! Completeness and advice: pure functions of a form and a draft.
//!
//! Every question is in exactly one [`State`], found from its text alone and cheap enough for every keystroke;
//! [`overview`] counts them and [`next`] finds what is left to do. [`suggestions`] are advice: they never change a
//! state, and a writer who ignores them has a report all the same. Which advice helps, helps only under conditions, or
//! annoys was tested against real reports; a false alarm is a bug, and its case belongs in `tests/checks/`.
//!
//! Texts are expected as [`crate::input::normalize`] leaves them. Links, literal text and words
//! are found once per answer for all checks, from the tokens that the parser makes the tree of.

pub(crate) mod address;
mod advice;
mod asks;
mod counts;
mod finder;
mod list_line;
mod period;
mod placeholder;
mod source;
mod state;
mod subject;
mod suggestion;
mod time_left;
mod utf16;
mod words;

pub use crate::date::Date;
pub use advice::LONG_ANSWER;
pub(crate) use advice::closed_links;
pub use counts::{Counts, Overview, next, overview};
pub(crate) use period::period_days;
pub use period::period_months;
pub(crate) use placeholder::is_unfilled_parameter;
pub use state::{State, state};
pub use suggestion::{Mend, Suggestion, SuggestionId, SuggestionScope};
pub use time_left::minutes_left;
pub use utf16::utf16_range;

use subject::{Around, Subject};

use crate::answer::{Token, lex};
use crate::draft::{Draft, Origin, waiver};
use crate::form::{Form, Question, QuestionId};

/// The facts that the checks need but cannot find out themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The day on which the checks are made, in the writer's time zone.
    pub today: Date,
}

/// Collects the advice on all answers, in the form's order, and within an answer by place.
pub fn suggestions(form: &Form, draft: &Draft, surroundings: &Surroundings) -> Vec<Suggestion> {
    form.questions().flat_map(|question| suggestions_on(form, draft, question, surroundings)).collect()
}

/// Collects the advice on one answer, by place, as after a keystroke in its field. Advice on another answer may depend on this
/// one, as a second contact's does on the first.
pub fn suggestions_on(
    form: &Form,
    draft: &Draft,
    question: &Question,
    surroundings: &Surroundings,
) -> Vec<Suggestion> {
    let tokens = lex(draft.text(question.id.as_str()), question.kind.markup());
    suggestions_by_tokens(form, draft, question, &tokens, surroundings)
}

/// Collects the advice on one answer as [`suggestions_on`] does, given its text in the draft already parsed into
/// `tokens`. Tokens of another text give wrong places, but no panic.
pub fn suggestions_by_tokens(
    form: &Form,
    draft: &Draft,
    question: &Question,
    tokens: &[Token],
    surroundings: &Surroundings,
) -> Vec<Suggestion> {
    let text = |id: &QuestionId| draft.text(id.as_str());
    let Some(entry) = draft.entry(question.id.as_str()) else { return Vec::new() };
    if placeholder::is_empty(entry.text()) {
        return Vec::new();
    }
    let around = Around { form, text: &text, today: surroundings.today };
    let subject = Subject::new(question, entry.text(), tokens, around);
    let mut found = Vec::new();
    let state = state(question, Some(entry));
    if state == State::Empty {
        found.push(advice::placeholder(&subject));
        return found;
    }
    if let (State::CarriedOver, Origin::CarriedOver { from, .. }) = (state, entry.origin()) {
        found.push(advice::carried_over(&subject, from));
    }
    for check in advice::ON_TEXT {
        check(&subject, &mut found);
    }
    let is_answer = match state {
        State::Answered => true,
        State::CarriedOver => waiver(entry.text()).is_none(),
        State::Empty | State::NotApplicable | State::Later => false,
    };
    if is_answer {
        for check in advice::ON_ANSWER {
            check(&subject, &mut found);
        }
    }
    found.sort_by_key(|suggestion| (suggestion.place.start, suggestion.id));
    found
}
