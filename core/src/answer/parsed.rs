//! One answer, parsed once for everything that is made of it.

use std::sync::Arc;

use super::lex::lex;
use super::parse::tree;
use super::token::Token;
use super::tree::Answer;
use crate::answer::Markup;

/// An answer's tree and the tokens that it was made of. Cheap to pass on: a clone of `answer` shares the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The tree of the answer, for the preview and the page.
    pub answer: Arc<Answer>,
    /// The tokens of the source, for advice on places in it.
    pub tokens: Vec<Token>,
}

impl Parsed {
    /// Parses a source as [`parse`](super::parse()) does.
    pub fn of(source: &str, markup: Markup) -> Self {
        let tokens = lex(source, markup);
        Self { answer: tree(source, &tokens).into(), tokens }
    }
}
