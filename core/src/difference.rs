//! What differs between two texts, word by word, for showing one beside the other.

use std::mem::discriminant;

/// A part of two texts. In order, those that are not [`Added`](Self::Added) make the first text, and those that are not
/// [`Removed`](Self::Removed) the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Removed(&'a str),
    /// Only in the second.
    Added(&'a str),
}

impl<'a> Piece<'a> {
    /// The text of it.
    pub fn text(&self) -> &'a str {
        match self {
            Self::Same(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// The most pairs of words that are compared, about a tenth of a second's work. Where there are more, everything
/// between the beginnings and the ends that agree counts as different.
const PAIRS: usize = 4_000_000;

/// What differs between two texts. Neighbours of one kind are one piece, and none is empty.
pub fn difference<'a>(first: &'a str, second: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(first), words(second));
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let old_middle = old_rest.get(..old_rest.len() - end).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    let mut steps: Vec<Piece<'_>> = old.iter().take(start).map(|word| Piece::Same(word)).collect();
    middle(old_middle, new_middle, &mut steps);
    steps.extend(old_rest.iter().skip(old_middle.len()).map(|word| Piece::Same(word)));
    joined(first, second, &steps)
}

/// Neighbours of one kind become one piece. Each word is where it stands in its text, so lengths are enough.
fn joined<'a>(first: &'a str, second: &'a str, steps: &[Piece<'_>]) -> Vec<Piece<'a>> {
    let (mut first_at, mut second_at) = (0, 0);
    let mut pieces = Vec::new();
    for run in steps.chunk_by(|a, b| discriminant(a) == discriminant(b)) {
        let length: usize = run.iter().map(|piece| piece.text().len()).sum();
        let (in_first, in_second) =
            (first.get(first_at..first_at + length), second.get(second_at..second_at + length));
        let piece = match run.first() {
            Some(Piece::Same(_)) => in_first.map(Piece::Same),
            Some(Piece::Removed(_)) => in_first.map(Piece::Removed),
            Some(Piece::Added(_)) => in_second.map(Piece::Added),
            None => None,
        };
        if !matches!(piece, Some(Piece::Added(_))) {
            first_at += length;
        }
        if !matches!(piece, Some(Piece::Removed(_))) {
            second_at += length;
        }
        pieces.extend(piece);
    }
    pieces
}

/// Along a longest common subsequence; within a change, what is removed stands before what is added.
fn middle<'a>(old: &[&'a str], new: &[&'a str], steps: &mut Vec<Piece<'a>>) {
    let common = common(old, new);
    let longest =
        |row: usize, column: usize| common.get(row * (new.len() + 1) + column).copied().unwrap_or_default();
    let (mut row, mut column) = (0, 0);
    let mut added = Vec::new();
    while let (Some(old_word), Some(new_word)) = (old.get(row), new.get(column)) {
        if old_word == new_word && !common.is_empty() {
            steps.extend(added.drain(..).map(Piece::Added));
            steps.push(Piece::Same(old_word));
            (row, column) = (row + 1, column + 1);
        } else if longest(row + 1, column) >= longest(row, column + 1) {
            steps.push(Piece::Removed(old_word));
            row += 1;
        } else {
            added.push(*new_word);
            column += 1;
        }
    }
    steps.extend(old.iter().skip(row).map(|word| Piece::Removed(word)));
    steps.extend(added.into_iter().chain(new.iter().skip(column).copied()).map(Piece::Added));
}

/// For each pair of places, how many words the rests have in common; empty where there are too many pairs.
fn common(old: &[&str], new: &[&str]) -> Vec<u32> {
    let width = new.len() + 1;
    let size = width.saturating_mul(old.len() + 1);
    if size > PAIRS {
        return Vec::new();
    }
    let mut table = vec![0_u32; size];
    for (row, old_word) in old.iter().enumerate().rev() {
        for (column, new_word) in new.iter().enumerate().rev() {
            let at = |row: usize, column: usize| table.get(row * width + column).copied().unwrap_or_default();
            let longest = if old_word == new_word {
                at(row + 1, column + 1) + 1
            } else {
                at(row + 1, column).max(at(row, column + 1))
            };
            if let Some(cell) = table.get_mut(row * width + column) {
                *cell = longest;
            }
        }
    }
    table
}

/// A text cut into words, single white space and marks, and the characters of scripts that part no words.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut begun = 0;
    let mut before = None;
    for (at, character) in text.char_indices() {
        let kind = Kind::of(character);
        if at > begun && (before != Some(kind) || kind == Kind::Alone) {
            words.extend(text.get(begun..at));
            begun = at;
        }
        before = Some(kind);
    }
    words.extend(text.get(begun..).filter(|rest| !rest.is_empty()));
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Alone,
}

impl Kind {
    fn of(character: char) -> Self {
        let parts_no_words = matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
        // Marks that combine with the letter before stay with it.
        let mark = character.is_ascii_punctuation() || character.is_whitespace();
        if parts_no_words || mark { Self::Alone } else { Self::Word }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Piece::{Added, Removed, Same};
    use proptest::prelude::*;

    #[test]
    fn shows_the_words_that_differ() {
        let cases: [(&str, &str, &[Piece<'_>]); 6] = [
            ("", "", &[]),
            ("a b", "a b", &[Same("a b")]),
            ("", "new", &[Added("new")]),
            (
                "We met twice.",
                "We met three times.",
                &[Same("We met "), Removed("twice"), Added("three times"), Same(".")],
            ),
            ("one two three", "one three", &[Same("one "), Removed("two "), Same("three")]),
            ("東京で会う", "京都で会う", &[Removed("東"), Same("京"), Added("都"), Same("で会う")]),
        ];
        for (first, second, pieces) in cases {
            assert_eq!(difference(first, second), pieces, "{first:?} {second:?}");
        }
    }

    #[test]
    fn texts_too_long_to_compare_differ_as_a_whole() {
        let old = "a ".repeat(2_000);
        let new = "b\n".repeat(2_000);
        let pieces = difference(&old, &new);
        assert_eq!(pieces, [Removed(&old), Added(&new)]);
    }

    fn join(pieces: &[Piece<'_>], take: impl Fn(&Piece<'_>) -> bool) -> String {
        pieces.iter().filter(|piece| take(piece)).map(Piece::text).collect()
    }

    proptest! {
        #[test]
        fn both_texts_come_out_again(first in "[ab ,é\u{301}京東\n]{0,30}", second in "[ab ,é\u{301}京東\n]{0,30}") {
            let pieces = difference(&first, &second);
            prop_assert_eq!(join(&pieces, |piece| !matches!(piece, Added(_))), &*first);
            prop_assert_eq!(join(&pieces, |piece| !matches!(piece, Removed(_))), &*second);
            for pair in pieces.windows(2) {
                prop_assert!(discriminant(&pair[0]) != discriminant(&pair[1]), "{:?}", pieces);
            }
        }

        #[test]
        fn equal_texts_are_one_piece(text in "\\PC{1,40}") {
            prop_assert_eq!(difference(&text, &text), vec![Same(&text)]);
        }
    }
}
