//! The first words of a heard line, and the rules by which they can be a known text.

use super::end::ends_here;
use super::text::{Text, is_negated};
use super::vocabulary::Token;

/// The first `count` of the words heard on a line.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'h> {
    /// The text of the line.
    pub(super) input: &'h str,
    /// The words of the line that can matter.
    pub(super) words: &'h [Token],
    /// The number of words that are taken.
    pub(super) count: usize,
    /// Whether the stretch must be all of the line.
    pub(super) whole: bool,
}

/// The least likeness of a stretch to its text. All limits here are chosen by the table in `tests/form/wordings.json`.
pub(super) const LIKE: f32 = 0.68;
/// The least likeness of a question heard without its question mark, which is more likely a sentence of an answer.
const LIKE_STATEMENT: f32 = 0.82;
/// The least likeness of a question heard without its question mark and with another first word.
const LIKE_OTHER_OPENING: f32 = 0.92;
/// The least likeness of a stretch without punctuation behind it that ends with the text's own last word, if the text has none
/// either.
const LIKE_OPEN_END: f32 = 0.8;
/// The least likeness of a stretch without punctuation behind it that ends with the text's own last word, if the text has some.
const LIKE_LOST_END: f32 = 0.985;
/// The share of a question's later sentences that must be there so that they are taken for the question's.
const WHOLE_SENTENCE: f32 = 0.85;
/// The share of a question's later sentences that is enough where they end with the question's own last word.
const MOST_OF_SENTENCE: f32 = 0.6;
/// The number of words within which a question mark that comes later belongs to a longer question.
const LONGER_QUESTION: usize = 8;

/// The most bytes behind a word in which a question mark is sought.
const LONGEST_GAP: usize = 50;

impl<'h> Stretch<'h> {
    fn taken(&self) -> &'h [Token] {
        self.words.get(..self.count).unwrap_or(self.words)
    }

    /// Returns the line from the first taken word to the word `further` places behind the last, of a longer gap its beginning.
    fn up_to(&self, further: usize) -> &'h str {
        let upper = self.words.len().min(self.count + further);
        let (Some(first), Some(last)) = (self.words.first(), self.words.get(upper.wrapping_sub(1))) else {
            return "";
        };
        let next = self.words.get(upper).map_or(self.input.len(), |next| next.start);
        let end = self.input.floor_char_boundary(next.min(last.end + LONGEST_GAP));
        self.input.get(first.start..end).unwrap_or_default()
    }

    /// Returns whether there is a question mark between the words or right behind them.
    pub(super) fn asks(&self) -> bool {
        self.up_to(0).contains(MARKS)
    }

    /// Returns whether a longer question begins like this: the mark that the text has comes only some words later.
    fn is_cut_short(&self, text: &Text) -> bool {
        text.tail.starts_with('?') && !self.asks() && self.up_to(LONGER_QUESTION).contains(MARKS)
    }

    /// Returns whether the stretch is the text, in exactly its words.
    pub(super) fn is_exactly(&self, text: &Text) -> bool {
        text.is(self.taken())
            && if self.whole { self.count == self.words.len() } else { !self.is_cut_short(text) }
    }

    /// Returns whether the stretch can be the text, with the likeness it has.
    pub(super) fn can_be(&self, text: &Text, likeness: f32) -> bool {
        let taken = self.taken();
        let (Some(first), Some(last)) = (taken.first(), taken.last()) else { return false };
        let ended = self.ended(text, last) || self.ends_openly(text, last, likeness);
        ended && is_negated(taken) == text.negated && likeness >= self.needed(text, first)
    }

    /// Returns whether the text surely ends with the last taken word, though no punctuation follows.
    fn ends_openly(&self, text: &Text, last: &Token, likeness: f32) -> bool {
        let needed = if text.tail.is_empty() { LIKE_OPEN_END } else { LIKE_LOST_END };
        !self.whole && text.ends_with(last) && likeness >= needed && !self.is_cut_short(text)
    }

    /// Returns whether the text can end with the last taken word.
    fn ended(&self, text: &Text, last: &Token) -> bool {
        match self.words.get(self.count) {
            Some(next) => !self.whole && ends_here(self.input, last, next.start),
            None if self.whole => true,
            // Without punctuation, the last word of a line may be an answer already.
            None => {
                last.brackets == 0 && !last.light && text.has(last)
                    || ends_here(self.input, last, self.input.len())
            }
        }
    }

    /// Returns the likeness that is needed: of a question or a statement, with the text's first word or another.
    fn needed(&self, text: &Text, first: &Token) -> f32 {
        match (self.asks(), text.asks, text.begins_with(first)) {
            (true, true, _) | (false, false, true) => LIKE,
            (false, false, false) if self.whole => LIKE,
            (false, false, false) | (true, false, true) | (false, true, true) => LIKE_STATEMENT,
            (true, false, false) | (false, true, false) => LIKE_OTHER_OPENING,
        }
    }

    /// Returns how much more like the text this must be, to be preferred to a shorter stretch of `count` words.
    ///
    /// An answer may begin much like the question's last sentence ("Link to the strategic plan: …"). It is taken
    /// for the question's only if nearly all of that sentence is there.
    pub(super) fn advantage(&self, text: &Text, count: usize) -> f32 {
        let shorter = Self { count, ..*self };
        let (Some(last), Some(before)) = (self.taken().last(), shorter.taken().last()) else { return 0.0 };
        let further = if text.ends_with(last) { MOST_OF_SENTENCE } else { WHOLE_SENTENCE };
        if last.sentence > before.sentence { text.later * further } else { 0.0 }
    }
}

const MARKS: [char; 2] = ['?', '？'];
