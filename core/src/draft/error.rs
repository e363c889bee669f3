//! Why an edit was refused. The draft is then unchanged.

use std::fmt;

use super::limits;
use crate::i18n::{Message, english};

/// The reason why an edit of a draft was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftError {
    /// An answer longer than [`limits::ANSWER_BYTES`].
    AnswerTooLong {
        /// The answer's length, in bytes of UTF-8.
        bytes: usize,
    },
    /// A note, summary or part of a title longer than [`limits::SHORT_BYTES`].
    ShortTextTooLong {
        /// The text's length, in bytes of UTF-8.
        bytes: usize,
    },
    /// All texts together longer than [`limits::DRAFT_BYTES`].
    DraftTooLong {
        /// The length that the texts would have together, in bytes of UTF-8.
        bytes: usize,
    },
    /// More answers than [`limits::ANSWERS`].
    TooManyAnswers,
    /// A question's id that is empty or longer than [`limits::QUESTION_ID_BYTES`].
    QuestionId {
        /// The id that was refused.
        id: String,
    },
}

impl DraftError {
    /// Returns the message that tells the writer what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::AnswerTooLong { bytes } => Message::new("draft-answer-too-long")
                .with(kilobytes(*bytes))
                .with(kilobytes(limits::ANSWER_BYTES)),
            Self::ShortTextTooLong { bytes } => Message::new("draft-short-text-too-long")
                .with(kilobytes(*bytes))
                .with(kilobytes(limits::SHORT_BYTES)),
            Self::DraftTooLong { bytes } => {
                Message::new("draft-too-long").with(kilobytes(*bytes)).with(kilobytes(limits::DRAFT_BYTES))
            }
            Self::TooManyAnswers => Message::new("draft-too-many-answers").with(limits::ANSWERS),
            Self::QuestionId { id } => {
                Message::new("draft-question-id").with(excerpt(id)).with(limits::QUESTION_ID_BYTES)
            }
        }
    }
}

impl fmt::Display for DraftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for DraftError {}

/// Rounds bytes up to whole kilobytes (1,024 bytes): so a text above a limit never shows the limit's own number.
pub(super) fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

/// Cuts a text to at most 40 characters, for a message.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
