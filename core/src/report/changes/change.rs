//! What has become of one answer from one year to the next.

use super::QuestionOverYears;
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::report::NumberChange;
use crate::report::number_change::only_number;

/// What has become of an answer from one report to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerChange {
    /// A question that neither report answers.
    Unanswered,
    /// An answer that reads the same in both.
    Same,
    /// An answer that only the later report has.
    New,
    /// An answer that only the earlier report has.
    Gone,
    /// An answer that reads otherwise.
    Reworded,
}

impl AnswerChange {
    /// Compares the answers of two reports, as their readers see them.
    pub fn between(before: &str, now: &str) -> Self {
        match (before.is_empty(), now.is_empty()) {
            (true, true) => Self::Unanswered,
            (true, false) => Self::New,
            (false, true) => Self::Gone,
            (false, false) if before == now => Self::Same,
            (false, false) => Self::Reworded,
        }
    }

    /// Returns whether the reports differ.
    pub fn is_change(self) -> bool {
        matches!(self, Self::New | Self::Gone | Self::Reworded)
    }

    /// Returns the message about what has changed in the later report, whose year is `year` in words; `None` if
    /// nothing has.
    pub fn message(self, year: &str) -> Option<Message> {
        let message = match self {
            Self::Unanswered | Self::Same => return None,
            Self::New => Message::new("changes-new"),
            Self::Gone => Message::new("changes-gone"),
            Self::Reworded => Message::new("changes-reworded"),
        };
        Some(message.with(year))
    }
}

/// The number that an answer gives in one of the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberOfYear {
    /// The place of the year in [`years`](super::YearOnYear::years), from 0.
    pub year: usize,
    /// The number; `None` where the answer has none, or more than one.
    pub number: Option<u64>,
    /// The change since the year before, where both have a number.
    pub change: Option<NumberChange>,
}

impl QuestionOverYears {
    /// Compares each year's answer with the one before: the change and the place of the later year in
    /// [`years`](super::YearOnYear::years), the earliest first.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = (usize, AnswerChange)> {
        self.pairs().map(|(at, before, now)| (at, AnswerChange::between(before, now)))
    }

    /// Returns whether the answer has changed in any of the years.
    pub fn is_changed(&self) -> bool {
        self.changes().any(|(_, change)| change.is_change())
    }

    /// Returns whether the question is answered in any of the years.
    pub fn is_answered(&self) -> bool {
        self.answers.iter().any(|answer| !answer.is_empty())
    }

    /// Returns the answer in the year at this place; empty where there is none.
    pub fn answer(&self, year: usize) -> &str {
        self.answers.get(year).map_or("", String::as_str)
    }

    /// Reads the numbers of all years, where the question asks for one and two years in a row have one; else none.
    pub fn numbers(&self) -> Vec<NumberOfYear> {
        if self.kind != QuestionKind::Number {
            return Vec::new();
        }
        let first = NumberOfYear { year: 0, number: only_number(self.answer(0)), change: None };
        let later = self.pairs().map(|(year, before, now)| NumberOfYear {
            year,
            number: only_number(now),
            change: NumberChange::between(before, now),
        });
        let numbers: Vec<_> = std::iter::once(first).chain(later).collect();
        let is_any = numbers.iter().any(|number| number.change.is_some());
        if is_any { numbers } else { Vec::new() }
    }

    /// Walks the years in pairs: the place of the later one, the earlier one's answer, and its own.
    fn pairs(&self) -> impl DoubleEndedIterator<Item = (usize, &str, &str)> {
        (1..self.answers.len()).map(|at| (at, self.answer(at - 1), self.answer(at)))
    }
}
