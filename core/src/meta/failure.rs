//! Why there is no answer.

use std::fmt;

use crate::i18n::{Message, english};

/// The reason why a request to the wiki has brought nothing. [`Failure::message`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A request that nothing came back from: without a network, or refused before the wiki itself. Browsers do not tell which.
    Unreachable,
    /// A request that took longer than it may.
    TimedOut {
        /// The time that was waited, in seconds.
        seconds: u32,
    },
    /// A request that the writer has called off.
    Cancelled,
    /// A page that must not ask anybody: a file opened from a disk.
    FromAFile,
    /// A refusal because too much was asked from this place lately.
    TooMany {
        /// The time after which it may be asked again, in seconds, if the wiki said so.
        seconds: Option<u32>,
    },
    /// Another refusal of the server.
    Status {
        /// The status of HTTP.
        status: u16,
    },
    /// An answer that is larger than any that can be right.
    TooLarge {
        /// The size that answers may have, in bytes.
        limit: usize,
    },
    /// An answer that is no JSON: a web page, as where a network wants one to log in.
    NotJson,
    /// A refusal of the wiki.
    Refused {
        /// The wiki's code for the refusal: `readonly`.
        code: String,
        /// The wiki's words for the refusal.
        info: String,
    },
    /// JSON that is no answer to what was asked.
    Unexpected,
    /// More requests for one purpose than are made.
    TooLong {
        /// The number of requests that are made at most.
        most: usize,
    },
}

impl Failure {
    /// Returns what to tell the writer.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreachable => Message::new("meta-unreachable"),
            Self::TimedOut { seconds } => Message::new("meta-timed-out").with(seconds),
            Self::Cancelled => Message::new("meta-cancelled"),
            Self::FromAFile => Message::new("meta-from-a-file"),
            Self::TooMany { seconds: Some(seconds) } => Message::new("meta-too-many").with(seconds),
            Self::TooMany { seconds: None } => Message::new("meta-too-many-some-time"),
            Self::Status { status } => Message::new("meta-status").with(status),
            Self::TooLarge { limit } => Message::new("meta-too-large").with(limit / 1_000_000),
            Self::NotJson => Message::new("meta-not-json"),
            Self::Refused { code, info } => Message::new("meta-refused").with(info).with(code),
            Self::Unexpected => Message::new("meta-unexpected"),
            Self::TooLong { most } => Message::new("meta-too-long").with(most),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for Failure {}
