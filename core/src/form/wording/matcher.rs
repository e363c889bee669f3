//! Finding which of a set of known texts a heard text is, in the same or nearly the same words.
//!
//! Words are compared, not characters. A word weighs more the fewer of the texts have it, so that "primary" tells
//! two contacts apart while "affiliate" hardly counts; what stands in brackets and in later sentences weighs less,
//! since other years leave it out. A word turned into its opposite ("not") is never a small difference.

use super::align::{Alignment, align, rearrange};
use super::end::answer_start;
use super::stretch::{LIKE, Stretch};
use super::text::Text;
use super::vocabulary::{Token, Vocabulary};
use super::weights::Weights;

/// The known texts, prepared for recognizing them.
#[derive(Clone, Debug)]
pub(super) struct Matcher {
    vocabulary: Vocabulary,
    texts: Vec<Text>,
    /// The texts that have a word of each meaning, with the word's weight in that text.
    holders: Vec<Vec<(usize, f32)>>,
    /// The greatest part of a text's weight that words of each meaning have.
    shares: Vec<f32>,
    weights: Weights,
    /// The most words of a line that can matter.
    most: usize,
}

/// The position of the known text that was recognized, and how like it is: 1.0 for the same words, whatever case, punctuation
/// and white space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) text: usize,
    pub(super) likeness: f32,
}

/// A text that may be meant, and how many of the heard words it takes.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    hit: Hit,
    words: usize,
}

/// The greatest likeness of words that are not the same; only the same words have 1.0.
const NOT_EXACT: f32 = 0.999;
/// The least distance of the likest text from the next; of two that are nearer to each other none is taken.
const APART: f32 = 0.05;

/// The least part of a text's weight that the heard words must share with it, in whatever order.
const LEAST_SHARED: f32 = LIKE - 0.02;
/// More than what a sum of parts loses by rounding.
const ROUNDING: f32 = 0.01;

impl Matcher {
    /// Prepares the texts. Time and space are linear in their length.
    pub(super) fn new<'t>(known: impl Iterator<Item = &'t str>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (known, words): (Vec<_>, Vec<_>) = known.map(|text| (text, vocabulary.learn(text))).unzip();
        let weights = Weights::new(&vocabulary, &words);
        let texts: Vec<_> =
            known.iter().zip(words).map(|(text, words)| Text::new(text, words, &weights)).collect();
        let mut holders = vec![Vec::new(); vocabulary.meanings()];
        for (position, text) in texts.iter().enumerate() {
            for (word, weight) in text.words.iter().zip(&text.weights) {
                if let Some(holder) = holders.get_mut(word.meaning as usize) {
                    holder.push((position, *weight));
                }
            }
        }
        let shares = holders.iter().map(|holder| greatest_share(holder, &texts)).collect();
        let most = texts.iter().map(|text| text.most).max().unwrap_or(0) + 2;
        Self { vocabulary, texts, holders, shares, weights, most }
    }

    /// Finds the text that `heard` is, from its first to its last word.
    pub(super) fn whole(&self, input: &str) -> Option<Hit> {
        let words = self.vocabulary.read(input, self.most + 1);
        if words.len() > self.most {
            return None;
        }
        self.find(input, &words, true).map(|candidate| candidate.hit)
    }

    /// Finds the text that this line begins with, and the byte where what follows it begins.
    pub(super) fn at_start(&self, line: &str) -> Option<(Hit, usize)> {
        let all = self.vocabulary.read(line, self.most);
        let found = self.find(line, &all, false)?;
        let (first, last) = (all.first()?, all.get(found.words.checked_sub(1)?)?);
        let text = self.texts.get(found.hit.text)?;
        Some((found.hit, answer_start(line, first.start, last, &text.tail)))
    }

    /// Finds the best text for the heard words; without `whole`, for as many of them from the start as it takes.
    fn find(&self, input: &str, all: &[Token], whole: bool) -> Option<Candidate> {
        let skipped = usize::from(is_numbered(input, all));
        let words = all.get(skipped..).filter(|words| self.can_be_any(words))?;
        let input = Stretch { input, words, count: words.len(), whole };
        let found = self.exact(input).or_else(|| self.near(input))?;
        Some(Candidate { words: found.words + skipped, ..found })
    }

    /// Returns whether the heard words have enough weight for any of the texts. Most lines have not, and cost no more than this.
    fn can_be_any(&self, words: &[Token]) -> bool {
        let shares = words.iter().filter_map(|word| self.shares.get(word.meaning as usize));
        shares.sum::<f32>() >= LEAST_SHARED - ROUNDING
    }

    /// Finds the longest text that has exactly the heard words.
    fn exact(&self, input: Stretch<'_>) -> Option<Candidate> {
        let same = |text: &Text| Stretch { count: text.words.len(), ..input }.is_exactly(text);
        let texts = self.texts.iter().enumerate().filter(|(_, text)| same(text));
        let (position, text) = texts.max_by_key(|(_, text)| text.words.len())?;
        Some(Candidate { hit: Hit { text: position, likeness: 1.0 }, words: text.words.len() })
    }

    /// Finds the text with nearly the heard words, if no other is as near.
    fn near(&self, input: Stretch<'_>) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        let mut second = 0.0_f32;
        for position in self.worth_comparing(input.words) {
            let Some(candidate) = self.compare(position, input) else { continue };
            let likeness = candidate.hit.likeness;
            match best {
                Some(so_far) if so_far.hit.likeness >= likeness => second = second.max(likeness),
                _ => {
                    second = second.max(best.map_or(0.0, |so_far| so_far.hit.likeness));
                    best = Some(candidate);
                }
            }
        }
        best.filter(|best| best.hit.likeness - second >= APART)
    }

    /// Finds the texts that share enough weight with as many of the heard words as can matter, in whatever order.
    fn worth_comparing(&self, words: &[Token]) -> Vec<usize> {
        let mut shared = vec![0.0_f32; self.texts.len()];
        let mut seen = vec![false; self.holders.len()];
        for (place, word) in words.iter().enumerate() {
            let meaning = word.meaning as usize;
            let Some(seen) = seen.get_mut(meaning).filter(|seen| !**seen) else { continue };
            *seen = true;
            for (text, weight) in self.holders.get(meaning).into_iter().flatten() {
                if let (Some(shared), Some(known)) = (shared.get_mut(*text), self.texts.get(*text))
                    && place < known.most
                {
                    *shared += weight;
                }
            }
        }
        let texts = self.texts.iter().zip(shared).enumerate();
        let enough = texts.filter(|(_, (text, shared))| *shared >= text.total * LEAST_SHARED);
        enough.map(|(position, _)| position).collect()
    }

    /// Decides how many of the heard words are this text, and how like they are to it.
    fn compare(&self, position: usize, input: Stretch<'_>) -> Option<Candidate> {
        let text = self.texts.get(position)?;
        let words = input.words.get(..text.most).unwrap_or(input.words);
        let known = Alignment { words: &text.words, weights: &text.weights, most: text.total * (1.0 - LIKE) };
        let mut best: Option<Candidate> = None;
        let mut weigh = |count: usize, cost: f32, any_order: bool| {
            let likeness = (1.0 - cost / text.total).min(NOT_EXACT);
            let stretch = Stretch { count, ..input };
            let to_beat = best.map_or(0.0, |best| best.hit.likeness + stretch.advantage(text, best.words));
            if likeness > to_beat && (!any_order || stretch.asks()) && stretch.can_be(text, likeness) {
                best = Some(Candidate { hit: Hit { text: position, likeness }, words: count });
            }
        };
        align(&known, words, |word| self.weights.surplus(word), |count, cost| weigh(count, cost, false));
        if text.asks {
            rearrange(
                &known,
                words,
                |word| self.weights.surplus(word),
                |count, cost| weigh(count, cost, true),
            );
        }
        best
    }
}

/// Returns the greatest part of a text's weight that the words of one meaning have, given which texts have them.
fn greatest_share(holder: &[(usize, f32)], texts: &[Text]) -> f32 {
    let share = |(position, text): (usize, &Text)| {
        let weights = holder.iter().filter(|(of, _)| *of == position).map(|(_, weight)| weight);
        weights.sum::<f32>() / text.total
    };
    texts.iter().enumerate().map(share).fold(0.0, f32::max)
}

/// Returns whether the first word is only the question's number: `12.`, `Q12:`.
fn is_numbered(input: &str, words: &[Token]) -> bool {
    let Some(first) = words.first().filter(|_| words.len() > 1) else { return false };
    let word = input.get(first.start..first.end).unwrap_or_default();
    let digits = word.strip_prefix(['q', 'Q']).unwrap_or(word);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}
