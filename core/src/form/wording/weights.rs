//! What words weigh: the fewer of the texts have one, the more it tells.

use super::vocabulary::{Token, Vocabulary};

/// The weight of a light word, as a part of what it would weigh otherwise; of one that none of the texts has, its whole weight.
const LIGHT: f32 = 0.25;
/// The weight of a negation, as a part of what it would weigh otherwise; low since whether there is one is a rule of its own.
const NEGATION: f32 = 0.25;
/// The weight of a word that none of the texts has.
const UNKNOWN: f32 = 1.5;
/// The part of its weight that a heard word in brackets costs if the text lacks it.
const SURPLUS_IN_BRACKETS: f32 = 0.1;

/// The weights of all words.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    by_stem: Vec<f32>,
}

impl Weights {
    /// Weighs the words of all texts: `ln(1 + texts / texts that have the word)`, less for light ones and negations.
    pub(super) fn new(vocabulary: &Vocabulary, texts: &[Vec<Token>]) -> Self {
        let mut stems = vec![Stem::default(); vocabulary.stems()];
        for (position, words) in texts.iter().enumerate() {
            for word in words {
                if let Some(stem) = stems.get_mut(word.stem as usize) {
                    stem.see(word, position);
                }
            }
        }
        let texts = f32::from(u16::try_from(texts.len()).unwrap_or(u16::MAX));
        Self { by_stem: stems.iter().map(|stem| stem.weight(texts)).collect() }
    }

    /// Returns the weight of a word, wherever it stands.
    pub(super) fn of(&self, word: &Token) -> f32 {
        match self.by_stem.get(word.stem as usize) {
            Some(weight) => *weight,
            None if word.negation => NEGATION,
            None if word.light => LIGHT,
            None => UNKNOWN,
        }
    }

    /// Returns the cost of a heard word that the text lacks.
    pub(super) fn surplus(&self, word: &Token) -> f32 {
        if word.brackets > 0 { self.of(word) * SURPLUS_IN_BRACKETS } else { self.of(word) }
    }
}

/// The number of texts in which a stem was seen, and what the stem is.
#[derive(Clone, Copy, Default)]
struct Stem {
    texts: u16,
    /// The position of the last text in which the stem was seen, plus one.
    last: usize,
    light: bool,
    negation: bool,
}

impl Stem {
    fn see(&mut self, word: &Token, position: usize) {
        self.texts = self.texts.saturating_add(u16::from(self.last != position + 1));
        self.last = position + 1;
        self.light |= word.light;
        self.negation |= word.negation;
    }

    fn weight(&self, texts: f32) -> f32 {
        let factor = match (self.negation, self.light) {
            (true, _) => NEGATION,
            (false, true) => LIGHT,
            (false, false) => 1.0,
        };
        (1.0 + texts / f32::from(self.texts.max(1))).ln() * factor
    }
}
