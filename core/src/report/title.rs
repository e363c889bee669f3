//! The title of a report's page.

use std::fmt;

use crate::draft::PageParts;
use crate::form::Form;
use crate::i18n::{Message, english};
use crate::names::title::{PageTitle, TitleError, clean};

/// A part of a page's title that people type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
    /// The year in the title.
    Year,
    /// The affiliate's name in the title.
    Affiliate,
}

/// The reason why there is no title for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportTitleError {
    /// A part of the title that is not given.
    Missing {
        /// The part that is missing.
        part: ReportPart,
    },
    /// A part of the title with a slash in it. MediaWiki would make a page one level deeper, where nobody looks for the report.
    Slash {
        /// The part with the slash.
        part: ReportPart,
        /// The part's text, as it was given.
        typed: String,
    },
    /// A whole title that MediaWiki would not take.
    Title(TitleError),
}

impl ReportTitleError {
    /// Returns the message that tells the writer what is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing { part: ReportPart::Year } => Message::new("title-year-missing"),
            Self::Missing { part: ReportPart::Affiliate } => Message::new("title-affiliate-missing"),
            Self::Slash { part: ReportPart::Year, typed } => Message::new("title-year-slash").with(typed),
            Self::Slash { part: ReportPart::Affiliate, typed } => {
                Message::new("title-affiliate-slash").with(typed)
            }
            Self::Title(error) => error.message(),
        }
    }
}

impl fmt::Display for ReportTitleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for ReportTitleError {}

/// Makes the title of a report's page: the form's prefix, the year, the affiliate, with slashes between. Blanks at the edges of a
/// part and marks of direction in it are left out, underscores become blanks.
///
/// # Errors
/// When year or affiliate is missing or has a slash in it, or the whole is no title.
pub fn report_title(form: &Form, page: &PageParts) -> Result<PageTitle, ReportTitleError> {
    let year = part(ReportPart::Year, &page.year)?;
    let affiliate = part(ReportPart::Affiliate, &page.affiliate)?;
    PageTitle::new(&format!("{}/{year}/{affiliate}", form.title_prefix)).map_err(ReportTitleError::Title)
}

fn part(part: ReportPart, typed: &str) -> Result<String, ReportTitleError> {
    let clean = clean(typed);
    if clean.is_empty() {
        Err(ReportTitleError::Missing { part })
    } else if clean.contains('/') {
        Err(ReportTitleError::Slash { part, typed: typed.to_owned() })
    } else {
        Ok(clean)
    }
}
