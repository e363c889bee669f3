//! One answer as its writer left it: the text, where it came from, and the mark for later.

use super::{DraftError, Nfc, limits};
use crate::input::normalize;
use crate::json;

/// One answer of a draft: its text, always normalized and within [`limits::ANSWER_BYTES`], and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    text: String,
    origin: Origin,
    later: Option<String>,
    /// The fields of a newer version's file, written back unchanged.
    pub(super) unknown: json::Fields,
}

/// The source of an answer's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The writer typed or edited the text here.
    Typed,
    /// The text was read from a page, a text or a file, as this report's own.
    Imported,
    /// The text was taken from an earlier report.
    CarriedOver {
        /// The earlier report's year in words, as on its page: `2023`.
        from: String,
        /// Whether the writer has checked the text and confirmed that it is still true.
        checked: bool,
    },
}

impl Entry {
    /// Makes an answer without text.
    pub fn empty() -> Self {
        Self { text: String::new(), origin: Origin::Typed, later: None, unknown: json::Fields::new() }
    }

    /// Makes an answer of any origin. Its text and the year that it may be carried over from are normalized.
    ///
    /// # Errors
    /// If one of the two is longer than its limit ([`limits::ANSWER_BYTES`], [`limits::SHORT_BYTES`]).
    pub fn new(text: &str, origin: Origin, nfc: Nfc<'_>) -> Result<Self, DraftError> {
        let text = clean_answer(text, nfc)?;
        let origin = match origin {
            Origin::CarriedOver { from, checked } => {
                Origin::CarriedOver { from: clean_short(&from, nfc)?, checked }
            }
            other => other,
        };
        Ok(Self { text, origin, later: None, unknown: json::Fields::new() })
    }

    /// Makes an answer that the writer typed.
    ///
    /// # Errors
    /// If the text is longer than [`limits::ANSWER_BYTES`].
    pub fn typed(text: &str, nfc: Nfc<'_>) -> Result<Self, DraftError> {
        Self::new(text, Origin::Typed, nfc)
    }

    /// Returns the answer's source text, as its writer sees it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where the answer's text came from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Returns the private note, which may be empty, of an answer that is marked for later; `None` if it is not marked.
    pub fn later(&self) -> Option<&str> {
        self.later.as_deref()
    }

    /// Replaces the text by what the writer typed; the answer is then the writer's own.
    ///
    /// The same text again changes nothing: leaving a field unedited does not confirm its content.
    /// Returns whether anything changed.
    ///
    /// # Errors
    /// If the text is longer than [`limits::ANSWER_BYTES`]; the answer stays as it was.
    pub fn set_text(&mut self, typed: &str, nfc: Nfc<'_>) -> Result<bool, DraftError> {
        let text = clean_answer(typed, nfc)?;
        if text == self.text {
            return Ok(false);
        }
        self.text = text;
        self.origin = Origin::Typed;
        Ok(true)
    }

    /// Marks a carried-over answer as checked: it is still true. Returns whether that changed anything.
    pub fn confirm(&mut self) -> bool {
        match &mut self.origin {
            Origin::CarriedOver { checked, .. } if !*checked => {
                *checked = true;
                true
            }
            _ => false,
        }
    }

    /// Marks the answer for later, with a private note that never reaches the page.
    ///
    /// # Errors
    /// If the note is longer than [`limits::SHORT_BYTES`].
    pub fn come_back_later(&mut self, note: &str, nfc: Nfc<'_>) -> Result<(), DraftError> {
        self.later = Some(clean_short(note, nfc)?);
        Ok(())
    }

    /// Removes the mark for later and its note.
    pub fn clear_later(&mut self) {
        self.later = None;
    }

    /// Returns the length of the answer's texts, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let from = match &self.origin {
            Origin::CarriedOver { from, .. } => from.len(),
            Origin::Typed | Origin::Imported => 0,
        };
        self.text.len() + from + self.later.as_ref().map_or(0, String::len)
    }
}

fn clean_answer(text: &str, nfc: Nfc<'_>) -> Result<String, DraftError> {
    let clean = normalize(text, nfc);
    let bytes = clean.len();
    if bytes > limits::ANSWER_BYTES { Err(DraftError::AnswerTooLong { bytes }) } else { Ok(clean) }
}

/// Normalizes a note, a summary or a part of a title, and checks its length ([`limits::SHORT_BYTES`]).
pub(super) fn clean_short(text: &str, nfc: Nfc<'_>) -> Result<String, DraftError> {
    let clean = normalize(text, nfc);
    let bytes = clean.len();
    if bytes > limits::SHORT_BYTES { Err(DraftError::ShortTextTooLong { bytes }) } else { Ok(clean) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::nfc;

    fn carried_over() -> Entry {
        let origin = Origin::CarriedOver { from: "2023".into(), checked: false };
        Entry::new("ten", origin, &nfc).unwrap()
    }

    #[test]
    fn text_is_normalized() {
        let mut entry = Entry::typed("e\u{301}\r\n\u{0}a", &nfc).unwrap();
        assert_eq!(entry.text(), "é\na");
        assert_eq!(entry.set_text("é\ra", &nfc), Ok(false));
        entry.come_back_later("x\ty", &nfc).unwrap();
        assert_eq!(entry.later(), Some("x y"));
    }

    #[test]
    fn an_edit_makes_an_answer_the_writers_own() {
        let mut entry = carried_over();
        assert_eq!(entry.set_text("ten", &nfc), Ok(false));
        assert_eq!(entry, carried_over());
        assert_eq!(entry.set_text("eleven", &nfc), Ok(true));
        assert_eq!(entry.origin(), &Origin::Typed);
        assert!(!entry.confirm());
    }

    #[test]
    fn confirming_is_for_what_was_carried_over() {
        let mut entry = carried_over();
        assert!(entry.confirm());
        assert_eq!(entry.origin(), &Origin::CarriedOver { from: "2023".into(), checked: true });
        assert!(!entry.confirm());
    }

    #[test]
    fn a_mark_leaves_text_and_origin_alone() {
        let mut entry = carried_over();
        entry.come_back_later("", &nfc).unwrap();
        assert_eq!(entry.later(), Some(""));
        entry.clear_later();
        assert_eq!(entry, carried_over());
    }

    #[test]
    fn what_is_too_long_is_refused_and_changes_nothing() {
        let mut entry = carried_over();
        let longest = "x".repeat(limits::ANSWER_BYTES);
        let bytes = limits::ANSWER_BYTES + 1;
        assert_eq!(entry.set_text(&(longest.clone() + "x"), &nfc), Err(DraftError::AnswerTooLong { bytes }));
        assert_eq!(entry, carried_over());
        assert_eq!(entry.set_text(&longest, &nfc), Ok(true));

        let note = "x".repeat(limits::SHORT_BYTES + 1);
        let bytes = note.len();
        assert_eq!(entry.come_back_later(&note, &nfc), Err(DraftError::ShortTextTooLong { bytes }));
        assert_eq!(entry.later(), None);
    }
}
