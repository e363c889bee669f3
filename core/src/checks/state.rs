//! The state of each question, computed from its text alone: cheap enough for every keystroke.

use super::placeholder;
use crate::draft::{Entry, Origin, waiver};
use crate::form::Question;

/// The state of a question's answer, exactly one of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// A question without a visible answer, or with only a placeholder such as "TBD".
    Empty,
    /// A question with an answer in the writer's own words.
    Answered,
    /// A question that is settled without an answer: not applicable, not counted this year, or answered privately.
    NotApplicable,
    /// A question with an answer from an earlier report, not yet checked.
    CarriedOver,
    /// A question that the writer has marked for later, whatever text it has.
    Later,
}

impl State {
    /// The five states, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Empty, Self::Answered, Self::NotApplicable, Self::CarriedOver, Self::Later];

    /// Returns whether nothing is left to do: answered or not applicable.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Answered | Self::NotApplicable)
    }
}

/// Returns the state of one question. Without an entry the answer is empty.
///
/// *Marked for later* outranks everything, since the writer said so; then an empty answer is empty, whatever its
/// origin; then a carried-over answer waits to be checked, even if it says "Not applicable".
/// The text is not parsed. The cost is bounded for long texts: only short ones are compared with placeholders.
pub fn state(question: &Question, entry: Option<&Entry>) -> State {
    let Some(entry) = entry else { return State::Empty };
    if entry.later().is_some() {
        return State::Later;
    }
    if placeholder::is_empty(entry.text()) || placeholder::is_placeholder(question, entry.text()) {
        return State::Empty;
    }
    if matches!(entry.origin(), Origin::CarriedOver { checked: false, .. }) {
        return State::CarriedOver;
    }
    if waiver(entry.text()).is_some() { State::NotApplicable } else { State::Answered }
}
