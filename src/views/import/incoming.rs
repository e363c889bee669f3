//! What has come in, and what could be read from it.

use leptos::prelude::*;

use crate::browser::files::ReadError;
use crate::browser::{clock, nfc, random};
use crate::session::scope::Scope;
use report::draft::file::FileError;
use report::draft::{Draft, DraftError, DraftId};
use report::form::{Form, ParameterNames};
use report::i18n::Message;
use report::import::{Import, ImportError, Importer, SourceKind, recognize};

/// The source of the text that comes in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Source {
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
}

/// The text that has come in, and what was read from it. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Incoming {
    /// The scope of the view: the writer may leave while a file is being read.
    pub scope: Scope,
    /// The form that the text is read for.
    pub form: &'static Form,
    /// The source with the text itself.
    pub source: RwSignal<Source>,
    /// The kind of text that the writer names, against the app's guess.
    pub overruled: RwSignal<Option<SourceKind>>,
    /// The reason why a file could not be read.
    pub refused: RwSignal<Option<Message>>,
    /// The number of files that came along with the one that was read.
    pub others: RwSignal<usize>,
    /// The result of reading; `None` as long as nothing came in.
    pub result: Memo<Option<Result<Import, ImportError>>>,
    /// The index, from 0, of the report that is used, of several in a file.
    pub which: RwSignal<usize>,
    /// The report that came in, if the result of reading can be one.
    pub report: Memo<Option<Result<Draft, DraftError>>>,
}

impl Incoming {
    pub(super) fn new(form: &'static Form) -> Self {
        let source = RwSignal::new(Source::Nothing);
        let overruled = RwSignal::new(None);
        let importer = StoredValue::new(Importer::new(form));
        let names = ParameterNames::of(form);
        let result = Memo::new(move |_| {
            let kind = overruled.get();
            source.with(|source| importer.with_value(|importer| read(importer, &names, source, kind)))
        });
        let which = RwSignal::new(0);
        let report = Memo::new(move |_| {
            result.with(|result| report_of(form, result.as_ref()?.as_ref().ok()?, which.get()))
        });
        Self {
            scope: Scope::here(),
            form,
            source,
            overruled,
            refused: RwSignal::new(None),
            others: RwSignal::new(0),
            result,
            which,
            report,
        }
    }

    /// Takes a text that came in. The kind of a new text is guessed anew.
    pub(super) fn take(self, source: Source) {
        self.refused.set(None);
        self.others.set(0);
        self.overruled.set(None);
        self.which.set(0);
        self.source.set(source);
    }

    /// Takes a file's bytes, which have to be UTF-8.
    pub(super) fn take_file(self, name: String, bytes: Result<Vec<u8>, ReadError>) {
        match bytes.map(String::from_utf8) {
            Ok(Ok(text)) => self.take(Source::File { name, text }),
            Ok(Err(error)) => {
                let byte = error.utf8_error().valid_up_to();
                self.refuse(FileError::NotUtf8 { byte }.message());
            }
            Err(ReadError::TooLarge { bytes }) => {
                self.refuse(Message::new("ui-import-file-too-large").with(name).with(bytes.div_ceil(1024)));
            }
            Err(ReadError::Unreadable { name }) => {
                self.refuse(Message::new("ui-import-file-unreadable").with(name));
            }
        }
    }

    /// Sets the reason why nothing came in; the earlier text stays.
    fn refuse(self, why: Message) {
        self.refused.set(Some(why));
    }

    /// Returns the kind that the text was read as.
    pub(super) fn kind(self) -> Option<SourceKind> {
        self.result.with(|result| match result {
            Some(Ok(Import::Reading(reading))) => Some(reading.kind),
            Some(Ok(Import::Drafts(_)) | Err(ImportError::File(_))) => Some(SourceKind::File),
            Some(Err(ImportError::NoQuestion { kind })) => Some(*kind),
            Some(Err(ImportError::Empty)) | None => None,
        })
    }
}

/// Makes a draft of what was read; of several in a file, the one with the index `which`.
fn report_of(form: &'static Form, import: &Import, which: usize) -> Option<Result<Draft, DraftError>> {
    match import {
        Import::Drafts(drafts) => drafts.get(which).cloned().map(Ok),
        Import::Reading(reading) => {
            Some(reading.to_draft(form, DraftId::from_random(random::bits()), &nfc, clock::now()))
        }
    }
}

fn read(
    importer: &Importer<'static>,
    names: &ParameterNames,
    source: &Source,
    kind: Option<SourceKind>,
) -> Option<Result<Import, ImportError>> {
    let text = match source {
        Source::Nothing => return None,
        Source::File { text, .. } => text,
        Source::Text { plain, .. } if plain.trim().is_empty() => return None,
        Source::Text { plain, .. } => plain,
    };
    let html = |html: &String| importer.read(names, html, Some(SourceKind::Html), &nfc);
    let plain = |kind| importer.read(names, text, kind, &nfc);
    Some(match (html_of(source), kind) {
        (Some(markup), Some(SourceKind::Html)) => html(markup),
        (Some(markup), None) if recognize(importer.form(), text) == SourceKind::PageText => {
            richer(html(markup), plain(None))
        }
        _ => plain(kind),
    })
}

fn html_of(source: &Source) -> Option<&String> {
    match source {
        Source::Text { html, .. } => html.as_ref(),
        Source::Nothing | Source::File { .. } => None,
    }
}

/// Chooses the reading with links and lists, unless fewer questions are found in it than in the bare text.
fn richer(
    html: Result<Import, ImportError>,
    plain: Result<Import, ImportError>,
) -> Result<Import, ImportError> {
    let found = |import: &Result<Import, ImportError>| match import {
        Ok(Import::Reading(reading)) => reading.found.iter().filter(|found| !found.answer.is_empty()).count(),
        Ok(Import::Drafts(_)) | Err(_) => 0,
    };
    if found(&html) > 0 && found(&html) >= found(&plain) { html } else { plain }
}
