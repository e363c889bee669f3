//! Turns lists in plain text, as editors write them, into the marks of an answer's source.
//!
//! Etherpad's text has a tab for each level before `* ` or a number (`ExportTxt.ts`), Word's a bullet or a number and a tab. An
//! edition has no tabs: answers are normalized.

use std::borrow::Cow;

/// The bullets that may precede a tab.
const BULLETS: [char; 5] = ['•', '·', '▪', '◦', '‣'];

/// The greatest number of levels of a list.
const DEEPEST: usize = 16;

/// Replaces the marks of list items that have a tab by those of a source, `*` and `#`.
pub(super) fn with_list_marks(source: &str) -> Cow<'_, str> {
    if !source.contains('\t') {
        return Cow::Borrowed(source);
    }
    let lines = source.split('\n').map(|line| item(line).unwrap_or(Cow::Borrowed(line)));
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn item(line: &str) -> Option<Cow<'_, str>> {
    let shown = line.trim_start_matches('\t');
    let level = line.len() - shown.len();
    let (mark, words) = if level == 0 {
        let (before, words) = shown.split_once('\t')?;
        let is_bullet = before.chars().all(|char| BULLETS.contains(&char)) && before.chars().count() == 1;
        (if is_bullet { '*' } else { number(before).map(|_| '#')? }, words)
    } else if let Some(words) = shown.strip_prefix("* ") {
        ('*', words)
    } else {
        let (before, words) = shown.split_once(' ')?;
        (number(before).map(|_| '#')?, words)
    };
    let marks = mark.to_string().repeat(level.clamp(1, DEEPEST));
    Some(Cow::Owned(format!("{marks} {words}")))
}

/// Returns the number of an item, such as `2.`, `2)` and `1.2.`, without its end.
fn number(text: &str) -> Option<&str> {
    let number = text.strip_suffix(['.', ')'])?;
    let is_number = number
        .split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_number.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_editors_are_lists() {
        for (text, source) in [
            ("\t* one\n\t\t* two\n\t* three", "* one\n** two\n* three"),
            ("\t1. one\n\t\t1.1. two\n\t2. three", "# one\n## two\n# three"),
            ("•\tone\n•\ttwo", "* one\n* two"),
            ("1.\tone\n2)\ttwo", "# one\n# two"),
            ("* one\n\tindented", "* one\n\tindented"),
            ("2024.\tA year", "2024.\tA year"),
            ("a\tb", "a\tb"),
            ("\t", "\t"),
            ("no tab at all", "no tab at all"),
        ] {
            assert_eq!(with_list_marks(text), source, "{text}");
        }
    }
}
