//! Bold words.

use std::ops::Range;

use super::Change;
use super::change::within;
use super::lines::touched;

/// The apostrophes on both sides of bold words in an answer's source.
const MARK: &str = "'''";

/// Makes the selected words bold, line by line, or plain again where they are bold as a whole. Without a selection
/// the word around the caret is meant; where there is none, the caret stands between two marks to type between.
pub fn bold(text: &str, selection: &Range<usize>) -> Change {
    let selection = within(text, selection);
    let place =
        if selection.is_empty() { word_around(text, selection.start) } else { trimmed(text, selection) };
    if let Some(change) = plain_again(text, &place) {
        return change;
    }
    let words = text.get(place.clone()).unwrap_or_default();
    if words.is_empty() {
        let caret = place.start + MARK.len();
        return Change { place, replacement: MARK.repeat(2), selection: caret..caret };
    }
    let lines: Vec<String> = words.split('\n').map(bold_line).collect();
    let replacement = lines.join("\n");
    let selection = place.start..place.start + replacement.len();
    Change { place, replacement, selection }
}

/// Makes one line bold, but for the list's mark before it and blanks around it.
fn bold_line(line: &str) -> String {
    let words = line.trim_start_matches(['*', '#', ' ']).trim_end();
    if words.is_empty() {
        return line.to_owned();
    }
    let start = line.len() - line.trim_start_matches(['*', '#', ' ']).len();
    let (before, rest) = line.split_at(start);
    let after = rest.get(words.len()..).unwrap_or_default();
    format!("{before}{MARK}{words}{MARK}{after}")
}

/// Takes the marks away from bold words, inside or right outside of the place. `None` where the words are not bold.
fn plain_again(text: &str, place: &Range<usize>) -> Option<Change> {
    let words = text.get(place.clone())?;
    if let Some(inner) = words.strip_prefix(MARK).and_then(|rest| rest.strip_suffix(MARK))
        && !inner.contains(MARK)
    {
        let selection = place.start..place.start + inner.len();
        return Some(Change { place: place.clone(), replacement: inner.to_owned(), selection });
    }
    let before = text.get(..place.start)?.ends_with(MARK);
    let after = text.get(place.end..)?.starts_with(MARK);
    if !before || !after || words.contains(MARK) || bold_begins_after(text, place.start) {
        return None;
    }
    let start = place.start - MARK.len();
    let outer = start..place.end + MARK.len();
    Some(Change { place: outer, replacement: words.to_owned(), selection: start..start + words.len() })
}

/// Returns whether the mark right before the byte `at` ends bold words instead of beginning them: the line has an even number of
/// marks up to there.
fn bold_begins_after(text: &str, at: usize) -> bool {
    let line = touched(text, &(at..at)).start;
    text.get(line..at).is_some_and(|before| before.matches(MARK).count().is_multiple_of(2))
}

fn trimmed(text: &str, selection: Range<usize>) -> Range<usize> {
    let words = text.get(selection.clone()).unwrap_or_default();
    let start = selection.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

fn word_around(text: &str, at: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_letter = |character: char| character.is_alphanumeric();
    let start = before.trim_end_matches(is_letter).len();
    let end = text.len() - after.trim_start_matches(is_letter).len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_become_bold_and_plain_again() {
        let cases = [
            ("a word here", 2..6, "a '''word''' here"),
            ("a word here", 3..3, "a '''word''' here"),
            ("a word here", 1..7, "a '''word''' here"),
            ("a '''word''' here", 2..12, "a word here"),
            ("a '''word''' here", 5..9, "a word here"),
            ("'''a''' b '''c'''", 8..9, "'''a''' '''b''' '''c'''"),
            ("* one\n* two", 0..11, "* '''one'''\n* '''two'''"),
            ("", 0..0, "''''''"),
            ("a  b", 2..2, "a '''''' b"),
        ];
        for (text, selection, after) in cases {
            assert_eq!(bold(text, &selection).apply(text), after, "{text} {selection:?}");
        }
    }

    proptest! {
        #[test]
        fn any_selection_is_taken(text in "['* \nab]{0,12}", start in 0_usize..14, end in 0_usize..14) {
            let change = bold(&text, &(start..end));
            let after = change.apply(&text);
            prop_assert!(after != text || text.get(change.place.clone()) == Some(&change.replacement));
            prop_assert!(after.get(change.selection).is_some());
        }
    }
}
