//! The report as one text in a field: reads it into the draft, and writes it again when the draft has changed
//! elsewhere.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};

use super::apply::{self, Applied, Said};
use crate::browser::text_control::TextControl;
use crate::browser::{nfc, typing};
use crate::session::{OpenDraft, Session};
use report::draft::DraftId;
use report::form::QuestionId;
use report::import::Importer;
use report::report::write_edition;
use report::store::key::{self, Beside};

/// The pause in typing after which the text is read.
const PAUSE: Duration = Duration::from_millis(600);

/// The open report as one text that is being edited. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct EditedText {
    session: Session,
    open: OpenDraft,
    importer: StoredValue<Importer<'static>>,
    /// The field with the text.
    pub field: NodeRef<html::Textarea>,
    /// The same field, which is removed from the page before its view is left, and keeps its text.
    pub element: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
    /// The text that the field had when last looked at. Writing assistants change it without an event.
    text: StoredValue<String>,
    /// The answers in the text.
    said: StoredValue<Said>,
    /// The outcome of the last reading.
    pub applied: RwSignal<Applied>,
    /// The number of changes that were typed, modulo 2³².
    changes: StoredValue<u32>,
}

impl EditedText {
    /// Writes the open report as a text, after the text that had no place the last time. Returns the text, too.
    pub(super) fn begin(session: Session, open: OpenDraft) -> (Self, String) {
        let kept = load_unplaced(session, &open.id());
        let start = with_kept(&kept, untrack(|| write_edition(&open.report())));
        let edited = Self {
            session,
            open,
            importer: StoredValue::new(Importer::new(open.form())),
            field: NodeRef::new(),
            element: StoredValue::new_local(None),
            text: StoredValue::new(start.clone()),
            said: StoredValue::new(apply::said(open)),
            applied: RwSignal::new(Applied::default()),
            changes: StoredValue::new(0),
        };
        // Text kept from the last time is reported at once.
        if !kept.is_empty() {
            edited.read_and_tell();
        }
        (edited, start)
    }

    /// Reads the text into the draft.
    fn read(self) -> Applied {
        let applied = self.text.with_value(|text| {
            self.importer.with_value(|importer| {
                let apply = |said: &mut Said| apply::apply(self.open, importer, text, said);
                self.said.try_update_value(apply).unwrap_or_default()
            })
        });
        store_unplaced(self.session, &self.open.id(), &applied);
        applied
    }

    /// Reads the text into the draft, and shows the outcome.
    fn read_and_tell(self) {
        self.applied.set(self.read());
    }

    /// Takes over a change of the field that no event has reported. Returns whether there was one.
    fn hear(self) -> bool {
        let shown = self.element.with_value(|element| element.as_ref().map(HtmlTextAreaElement::value));
        let other = shown.filter(|shown| self.text.with_value(|text| text != shown));
        other.is_some_and(|shown| {
            self.text.set_value(shown);
            true
        })
    }

    /// Writes the text again if the draft was changed elsewhere, unless the writer is in the field.
    pub(super) fn refresh(self) {
        if self.hear() {
            self.read_and_tell();
        }
        let is_in_use = self.field.get_untracked().is_none_or(|field| TextControl::of(field).has_focus());
        if is_in_use || self.said.with_value(|said| *said == apply::said(self.open)) {
            return;
        }
        let kept = load_unplaced(self.session, &self.open.id());
        let fresh = with_kept(&kept, untrack(|| write_edition(&self.open.report())));
        if let Some(field) = self.field.get_untracked() {
            field.set_value(&fresh);
        }
        self.text.set_value(fresh);
        self.said.set_value(apply::said(self.open));
    }

    /// Takes over a text that was typed, and reads it after a pause.
    pub(super) fn typed(self, text: String) {
        self.text.set_value(text);
        self.read_after_pause();
    }

    /// On a key press, takes over changes that no event has reported.
    pub(super) fn key(self) {
        if self.hear() {
            self.read_after_pause();
        }
    }

    fn read_after_pause(self) {
        // Of several waits for a pause, only the last one finds that there was one.
        self.changes.update_value(|count| *count = count.wrapping_add(1));
        let mine = self.changes.get_value();
        let paused = move || {
            // The view may be gone; its text was read when it was left.
            if self.changes.try_get_value() == Some(mine) {
                self.read_and_tell();
            }
        };
        set_timeout(paused, PAUSE);
    }

    /// Pastes a report that comes back from a pad with its headings as marks. The browser pastes everything else
    /// itself.
    pub(super) fn paste(self, event: &ClipboardEvent) {
        let (Some(data), Some(field)) = (event.clipboard_data(), self.field.get_untracked()) else { return };
        if typing::is_pasting_plain() {
            return;
        }
        let [html, plain] = ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
        if let Some(edition) =
            self.importer.with_value(|importer| importer.pasted_edition(&html, &plain, &nfc))
        {
            event.prevent_default();
            let control = TextControl::of(field);
            control.replace(control.selection(), &edition);
        }
    }

    /// Reads the text when the field is left, saves the draft, and writes the text again if the draft was changed
    /// elsewhere.
    pub(super) fn settle(self) {
        // A field that is removed loses the focus, too; its text was read before that.
        if self.applied.is_disposed() {
            return;
        }
        self.hear();
        self.read_and_tell();
        self.open.settle();
        self.refresh();
    }

    /// Puts the caret where a question's answer begins, and shows it.
    pub(super) fn go_to(self, question: &QuestionId) {
        let words = self.open.form().question(question.as_str()).map(|question| question.text.as_str());
        if let (Some(words), Some(field)) = (words, self.field.get_untracked()) {
            show_heading(&TextControl::of(field), words);
        }
    }

    /// Takes over changes that no event has reported and saves them, as the page may be closing.
    pub(super) fn page_left(self) {
        if self.hear() {
            self.read_and_tell();
            self.session.saver().rest();
        }
    }

    /// Reads the text a last time, as the view is left.
    pub(super) fn view_left(self) {
        self.hear();
        self.read();
    }
}

/// Puts the caret below the heading of a question, where its answer begins, and shows it; does nothing if the text has
/// no such heading.
fn show_heading(control: &TextControl, question: &str) {
    let text = control.text();
    // A heading that came back from a pad may have other marks.
    let Some(at) = text.find(&format!("=== {question} ===\n")).or_else(|| text.find(question)) else {
        return;
    };
    let line = text.get(at..).and_then(|rest| rest.find('\n'));
    let before = line.map_or(text.as_str(), |end| text.get(..at + end + 1).unwrap_or_default());
    let units = u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX);
    // A field scrolls to its caret when it gets the focus.
    control.element().blur().ok();
    control.select(units..units);
    control.focus();
}

/// Puts the kept text, which has no place in the report yet, before the report's text.
fn with_kept(kept: &str, edition: String) -> String {
    if kept.is_empty() { edition } else { format!("{kept}\n\n{edition}") }
}

/// Returns the name of the setting that keeps a draft's text that has no place yet.
fn setting_of(id: &DraftId) -> String {
    key::beside(id, Beside::Unplaced)
}

/// Reads a draft's kept text that has no place; empty if there is none.
fn load_unplaced(session: Session, id: &DraftId) -> String {
    session.repository().setting(&setting_of(id)).unwrap_or_default()
}

/// Keeps the text that has no place in the draft, or removes the setting once all text has one.
fn store_unplaced(session: Session, id: &DraftId, applied: &Applied) {
    let pieces: Vec<&str> = match &applied.whole {
        Some(whole) => vec![whole],
        None => applied.unplaced.iter().map(|piece| piece.text.as_str()).collect(),
    };
    let text = pieces.join("\n\n");
    if text == load_unplaced(session, id) {
        return;
    }
    // A refusal by the storage is reported with the draft itself, which is saved at the same moments.
    let _ = session
        .repository()
        .set_setting(&setting_of(id), Some(text.as_str()).filter(|text| !text.is_empty()));
}
