//! Drafts as a JSON file, for people and programs: `docs/file-format.md` specifies it.
//!
//! ```json
//! { "format": "affiliate-report-builder", "version": 1, "drafts": [ … ] }
//! ```
//!
//! Written drafts are read back equal. A file that is damaged, cut, foreign or newer gives an error that says what is
//! wrong and where, never an empty or a shorter draft: every field must be present, and no name may occur twice.
//! Fields this version does not know are kept and written back, on every level. A copy of a draft carries the edits
//! that it consists of, so that it can be merged ([`DraftCopy`]).

mod copy;
mod error;
mod excess;
pub(super) mod fields;
mod migrations;
pub(super) mod reader;
#[cfg(test)]
mod tests;
pub(super) mod writer;

#[cfg(test)]
pub(crate) use copy::file_of_earlier_version;
pub use copy::{CopiedEdits, DraftCopy, read_copies};
pub use error::{Expected, FileError};
pub use excess::Excess;

use super::{Draft, Nfc};
use crate::json;

/// The value of `format` in each of this app's files.
pub const FORMAT: &str = "affiliate-report-builder";

/// The version that is written. Older ones are migrated when read, newer ones refused.
pub const VERSION: u64 = migrations::CURRENT;

/// The content of a file: one draft, or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftFile {
    /// The drafts in the file's order. Two may have the same id if one was copied by hand; both are included.
    pub drafts: Vec<Draft>,
    /// The fields of a newer version's file, written back unchanged.
    unknown: json::Fields,
}

impl DraftFile {
    /// Makes a file of drafts.
    pub fn of(drafts: Vec<Draft>) -> Self {
        Self { drafts, unknown: json::Fields::new() }
    }

    /// Reads a file. A byte order mark before it is skipped.
    ///
    /// # Errors
    /// [`FileError`] if the file is not one of this app's, is damaged, or passes one of the [`limits`](super::limits).
    pub fn read(text: &str, nfc: Nfc<'_>) -> Result<Self, FileError> {
        reader::read(text, nfc).map(|(file, _)| file)
    }

    /// Reads a file's bytes, which have to be UTF-8.
    ///
    /// A browser's own `File.text()` would silently replace damaged bytes.
    ///
    /// # Errors
    /// As [`read`](Self::read), and [`FileError::NotUtf8`].
    pub fn read_bytes(bytes: &[u8], nfc: Nfc<'_>) -> Result<Self, FileError> {
        reader::check_size(bytes.len())?;
        let text = str::from_utf8(bytes).map_err(|error| FileError::NotUtf8 { byte: error.valid_up_to() })?;
        Self::read(text, nfc)
    }

    /// Writes the file: the same text for the same drafts, one field per line, without a final line end, so that any
    /// truncation is noticed.
    ///
    /// # Errors
    /// [`Excess::Drafts`] or [`Excess::File`], if the file could not be read back. A single draft always can.
    pub fn write(&self) -> Result<String, FileError> {
        writer::write(&self.drafts, &self.unknown)
    }
}

/// Writes drafts as a file, see [`DraftFile::write`].
///
/// # Errors
/// If there are more drafts than a file may hold.
pub fn write(drafts: &[Draft]) -> Result<String, FileError> {
    writer::write(drafts, &json::Fields::new())
}

/// Writes copies of drafts as a file.
///
/// # Errors
/// If there are more drafts than a file may hold.
pub fn write_copies(copies: &[DraftCopy]) -> Result<String, FileError> {
    writer::write_copies(copies)
}

/// Writes copies of drafts as a file in one line, without blanks for readability.
///
/// # Errors
/// If there are more drafts than a file may hold.
pub fn write_short(copies: &[DraftCopy]) -> Result<String, FileError> {
    writer::write_short(copies)
}

/// Reads a file's drafts, see [`DraftFile::read`], which keeps the file's own unknown fields too.
///
/// # Errors
/// If the file is not one of this app's, is damaged, or passes a limit.
pub fn read(text: &str, nfc: Nfc<'_>) -> Result<Vec<Draft>, FileError> {
    DraftFile::read(text, nfc).map(|file| file.drafts)
}
