//! Lines of a text: those a selection touches, and lines put in and taken out as wholes.

use std::ops::Range;

use super::Change;
use super::change::within;

/// Finds the whole lines that a selection touches, without the last one's end. A selection that ends at the very start of a
/// line does not touch that line.
pub(super) fn touched(text: &str, selection: &Range<usize>) -> Range<usize> {
    let selection = within(text, selection);
    let start = text.get(..selection.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let selected = text.get(start..selection.end).unwrap_or_default();
    let last = start + selected.strip_suffix('\n').unwrap_or(selected).len();
    let end = text.get(last..).and_then(|after| after.find('\n')).map_or(text.len(), |at| last + at);
    start..end
}

/// Puts a line at the end of a text, or takes it out where it is a line of its own already. Blanks around a line do
/// not count, nor does a list's mark before it; a line put in has the mark of the one before.
pub fn toggle_line(text: &str, words: &str) -> Option<Change> {
    let after = if has_line(text, words) { without_line(text, words) } else { with_line(text, words) };
    Change::between(text, &after)
}

/// Returns whether some line says just `words`, but for blanks and a list's mark.
pub fn has_line(text: &str, words: &str) -> bool {
    text.lines().any(|line| unmarked(line) == words)
}

fn without_line(text: &str, words: &str) -> String {
    let kept: Vec<&str> = text.lines().filter(|line| unmarked(line) != words).collect();
    kept.join("\n")
}

fn with_line(text: &str, words: &str) -> String {
    let text = text.trim_end();
    match text.lines().next_back() {
        None => words.to_owned(),
        Some(last) if last.starts_with('*') => format!("{text}\n* {words}"),
        Some(last) if last.starts_with('#') => format!("{text}\n# {words}"),
        Some(_) => format!("{text}\n{words}"),
    }
}

fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['*', '#']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_touched_as_wholes() {
        let text = "one\ntwo\nthree";
        for (selection, lines) in
            [(0..0, "one"), (5..5, "two"), (0..4, "one"), (0..5, "one\ntwo"), (13..99, "three"), (2..9, text)]
        {
            assert_eq!(text.get(touched(text, &selection)), Some(lines), "{selection:?}");
        }
        assert_eq!(touched("", &(3..9)), 0..0);
    }

    #[test]
    fn lines_come_and_go() {
        let cases = [
            ("", "A", "A"),
            ("A", "B", "A\nB"),
            ("A\nB\n", "A", "B"),
            ("* A", "B", "* A\n* B"),
            ("# A\n# B", "B", "# A"),
            ("About A", "A", "About A\nA"),
        ];
        for (text, words, after) in cases {
            assert_eq!(
                toggle_line(text, words).map(|change| change.apply(text)).as_deref(),
                Some(after),
                "{text}"
            );
        }
    }
}
