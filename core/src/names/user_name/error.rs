//! Why a user name is refused.

use std::fmt;

use super::MAX_BYTES;
use crate::i18n::{Message, english};
use crate::names::title::{TitleError, shown};

/// The reason why no account can have a name. `typed` is always the text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserNameError {
    /// A text of which nothing is left once blanks and prefixes are taken away.
    Empty {
        /// The text as it was given.
        typed: String,
    },
    /// An IP address.
    Address {
        /// The text as it was given.
        typed: String,
    },
    /// The web address of a page that is no user's.
    WebAddress {
        /// The text as it was given.
        typed: String,
    },
    /// An e-mail address.
    MailAddress {
        /// The text as it was given.
        typed: String,
    },
    /// A name with a colon: mostly `User:` in another language, or a prefix of another wiki.
    Colon {
        /// The text as it was given.
        typed: String,
        /// The text before the colon.
        prefix: String,
        /// The text behind the colon.
        rest: String,
    },
    /// A name with a slash: mostly a subpage of the user's.
    Slash {
        /// The text as it was given.
        typed: String,
        /// The text before the slash.
        before: String,
    },
    /// A character that no name may have.
    IllegalCharacter {
        /// The text as it was given.
        typed: String,
        /// The first character that no name may have.
        character: char,
    },
    /// A name longer than [`MAX_BYTES`].
    TooLong {
        /// The text as it was given.
        typed: String,
        /// The name's length in bytes of UTF-8.
        bytes: usize,
    },
    /// The name of a temporary account, which is given by the wiki and ends after some months.
    Temporary {
        /// The text as it was given.
        typed: String,
    },
    /// A name kept for MediaWiki's own work.
    Reserved {
        /// The text as it was given.
        typed: String,
    },
    /// A name that can't be a page's title, as the title of the user's page has to be.
    Title {
        /// The text as it was given.
        typed: String,
        /// The reason why the name is no title.
        error: TitleError,
    },
}

impl UserNameError {
    /// Returns the text as it was given.
    pub fn typed(&self) -> &str {
        match self {
            Self::Empty { typed }
            | Self::Address { typed }
            | Self::WebAddress { typed }
            | Self::MailAddress { typed }
            | Self::Colon { typed, .. }
            | Self::Slash { typed, .. }
            | Self::IllegalCharacter { typed, .. }
            | Self::TooLong { typed, .. }
            | Self::Temporary { typed }
            | Self::Reserved { typed }
            | Self::Title { typed, .. } => typed,
        }
    }

    /// Returns what to tell the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty { .. } => Message::new("user-name-empty"),
            Self::Address { typed } => Message::new("user-name-address").with(typed),
            Self::WebAddress { typed } => Message::new("user-name-web-address").with(typed),
            Self::MailAddress { typed } => Message::new("user-name-mail-address").with(typed),
            Self::Colon { typed, prefix, rest } if rest.is_empty() => {
                Message::new("user-name-colon-end").with(typed).with(prefix)
            }
            Self::Colon { typed, prefix, rest } => {
                Message::new("user-name-colon").with(typed).with(prefix).with(rest)
            }
            Self::Slash { typed, before } if before.is_empty() => {
                Message::new("user-name-slash-start").with(typed)
            }
            Self::Slash { typed, before } => Message::new("user-name-slash").with(typed).with(before),
            Self::IllegalCharacter { typed, character } => {
                Message::new("user-name-illegal-character").with(typed).with(shown(*character))
            }
            Self::TooLong { typed, bytes } => {
                Message::new("user-name-too-long").with(typed).with(bytes).with(MAX_BYTES)
            }
            Self::Temporary { typed } => Message::new("user-name-temporary").with(typed),
            Self::Reserved { typed } => Message::new("user-name-reserved").with(typed),
            Self::Title { typed, .. } => Message::new("user-name-no-title").with(typed),
        }
    }
}

impl fmt::Display for UserNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for UserNameError {}
