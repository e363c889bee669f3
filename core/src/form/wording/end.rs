//! Where a question ends on a line and the answer begins.

use super::vocabulary::Token;

/// Returns whether a question can end behind the word `last`: its own final punctuation or a cell's border stands before the
/// byte `next` where the next word starts, outside of brackets.
pub(super) fn ends_here(line: &str, last: &Token, next: usize) -> bool {
    let mut brackets = last.brackets;
    for character in line.get(last.end..next).unwrap_or_default().chars() {
        match character {
            '(' | '（' => brackets = brackets.saturating_add(1),
            ')' | '）' => {
                brackets = brackets.saturating_sub(1);
                if brackets == 0 {
                    return true;
                }
            }
            '?' | '.' | ':' | ';' | '!' | '\t' | '|' | '？' | '：' | '。' if brackets == 0 => return true,
            _ => {}
        }
    }
    false
}

/// Returns the byte where the answer begins on a line whose question ends with the word `last`.
///
/// Skips the question's own `tail` or what stands in its place, one colon or cell border, and blanks. The answer's own
/// first characters (a bracket, a dash, a digit, a quote) stay.
pub(super) fn answer_start(line: &str, first: usize, last: &Token, tail: &str) -> usize {
    let mut rest = Rest { line, at: last.end };
    if !rest.skip_tail(tail) {
        let ends = if last.brackets > 0 {
            &['?', '.', ')', '!', '？', '。', '）'][..]
        } else {
            &['?', '.', '!', '？', '。']
        };
        while rest.skip_one(ends) && last.brackets > 0 {}
    }
    if line.get(..first).is_some_and(|before| before.contains(OPENING)) {
        while rest.skip_one(&CLOSING) {}
    }
    rest.skip_example();
    rest.skip_blanks();
    rest.skip_one(&[':', '：', ';']);
    rest.skip_blanks();
    if rest.skip_one(&['|']) {
        rest.skip_one(&['|']);
        rest.skip_blanks();
    }
    rest.at
}

const OPENING: [char; 8] = ['"', '“', '„', '«', '\'', '‘', '*', '_'];
const CLOSING: [char; 7] = ['"', '”', '»', '\'', '’', '*', '_'];

/// The length of the longest example in brackets that is taken for the question's, in bytes.
const LONGEST_EXAMPLE: usize = 600;

struct Rest<'l> {
    line: &'l str,
    at: usize,
}

impl Rest<'_> {
    fn text(&self) -> &str {
        self.line.get(self.at..).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        self.at = self.line.len() - self.text().trim_start_matches(is_blank).len();
    }

    fn skip_one(&mut self, characters: &[char]) -> bool {
        let first = self.text().chars().next().filter(|first| characters.contains(first));
        self.at += first.map_or(0, char::len_utf8);
        first.is_some()
    }

    /// Skips the characters of the question's tail as far as they are there, in order, blanks between them too. Returns whether
    /// there was any.
    fn skip_tail(&mut self, tail: &str) -> bool {
        let mut any = false;
        for character in tail.chars().filter(|c| !c.is_whitespace()) {
            let before = self.at;
            self.skip_blanks();
            if self.skip_one(&[character, wide(character)]) {
                any = true;
            } else {
                self.at = before;
            }
        }
        any
    }

    /// Skips an example `(e.g. …)`: no answer starts like that, but other years' questions end like that.
    fn skip_example(&mut self) {
        let text = self.text().trim_start_matches(is_blank);
        let start = text.get(..5).unwrap_or_default().to_ascii_lowercase();
        if start != "(e.g." && start != "(i.e." {
            return;
        }
        if let Some((close, _)) =
            text.char_indices().take_while(|(at, _)| *at < LONGEST_EXAMPLE).find(|(_, c)| *c == ')')
        {
            self.at = self.line.len() - text.len() + close + 1;
        }
    }
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || super::words::is_invisible(character)
}

/// Returns the full-width form of a character that Chinese and Japanese keyboards type.
fn wide(character: char) -> char {
    match character {
        '?' => '？',
        '.' => '。',
        ')' => '）',
        other => other,
    }
}
