//! How people mark the items of a list, line by line: in wiki notation, or with the marks of word processors.

use crate::letters::is_blank;

/// The mark before the words of a list's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `*` or `#`, once or several times, which makes a list on the page.
    Wiki,
    /// A bullet such as "•", which makes a list only in the writer's mind.
    Bullet,
    /// "-" or "–" and a blank, which may begin a list's item.
    Dash,
    /// A number, as in "1.", "1)" or "(1)".
    Number(u32),
}

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListLine<'a> {
    /// The mark before the item's words.
    pub mark: Mark,
    /// The number of characters before the mark.
    pub indent: usize,
    /// The item's own words, never empty.
    pub rest: &'a str,
}

/// Bullets that keyboards, word processors and chats make. `+`, `>` and `o` are left out, as they have other meanings.
/// The last ones are those of the fonts Symbol and Wingdings, which office programs write as private-use characters.
#[rustfmt::skip] // signs are read better in rows
const BULLETS: [char; 27] = [
    '•', '●', '○', '◦', '▪', '▫', '■', '□', '‣', '⁃', '∙', '·', '➢', '➤', '►', '▶', '❖', '✓', '✔', '◆',
    '\u{F0B7}', '\u{F0A7}', '\u{F0A8}', '\u{F0D8}', '\u{F0FC}', '\u{F076}', '\u{F06E}',
];

/// Returns whether a character is a bullet.
pub(super) fn is_bullet(character: char) -> bool {
    BULLETS.contains(&character)
}

impl<'a> ListLine<'a> {
    /// Reads a line of a list. `None` if it is not one.
    pub fn read(line: &'a str) -> Option<Self> {
        let start = line.trim_start_matches(is_blank);
        let indent = line.chars().count() - start.chars().count();
        let first = start.chars().next()?;
        let (mark, rest) = match first {
            '*' | '#' => (Mark::Wiki, start.trim_start_matches(['*', '#'])),
            '-' | '–' | '—' => {
                let rest = start.strip_prefix(first)?;
                rest.starts_with(is_blank).then_some((Mark::Dash, rest))?
            }
            '(' | '0'..='9' => number(start)?,
            _ if BULLETS.contains(&first) => (Mark::Bullet, start.strip_prefix(first)?),
            _ => return None,
        };
        let rest = rest.trim_matches(is_blank);
        (!rest.is_empty()).then_some(Self { mark, indent, rest })
    }
}

/// Splits the number "1.", "1)" or "(1)", up to 99, from the text after it. "1.5" and "1. 5. 2024" are not items.
fn number(line: &str) -> Option<(Mark, &str)> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let digits = inner.len() - inner.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let value = inner.get(..digits)?.parse::<u32>().ok().filter(|&value| (1..100).contains(&value))?;
    let behind = inner.get(digits..)?;
    let rest = behind
        .strip_prefix(')')
        .or_else(|| behind.strip_prefix('.').filter(|_| inner.len() == line.len()))?;
    if rest.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let next = rest.trim_start_matches(is_blank);
    let after_digits = next.trim_start_matches(|char: char| char.is_ascii_digit());
    let is_date = after_digits.len() < next.len() && after_digits.starts_with(['.', '/', '-']);
    (!is_date).then_some((Mark::Number(value), rest))
}

#[cfg(test)]
mod tests {
    use super::{ListLine, Mark};

    #[test]
    fn marks() {
        for (line, mark, rest) in [
            ("* one", Mark::Wiki, "one"),
            ("##two", Mark::Wiki, "two"),
            ("• three", Mark::Bullet, "three"),
            ("  ●\tfour", Mark::Bullet, "four"),
            ("\u{F0B7}\tfour", Mark::Bullet, "four"),
            ("- five", Mark::Dash, "five"),
            ("– six", Mark::Dash, "six"),
            ("1. seven", Mark::Number(1), "seven"),
            ("2)eight", Mark::Number(2), "eight"),
            ("(3) nine", Mark::Number(3), "nine"),
            ("4.Ten", Mark::Number(4), "Ten"),
            ("1. 2024 conference", Mark::Number(1), "2024 conference"),
        ] {
            let read = ListLine::read(line).map(|line| (line.mark, line.rest));
            assert_eq!(read, Some((mark, rest)), "{line}");
        }
    }

    #[test]
    fn no_marks() {
        for line in [
            "",
            "•",
            "1.",
            "- ",
            "-5 people",
            "1.5 million",
            "1. 5. 2024: meeting",
            "2024. A year",
            "(about) ten",
            "0. none",
            "word",
            "(1. x",
        ] {
            assert_eq!(ListLine::read(line), None, "{line}");
        }
    }
}
