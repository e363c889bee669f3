//! Lines as a bulleted list.

use std::ops::Range;

use super::Change;
use super::lines::touched;

/// Makes the lines that a selection touches a bulleted list, or plain lines again where all of them are items. An empty field,
/// or an empty line, gets the first bullet.
pub fn bulleted_list(text: &str, selection: &Range<usize>) -> Change {
    let place = touched(text, selection);
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
    let selection = if lines.contains('\n') { place.start..end } else { end..end };
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
