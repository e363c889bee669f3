//! Reads what came in: at once if it is short, else in steps between which the page responds.

use std::ops::{ControlFlow, Range};

use futures_util::FutureExt;

use crate::browser::{clock, nfc};
use report::form::{Form, ParameterNames};
use report::import::{Import, ImportError, Importer, SourceKind};
use report::meta::Page;

/// The source of the text that comes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Source {
    /// A source that has given nothing yet.
    #[default]
    Nothing,
    /// A text that was typed, pasted or dropped. A text copied from a page brings its markup along.
    Text {
        /// The text as the field shows it.
        plain: String,
        /// The same text with its markup.
        html: Option<String>,
    },
    /// A file that was chosen, pasted or dropped.
    File {
        /// The file's name.
        name: String,
        /// The file's content.
        text: String,
    },
    /// A link that carries drafts, by which the page was opened.
    Link {
        /// The link's fragment.
        text: String,
    },
    /// A page that was read from the wiki.
    Page(Box<Page>),
}

/// The result of reading a text.
pub type Read = Result<Import, ImportError>;

/// The length in bytes from which on a text is read in steps.
const LONG: usize = 64 << 10;
/// The length of a step, in milliseconds.
const TURN: f64 = 30.0;

/// The reader of texts, made once per view.
pub struct Reader {
    importer: Importer<'static>,
    names: ParameterNames,
}

impl Reader {
    /// Prepares the reading of texts for a form.
    pub fn new(form: &'static Form) -> Self {
        Self { importer: Importer::new(form), names: ParameterNames::of(form) }
    }

    /// Returns the form that texts are read for.
    pub fn form(&self) -> &'static Form {
        self.importer.form()
    }

    /// Reads what came in, as this kind of text or as the kind it looks like; `None` if nothing came in.
    pub fn read(&self, source: &Source, kind: Option<SourceKind>) -> Option<Read> {
        let read = async |text: &str, kind, _| Some(self.importer.read(&self.names, text, kind, &nfc));
        self.read_with(read, source, kind).now_or_never().flatten()
    }

    /// Reads as [`Self::read`] does, in steps between which the page responds. `goes_on` is passed the part that was
    /// read, from 0 to 1, and returns whether to go on; `None` if it returns false, or nothing came in.
    pub async fn read_in_turns(
        &self,
        source: &Source,
        kind: Option<SourceKind>,
        goes_on: impl Fn(f64) -> bool,
    ) -> Option<Read> {
        let read = async |text: &str, kind, part: Range<f64>| {
            let goes_on = |done| goes_on(part.start + (part.end - part.start) * done);
            self.in_turns(text, kind, goes_on).await
        };
        self.read_with(read, source, kind).await
    }

    /// Reads what came in by a function that reads a text as a kind, given the share of the whole work, from 0 to 1.
    async fn read_with(
        &self,
        read: impl AsyncFn(&str, Option<SourceKind>, Range<f64>) -> Option<Read>,
        source: &Source,
        kind: Option<SourceKind>,
    ) -> Option<Read> {
        let result = match ways(source, kind)? {
            Ways::One(text, kind) => read(text, kind, 0.0..1.0).await?,
            Ways::Two { plain, markup } => {
                let result = read(plain, None, 0.0..0.5).await?;
                match may_lack_markup(plain, &result) {
                    true => richer(read(markup, Some(SourceKind::Html), 0.5..1.0).await?, result),
                    false => result,
                }
            }
        };
        Some(self.titled(source, result))
    }

    /// Sets the year and the affiliate in the page's title for what was read from a page of the wiki.
    fn titled(&self, source: &Source, mut read: Read) -> Read {
        if let (Source::Page(page), Ok(Import::Reading(reading))) = (source, &mut read) {
            reading.take_title(self.importer.form(), page.title.as_str());
        }
        read
    }

    async fn in_turns(
        &self,
        text: &str,
        kind: Option<SourceKind>,
        goes_on: impl Fn(f64) -> bool,
    ) -> Option<Read> {
        let mut steps = self.importer.steps(&self.names, text, kind, &nfc);
        loop {
            clock::next_task().await;
            let end = clock::since_start() + TURN;
            while clock::since_start() < end {
                match steps.step() {
                    ControlFlow::Continue(next) => steps = next,
                    ControlFlow::Break(read) => return goes_on(1.0).then_some(read),
                }
            }
            if !goes_on(steps.progress()) {
                return None;
            }
        }
    }
}

/// Decides in which ways a source is read.
fn ways(source: &Source, kind: Option<SourceKind>) -> Option<Ways<'_>> {
    let (text, markup) = match source {
        Source::Nothing => return None,
        Source::File { text, .. } | Source::Link { text } => (text, None),
        Source::Page(page) => (&page.text, None),
        Source::Text { plain, .. } if plain.trim().is_empty() => return None,
        Source::Text { plain, html } => (plain, html.as_ref()),
    };
    Some(match (markup, kind) {
        (Some(markup), Some(SourceKind::Html)) => Ways::One(markup, kind),
        (Some(markup), None) => Ways::Two { plain: text, markup },
        _ => Ways::One(text, kind),
    })
}

/// The ways in which a source is read.
enum Ways<'s> {
    /// A text as this kind, or as the kind it looks like.
    One(&'s str, Option<SourceKind>),
    /// A text as the kind it looks like. If its markup may say more, it is read with that, too, and the richer reading
    /// counts.
    Two { plain: &'s str, markup: &'s str },
}

/// Returns whether a source is so long that reading it at once would block the page.
pub fn is_long(source: &Source) -> bool {
    match source {
        Source::Nothing => false,
        Source::File { text, .. } | Source::Link { text } => text.len() > LONG,
        Source::Page(page) => page.text.len() > LONG,
        Source::Text { plain, html } => plain.len() + html.as_ref().map_or(0, String::len) > LONG,
    }
}

/// Returns whether a text was taken for the text of a page, or for a document with styles in the place of a heading's marks.
fn may_lack_markup(text: &str, read: &Read) -> bool {
    let kind = match read {
        Ok(Import::Reading(reading)) => Some(reading.kind),
        Err(ImportError::NoQuestion { kind }) => Some(*kind),
        Ok(Import::Drafts(_)) | Err(ImportError::Empty | ImportError::File(_) | ImportError::Link(_)) => None,
    };
    match kind {
        Some(SourceKind::PageText) => true,
        Some(SourceKind::Edition) => !text.contains("=="),
        _ => false,
    }
}

/// Chooses the reading with links and lists, unless fewer questions are found in it than in the bare text.
fn richer(html: Read, plain: Read) -> Read {
    let found = |import: &Read| match import {
        Ok(Import::Reading(reading)) => reading.found.iter().filter(|found| !found.answer.is_empty()).count(),
        Ok(Import::Drafts(_)) | Err(_) => 0,
    };
    if found(&html) > 0 && found(&html) >= found(&plain) { html } else { plain }
}
