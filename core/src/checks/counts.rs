//! The progress of a report: counts per section and for the whole, and the next question.

use super::state::{State, state};
use crate::draft::Draft;
use crate::form::{Form, Question, QuestionId};

/// The numbers of questions in each of the five states, which add up to [`Counts::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Questions without an answer.
    pub empty: usize,
    /// Questions with an answer.
    pub answered: usize,
    /// Questions that do not apply, were not counted, or were answered privately.
    pub not_applicable: usize,
    /// Questions with an answer of an earlier report, not yet checked.
    pub carried_over: usize,
    /// Questions that the writer has marked for later.
    pub later: usize,
}

/// The counts of a draft's questions, whole and by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The counts over all questions of the form.
    pub whole: Counts,
    /// The counts of each section, in the form's order. Together they make [`Overview::whole`].
    pub sections: Vec<Counts>,
}

impl Counts {
    /// Counts one more question.
    pub fn add(&mut self, state: State) {
        *self.field(state) += 1;
    }

    /// Moves one question from one state to another, for a change to a single answer. If no question is in the state
    /// `before`, nothing is moved: the total never changes.
    pub fn replace(&mut self, before: State, after: State) {
        let field = self.field(before);
        if let Some(fewer) = field.checked_sub(1) {
            *field = fewer;
            self.add(after);
        }
    }

    /// Returns the number of questions in one state.
    pub fn of(&self, state: State) -> usize {
        match state {
            State::Empty => self.empty,
            State::Answered => self.answered,
            State::NotApplicable => self.not_applicable,
            State::CarriedOver => self.carried_over,
            State::Later => self.later,
        }
    }

    /// Returns the number of all questions counted.
    pub fn total(&self) -> usize {
        self.done() + self.left()
    }

    /// Returns the number of questions that are answered or not applicable.
    pub fn done(&self) -> usize {
        self.answered + self.not_applicable
    }

    /// Returns the number of questions with something left to do: neither answered nor not applicable.
    pub fn left(&self) -> usize {
        self.empty + self.carried_over + self.later
    }

    fn field(&mut self, state: State) -> &mut usize {
        match state {
            State::Empty => &mut self.empty,
            State::Answered => &mut self.answered,
            State::NotApplicable => &mut self.not_applicable,
            State::CarriedOver => &mut self.carried_over,
            State::Later => &mut self.later,
        }
    }
}

/// Counts a draft's questions by state. Answers to questions the form does not ask are not counted.
pub fn overview(form: &Form, draft: &Draft) -> Overview {
    let mut overview = Overview::default();
    for section in &form.sections {
        let mut counts = Counts::default();
        for question in section.questions() {
            let state = state_in(draft, question);
            counts.add(state);
            overview.whole.add(state);
        }
        overview.sections.push(counts);
    }
    overview
}

/// Finds the next question with something left to do after a given one, wrapping around at the end of the form.
///
/// Without `after`, or after a question the form does not have, the search starts at the top. Questions marked for
/// later are offered only when no other is left. The given question itself comes last, so it is returned only if no
/// other is left. `None` means that nothing is left.
pub fn next(form: &Form, draft: &Draft, after: Option<&QuestionId>) -> Option<QuestionId> {
    let start =
        after.and_then(|id| form.questions().position(|question| question.id == *id)).map_or(0, |at| at + 1);
    let around = || form.questions().skip(start).chain(form.questions().take(start));
    let open = |question: &&Question| matches!(state_in(draft, question), State::Empty | State::CarriedOver);
    let later = |question: &&Question| state_in(draft, question) == State::Later;
    around().find(open).or_else(|| around().find(later)).map(|question| question.id.clone())
}

pub(super) fn state_in(draft: &Draft, question: &Question) -> State {
    state(question, draft.entry(question.id.as_str()))
}
