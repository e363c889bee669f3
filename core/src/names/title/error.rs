//! Why a title is refused.

use std::fmt;

use crate::i18n::{Message, english};

/// The reason why a text is no page title. `typed` is always the text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TitleError {
    /// A text of which nothing is left once blanks and the namespace are taken away.
    Empty {
        /// The text as it was given.
        typed: String,
    },
    /// A character that no title may have.
    IllegalCharacter {
        /// The text as it was given.
        typed: String,
        /// The first character that no title may have.
        character: char,
    },
    /// A code of `%` and two hexadecimal digits.
    PercentCode {
        /// The text as it was given.
        typed: String,
        /// The first such code: `%20`.
        code: String,
    },
    /// An HTML character reference, or what looks like one.
    CharacterReference {
        /// The text as it was given.
        typed: String,
        /// The first reference: `&amp;`.
        reference: String,
    },
    /// A `.` or `..` as a part between slashes.
    RelativePart {
        /// The text as it was given.
        typed: String,
    },
    /// Three tildes in a row.
    Tildes {
        /// The text as it was given.
        typed: String,
    },
    /// A title longer than the limit.
    TooLong {
        /// The text as it was given.
        typed: String,
        /// The title's length in bytes of UTF-8, without its namespace.
        bytes: usize,
        /// The length in bytes of the longest title allowed.
        limit: usize,
    },
    /// A `Talk:` before the name of a namespace.
    TalkOfNamespace {
        /// The text as it was given.
        typed: String,
    },
    /// A colon at the start, where a leading colon has been taken away already.
    LeadingColon {
        /// The text as it was given.
        typed: String,
    },
}

impl TitleError {
    /// Returns the text as it was given.
    pub fn typed(&self) -> &str {
        match self {
            Self::Empty { typed }
            | Self::IllegalCharacter { typed, .. }
            | Self::PercentCode { typed, .. }
            | Self::CharacterReference { typed, .. }
            | Self::RelativePart { typed }
            | Self::Tildes { typed }
            | Self::TooLong { typed, .. }
            | Self::TalkOfNamespace { typed }
            | Self::LeadingColon { typed } => typed,
        }
    }

    /// Returns what to tell the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty { .. } => Message::new("title-empty"),
            Self::IllegalCharacter { typed, character: '\n' | '\r' } => {
                Message::new("title-line-break").with(typed)
            }
            Self::IllegalCharacter { typed, character } => {
                Message::new("title-illegal-character").with(typed).with(shown(*character))
            }
            Self::PercentCode { typed, code } => Message::new("title-percent-code").with(typed).with(code),
            Self::CharacterReference { typed, reference } => {
                Message::new("title-character-reference").with(typed).with(reference)
            }
            Self::RelativePart { typed } => Message::new("title-relative-part").with(typed),
            Self::Tildes { typed } => Message::new("title-tildes").with(typed),
            Self::TooLong { typed, bytes, limit } => {
                Message::new("title-too-long").with(typed).with(bytes).with(limit)
            }
            Self::TalkOfNamespace { typed } => Message::new("title-talk-of-namespace").with(typed),
            Self::LeadingColon { typed } => Message::new("title-leading-colon").with(typed),
        }
    }
}

impl fmt::Display for TitleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for TitleError {}

/// Writes a character for people to see: itself, or its number (`U+200B`) where there is nothing to see.
pub(in crate::names) fn shown(character: char) -> String {
    let invisible =
        character.is_control() || character.is_whitespace() || ('\u{2000}'..='\u{206f}').contains(&character);
    if invisible
        || ('\u{e000}'..='\u{f8ff}').contains(&character)
        || ('\u{fff0}'..='\u{ffff}').contains(&character)
    {
        format!("U+{:04X}", u32::from(character))
    } else {
        character.to_string()
    }
}
