//! One report's answers as its readers see them, by question.

use std::collections::BTreeMap;

use crate::answer::{parse, plain_text, unlinked};
use crate::draft::Draft;
use crate::form::{Form, Question, QuestionKind};
use crate::ids::QuestionId;
use crate::report::proposed_parts;
use crate::report::year::last_year;

/// A report to be laid beside those of other years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOfYear {
    year_words: String,
    affiliate: String,
    answers: BTreeMap<QuestionId, AnswerOfYear>,
}

/// One of the report's answers, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AnswerOfYear {
    /// The question's wording, where a form that is known asks it.
    pub wording: Option<String>,
    /// The kind of answer that the question asks for; long where no form that is known asks it.
    pub kind: QuestionKind,
    text: String,
}

impl ReportOfYear {
    /// Reads a draft's answers. Questions that `form` does not ask are taken from the draft's own form, if that is known.
    pub fn of_draft(form: &Form, draft: &Draft) -> Self {
        let own = draft.own_form();
        let own = own.as_ref().or_else(|| Form::by_id(draft.form()));
        let answers = draft.answers().iter().map(|(question, entry)| (question.clone(), entry.text()));
        let parts = proposed_parts(draft);
        Self {
            year_words: parts.year.trim().to_owned(),
            affiliate: parts.affiliate.trim().to_owned(),
            answers: read(form, own, answers),
        }
    }

    /// Reads the answers that a draft keeps of the report that it was started from; `None` where it was not started from one.
    pub fn carried_over(form: &Form, draft: &Draft) -> Option<Self> {
        let parts = draft.carried_over_from()?;
        let answers = draft.earlier_texts().map(|(question, text)| (QuestionId::new(question), text));
        Some(Self {
            year_words: parts.year.trim().to_owned(),
            affiliate: parts.affiliate.trim().to_owned(),
            answers: read(form, None, answers),
        })
    }

    /// Returns the words for the report's year, such as `2025`; empty where it is not known.
    pub fn year_words(&self) -> &str {
        &self.year_words
    }

    /// Returns the report's year, of two the last; `None` where it is not known.
    pub fn year(&self) -> Option<u16> {
        last_year(&self.year_words).parse().ok()
    }

    /// Returns the affiliate's name; may be empty.
    pub fn affiliate(&self) -> &str {
        &self.affiliate
    }

    /// Returns the number of questions that are answered.
    pub fn answered(&self) -> usize {
        self.answers.len()
    }

    /// Returns an answer as its readers see it, empty where there is none.
    pub(super) fn text(&self, question: &QuestionId) -> &str {
        self.answers.get(question).map_or("", |answer| &answer.text)
    }

    /// Walks the questions that are answered, sorted by their ids.
    pub(super) fn questions(&self) -> impl Iterator<Item = (&QuestionId, &AnswerOfYear)> {
        self.answers.iter()
    }
}

fn read<'t>(
    form: &Form,
    own: Option<&Form>,
    answers: impl Iterator<Item = (QuestionId, &'t str)>,
) -> BTreeMap<QuestionId, AnswerOfYear> {
    let asked: BTreeMap<&str, &Question> = own
        .into_iter()
        .chain([form])
        .flat_map(Form::questions)
        .map(|asked| (asked.id.as_str(), asked))
        .collect();
    let read = answers.map(|(question, source)| {
        let kind = asked.get(question.as_str()).map_or(QuestionKind::Long, |asked| asked.kind);
        let answer = AnswerOfYear {
            wording: asked.get(question.as_str()).map(|asked| asked.text.clone()),
            kind,
            text: plain_text(&unlinked(&parse(source, kind.markup()))),
        };
        (question, answer)
    });
    read.filter(|(_, answer)| !answer.text.trim().is_empty()).collect()
}
