//! Finds the form's questions by the words of their headings, even if a program or a person has changed the marks
//! around them.

use std::collections::HashMap;

use crate::form::{Form, QuestionId};
use crate::import::headings::key;
use crate::import::pace::Pace;

/// The greatest length of a line that is checked, in bytes: longer than any question with its marks.
const LONGEST: usize = 2_000;

/// The questions of a form by their wordings.
pub(in crate::import) struct QuestionKeys<'f> {
    questions: HashMap<String, &'f QuestionId>,
}

impl<'f> QuestionKeys<'f> {
    /// Prepares the questions of a form.
    pub(in crate::import) fn of(form: &'f Form) -> Self {
        let keyed = form.questions().map(|question| (key(&question.text), &question.id));
        Self { questions: keyed.filter(|(key, _)| !key.is_empty()).collect() }
    }

    /// Finds the question with these words, word for word, ignoring case, punctuation and a number before them.
    pub(in crate::import) fn question(&self, words: &str) -> Option<&'f QuestionId> {
        let found = self.questions.get(&key(words));
        found.or_else(|| self.questions.get(&key(without_number(words)?))).copied()
    }

    /// Returns whether any line of a text has a heading's mark and is otherwise a question.
    pub(in crate::import) async fn any_marked(&self, text: &str, pace: &Pace) -> bool {
        for line in text.split('\n') {
            let loose = LooseLine::of(line);
            if loose.is_some_and(|loose| loose.is_marked && self.question(loose.words).is_some()) {
                return true;
            }
            pace.work(line.len() + 1).await;
        }
        false
    }

    /// Returns whether a text without marks is an edition's: two or more questions have lines of their own, and other
    /// lines have links, bold or italics in source notation, which a rendered page does not have.
    pub(in crate::import) async fn any_source(&self, text: &str, pace: &Pace) -> bool {
        const MARKUP: [&str; 4] = ["[[", "''", "[https://", "[http://"];
        let (mut questions, mut has_markup) = (0, false);
        for line in text.split('\n') {
            has_markup |= MARKUP.iter().any(|mark| line.contains(mark));
            let loose = LooseLine::of(line);
            questions += usize::from(loose.is_some_and(|loose| self.question(loose.words).is_some()));
            if has_markup && questions > 1 {
                return true;
            }
            pace.work(line.len() + 1).await;
        }
        false
    }
}

/// A line that may be a changed heading.
pub(super) struct LooseLine<'t> {
    /// The line without the marks of a heading.
    pub(super) words: &'t str,
    /// Whether anything marks the line as a heading.
    pub(super) is_marked: bool,
}

impl<'t> LooseLine<'t> {
    /// Removes the marks from a line: `=` at either end, `##` before it, `**` around it. `None` for a line that cannot
    /// be a heading: an answer's line that begins with `=` has a blank before that.
    pub(super) fn of(line: &'t str) -> Option<Self> {
        let shown = line.trim();
        let is_protected = shown.starts_with('=') && !line.starts_with('=');
        if shown.is_empty() || line.len() > LONGEST || is_protected {
            return None;
        }
        let words = shown.trim_matches('=').trim();
        let words = if words.starts_with("##") { words.trim_matches('#').trim() } else { words };
        let bold = words.strip_prefix("**").and_then(|words| words.strip_suffix("**"));
        let words = bold.unwrap_or(words).trim();
        (!words.is_empty()).then_some(Self { words, is_marked: words.len() < shown.len() })
    }
}

/// Removes the number before a heading: `3.`, `3)`, `2.3`, `Question 3:`, `Q3`. `None` if there is none.
pub(super) fn without_number(words: &str) -> Option<&str> {
    let starts = |word: &&str| words.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let word = ["question", "q", "no.", "#"].into_iter().find(starts).map_or(0, str::len);
    let rest = words.get(word..)?.trim_start();
    let number = rest.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
    let digits = rest.len() - number.len();
    let is_number = rest.starts_with(|char: char| char.is_ascii_digit()) && digits <= 6;
    let words = number.trim_start_matches(|char: char| {
        char.is_whitespace() || matches!(char, ':' | ')' | '.' | '-' | '–' | '—')
    });
    (is_number && words.len() < rest.len() && !words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_off() {
        for (words, without) in [
            ("3. What is it?", Some("What is it?")),
            ("3) What is it?", Some("What is it?")),
            ("2.3 What is it?", Some("What is it?")),
            ("2.3. What is it?", Some("What is it?")),
            ("Question 3: What is it?", Some("What is it?")),
            ("QUESTION 3 – WHAT IS IT?", Some("WHAT IS IT?")),
            ("Q12 What is it?", Some("What is it?")),
            ("#4 What is it?", Some("What is it?")),
            ("What is it?", None),
            ("Questions", None),
            ("2024", None),
            ("", None),
            ("3.", None),
            ("1234567 What is it?", None),
        ] {
            assert_eq!(without_number(words), without, "{words}");
        }
    }

    #[test]
    fn marks_come_off() {
        for (line, words) in [
            ("=== What is it? ===", Some(("What is it?", true))),
            ("===What is it?", Some(("What is it?", true))),
            ("What is it? ==", Some(("What is it?", true))),
            ("### What is it?", Some(("What is it?", true))),
            ("**What is it?**", Some(("What is it?", true))),
            ("\u{a0} What is it? ", Some(("What is it?", false))),
            (" === What is it? ===", None),
            ("======", None),
            ("", None),
        ] {
            let found = LooseLine::of(line);
            assert_eq!(found.map(|found| (found.words, found.is_marked)), words, "{line}");
        }
    }
}
