//! The first words of a heard line, and the rules by which they can be a known text.

use super::end::ends_here;
use super::text::{Text, is_negated};
use super::vocabulary::Token;

/// The first `count` of the heard words.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'h> {
    /// The line.
    pub(super) heard: &'h str,
    /// All of its words that can matter.
    pub(super) words: &'h [Token],
    /// How many of them are meant.
    pub(super) count: usize,
    /// The stretch must be all of the line.
    pub(super) whole: bool,
}

/// Less like than this is another text. All limits here are chosen by the table in `tests/form/wordings.json`.
pub(super) const LIKE: f32 = 0.68;
/// A question heard without its question mark is more likely somebody's sentence.
const LIKE_STATEMENT: f32 = 0.82;
/// The same, with another first word.
const LIKE_OTHER_OPENING: f32 = 0.92;
/// Without any punctuation the end is sure only if the last word is the text's own. This like where the text has none either,
const LIKE_OPEN_END: f32 = 0.8;
/// and this like where it has.
const LIKE_LOST_END: f32 = 0.985;
/// How much of a question's later sentences must be there so that they are taken for the question's,
const WHOLE_SENTENCE: f32 = 0.85;
/// and how much if they end with the question's own last word.
const MOST_OF_SENTENCE: f32 = 0.6;
/// A question mark so many words further belongs to a longer question.
const LONGER_QUESTION: usize = 8;

/// A question mark stands no further behind a word, in bytes.
const LONGEST_GAP: usize = 50;

impl<'h> Stretch<'h> {
    fn taken(&self) -> &'h [Token] {
        self.words.get(..self.count).unwrap_or(self.words)
    }

    /// The line from the first taken word to the word `further` places behind the last, of a longer gap its beginning.
    fn up_to(&self, further: usize) -> &'h str {
        let upper = self.words.len().min(self.count + further);
        let (Some(first), Some(last)) = (self.words.first(), self.words.get(upper.wrapping_sub(1))) else {
            return "";
        };
        let next = self.words.get(upper).map_or(self.heard.len(), |next| next.start);
        let end = self.heard.floor_char_boundary(next.min(last.end + LONGEST_GAP));
        self.heard.get(first.start..end).unwrap_or_default()
    }

    /// Whether there is a question mark between the words or right behind them.
    pub(super) fn asks(&self) -> bool {
        self.up_to(0).contains(MARKS)
    }

    /// Whether a longer question begins so: the mark that the text has comes only some words later.
    fn is_cut_short(&self, text: &Text) -> bool {
        text.tail.starts_with('?') && !self.asks() && self.up_to(LONGER_QUESTION).contains(MARKS)
    }

    /// Whether this is the text, in exactly its words.
    pub(super) fn is_exactly(&self, text: &Text) -> bool {
        text.is(self.taken())
            && if self.whole { self.count == self.words.len() } else { !self.is_cut_short(text) }
    }

    /// Whether this can be the text, so like as it is.
    pub(super) fn can_be(&self, text: &Text, likeness: f32) -> bool {
        let taken = self.taken();
        let (Some(first), Some(last)) = (taken.first(), taken.last()) else { return false };
        let ended = self.ended(text, last) || self.ends_openly(text, last, likeness);
        ended && is_negated(taken) == text.negated && likeness >= self.needed(text, first)
    }

    /// Whether the text surely ends with the last taken word, though no punctuation follows.
    fn ends_openly(&self, text: &Text, last: &Token, likeness: f32) -> bool {
        let needed = if text.tail.is_empty() { LIKE_OPEN_END } else { LIKE_LOST_END };
        !self.whole && text.ends_with(last) && likeness >= needed && !self.is_cut_short(text)
    }

    /// Whether the text can end with the last taken word.
    fn ended(&self, text: &Text, last: &Token) -> bool {
        match self.words.get(self.count) {
            Some(next) => !self.whole && ends_here(self.heard, last, next.start),
            None if self.whole => true,
            // Without punctuation, the last word of a line may be an answer already.
            None => {
                last.brackets == 0 && !last.light && text.has(last)
                    || ends_here(self.heard, last, self.heard.len())
            }
        }
    }

    /// How like the text this must be: a question or a statement, with the text's first word or another.
    fn needed(&self, text: &Text, first: &Token) -> f32 {
        match (self.asks(), text.asks, text.begins_with(first)) {
            (true, true, _) | (false, false, true) => LIKE,
            (false, false, false) if self.whole => LIKE,
            (false, false, false) | (true, false, true) | (false, true, true) => LIKE_STATEMENT,
            (true, false, false) | (false, true, false) => LIKE_OTHER_OPENING,
        }
    }

    /// How much more like the text this must be, to be preferred to a shorter stretch of `count` words.
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
