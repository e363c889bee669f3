//! A page of the wiki, read and compared with the open report.

use crate::browser::nfc;
use crate::meta::Asker;
use crate::session::OpenDraft;
use crate::session::locale;
use report::date::Date;
use report::form::ParameterNames;
use report::i18n::Message;
use report::import::Importer;
use report::meta::{Failure, Page, PageAsked, PageError, Standing, page_request, read_page};
use report::names::title::PageTitle;
use report::report::Report;

/// A page as it was read, or why there is none.
pub type PageRead = Result<Page, PageError>;

/// Reads the page of this title as it is now.
///
/// # Errors
/// [`Failure`] if the request failed.
pub async fn read_title(asker: Asker, title: PageTitle) -> Result<PageRead, Failure> {
    let asked = PageAsked::Title(title);
    let answer = asker.ask(Message::new("ui-meta-page-what"), &page_request(&asked)).await?;
    match read_page(&asked, &answer) {
        Err(PageError::Failure(failure)) => Err(failure),
        read => Ok(read),
    }
}

/// Compares a page with the open report as it was when the page was asked for.
pub fn standing(open: OpenDraft, page: &str, report: &Report<'_>, written: &str) -> Standing {
    let names = ParameterNames::of(open.form());
    Standing::of(&Importer::new(open.form()), &names, page, report, written, &nfc)
}

/// Returns a day in words in the reader's language; empty if there is none.
pub fn day(date: Option<Date>) -> String {
    date.map(locale::date).unwrap_or_default()
}
