//! What every check is given: one answer, split, and as much of the report around it as some checks need.

use std::ops::Range;

use super::asks::Asks;
use super::date::Date;
use super::source::Source;
use super::suggestion::{Mend, Suggestion, SuggestionId};
use crate::answer::{Markup, Token};
use crate::form::{Form, Question, QuestionId, QuestionKind};
use crate::i18n::Message;

/// The report around an answer.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The form the answers are to.
    pub form: &'a Form,
    /// Each question's answer as its source stands in the draft; empty where there is none.
    pub text: &'a dyn Fn(&QuestionId) -> &'a str,
    /// The day the checks are made.
    pub today: Date,
}

/// One answer to check.
pub(super) struct Subject<'a> {
    /// The question it answers.
    pub question: &'a Question,
    /// What that question asks for beyond its kind.
    pub asks: Asks,
    /// The answer.
    pub source: Source<'a>,
    /// The other answers.
    pub around: Around<'a>,
}

impl<'a> Subject<'a> {
    /// Prepares an answer for checking.
    pub fn new(question: &'a Question, text: &'a str, tokens: &[Token], around: Around<'a>) -> Self {
        let source = Source::of(text, tokens, question.kind.markup());
        Self { question, asks: Asks::of(question), source, around }
    }

    /// Advice on a place of this answer.
    pub fn suggest(&self, id: SuggestionId, place: Range<usize>, message: Message) -> Suggestion {
        Suggestion { id, question: self.question.id.clone(), place, message, mend: None }
    }

    /// Whether the answer may have lists, links and styles.
    pub fn has_markup(&self) -> bool {
        self.question.kind.markup() == Markup::Wiki
    }

    /// Whether the answer is of one of these kinds.
    pub fn is_kind(&self, kinds: &[QuestionKind]) -> bool {
        kinds.contains(&self.question.kind)
    }

    /// The answer to a question of this id.
    pub fn answer_to(&self, id: &str) -> &'a str {
        self.around.form.question(id).map_or("", |question| (self.around.text)(&question.id))
    }
}

impl Suggestion {
    /// Adds a change that settles it.
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
