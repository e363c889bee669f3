//! Which limit a file passes, and by how much.

use crate::draft::error::kilobytes;
use crate::draft::limits;
use crate::i18n::Message;

/// A limit that is passed. Bytes are those of UTF-8; a path is like `drafts[0].answers.mission.text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More than [`limits::FILE_BYTES`].
    File {
        /// The file's bytes.
        bytes: usize,
    },
    /// More than [`limits::DRAFTS`].
    Drafts {
        /// How many.
        count: usize,
    },
    /// More than [`limits::MERGED_ANSWERS`] in one draft.
    Answers {
        /// The answers' path.
        path: String,
        /// How many.
        count: usize,
    },
    /// An answer longer than [`limits::ANSWER_BYTES`], or another text longer than [`limits::SHORT_BYTES`].
    Text {
        /// The text's path.
        path: String,
        /// Its bytes.
        bytes: usize,
        /// The bytes it may have.
        limit: usize,
    },
    /// A draft's texts together longer than [`limits::MERGED_DRAFT_BYTES`].
    Draft {
        /// The draft's path.
        path: String,
        /// Their bytes.
        bytes: usize,
    },
    /// Unknown fields together longer than [`limits::DRAFT_UNKNOWN_BYTES`] in a draft, or than [`limits::UNKNOWN_BYTES`] outside.
    Unknown {
        /// The draft's path; `None` for the file outside its drafts.
        path: Option<String>,
        /// Their bytes, as JSON without blanks.
        bytes: usize,
    },
    /// An unknown field nested deeper than [`limits::UNKNOWN_DEPTH`].
    UnknownDepth {
        /// The field's path.
        path: String,
    },
}

impl Excess {
    /// Which limit is passed and what to do, for whoever opened the file.
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
