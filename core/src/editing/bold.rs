//! Bold words.

use std::ops::Range;

use super::Change;
use super::change::{trimmed, within};
use super::lines::touched;

/// The apostrophes on both sides of bold words in an answer's source.
const MARK: &str = "'''";

/// Makes the selected words bold, line by line, or plain again where they are bold as a whole. Without a selection
/// the word around the caret is meant, or the bold words that the caret stands right outside of; the caret stays where it was
/// among the letters, and outside of the marks where it was at the word's end. Where there is no word, it stands between two
/// marks to type between.
pub fn bold(text: &str, selection: &Range<usize>) -> Change {
    let selection = within(text, selection);
    if selection.is_empty() {
        return at_caret(text, selection.start);
    }
    toggled(text, trimmed(text, selection))
}

/// Makes the word around the caret bold or plain again, and leaves the caret a caret.
fn at_caret(text: &str, caret: usize) -> Change {
    let word = word_around(text, caret);
    let place = if word.is_empty() { bold_beside(text, caret).unwrap_or(word) } else { word };
    let before = caret.saturating_sub(place.start);
    let is_at_end = before > 0 && caret >= place.end;
    let change = toggled(text, place);
    if change.selection.is_empty() {
        return change;
    }
    let end = change.place.start + change.replacement.len();
    let caret = if is_at_end {
        end
    } else if change.replacement.starts_with(MARK) {
        change.selection.start + MARK.len() + before
    } else {
        change.selection.start + before
    };
    change.selecting(caret..caret)
}

/// Makes the words in a place bold, or plain again where they are bold as a whole. The words are selected afterwards.
fn toggled(text: &str, place: Range<usize>) -> Change {
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
    if !before || !after || words.contains(MARK) || !is_bold(text, place.start) {
        return None;
    }
    let start = place.start - MARK.len();
    let outer = start..place.end + MARK.len();
    Some(Change { place: outer, replacement: words.to_owned(), selection: start..start + words.len() })
}

/// Returns whether words are bold at the byte `at`: an odd number of marks stands before it in its line. The marks are
/// found as text, since the lexer comes late and the button is there from the start; marks in `<nowiki>` count too.
fn is_bold(text: &str, at: usize) -> bool {
    let line = touched(text, &(at..at)).start;
    text.get(line..at).is_some_and(|before| !before.matches(MARK).count().is_multiple_of(2))
}

/// Finds the bold words, with their marks, that end right before the caret or begin right behind it. `None` between two empty
/// marks, and where there are none.
fn bold_beside(text: &str, caret: usize) -> Option<Range<usize>> {
    let (before, after) = text.split_at_checked(caret)?;
    if let Some(words) = before.strip_suffix(MARK) {
        let start = words.rfind(MARK)?;
        let inner = words.get(start + MARK.len()..)?;
        let is_bold = !inner.is_empty() && !inner.contains('\n') && is_bold(text, start + MARK.len());
        return is_bold.then_some(start..caret);
    }
    let rest = after.strip_prefix(MARK)?;
    let length = rest.find(MARK)?;
    let inner = rest.get(..length)?;
    let is_bold = !inner.is_empty() && !inner.contains('\n') && is_bold(text, caret + MARK.len());
    is_bold.then_some(caret..caret + length + 2 * MARK.len())
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
            ("''a'' '''word'''", 9..13, "''a'' word"),
            ("", 0..0, "''''''"),
            ("a  b", 2..2, "a '''''' b"),
        ];
        for (text, selection, after) in cases {
            assert_eq!(bold(text, &selection).apply(text), after, "{text} {selection:?}");
        }
    }

    #[test]
    fn a_caret_stays_a_caret_among_its_letters() {
        let cases = [
            ("see hello|", "see '''hello'''|"),
            ("see hel|lo", "see '''hel|lo'''"),
            ("see |hello", "see '''|hello'''"),
            ("'''hel|lo''' you", "hel|lo you"),
            ("'''|hello''' you", "|hello you"),
            ("'''hello|''' you", "hello| you"),
            ("see '''hello'''| you", "see hello| you"),
            ("see |'''hello you'''", "see |hello you"),
            ("* Tëst| of it", "* '''Tëst'''| of it"),
            ("देवनागरी|", "'''देवनागरी'''|"),
            ("one | two", "one '''|''' two"),
            ("one '''|''' two", "one | two"),
        ];
        for (before, after) in cases {
            let caret = before.find('|').unwrap();
            let text = before.replace('|', "");
            let change = bold(&text, &(caret..caret));
            let mut made = change.apply(&text);
            assert!(change.selection.is_empty(), "{before}");
            made.insert(change.selection.start, '|');
            assert_eq!(made, after, "{before}");
        }
    }

    proptest! {
        #[test]
        fn any_selection_is_taken(text in "['* \nab]{0,12}", start in 0_usize..14, end in 0_usize..14) {
            let change = bold(&text, &(start..end));
            let after = change.apply(&text);
            prop_assert!(after != text || text.get(change.place.clone()) == Some(&change.replacement));
            prop_assert!(after.get(change.selection.clone()).is_some());
            prop_assert!(start < end || change.selection.is_empty());
        }
    }
}
