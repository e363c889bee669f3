//! What differs between two texts, word by word, for showing one beside the other.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// A part of two texts. In order, those that are not [`Added`](Self::Added) make the first text, and those that are not
/// [`Removed`](Self::Removed) the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A part of both texts.
    Same(&'a str),
    /// A part of the first text only.
    Removed(&'a str),
    /// A part of the second text only.
    Added(&'a str),
}

impl<'a> Piece<'a> {
    /// Returns the text of the piece.
    pub fn text(&self) -> &'a str {
        match self {
            Self::Same(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// The greatest number of changes that are shown separately: more would not help anybody to see what has changed, and
/// each is an element of the page.
const MOST_CHANGES: usize = 10_000;

/// Compares two texts word by word. Neighbours of one kind are one piece, and no piece is empty. Within a change, what is removed
/// stands before what is added.
///
/// Long texts with many changes are compared in bounded time: the difference is true then, but may not be the smallest. Where
/// there are more than 10,000 changes, everything between the beginnings and the ends that agree is one change.
pub fn difference<'a>(first: &'a str, second: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(first), words(second));
    let (mut old_rest, mut new_rest) = (first, second);
    let mut pieces = Vec::new();
    for change in bounded(capture_diff_slices(Algorithm::Myers, &old, &new), old.len(), new.len()) {
        let (tag, old_range, new_range) = change.as_tag_tuple();
        let removed = take(&mut old_rest, old.get(old_range));
        let added = take(&mut new_rest, new.get(new_range));
        if tag == DiffTag::Equal {
            pieces.push(Piece::Same(removed));
        } else {
            let both = [Piece::Removed(removed), Piece::Added(added)];
            pieces.extend(both.into_iter().filter(|piece| !piece.text().is_empty()));
        }
    }
    pieces
}

/// Limits the changes: where there are more than [`MOST_CHANGES`], all from the first to the last become one. `old_words` and
/// `new_words` are the numbers of words in the texts.
fn bounded(changes: Vec<DiffOp>, old_words: usize, new_words: usize) -> Vec<DiffOp> {
    if changes.len() <= MOST_CHANGES {
        return changes;
    }
    let same = |change: Option<&DiffOp>| change.filter(|change| change.tag() == DiffTag::Equal).copied();
    let (begin, end) = (same(changes.first()), same(changes.last()));
    let (old_index, new_index) = begin.map_or((0, 0), |same| (same.old_range().end, same.new_range().end));
    let (old_end, new_end) =
        end.map_or((old_words, new_words), |same| (same.old_range().start, same.new_range().start));
    let (old_len, new_len) = (old_end - old_index, new_end - new_index);
    let all = DiffOp::Replace { old_index, old_len, new_index, new_len };
    begin.into_iter().chain([all]).chain(end).collect()
}

/// Takes from the beginning of a text as many bytes as `words`, which the text begins with, have together.
fn take<'a>(rest: &mut &'a str, words: Option<&[&str]>) -> &'a str {
    let length = words.unwrap_or_default().iter().map(|word| word.len()).sum();
    let (taken, left) = rest.split_at_checked(length).unwrap_or((rest, ""));
    *rest = left;
    taken
}

/// Cuts a text into words, single white space and marks, and the characters of scripts that part no words.
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
    use std::mem::discriminant;

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
    fn one_word_is_found_in_a_megabyte() {
        let words: String = (0..150_000).map(|number| format!("w{number} ")).collect();
        assert!(words.len() > 1_000_000);
        let (before, behind) = words.split_at(words.len() / 2);
        let (first, second) = (format!("{before}[old]{behind}"), format!("{before}[new]{behind}"));
        let pieces = difference(&first, &second);
        assert_eq!(pieces[1..3], [Removed("old"), Added("new")]);
        assert_eq!(pieces.len(), 4);
    }

    #[test]
    fn too_many_changes_are_one() {
        let old: String = (0..12_000).map(|number| format!("a{} ", number % 5_000)).collect();
        let new: String =
            (0..12_000).map(|number| format!("{}{} ", ['a', 'b'][number % 2], number * 7 % 4_999)).collect();
        let (first, second) = (format!("begin {old}end"), format!("begin {new}end"));
        let pieces = difference(&first, &second);
        // Both begin with `a0` and end with a blank.
        let (old, new) = (old.trim_start_matches("a0 ").trim_end(), new.trim_start_matches("a0 ").trim_end());
        assert_eq!(pieces, [Same("begin a0 "), Removed(old), Added(new), Same(" end")]);
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
