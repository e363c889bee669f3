//! What Enter does in a list.

use std::ops::Range;

use super::Change;
use super::change::within;
use super::lines::touched;

/// Replaces the selection by a new line with the marks of the list item in which the selection starts (`* `, `# `, `**
/// `). In an item without words, takes the marks away instead, which ends the list.
///
/// `None` where Enter is to make a plain line: in a line that is no item, or has no blank behind its marks (`#word`, `**word`), and
/// where the selection starts before the item's words.
pub fn continued_list(text: &str, selection: &Range<usize>) -> Option<Change> {
    let selection = within(text, selection);
    let line = touched(text, &(selection.start..selection.start));
    let item = text.get(line.clone())?;
    let marks = marks(item)?;
    if selection.start < line.start + marks.len() {
        return None;
    }
    let (place, replacement) = if selection.is_empty() && marks.len() == item.len() {
        (line, String::new())
    } else {
        (selection, format!("\n{marks}"))
    };
    let caret = place.start + replacement.len();
    Some(Change { place, replacement, selection: caret..caret })
}

const BLANKS: [char; 2] = [' ', '\t'];

/// Returns the marks that a list item begins with, with the blanks before and behind them. `None` for any other line, and where
/// no blank stands behind the marks: a word may follow that only begins with such a character.
fn marks(line: &str) -> Option<&str> {
    let indented = line.trim_start_matches(BLANKS);
    let behind = indented.trim_start_matches(['*', '#']);
    let words = behind.trim_start_matches(BLANKS);
    let is_item = behind.len() < indented.len() && words.len() < behind.len();
    is_item.then(|| line.get(..line.len() - words.len())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Presses Enter at the bar in `text`, or over what stands between two bars; `None` where that makes a plain line.
    fn entered(text: &str) -> Option<String> {
        let start = text.find('|').unwrap();
        let end = text.rfind('|').map_or(start, |end| end.saturating_sub(1).max(start));
        let text = text.replace('|', "");
        let change = continued_list(&text, &(start..end))?;
        assert!(change.selection.is_empty());
        let mut made = change.apply(&text);
        made.insert(change.selection.start, '|');
        Some(made)
    }

    #[test]
    fn a_list_goes_on_with_the_marks_of_its_item() {
        let cases = [
            ("* one|", "* one\n* |"),
            ("# one|", "# one\n# |"),
            ("** one|", "** one\n** |"),
            ("*# one|", "*# one\n*# |"),
            ("*  one|", "*  one\n*  |"),
            (" * one|", " * one\n * |"),
            ("* on|e", "* on\n* |e"),
            ("* |one", "* \n* |one"),
            ("* one\n* two|\n* three", "* one\n* two\n* |\n* three"),
            ("* one |two| three", "* one \n* | three"),
            ("* o|ne\ntw|o", "* o\n* |o"),
            ("* ज़िला|", "* ज़िला\n* |"),
        ];
        for (before, after) in cases {
            assert_eq!(entered(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn an_item_without_words_ends_the_list() {
        let cases =
            [("* |", "|"), ("* one\n* |", "* one\n|"), ("** |", "|"), ("* a\n#  |\n* b", "* a\n|\n* b")];
        for (before, after) in cases {
            assert_eq!(entered(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn elsewhere_enter_makes_a_plain_line() {
        for text in ["|", "one|", "|* one", "*| one", "**word**|", "#word|", "*|", "* one\ntwo|", "• one|"]
        {
            assert_eq!(entered(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_selection_is_taken(text in "[*# \nañ]{0,12}", start in 0_usize..14, end in 0_usize..14) {
            if let Some(change) = continued_list(&text, &(start..end)) {
                let after = change.apply(&text);
                prop_assert!(after != text && after.get(change.selection.clone()).is_some());
            }
        }
    }
}
