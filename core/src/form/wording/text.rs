//! A known text, prepared for being compared with what is heard.

use super::vocabulary::{NONE, Token};
use super::weights::Weights;

/// A question or a title of the form, prepared for comparing.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) words: Vec<Token>,
    /// The weight of each word in this text.
    pub(super) weights: Vec<f32>,
    /// The sum of all weights, never zero.
    pub(super) total: f32,
    /// The share of the total that later sentences have, from 0 to 1.
    pub(super) later: f32,
    /// Whether a word turns the text into its opposite.
    pub(super) negated: bool,
    /// The number of heard words that can matter: half as many again as the text has, and six more.
    pub(super) most: usize,
    /// Whether the text is a question by its punctuation.
    pub(super) asks: bool,
    /// The text behind the last word.
    pub(super) tail: String,
}

/// The most that words in brackets weigh together, as a part of the rest, however many they are: other years leave them out.
const IN_BRACKETS: f32 = 0.25;
/// The most that a word in brackets weighs, as a part of what it would weigh outside.
const WORD_IN_BRACKETS: f32 = 0.2;
/// The most that later sentences ("Link to the strategic plan, if there is one.") weigh together, as a part of the first.
const LATER: f32 = 0.4;
/// The least weight of a text, so that one without words can be divided by.
const LEAST: f32 = 0.1;

impl Text {
    /// Prepares a text, given its words and what they weigh.
    pub(super) fn new(text: &str, words: Vec<Token>, weights: &Weights) -> Self {
        let sum = |part: Part| -> f32 {
            words
                .iter()
                .filter(|word| Part::of(word) == part)
                .map(|word| weights.of(word))
                .sum::<f32>()
                .max(LEAST)
        };
        let core = sum(Part::Core);
        let in_brackets = (core * IN_BRACKETS / sum(Part::Brackets)).min(WORD_IN_BRACKETS);
        let later = (core * LATER / sum(Part::Later)).min(1.0);
        let weight = |word: &Token| {
            weights.of(word)
                * match Part::of(word) {
                    Part::Core => 1.0,
                    Part::Brackets => in_brackets,
                    Part::Later => later,
                }
        };
        let weights: Vec<f32> = words.iter().map(weight).collect();
        let total = weights.iter().sum::<f32>().max(LEAST);
        let of_later = words.iter().zip(&weights).filter(|(word, _)| Part::of(word) == Part::Later);
        let tail_start = words.last().map_or(0, |word| word.end);
        Self {
            total,
            later: of_later.map(|(_, weight)| weight).sum::<f32>() / total,
            negated: is_negated(&words),
            most: words.len() * 3 / 2 + 6,
            asks: text.contains('?'),
            tail: text.get(tail_start..).unwrap_or_default().trim().to_owned(),
            words,
            weights,
        }
    }

    /// Returns whether the heard words are the text's, those in brackets in brackets.
    pub(super) fn is(&self, input: &[Token]) -> bool {
        let form = |word: &Token| (word.form, word.brackets > 0);
        !self.words.is_empty() && self.words.iter().map(form).eq(input.iter().map(form))
    }

    /// Returns whether the word, or one that means the same, is in the text outside of brackets.
    pub(super) fn has(&self, input: &Token) -> bool {
        let same = |word: &Token| word.meaning == input.meaning && word.brackets == 0;
        input.meaning != NONE && self.words.iter().any(same)
    }

    /// Returns whether the text begins with this word, or one that means the same.
    pub(super) fn begins_with(&self, first: &Token) -> bool {
        first.meaning != NONE && self.words.first().is_some_and(|own| own.meaning == first.meaning)
    }

    /// Returns whether this is the text's own last word, in brackets if that is.
    pub(super) fn ends_with(&self, last: &Token) -> bool {
        let same = |own: &Token| own.stem == last.stem && own.brackets == last.brackets;
        last.stem != NONE && self.words.last().is_some_and(same)
    }
}

/// Returns whether one of the words, but for those in brackets, turns a text into its opposite.
pub(super) fn is_negated(words: &[Token]) -> bool {
    words.iter().any(|word| word.negation && word.brackets == 0)
}

/// The part of a text that a word stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Core,
    Brackets,
    Later,
}

impl Part {
    fn of(word: &Token) -> Self {
        match (word.brackets, word.sentence) {
            (1.., _) => Self::Brackets,
            (0, 0) => Self::Core,
            (0, _) => Self::Later,
        }
    }
}
