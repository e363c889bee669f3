//! Imports reports: from a page's wikitext, its text, its HTML, a file of this app, or the report edited as one text.
//!
//! Questions are matched by their wording or their parameter's name, never by a line's number. Every reader fills a
//! [`Reading`], which lists what was recognized and how, what was not, and every piece of text without a place.

mod blanks;
mod broken_letters;
pub mod bytes;
mod call;
mod chrome;
mod clean;
mod collector;
mod directed;
mod doubts;
mod edition;
mod error;
mod headings;
mod html;
mod kind;
mod messages;
mod pace;
mod pad;
mod page_text;
mod pasted;
mod place;
mod reading;
mod recognize;
mod rows;
mod steps;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod to_draft;

pub use error::ImportError;
pub use html::rendering::{Harmless, RenderedPart, Rendering};
pub use html::rendering_text::{plain_lines, seen_lines};
pub use kind::SourceKind;
pub use pasted::{Pasted, pasted};
pub use place::{ReportPlace, as_imported};
pub use reading::{Found, How, Note, Reading, Unplaced, Why};
pub use recognize::recognize;
pub use steps::Steps;
pub(crate) use title::title_parts;

use crate::draft::Nfc;
use crate::draft::file::DraftCopy;
use crate::form::Form;
use crate::form::parameters::ParameterNames;
use crate::form::wording::Wordings;
use pace::Pace;

/// The result of an import.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// Whole drafts from a file of this app, in which nothing had to be recognized.
    Drafts(Vec<DraftCopy>),
    /// A report read from a page or a text.
    Reading(Reading),
}

/// A reader of reports for one form. It should be made once, as preparing a form's wordings takes longer than reading
/// a report.
///
/// ```
/// use report::answer::plain_text;
/// use report::form::{Form, ParameterNames};
/// use report::import::{Import, Importer};
///
/// let form = Form::latest();
/// let question = form.question("mission").unwrap();
/// let page = format!("{}\tWe collect free pictures.", question.text);
/// // What the text is, is recognized; the last argument is Unicode normalization form C.
/// let import = Importer::new(form).read(&ParameterNames::of(form), &page, None, &str::to_owned)?;
/// let Import::Reading(reading) = import else { panic!("a file of drafts") };
/// assert_eq!(reading.found[0].question, question.id);
/// assert_eq!(plain_text(&reading.found[0].answer), "We collect free pictures.");
/// # Ok::<(), report::import::ImportError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Importer<'f> {
    form: &'f Form,
    wordings: Wordings,
}

impl<'f> Importer<'f> {
    /// Makes an importer for a form, and prepares the form's wordings.
    pub fn new(form: &'f Form) -> Self {
        Self { form, wordings: Wordings::new(form) }
    }

    /// Returns the form that the importer reads reports for.
    pub fn form(&self) -> &'f Form {
        self.form
    }

    /// Reads a report from whatever text it is in.
    ///
    /// `text` is unprocessed; it is normalized here, where `nfc` is Unicode normalization form C
    /// ([`crate::input::normalize`]). Without `kind` the kind of text is recognized ([`recognize()`]).
    ///
    /// # Errors
    /// [`ImportError`] when the text is empty, not of a report, or a file that is damaged or foreign.
    pub fn read(
        &self,
        names: &ParameterNames,
        text: &str,
        kind: Option<SourceKind>,
        nfc: Nfc<'_>,
    ) -> Result<Import, ImportError> {
        self.steps(names, text, kind, nfc).finish()
    }

    /// Begins to read a report in steps; the parameters are those of [`Self::read`].
    pub fn steps<'p>(
        &'p self,
        names: &'p ParameterNames,
        text: &'p str,
        kind: Option<SourceKind>,
        nfc: Nfc<'p>,
    ) -> Steps<'p> {
        Steps::new(self, names, text, kind, nfc, Pace::over(text))
    }
}

/// Reads a single report, see [`Importer::read`].
///
/// # Errors
/// As [`Importer::read`].
pub fn read(
    form: &Form,
    names: &ParameterNames,
    text: &str,
    kind: Option<SourceKind>,
    nfc: Nfc<'_>,
) -> Result<Import, ImportError> {
    Importer::new(form).read(names, text, kind, nfc)
}
