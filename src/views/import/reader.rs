//! Reading what came in: at once where it is short, else in turns with the page.

use crate::browser::{clock, nfc};
use report::form::{Form, ParameterNames};
use report::import::{Import, ImportError, Importer, SourceKind, recognize};
use report::meta::Page;

/// The source of the text that comes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::views) enum Source {
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
    /// A page that was read from the wiki.
    Page(Box<Page>),
}

/// The result of reading a text.
pub(in crate::views) type Read = Result<Import, ImportError>;

/// The bytes from which on a text is read in turns with the page.
const LONG: usize = 64 << 10;
/// The milliseconds after which it is the page's turn.
const TURN: f64 = 30.0;

/// What reads texts: made once per view.
pub(in crate::views) struct Reader {
    importer: Importer<'static>,
    names: ParameterNames,
}

impl Reader {
    pub(in crate::views) fn new(form: &'static Form) -> Self {
        Self { importer: Importer::new(form), names: ParameterNames::of(form) }
    }

    /// Returns the form that texts are read for.
    pub(in crate::views) fn form(&self) -> &'static Form {
        self.importer.form()
    }

    /// Reads what came in, as this kind of text or as what it looks like; `None` where nothing came in.
    pub(in crate::views) fn read(&self, source: &Source, kind: Option<SourceKind>) -> Option<Read> {
        let read = |text: &str, kind| self.importer.read(&self.names, text, kind, &nfc);
        let read = match self.ways(source, kind)? {
            Ways::One(text, kind) => read(text, kind),
            Ways::Two { markup, plain } => {
                richer(read(markup, Some(SourceKind::Html)), read(plain, Some(SourceKind::PageText)))
            }
        };
        Some(self.titled(source, read))
    }

    /// Reads as [`Self::read`] does, in turns with the page. `goes_on` is told the part that was read, from 0 to 1, and says whether
    /// to go on; `None` where it does not, or nothing came in.
    pub(in crate::views) async fn read_in_turns(
        &self,
        source: &Source,
        kind: Option<SourceKind>,
        goes_on: impl Fn(f64) -> bool,
    ) -> Option<Read> {
        let read = match self.ways(source, kind)? {
            Ways::One(text, kind) => self.in_turns(text, kind, goes_on).await?,
            Ways::Two { markup, plain } => {
                let html = self.in_turns(markup, Some(SourceKind::Html), &goes_on).await?;
                let plain = self.in_turns(plain, Some(SourceKind::PageText), goes_on).await?;
                richer(html, plain)
            }
        };
        Some(self.titled(source, read))
    }

    /// Gives what was read from a page of the wiki the year and the affiliate in the page's title.
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
        clock::wait(0).await;
        let prepared = match self.importer.prepare(text, kind, &nfc) {
            Ok(prepared) => prepared,
            Err(error) => return Some(Err(error)),
        };
        let mut steps = self.importer.steps(&self.names, &prepared);
        loop {
            let end = clock::since_start() + TURN;
            let mut is_over = false;
            while !is_over && clock::since_start() < end {
                is_over = !steps.step();
            }
            if !goes_on(steps.progress()) {
                return None;
            }
            clock::wait(0).await;
            if is_over {
                return goes_on(1.0).then(|| steps.finish());
            }
        }
    }

    /// Decides in which ways a source is read.
    fn ways<'s>(&self, source: &'s Source, kind: Option<SourceKind>) -> Option<Ways<'s>> {
        let (text, markup) = match source {
            Source::Nothing => return None,
            Source::File { text, .. } => (text, None),
            Source::Page(page) => (&page.text, None),
            Source::Text { plain, .. } if plain.trim().is_empty() => return None,
            Source::Text { plain, html } => (plain, html.as_ref()),
        };
        Some(match (markup, kind) {
            (Some(markup), Some(SourceKind::Html)) => Ways::One(markup, kind),
            (Some(markup), None) if recognize(self.importer.form(), text) == SourceKind::PageText => {
                Ways::Two { markup, plain: text }
            }
            _ => Ways::One(text, kind),
        })
    }
}

/// The ways in which a source is read.
enum Ways<'s> {
    /// A text as this kind, or as what it looks like.
    One(&'s str, Option<SourceKind>),
    /// A page's text with its markup and without, of which the richer counts.
    Two { markup: &'s str, plain: &'s str },
}

/// Returns whether a source is so long that reading it at once would keep the page from answering.
pub(in crate::views) fn is_long(source: &Source) -> bool {
    match source {
        Source::Nothing => false,
        Source::File { text, .. } => text.len() > LONG,
        Source::Page(page) => page.text.len() > LONG,
        Source::Text { plain, html } => plain.len() + html.as_ref().map_or(0, String::len) > LONG,
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
