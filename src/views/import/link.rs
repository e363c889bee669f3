//! A link that carries drafts, read: decoded, inflated within its limits, and through the gate for files.

use super::reader::Read;
use crate::browser::deflate::{self, DeflateError};
use crate::browser::nfc;
use report::draft::file::DraftCopy;
use report::draft::link::{INFLATED_BYTES, LinkError, decode_payload, link_payload, read_inflated};
use report::form::Form;
use report::import::{Import, ImportError, SourceKind, recognize};

/// Returns whether a text is a link that carries drafts, maybe in a message, and no report itself.
pub(super) fn is_link(form: &Form, text: &str) -> bool {
    link_payload(text).is_some() && recognize(form, text) == SourceKind::PageText
}

/// Reads the drafts that the first link in a text carries.
pub(super) async fn read(text: &str) -> Read {
    drafts(text).await.map(Import::Drafts).map_err(ImportError::Link)
}

async fn drafts(text: &str) -> Result<Vec<DraftCopy>, LinkError> {
    let deflated = decode_payload(link_payload(text).unwrap_or_default())?;
    let inflated = deflate::inflate(&deflated, INFLATED_BYTES).await.map_err(|error| match error {
        DeflateError::NoStream => LinkError::NoStream,
        DeflateError::Broken => LinkError::Broken,
        DeflateError::TooLarge => LinkError::TooLarge,
    })?;
    read_inflated(&inflated, &nfc)
}
