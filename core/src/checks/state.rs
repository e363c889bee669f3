//! The one state of each question, from its text alone: cheap enough for every keystroke.

use super::placeholder;
use crate::draft::{Entry, Origin, waiver};
use crate::form::Question;

/// What a question's answer is, as far as it goes. Exactly one of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing that could be seen, or only a placeholder such as "TBD".
    Empty,
    /// Words of the writer's own.
    Answered,
    /// Not applicable, not counted this year, or sent privately: the question is dealt with.
    NotApplicable,
    /// Taken from an earlier report and not yet checked.
    CarriedOver,
    /// The writer wants to come back. It outranks any text.
    Later,
}

impl State {
    /// All five, in the order they are shown.
    pub const ALL: [Self; 5] =
        [Self::Empty, Self::Answered, Self::NotApplicable, Self::CarriedOver, Self::Later];

    /// Whether nothing is left to do: answered or not applicable.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Answered | Self::NotApplicable)
    }
}

/// The state of one question. No entry is an empty answer.
///
/// *Come back later* outranks everything, since the writer said so; then an empty answer is empty, whatever its
/// origin; then a carried over answer waits to be checked, even where it says "Not applicable".
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
