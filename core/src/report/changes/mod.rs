//! Year on year: what has changed in an affiliate's answers from one report to the next, over up to five years.
//!
//! ```text
//! ReportOfYear (this one) ─┐
//! EarlierYears ────────────┼─▶ YearOnYear ─▶ the screen · text · wikitext
//! Form ────────────────────┘
//! ```
//!
//! Answers are compared as their readers see them, links as words and addresses: what only looks different in the source is no
//! change. Every question of the form, and every one that only an earlier report answers, is there once.

mod change;
mod choice;
mod earlier;
mod report_of_year;
#[cfg(test)]
mod tests;
mod text;

pub use change::{AnswerChange, NumberOfYear};
pub use choice::{Added, EarlierYears};
pub use earlier::earlier_here;
pub use report_of_year::ReportOfYear;
pub use text::{numbers_line, write_changes, years_line};

use std::collections::BTreeMap;

use crate::form::{Form, QuestionKind};
use crate::i18n::Message;
use crate::ids::QuestionId;

/// The greatest number of earlier reports that a report is compared with.
pub const EARLIER_REPORTS: usize = 4;

/// A report's answers beside those of earlier years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearOnYear<'f> {
    /// The affiliate's name as this report has it; may be empty.
    pub affiliate: String,
    /// The years in words, the earliest first and this report's last. One that is not known is empty.
    pub years: Vec<String>,
    /// The form's sections in their order; at the end, if there are any, the questions that only earlier reports answer.
    pub sections: Vec<SectionOverYears<'f>>,
}

/// A part of the form with its answers over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionOverYears<'f> {
    /// The section's title in the form; `None` for the questions that the form does not ask.
    pub title: Option<&'f str>,
    /// The section's questions in the form's order.
    pub questions: Vec<QuestionOverYears>,
}

/// A question with its answers over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOverYears {
    /// The question's id.
    pub question: QuestionId,
    /// The question's wording in the form, or in the earlier report's form; the id where neither is known.
    pub wording: String,
    /// The answers as readers see them, one for each of [`YearOnYear::years`]; empty where there is none.
    pub answers: Vec<String>,
    /// The kind of answer that the question asks for; long where no form that is known asks it.
    pub kind: QuestionKind,
}

impl<'f> YearOnYear<'f> {
    /// Lays a report beside earlier ones, of which the [`EARLIER_REPORTS`] latest count. Reports whose year is not known stand first.
    pub fn of(form: &'f Form, this: &ReportOfYear, earlier: &[&ReportOfYear]) -> Self {
        let mut reports = earlier.to_vec();
        reports.sort_by_key(|report| report.year());
        let first = reports.len().saturating_sub(EARLIER_REPORTS);
        reports.drain(..first);
        reports.push(this);
        let over_years = |question: &QuestionId, wording: &str, kind| QuestionOverYears {
            question: question.clone(),
            wording: wording.to_owned(),
            answers: reports.iter().map(|report| report.text(question).to_owned()).collect(),
            kind,
        };
        let mut sections: Vec<_> = form
            .sections
            .iter()
            .map(|section| SectionOverYears {
                title: Some(&section.title),
                questions: section
                    .questions()
                    .map(|asked| over_years(&asked.id, &asked.text, asked.kind))
                    .collect(),
            })
            .collect();
        // The latest report's wording counts.
        let asked_elsewhere = reports.iter().flat_map(|report| report.questions());
        let not_asked: BTreeMap<_, _> =
            asked_elsewhere.filter(|(question, _)| form.question(question.as_str()).is_none()).collect();
        if !not_asked.is_empty() {
            let questions = not_asked.into_iter().map(|(question, asked)| {
                over_years(question, asked.wording.as_deref().unwrap_or(question.as_str()), asked.kind)
            });
            sections.push(SectionOverYears { title: None, questions: questions.collect() });
        }
        Self {
            affiliate: this.affiliate().to_owned(),
            years: reports.iter().map(|report| report.year_words().to_owned()).collect(),
            sections,
        }
    }

    /// Returns all questions, section by section.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionOverYears> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// Writes what the whole is about: "What changed since 2025". `None` where there is no earlier report.
    pub fn heading(&self) -> Option<Message> {
        let (first, _) = self.years.split_first().filter(|(_, later)| !later.is_empty())?;
        Some(if first.is_empty() {
            Message::new("changes-heading-no-year")
        } else {
            Message::new("changes-heading").with(first)
        })
    }
}

/// Writes a year for its readers, `say` being what writes a message: the words for it, or that it is not known.
pub fn year_or_unknown(words: &str, say: &dyn Fn(&Message) -> String) -> String {
    if words.is_empty() { say(&Message::new("changes-no-year")) } else { words.to_owned() }
}

impl SectionOverYears<'_> {
    /// Returns the section's title for its readers, `say` being what writes a message.
    pub fn heading(&self, say: &dyn Fn(&Message) -> String) -> String {
        self.title.map_or_else(|| say(&Message::new("changes-not-asked")), str::to_owned)
    }

    /// Returns the questions whose answers have changed in any of the years.
    pub fn changed(&self) -> impl Iterator<Item = &QuestionOverYears> {
        self.questions.iter().filter(|question| question.is_changed())
    }

    /// Returns the questions whose answers are the same in all years.
    pub fn unchanged(&self) -> impl Iterator<Item = &QuestionOverYears> {
        self.questions.iter().filter(|question| !question.is_changed() && question.is_answered())
    }

    /// Returns the questions that are answered in none of the years.
    pub fn unanswered(&self) -> impl Iterator<Item = &QuestionOverYears> {
        self.questions.iter().filter(|question| !question.is_answered())
    }
}
