//! Reading in steps, so that whoever shows something meanwhile can do so, or stop.

use super::collector::Collector;
use super::page_text::{self, Lines};
use super::reading::Reading;
use super::{Import, ImportError, Importer, SourceKind, call, edition, html, table};
use crate::draft::{self, Nfc};
use crate::form::parameters::ParameterNames;
use crate::report::request::asked_draft;

/// A text that is ready to be read: its kind is known, and it is normalized.
pub struct Prepared<'n> {
    pub(super) kind: SourceKind,
    pub(super) text: String,
    pub(super) nfc: Nfc<'n>,
}

/// The most bytes of a text that one step looks at, but for the rest of the last line.
const STEP_BYTES: usize = 16 << 10;

/// The reading of a text, step by step. What takes time is looking for questions in lines; each step does so in some of them.
///
/// ```
/// use report::form::{Form, ParameterNames};
/// use report::import::Importer;
///
/// let importer = Importer::new(Form::latest());
/// let names = ParameterNames::of(importer.form());
/// let prepared = importer.prepare("What is the affiliate name? Nowhere", None, &str::to_owned)?;
/// let mut steps = importer.steps(&names, &prepared);
/// while steps.step() {
///     // Show steps.progress(), or stop.
/// }
/// assert!(steps.finish().is_ok());
/// # Ok::<(), report::import::ImportError>(())
/// ```
pub struct Steps<'p> {
    importer: &'p Importer<'p>,
    names: &'p ParameterNames,
    prepared: &'p Prepared<'p>,
    /// The lines of a page's text; the other kinds are not read by their lines.
    lines: Option<Lines<'p>>,
}

impl<'p> Steps<'p> {
    pub(super) fn new(
        importer: &'p Importer<'p>,
        names: &'p ParameterNames,
        prepared: &'p Prepared<'p>,
    ) -> Self {
        let is_page_text = prepared.kind == SourceKind::PageText;
        let lines = is_page_text.then(|| Lines::of(&prepared.text));
        Self { importer, names, prepared, lines }
    }

    /// Takes one step, in time that does not depend on the text's length. Returns whether there is another one before
    /// [`Self::finish`].
    pub fn step(&mut self) -> bool {
        self.lines.as_mut().is_some_and(|lines| lines.look(STEP_BYTES, &self.importer.wordings))
    }

    /// Returns the part of the text that was looked at, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "it is shown in percent")]
    pub fn progress(&self) -> f64 {
        let all = self.prepared.text.len().max(1) as f64;
        self.lines.as_ref().map_or(0.0, |lines| lines.looked_at() as f64 / all)
    }

    /// Takes all steps that are left, and returns what was read.
    ///
    /// # Errors
    /// [`ImportError`] when the text is nothing of a report, or a file that is damaged or foreign.
    pub fn finish(self) -> Result<Import, ImportError> {
        let Self { importer, names, prepared: Prepared { kind, text, nfc }, lines } = self;
        if *kind == SourceKind::File {
            return draft::file::read_copies(text, *nfc).map(Import::Drafts).map_err(ImportError::File);
        }
        let mut collector = Collector::new(importer.form, &importer.wordings);
        let is_it = match kind {
            SourceKind::Call => call::read(text, names, &mut collector),
            SourceKind::Table => table::read(text, &mut collector),
            SourceKind::Edition => edition::read(text, &mut collector),
            SourceKind::PageText => page_text::read(lines.unwrap_or_else(|| Lines::of(text)), &mut collector),
            SourceKind::Html => html::read(text, &mut collector),
            SourceKind::File => false,
        };
        if is_it {
            Ok(Import::Reading(Reading { draft: asked_draft(text), ..collector.finish(*kind) }))
        } else {
            Err(ImportError::NoQuestion { kind: *kind })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;

    #[test]
    fn a_step_is_as_long_as_the_text_is_not() {
        let importer = Importer::new(Form::latest());
        let names = ParameterNames::of(importer.form());
        for line in
            ["x\n", "\n", "a line of some words, as people write them\n", "What is the affiliate name? x\n"]
        {
            let text =
                format!("What is the affiliate mission? To wait.\n{}", line.repeat((1 << 17) / line.len()));
            let prepared = importer.prepare(&text, None, &str::to_owned).unwrap();
            let mut steps = importer.steps(&names, &prepared);
            let mut before = 0;
            loop {
                let goes_on = steps.step();
                let now = steps.lines.as_ref().unwrap().looked_at();
                assert!(now - before <= STEP_BYTES + line.len(), "{line:?}: {before} to {now}");
                before = now;
                if !goes_on {
                    break;
                }
            }
            assert_eq!(before, text.len());
            assert!((steps.progress() - 1.0).abs() < f64::EPSILON);
            assert!(steps.finish().is_ok());
        }
    }

    #[test]
    fn steps_end_in_what_is_read_at_once() {
        let importer = Importer::new(Form::latest());
        let names = ParameterNames::of(importer.form());
        let page = include_str!("../../../tests/data/import/seed.txt");
        for taken in [0, 1, 1_000] {
            let prepared = importer.prepare(page, None, &str::to_owned).unwrap();
            let mut steps = importer.steps(&names, &prepared);
            for _ in 0..taken {
                steps.step();
            }
            assert_eq!(steps.finish(), importer.read(&names, page, None, &str::to_owned));
        }
    }
}
