//! A link that carries drafts: the text of a file without blanks, deflated (RFC 1951, raw) and in base64url (RFC 4648,
//! without padding), after `#/link/`. `docs/file-format.md` specifies it.
//!
//! Inflating and deflating is up to the caller, as browsers have streams for it; this module does the steps before and
//! after.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Nfc;
use super::file::{self, DraftCopy, FileError};
use crate::i18n::{Message, english};

/// The beginning of a link's fragment; the payload follows.
pub const LINK_START: &str = "#/link/";

/// The greatest length of a link's payload, in characters.
pub const PAYLOAD_CHARS: usize = 64 << 10;

/// The greatest size that a payload may inflate to, in bytes.
pub const INFLATED_BYTES: usize = 1 << 20;

/// The greatest length of a link, in characters, that every program passes on whole: old mail programs and browsers
/// stop at 2,083.
pub const FITS_EVERYWHERE: usize = 2_000;

/// The greatest length of a link, in characters, that mail and most chats pass on whole.
pub const FITS_MOSTLY: usize = 8_000;

/// The reason why nothing was taken from a link. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A link without a payload.
    Empty,
    /// A payload of more than [`PAYLOAD_CHARS`] characters.
    TooLong {
        /// The payload's characters.
        chars: usize,
    },
    /// A payload that is cut short or was changed on its way.
    Broken,
    /// A payload that would inflate to more than [`INFLATED_BYTES`].
    TooLarge,
    /// A payload that this browser cannot inflate, as it is too old.
    NoStream,
    /// A payload whose text is not a file of drafts.
    File(FileError),
}

impl LinkError {
    /// Returns the message that says what is wrong with the link and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("import-link-empty"),
            Self::TooLong { chars } => Message::new("import-link-too-long").with(chars).with(PAYLOAD_CHARS),
            Self::Broken => Message::new("import-link-broken"),
            Self::TooLarge => Message::new("import-link-too-large").with(INFLATED_BYTES >> 10),
            Self::NoStream => Message::new("import-link-no-stream"),
            Self::File(FileError::Newer { .. }) => Message::new("import-link-newer"),
            Self::File(_) => Message::new("import-link-foreign"),
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for LinkError {}

/// Finds the first link in a text that carries drafts, and returns its payload: what follows `#/link/`, as far as it
/// can be base64url. The link may be within a message.
pub fn link_payload(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(LINK_START)?;
    let end = rest.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '-' | '_')));
    rest.get(..end.unwrap_or(rest.len()))
}

/// Decodes a payload to deflated bytes.
///
/// # Errors
/// [`LinkError::Empty`], [`LinkError::TooLong`], and [`LinkError::Broken`] for what is not base64url.
pub fn decode_payload(payload: &str) -> Result<Vec<u8>, LinkError> {
    match payload.len() {
        0 => Err(LinkError::Empty),
        chars if chars > PAYLOAD_CHARS => Err(LinkError::TooLong { chars }),
        _ => URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkError::Broken),
    }
}

/// Encodes deflated bytes as a link's fragment, `#` included.
pub fn link_fragment(deflated: &[u8]) -> String {
    format!("{LINK_START}{}", URL_SAFE_NO_PAD.encode(deflated))
}

/// Writes the text that a link carries, to be deflated.
///
/// # Errors
/// If there are more drafts than a file may hold.
pub fn link_text(copies: &[DraftCopy]) -> Result<String, FileError> {
    file::write_short(copies)
}

/// Reads an inflated payload, as a file is read.
///
/// # Errors
/// [`LinkError::TooLarge`], [`LinkError::File`], and [`LinkError::Empty`] where there is no draft.
pub fn read_inflated(bytes: &[u8], nfc: Nfc<'_>) -> Result<Vec<DraftCopy>, LinkError> {
    if bytes.len() > INFLATED_BYTES {
        return Err(LinkError::TooLarge);
    }
    let text = str::from_utf8(bytes)
        .map_err(|error| LinkError::File(FileError::NotUtf8 { byte: error.valid_up_to() }))?;
    match file::read_copies(text, nfc) {
        Ok(copies) if copies.is_empty() => Err(LinkError::Empty),
        read => read.map_err(LinkError::File),
    }
}

/// Where a link arrives whole, by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFit {
    /// A link of at most [`FITS_EVERYWHERE`] characters.
    Everywhere,
    /// A link of at most [`FITS_MOSTLY`] characters, for mail and most chats.
    Mostly,
    /// A longer link: the file is better.
    Hardly,
}

impl LinkFit {
    /// Returns where a link of `chars` characters arrives whole.
    pub fn of(chars: usize) -> Self {
        if chars <= FITS_EVERYWHERE {
            Self::Everywhere
        } else if chars <= FITS_MOSTLY {
            Self::Mostly
        } else {
            Self::Hardly
        }
    }
}

#[cfg(test)]
mod tests;
