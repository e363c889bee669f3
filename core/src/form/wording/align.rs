//! The cheapest way to turn a known text's words into the first words of a line, for every number of words at once.
//!
//! This is the edit distance over words (Wagner and Fischer), one column per heard word, with weights. Time is the
//! product of the two counts; the caller bounds both.

use super::vocabulary::{NONE, Token};

/// The words of a known text, with what aligning the heard words to them costs.
pub(super) struct Alignment<'a> {
    pub(super) words: &'a [Token],
    /// The cost of each word when it is not heard.
    pub(super) weights: &'a [f32],
    /// The cost above which nothing is of interest.
    pub(super) most: f32,
}

/// Reports `end(count, cost)` for each number of heard words, as long as a cost up to `most` is possible.
pub(super) fn align(
    known: &Alignment<'_>,
    input: &[Token],
    surplus: impl Fn(&Token) -> f32,
    mut end: impl FnMut(usize, f32),
) {
    let mut column: Vec<f32> = Vec::with_capacity(known.words.len() + 1);
    column.push(0.0);
    column.extend(known.weights.iter().scan(0.0, |sum, weight| {
        *sum += weight;
        Some(*sum)
    }));
    for (position, word) in input.iter().enumerate() {
        let cheapest = next_column(&mut column, known, word, surplus(word));
        if cheapest > known.most {
            return;
        }
        if let Some(cost) = column.last().filter(|cost| **cost <= known.most) {
            end(position + 1, *cost);
        }
    }
}

/// Moves one heard word on in the table of costs and returns the cheapest cost in the new column.
fn next_column(column: &mut [f32], known: &Alignment<'_>, input: &Token, surplus: f32) -> f32 {
    let Some((first, rest)) = column.split_first_mut() else { return f32::MAX };
    let mut diagonal = *first;
    *first += surplus;
    let mut above = *first;
    let mut cheapest = above;
    for ((cell, word), weight) in rest.iter_mut().zip(known.words).zip(known.weights) {
        let replaced = diagonal + difference(word, input, *weight, surplus);
        diagonal = *cell;
        *cell = replaced.min(*cell + surplus).min(above + weight);
        above = *cell;
        cheapest = cheapest.min(above);
    }
    cheapest
}

/// The most that a word costs, beyond its weight, that is heard without the brackets that it has in the text.
const BARE: f32 = 0.5;

/// Reports `end(count, cost)` as [`align`] does, for the same words in any order, at a price.
///
/// "What is the name of the affiliate?" is "What is the affiliate name?".
pub(super) fn rearrange(
    known: &Alignment<'_>,
    input: &[Token],
    surplus: impl Fn(&Token) -> f32,
    mut end: impl FnMut(usize, f32),
) {
    let total: f32 = known.weights.iter().sum();
    let mut free = vec![true; known.words.len()];
    let (mut missing, mut extra) = (total, total * OTHER_ORDER);
    for (position, word) in input.iter().enumerate() {
        let surplus = surplus(word);
        let places = known.words.iter().zip(known.weights).zip(&mut free).filter(|(_, free)| **free);
        let costs =
            places.map(|((known, weight), free)| (difference(known, word, *weight, surplus), *weight, free));
        match costs.filter(|(cost, weight, _)| cost < weight).min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((cost, weight, free)) => {
                *free = false;
                missing -= weight;
                extra += cost;
            }
            None => extra += surplus,
        }
        if extra > known.most {
            return;
        }
        if missing + extra <= known.most {
            end(position + 1, missing + extra);
        }
    }
}

/// The cost of another order, as a part of the whole weight.
const OTHER_ORDER: f32 = 0.12;

/// Returns what it costs that `heard` stands where `word` was expected.
fn difference(word: &Token, input: &Token, weight: f32, surplus: f32) -> f32 {
    if word.brackets > input.brackets {
        // An answer's first word may well be one of the question's examples; it must not be taken for it.
        weight + surplus.min(BARE)
    } else if input.form == word.form {
        0.0
    } else if input.stem == word.stem && input.stem != NONE {
        weight * if input.slip { 0.2 } else { 0.03 }
    } else if input.meaning == word.meaning && input.meaning != NONE {
        weight * 0.3
    } else {
        weight.max(surplus)
    }
}
