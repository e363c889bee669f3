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

/// Where the text comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Source {
    /// Nowhere yet.
    #[default]
    Nothing,
    /// It was typed, pasted or dropped. What was copied from a page brings its markup along.
    Text {
        /// As the field shows it.
        plain: String,
        /// The same with its markup.
        html: Option<String>,
    },
    /// From a file.
    File {
        /// The file's name.
        name: String,
        /// What is in it.
        text: String,
    },
}

/// What has come in. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Incoming {
    /// The view it comes into: a file is read while one may leave.
    pub scope: Scope,
    /// The form it is read for.
    pub form: &'static Form,
    /// The text itself.
    pub source: RwSignal<Source>,
    /// What the writer says it is, against the app's guess.
    pub overruled: RwSignal<Option<SourceKind>>,
    /// Why a file could not be read.
    pub refused: RwSignal<Option<Message>>,
    /// How many more files came with the one that was read.
    pub others: RwSignal<usize>,
    /// What was read; none as long as nothing came in.
    pub result: Memo<Option<Result<Import, ImportError>>>,
    /// Which of a file's reports is used, from 0.
    pub which: RwSignal<usize>,
    /// The report that came in, if what was read can be one.
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

    /// Takes a text that came in. A new text is judged anew.
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

    /// Says why nothing came in; what was there stays.
    fn refuse(self, why: Message) {
        self.refused.set(Some(why));
    }

    /// What it was read as.
    pub(super) fn kind(self) -> Option<SourceKind> {
        self.result.with(|result| match result {
            Some(Ok(Import::Reading(reading))) => Some(reading.kind),
            Some(Ok(Import::Drafts(_)) | Err(ImportError::File(_))) => Some(SourceKind::File),
            Some(Err(ImportError::NoQuestion { kind })) => Some(*kind),
            Some(Err(ImportError::Empty)) | None => None,
        })
    }
}

/// The report that was read; of several in a file, this one.
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

/// The page with its links and lists, unless fewer questions are found in it than in its bare text.
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
