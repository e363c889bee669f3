//! Reads in steps, so that the user interface can show the progress, or stop.

use std::ops::ControlFlow;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use super::clean::clean;
use super::collector::Collector;
use super::pace::{self, Pace, at_once};
use super::reading::Reading;
use super::recognize::recognized;
use super::{Import, ImportError, Importer, SourceKind, call, edition, html, page_text, table};
use crate::draft::{self, Nfc};
use crate::form::parameters::ParameterNames;
use crate::report::request::asked_draft;

/// The reading of a text, step by step. A step is about 16 KiB of it; only a longer single answer, line or tag is read
/// in one. A dropped reading leaves nothing behind.
///
/// ```
/// use report::form::{Form, ParameterNames};
/// use report::import::Importer;
/// use std::ops::ControlFlow;
///
/// let importer = Importer::new(Form::latest());
/// let names = ParameterNames::of(importer.form());
/// let mut steps = importer.steps(&names, "What is the affiliate name? Nowhere", None, &str::to_owned);
/// let read = loop {
///     match steps.step() {
///         // Show steps.progress(), or stop.
///         ControlFlow::Continue(next) => steps = next,
///         ControlFlow::Break(read) => break read,
///     }
/// };
/// assert!(read.is_ok());
/// ```
pub struct Steps<'p> {
    reading: Pin<Box<dyn Future<Output = Result<Import, ImportError>> + 'p>>,
    pace: Rc<Pace>,
}

impl<'p> Steps<'p> {
    pub(super) fn new(
        importer: &'p Importer<'_>,
        names: &'p ParameterNames,
        text: &'p str,
        kind: Option<SourceKind>,
        nfc: Nfc<'p>,
        pace: Pace,
    ) -> Self {
        let pace = Rc::new(pace);
        let kept = Rc::clone(&pace);
        let reading = Box::pin(async move { read(importer, names, text, kind, nfc, &pace).await });
        Self { reading, pace: kept }
    }

    /// Takes one step. Returns the remaining steps, or the result.
    ///
    /// # Errors
    /// As [`Importer::read`].
    pub fn step(mut self) -> ControlFlow<Result<Import, ImportError>, Self> {
        match pace::step(self.reading.as_mut()) {
            Poll::Pending => ControlFlow::Continue(self),
            Poll::Ready(read) => ControlFlow::Break(read),
        }
    }

    /// Returns the part of the work that is done, from 0 to 1. It never goes back, and may not reach 1 before the end.
    pub fn progress(&self) -> f64 {
        self.pace.progress()
    }

    /// Returns the work that is done, in bytes.
    #[cfg(test)]
    pub(super) fn done(&self) -> usize {
        self.pace.done()
    }

    /// Takes all remaining steps, and returns the result.
    ///
    /// # Errors
    /// As [`Importer::read`].
    pub fn finish(self) -> Result<Import, ImportError> {
        at_once(self.reading)
    }
}

async fn read(
    importer: &Importer<'_>,
    names: &ParameterNames,
    text: &str,
    kind: Option<SourceKind>,
    nfc: Nfc<'_>,
    pace: &Pace,
) -> Result<Import, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let kind = match kind {
        Some(kind) => kind,
        None => recognized(importer.form, text, pace).await,
    };
    pace.expect(times(kind));
    if kind == SourceKind::File {
        return draft::file::read_copies(text, nfc).map(Import::Drafts).map_err(ImportError::File);
    }
    let text = &clean(text, kind, nfc, pace).await;
    let mut collector = Collector::new(importer.form, &importer.wordings);
    let is_it = match kind {
        SourceKind::Call => call::read(text, names, &mut collector, pace).await,
        SourceKind::Table => table::read(text, &mut collector, pace).await,
        SourceKind::Edition => edition::read(text, &mut collector, pace).await,
        SourceKind::PageText => page_text::read(text, &mut collector, pace).await,
        SourceKind::Html => html::read(text, &mut collector, pace).await,
        SourceKind::File => false,
    };
    if is_it {
        Ok(Import::Reading(Reading { draft: asked_draft(text), ..collector.finish(kind, pace).await }))
    } else {
        Err(ImportError::NoQuestion { kind })
    }
}

/// Returns the number of passes over a text of this kind once it is recognized.
fn times(kind: SourceKind) -> usize {
    match kind {
        SourceKind::File => 1,
        SourceKind::Call | SourceKind::Edition => 3,
        SourceKind::Table => 7,
        SourceKind::PageText => 8,
        SourceKind::Html => 16,
    }
}
