//! The words that a reader sees.

use std::ops::Range;

use super::Word;
use crate::letters::is_word_char;

/// Finds the words in the places that are shown, in reading order.
pub(super) fn words(text: &str, shown: &[Range<usize>]) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    for place in shown {
        let mut at = place.start;
        while at < place.end {
            let (is_word, length) = char_at(text, at);
            if !is_word {
                at += length;
                continue;
            }
            let end = word_end(text, at, place.end);
            words.push(Word { place: at..end });
            at = end;
        }
    }
    words
}

/// Finds where the word that starts at `at` ends: apostrophes and hyphens belong to it if it continues after them.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let mut end = at;
    loop {
        end = run_end(text, end, limit);
        let behind = match text.as_bytes().get(end) {
            Some(b'\'' | b'-') => end + 1,
            Some(byte)
                if !byte.is_ascii() && text.get(end..).is_some_and(|rest| rest.starts_with(['’', '‑'])) =>
            {
                end + 3
            }
            _ => return end,
        };
        if behind >= limit || !char_at(text, behind).0 {
            return end;
        }
        end = behind;
    }
}

/// Finds where letters, digits and marks end. ASCII letters, which are the most frequent, are read byte by byte.
fn run_end(text: &str, mut at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes().get(..limit).unwrap_or_default();
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        let (is_word, length) = char_at(text, at);
        if !is_word {
            return at;
        }
        at += length;
    }
}

/// Returns whether the character at the byte `at` belongs to a word, and its length in bytes.
fn char_at(text: &str, at: usize) -> (bool, usize) {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => (byte.is_ascii_alphanumeric(), 1),
        _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(char) => (is_word_char(char), char.len_utf8()),
            None => (false, 1),
        },
    }
}
