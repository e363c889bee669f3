//! Reads a link that carries drafts: decodes it, inflates it within its limits, and reads the result as a file.

use super::reader::{Read, Source};
use crate::browser::deflate::{self, DeflateError};
use crate::browser::nfc;
use report::draft::file::DraftCopy;
use report::draft::link::{INFLATED_BYTES, LinkError, decode_payload, link_payload, read_inflated};
use report::form::Form;
use report::import::{Import, ImportError, SourceKind, recognize};

/// Finds a link that carries drafts in a source: by an address, or in a text (such as a message) that is not a report
/// itself.
pub(super) fn link_in<'s>(form: &Form, source: &'s Source) -> Option<&'s str> {
    match source {
        Source::Link { text } => Some(text),
        Source::Text { plain, .. } => {
            let is_link = link_payload(plain).is_some() && recognize(form, plain) == SourceKind::PageText;
            is_link.then_some(plain)
        }
        Source::Nothing | Source::File { .. } | Source::Page(_) => None,
    }
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
