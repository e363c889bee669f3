//! Reports read out of what a reviewer brings: files, pasted pages, pages of the wiki.

use std::fmt;

use crate::draft::{Draft, DraftError, DraftId, Nfc, Timestamp};
use crate::form::ParameterNames;
use crate::i18n::{Message, english};
use crate::import::{Import, ImportError, Importer, SourceKind, title_parts};
use crate::meta::Page;

/// The reason why a text or page brings no report.
#[derive(Clone, Debug, PartialEq)]
pub enum NotCollected {
    /// A text that is no report.
    Import(ImportError),
    /// A report that is larger than any that the program keeps.
    Draft(DraftError),
}

impl NotCollected {
    /// Returns the message that tells the user what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Import(error) => error.message(),
            Self::Draft(error) => error.message(),
        }
    }
}

impl From<ImportError> for NotCollected {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<DraftError> for NotCollected {
    fn from(error: DraftError) -> Self {
        Self::Draft(error)
    }
}

impl fmt::Display for NotCollected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for NotCollected {}

/// Reads the reports in a text: all drafts of a file, or the one report of a page. `id` names the latter.
///
/// # Errors
/// [`NotCollected`].
pub fn reports_in(
    importer: &Importer<'_>,
    names: &ParameterNames,
    text: &str,
    id: DraftId,
    nfc: Nfc<'_>,
    now: Timestamp,
) -> Result<Vec<Draft>, NotCollected> {
    Ok(match importer.read(names, text, None, nfc)? {
        Import::Drafts(copies) => copies.into_iter().map(|copy| copy.draft).collect(),
        Import::Reading(reading) => vec![reading.to_draft(importer.form(), id, nfc, now)?],
    })
}

/// Reads the report on a page of the wiki, whose title says the year and the affiliate's name.
///
/// # Errors
/// [`NotCollected`].
pub fn report_on(
    importer: &Importer<'_>,
    names: &ParameterNames,
    page: &Page,
    id: DraftId,
    nfc: Nfc<'_>,
    now: Timestamp,
) -> Result<Draft, NotCollected> {
    let Import::Reading(reading) = importer.read(names, &page.text, None, nfc)? else {
        return Err(ImportError::NoQuestion { kind: SourceKind::File }.into());
    };
    let mut draft = reading.to_draft(importer.form(), id, nfc, now)?;
    if let Some(parts) = title_parts(importer.form(), page.title.as_str()) {
        draft.set_page(&parts, nfc, now)?;
    }
    Ok(draft)
}
