//! Lines as a bulleted list.

use std::ops::Range;

use super::Change;
use super::change::within;
use super::lines::touched;

/// Makes the lines that a selection touches a bulleted list, or plain lines again where all of them are items. An empty field,
/// or an empty line, gets the first bullet. A caret stays where it was among the words.
pub fn bulleted_list(text: &str, selection: &Range<usize>) -> Change {
    let selection = within(text, selection);
    let place = touched(text, &selection);
    let lines = text.get(place.clone()).unwrap_or_default();
    let mut said = lines.split('\n').filter(|line| !line.trim().is_empty()).peekable();
    let replacement = if said.peek().is_none() {
        "* ".to_owned()
    } else if said.all(|line| line.starts_with('*')) {
        each(lines, |line| line.strip_prefix('*').unwrap_or(line).trim_start().to_owned())
    } else {
        each(lines, item)
    };
    let end = place.start + replacement.len();
    let selection = if selection.is_empty() {
        // All that changes stands before the words.
        let behind = place.end.saturating_sub(selection.start).min(replacement.len());
        let caret = replacement.floor_char_boundary(replacement.len() - behind);
        place.start + caret..place.start + caret
    } else if lines.contains('\n') {
        place.start..end
    } else {
        end..end
    };
    Change { place, replacement, selection }
}

fn item(line: &str) -> String {
    if line.trim().is_empty() || line.starts_with('*') {
        line.to_owned()
    } else {
        format!("* {}", line.trim_start().trim_start_matches(['•', '·', '#']).trim_start())
    }
}

fn each(lines: &str, change: impl Fn(&str) -> String) -> String {
    lines.split('\n').map(change).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_stays_a_caret_among_its_words() {
        let cases = [
            ("|", "* |"),
            ("one two|", "* one two|"),
            ("on|e", "* on|e"),
            ("|one", "* |one"),
            ("* on|e", "on|e"),
            ("*| one", "|one"),
            ("a\n• zw|ölf\nb", "a\n* zw|ölf\nb"),
        ];
        for (before, after) in cases {
            let caret = before.find('|').unwrap();
            let text = before.replace('|', "");
            let change = bulleted_list(&text, &(caret..caret));
            let mut made = change.apply(&text);
            assert!(change.selection.is_empty(), "{before}");
            made.insert(change.selection.start, '|');
            assert_eq!(made, after, "{before}");
        }
    }

    #[test]
    fn lines_become_items_and_lines_again() {
        let cases = [
            ("", 0..0, "* "),
            ("one", 1..1, "* one"),
            ("* one", 1..1, "one"),
            ("one\ntwo\n\nthree", 0..14, "* one\n* two\n\n* three"),
            ("* one\n** two", 0..12, "one\n* two"),
            ("* one\ntwo", 0..9, "* one\n* two"),
            ("• one\n# two", 0..13, "* one\n* two"),
            ("one\n\ntwo", 4..4, "one\n* \ntwo"),
        ];
        for (text, selection, after) in cases {
            assert_eq!(bulleted_list(text, &selection).apply(text), after, "{text:?}");
        }
    }
}
