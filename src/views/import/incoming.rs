//! The text that has come in, and what was read from it.

use std::sync::Arc;

use leptos::prelude::*;

use super::link;
use super::reader::{Read, Reader, Source, is_long};
use crate::browser::files::ReadError;
use crate::browser::{clock, nfc, random, text_decoder};
use crate::session::scope::Scope;
use report::draft::file::DraftCopy;
use report::draft::{Draft, DraftError, DraftId};
use report::form::Form;
use report::i18n::Message;
use report::import::bytes::{NotText, decode};
use report::import::{Import, ImportError, SourceKind};

/// A file whose text is not in Unicode, so that its encoding can be chosen.
#[derive(Clone)]
pub(super) struct EncodedFile {
    name: String,
    bytes: Arc<[u8]>,
    /// The label of the encoding that the text was read in; `None` if it is not known yet.
    pub label: Option<String>,
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
    /// The kind of text that the writer has chosen instead of the app's guess.
    pub overruled: RwSignal<Option<SourceKind>>,
    /// The reason why a file could not be read.
    pub refused: RwSignal<Option<Message>>,
    /// The file that came in or was refused, if its encoding can be chosen.
    pub encoded: RwSignal<Option<EncodedFile>>,
    /// The number of files that came along with the one that was read.
    pub others: RwSignal<usize>,
    /// The result of reading; `None` until something came in and was read.
    pub result: RwSignal<Option<Read>>,
    /// The part of a long text that was read, from 0 to 1, while it is being read.
    pub progress: RwSignal<Option<f64>>,
    /// Whether the last reading of a long text was cancelled.
    pub is_cancelled: RwSignal<bool>,
    reader: StoredValue<Arc<Reader>>,
    /// Whether the last reading was of a file that has not replaced the present source.
    is_elsewhere: StoredValue<bool>,
    /// The number of the latest reading: an earlier one stops.
    turn: StoredValue<u64>,
    /// The number of the latest text that was asked for or came in.
    asked: StoredValue<u64>,
    /// The index, from 0, of the report in use, if a file has several.
    pub which: RwSignal<usize>,
    /// The report that came in, if the result of reading can be made into one.
    pub report: Memo<Option<Result<Draft, DraftError>>>,
    /// The copy of a report that came in as a file of this app.
    pub copy: Memo<Option<DraftCopy>>,
}

impl Incoming {
    pub(super) fn new(form: &'static Form) -> Self {
        let result = RwSignal::new(None::<Read>);
        let which = RwSignal::new(0);
        let report = Memo::new(move |_| {
            result.with(|result| report_of(form, result.as_ref()?.as_ref().ok()?, which.get()))
        });
        let copy = Memo::new(move |_| {
            result.with(|result| match result.as_ref()?.as_ref().ok()? {
                Import::Drafts(copies) => copies.get(which.get()).cloned(),
                Import::Reading(_) => None,
            })
        });
        Self {
            scope: Scope::here(),
            form,
            source: RwSignal::new(Source::Nothing),
            overruled: RwSignal::new(None),
            refused: RwSignal::new(None),
            encoded: RwSignal::new(None),
            others: RwSignal::new(0),
            result,
            progress: RwSignal::new(None),
            is_cancelled: RwSignal::new(false),
            reader: StoredValue::new(Arc::new(Reader::new(form))),
            is_elsewhere: StoredValue::new(false),
            turn: StoredValue::new(0),
            asked: StoredValue::new(0),
            which,
            report,
            copy,
        }
    }

    /// Begins waiting for a text that comes in later: a file that is being read, or a page of the wiki. Returns its
    /// number.
    pub(super) fn ask(self) -> u64 {
        next(self.asked)
    }

    /// Returns whether a text is still waited for: after it was asked for, no other was asked for or came in.
    pub(super) fn is_awaited(self, asked: u64) -> bool {
        self.asked.get_value() == asked
    }

    /// Takes a text that came in. The kind of a new text is guessed anew. A long file replaces the present source only
    /// once it was read; a long text is in the field already.
    pub(super) fn take(self, source: Source) {
        self.ask();
        self.refused.set(None);
        self.encoded.set(None);
        self.others.set(0);
        let is_file = matches!(source, Source::File { .. } | Source::Page(_));
        if !is_file || !is_long(&source) {
            self.place(source.clone());
        }
        self.read(source, None);
    }

    /// Reads the source as another kind of text, or as the kind that it looks like.
    pub(super) fn overrule(self, kind: Option<SourceKind>) {
        self.overruled.set(kind);
        self.read(self.source.get_untracked(), kind);
    }

    /// Stops the reading of a long text. The present source stays.
    pub(super) fn cancel(self) {
        self.begin();
        self.is_cancelled.set(true);
        if self.is_elsewhere.get_value() {
            // These belong to the file that does not come in.
            self.encoded.set(None);
            self.others.set(0);
        }
    }

    /// Begins another reading, and returns its number.
    fn begin(self) -> u64 {
        self.progress.set(None);
        self.is_cancelled.set(false);
        next(self.turn)
    }

    fn place(self, source: Source) {
        self.overruled.set(None);
        self.which.set(0);
        self.source.set(source);
    }

    fn read(self, source: Source, kind: Option<SourceKind>) {
        let turn = self.begin();
        if let (Some(link), None | Some(SourceKind::File)) = (link::link_in(self.form, &source), kind) {
            return self.follow(link.to_owned(), turn);
        }
        let reader = self.reader.get_value();
        if !is_long(&source) {
            self.result.set(reader.read(&source, kind));
            return;
        }
        let is_there = self.source.with_untracked(|there| *there == source);
        self.is_elsewhere.set_value(!is_there);
        if is_there {
            self.result.set(None);
        }
        self.progress.set(Some(0.0));
        let scope = self.scope;
        let goes_on = move |part| {
            let is_latest = || self.turn.get_value() == turn;
            let told = scope.try_with(|| is_latest().then(|| self.progress.set(Some(part))).is_some());
            told.unwrap_or_default()
        };
        let result = async move {
            let result = reader.read_in_turns(&source, kind, goes_on).await;
            result.map(|result| (source, result))
        };
        scope.spawn(result, move |result| {
            let Some((source, result)) = result.filter(|_| self.turn.get_value() == turn) else { return };
            self.progress.set(None);
            if !is_there {
                self.place(source);
            }
            self.result.set(Some(result));
        });
    }

    /// Returns whether what came in is a link. Does not subscribe.
    pub(super) fn is_link(self) -> bool {
        self.source.with_untracked(|source| link::link_in(self.form, source).is_some())
    }

    /// Reads the drafts in a link.
    fn follow(self, text: String, turn: u64) {
        self.result.set(None);
        let read = async move { link::read(&text).await };
        self.scope.spawn(read, move |read| {
            if self.turn.get_value() == turn {
                self.result.set(Some(read));
            }
        });
    }

    /// Takes a file's bytes, if they are a text.
    pub(super) fn take_file(self, name: String, bytes: Result<Vec<u8>, ReadError>) {
        match bytes {
            Ok(bytes) => self.take_bytes(EncodedFile { name, bytes: bytes.into(), label: None }),
            Err(error) => self.refuse(read_error(error, &name)),
        }
    }

    /// Reads the file whose encoding can be chosen again, in the encoding with this label.
    pub(super) fn take_encoded(self, label: String) {
        if let Some(file) = self.encoded.get_untracked() {
            let others = self.others.get_untracked();
            self.take_bytes(EncodedFile { label: Some(label), ..file });
            self.others.set(others);
        }
    }

    fn take_bytes(self, file: EncodedFile) {
        match decode(&file.bytes, file.label.as_deref(), &text_decoder::decode) {
            Ok(decoded) => {
                self.take(Source::File { name: file.name.clone(), text: decoded.text });
                self.encoded.set(decoded.named.map(|label| EncodedFile { label: Some(label), ..file }));
            }
            Err(not_text) => {
                self.refuse(not_text.message(&file.name));
                self.encoded.set((not_text == NotText::UnknownEncoding).then_some(file));
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
            Some(Ok(Import::Drafts(_)) | Err(ImportError::File(_) | ImportError::Link(_))) => {
                Some(SourceKind::File)
            }
            Some(Err(ImportError::NoQuestion { kind })) => Some(*kind),
            Some(Err(ImportError::Empty)) | None => None,
        })
    }
}

/// Counts up, and returns the new number.
fn next(number: StoredValue<u64>) -> u64 {
    let count = |number: &mut u64| {
        *number += 1;
        *number
    };
    number.try_update_value(count).unwrap_or_default()
}

/// Returns the message why the file of this name could not be read.
pub fn read_error(error: ReadError, name: &str) -> Message {
    match error {
        ReadError::TooLarge { bytes } => {
            Message::new("ui-import-file-too-large").with(name).with(bytes.div_ceil(1024))
        }
        ReadError::Unreadable { name } => Message::new("ui-import-file-unreadable").with(name),
    }
}

/// Makes a draft of what was read; if a file has several, the one with the index `which`.
fn report_of(form: &'static Form, import: &Import, which: usize) -> Option<Result<Draft, DraftError>> {
    match import {
        Import::Drafts(copies) => copies.get(which).map(|copy| Ok(copy.draft.clone())),
        Import::Reading(reading) => {
            Some(reading.to_draft(form, DraftId::from_random(random::bits()), &nfc, clock::now()))
        }
    }
}
