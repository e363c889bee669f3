//! Which limit a file passes, and by how much.

use crate::draft::error::kilobytes;
use crate::draft::limits;
use crate::i18n::Message;

/// A limit that a file passes. Bytes are those of UTF-8; a path is like `drafts[0].answers.mission.text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// A file of more than [`limits::FILE_BYTES`].
    File {
        /// The file's bytes.
        bytes: usize,
    },
    /// A file with more than [`limits::DRAFTS`] drafts.
    Drafts {
        /// The number of drafts.
        count: usize,
    },
    /// A draft with more than [`limits::MERGED_ANSWERS`] answers.
    Answers {
        /// The path of the answers.
        path: String,
        /// The number of answers.
        count: usize,
    },
    /// An answer longer than [`limits::ANSWER_BYTES`], or another text longer than [`limits::SHORT_BYTES`].
    Text {
        /// The path of the text.
        path: String,
        /// The text's bytes.
        bytes: usize,
        /// The bytes that the text may have.
        limit: usize,
    },
    /// A draft's texts together longer than [`limits::MERGED_DRAFT_BYTES`].
    Draft {
        /// The path of the draft.
        path: String,
        /// The bytes of all texts together.
        bytes: usize,
    },
    /// Unknown fields together longer than [`limits::DRAFT_UNKNOWN_BYTES`] in a draft, or than [`limits::UNKNOWN_BYTES`] outside.
    Unknown {
        /// The path of the draft; `None` for the file outside its drafts.
        path: Option<String>,
        /// The bytes of the unknown fields, as JSON without blanks.
        bytes: usize,
    },
    /// An unknown field nested deeper than [`limits::UNKNOWN_DEPTH`].
    UnknownDepth {
        /// The path of the field.
        path: String,
    },
}

impl Excess {
    /// Returns the message that says which limit the file passes and what to do.
    pub fn message(&self) -> Message {
        let size = |message: Message, bytes: usize, limit: usize| {
            message.with(kilobytes(bytes)).with(kilobytes(limit))
        };
        match self {
            Self::File { bytes } => size(Message::new("file-too-large"), *bytes, limits::FILE_BYTES),
            Self::Drafts { count } => Message::new("file-too-many-drafts").with(count).with(limits::DRAFTS),
            Self::Answers { path, count } => {
                Message::new("file-too-many-answers").with(path).with(count).with(limits::MERGED_ANSWERS)
            }
            Self::Text { path, bytes, limit } => {
                size(Message::new("file-text-too-long").with(path), *bytes, *limit)
            }
            Self::Draft { path, bytes } => {
                size(Message::new("file-draft-too-long").with(path), *bytes, limits::MERGED_DRAFT_BYTES)
            }
            Self::Unknown { path: None, bytes } => {
                size(Message::new("file-unknown-too-long"), *bytes, limits::UNKNOWN_BYTES)
            }
            Self::Unknown { path: Some(path), bytes } => {
                let message = Message::new("file-draft-unknown-too-long").with(path);
                size(message, *bytes, limits::DRAFT_UNKNOWN_BYTES)
            }
            Self::UnknownDepth { path } => {
                Message::new("file-unknown-too-deep").with(path).with(limits::UNKNOWN_DEPTH)
            }
        }
    }
}
