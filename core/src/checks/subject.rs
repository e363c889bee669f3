//! The input of every check: one answer, split into pieces, and as much of the report around it as some checks need.

use std::ops::Range;

use super::asks::Asks;
use super::source::Source;
use super::suggestion::{Mend, Suggestion, SuggestionId};
use crate::answer::{Markup, Token};
use crate::date::Date;
use crate::form::{Form, Question, QuestionId, QuestionKind};
use crate::i18n::Message;

/// The report around the answer that is checked.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The form that the report answers.
    pub form: &'a Form,
    /// A function that returns the source of a question's answer in the draft; empty if there is none.
    pub text: &'a dyn Fn(&QuestionId) -> &'a str,
    /// The day on which the checks are made.
    pub today: Date,
}

/// One answer to check, with everything that the checks need.
pub(super) struct Subject<'a> {
    /// The question that the answer is to.
    pub question: &'a Question,
    /// The things that the question asks for beyond its kind.
    pub asks: Asks,
    /// The answer's source, split into pieces and words.
    pub source: Source<'a>,
    /// The report with the other answers.
    pub around: Around<'a>,
}

impl<'a> Subject<'a> {
    /// Prepares an answer for checking.
    pub fn new(question: &'a Question, text: &'a str, tokens: &[Token], around: Around<'a>) -> Self {
        let source = Source::of(text, tokens, question.kind.markup());
        Self { question, asks: Asks::of(question), source, around }
    }

    /// Creates a suggestion, without a change, on a place of this answer.
    pub fn suggest(&self, id: SuggestionId, place: Range<usize>, message: Message) -> Suggestion {
        Suggestion { id, question: self.question.id.clone(), place, message, mend: None }
    }

    /// Returns whether the answer may have lists, links and styles.
    pub fn has_markup(&self) -> bool {
        self.question.kind.markup() == Markup::Wiki
    }

    /// Returns whether the question is of one of these kinds.
    pub fn is_kind(&self, kinds: &[QuestionKind]) -> bool {
        kinds.contains(&self.question.kind)
    }

    /// Returns the answer to the question of this id, empty if there is none.
    pub fn answer_to(&self, id: &str) -> &'a str {
        self.around.form.question(id).map_or("", |question| (self.around.text)(&question.id))
    }
}

impl Suggestion {
    /// Adds a fix to the suggestion.
    pub(super) fn mended(
        mut self,
        place: Range<usize>,
        replacement: impl Into<String>,
        label: Message,
    ) -> Self {
        self.mend = Some(Mend { place, replacement: replacement.into(), label });
        self
    }
}
