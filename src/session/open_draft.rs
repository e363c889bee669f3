//! The open draft: the one way views read and change it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::counts;
use super::late::Late;
use super::open_answer::OpenAnswer;
use super::saver::Saver;
use crate::browser::{clock, nfc};
use report::checks::{self, Counts};
use report::date::Date;
use report::draft::replica::Field;
use report::draft::{Draft, DraftError, DraftId, Entry, PageParts, Publication};
use report::form::{DatedText, Form, FormRecord, Question, QuestionId, QuestionKind};
use report::report::{Report, report_year};

/// The draft that is open. Copies refer to the same draft; it lives as long as its
/// [`DraftFrame`](crate::views::draft_frame) is shown.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    form: &'static Form,
    parts: StoredValue<Parts, LocalStorage>,
    answers: StoredValue<Vec<OpenAnswer>>,
    page: RwSignal<PageParts>,
    summary: RwSignal<String>,
    /// A change counter that makes a signal of the draft's milestones (due date and publication).
    milestones: RwSignal<u32>,
    year: Memo<u16>,
    sections: StoredValue<Vec<Memo<Counts>>>,
    whole: Memo<Counts>,
    settled: RwSignal<u32>,
    /// The record of the form in use, which the draft takes along with its first change.
    owed: StoredValue<Option<FormRecord>>,
    late: Late,
}

#[derive(Clone)]
struct Parts {
    id: DraftId,
    draft: Rc<RefCell<Draft>>,
    saver: Rc<Saver>,
}

impl OpenDraft {
    /// Opens a draft of a known form. If there is a record of the form, the draft takes it along with its first
    /// change. The signals belong to the current reactive owner.
    pub fn new(
        (form, owed): (&'static Form, Option<FormRecord>),
        draft: Draft,
        saver: Rc<Saver>,
        late: Late,
    ) -> Self {
        let id = draft.id().clone();
        let page = RwSignal::new(draft.page().clone());
        let summary = RwSignal::new(draft.summary().to_owned());
        let settled = RwSignal::new(0);
        let draft = Rc::new(RefCell::new(draft));
        let reader = move || late.parts().map(|parts| parts.reader);
        let mut answers = Vec::new();
        let mut sections = Vec::new();
        for section in &form.sections {
            let questions = section.questions();
            let own: Vec<OpenAnswer> = questions
                .map(|question| OpenAnswer::new(form, question, &draft, settled.read_only(), reader))
                .collect();
            sections.push(counts::counts(own.clone()));
            answers.extend(own);
        }
        let whole = counts::sum(sections.clone());
        let year = year(&answers, page, StoredValue::new_local(Rc::clone(&draft)));
        saver.watch(Rc::clone(&draft));
        Self {
            form,
            parts: StoredValue::new_local(Parts { id, draft, saver }),
            answers: StoredValue::new(answers),
            page,
            summary,
            milestones: RwSignal::new(0),
            year,
            sections: StoredValue::new(sections),
            whole,
            settled,
            owed: StoredValue::new(owed),
            late,
        }
    }

    /// Returns the open draft, inside one of its views.
    ///
    /// # Panics
    /// Outside such a view, which is a mistake in the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// Returns the late part of the program, for code that runs after its view was made and has no context.
    pub fn late(self) -> Late {
        self.late
    }

    /// Returns the draft's id.
    pub fn id(self) -> DraftId {
        self.parts.with_value(|parts| parts.id.clone())
    }

    /// Returns the draft's form.
    pub fn form(self) -> &'static Form {
        self.form
    }

    /// Returns all answers in the form's order.
    pub fn answers(self) -> Vec<OpenAnswer> {
        self.answers.get_value()
    }

    /// Returns the answer to the question with this id, or `None` if the form has no such question.
    pub fn answer(self, question: &str) -> Option<OpenAnswer> {
        self.answers.with_value(|answers| {
            answers.iter().find(|answer| answer.question.id.as_str() == question).copied()
        })
    }

    /// Returns the counts of the whole report.
    pub fn whole(self) -> Memo<Counts> {
        self.whole
    }

    /// Returns the counts of each section, in the form's order.
    pub fn sections(self) -> Vec<Memo<Counts>> {
        self.sections.get_value()
    }

    /// Returns the parts of the page's title on Meta.
    pub fn page(self) -> ReadSignal<PageParts> {
        self.page.read_only()
    }

    /// Returns the edit summary as typed; empty stands for the default.
    pub fn summary(self) -> ReadSignal<String> {
        self.summary.read_only()
    }

    /// Returns the due date. Subscribes to the milestones.
    pub fn due(self) -> Option<Date> {
        self.milestones.track();
        self.with_draft(Draft::due)
    }

    /// Returns when and where the report was published. Subscribes to the milestones.
    pub fn publication(self) -> Option<Publication> {
        self.milestones.track();
        self.with_draft(Draft::publication)
    }

    /// Returns the minutes that the rest of the report takes, see [`checks::minutes_left`]. Subscribes to the whole
    /// counts.
    pub fn minutes_left(self) -> u32 {
        self.whole.track();
        self.with_draft(|draft| checks::minutes_left(self.form, draft))
    }

    /// Returns the affiliate's name for the screen: the page title's, else the answer to `name`; may be empty.
    /// Subscribes to both.
    pub fn name(self) -> String {
        let affiliate = self.page.with(|page| page.affiliate.trim().to_owned());
        if affiliate.is_empty() {
            self.answer("name").map(|answer| answer.text().trim().to_owned()).unwrap_or_default()
        } else {
            affiliate
        }
    }

    /// Returns the report's year in words: the page title's, else the answer to `reportingyear`; may be empty.
    /// Subscribes to both.
    pub fn year(self) -> String {
        let year = self.page.with(|page| page.year.trim().to_owned());
        if year.is_empty() {
            self.answer("reportingyear").map(|answer| answer.text().trim().to_owned()).unwrap_or_default()
        } else {
            year
        }
    }

    /// Returns name and year for the browser's tab, as far as they are known: "Lake Orin 2026". Subscribes to both.
    pub fn name_and_year(self) -> String {
        let parts = [self.name(), self.year()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Returns a text of the form for the year that the report is about, as [`report_year`] finds it. Subscribes to
    /// the year if the text names one.
    pub fn dated(self, text: &DatedText) -> String {
        text.in_year(self.year_for(text))
    }

    /// Returns the year that a text of the form is for, as in [`dated`](Self::dated).
    pub fn year_for(self, text: &DatedText) -> u16 {
        if text.is_dated() { self.year.get() } else { self.year.get_untracked() }
    }

    /// Calls `look` with the draft as it is now, without subscribing to anything.
    pub fn with_draft<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        let draft = self.parts.with_value(|parts| Rc::clone(&parts.draft));
        let draft = draft.borrow();
        look(&draft)
    }

    /// Returns a copy of the draft as it is now, to save it to a file or to write its page. Does not subscribe.
    pub fn snapshot(self) -> Draft {
        self.with_draft(Draft::clone)
    }

    /// Returns the draft's report, for views of the whole page. Subscribes to every answer, and parses only those that
    /// have changed since the last call.
    pub fn report(self) -> Report<'static> {
        let tree = |question: &Question| self.answer(question.id.as_str()).map(|answer| answer.tree.get());
        Report::of_trees(self.form, |question| tree(question).unwrap_or_default())
    }

    /// Returns the next question with something left to do, see [`checks::next`]. Does not subscribe.
    pub fn next(self, after: Option<&QuestionId>) -> Option<QuestionId> {
        self.with_draft(|draft| checks::next(self.form, draft, after))
    }

    /// Sets an answer to what the writer typed. Returns whether anything changed.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn set_text(self, question: &QuestionId, typed: &str) -> Result<bool, DraftError> {
        let changed = self.change(|draft| draft.set_text(question, typed, &nfc, clock::now()))?;
        if changed {
            self.changed(question);
        }
        Ok(changed)
    }

    /// Replaces an answer, and returns the one before, for undoing.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn insert(self, question: &QuestionId, entry: Entry) -> Result<Option<Entry>, DraftError> {
        let before = self.change(|draft| draft.insert(question, entry, clock::now()))?;
        self.changed(question);
        self.settle();
        Ok(before)
    }

    /// Removes an answer that was moved elsewhere.
    pub fn remove(self, question: &QuestionId) {
        if self.change(|draft| draft.remove(question, clock::now())).is_some() {
            self.changed(question);
            self.settle();
        }
    }

    /// Confirms that a carried-over answer is still true.
    pub fn confirm(self, question: &QuestionId) {
        if self.change(|draft| draft.confirm(question, clock::now())) {
            self.changed(question);
        }
    }

    /// Marks a question for later, with a private note, which may be empty.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn come_back_later(self, question: &QuestionId, note: &str) -> Result<(), DraftError> {
        self.change(|draft| draft.come_back_later(question, note, &nfc, clock::now()))?;
        self.changed(question);
        Ok(())
    }

    /// Removes a question's mark for later and its note.
    pub fn clear_later(self, question: &QuestionId) {
        if self.change(|draft| draft.clear_later(question, clock::now())) {
            self.changed(question);
        }
    }

    /// Sets the parts of the page's title.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn set_page(self, page: &PageParts) -> Result<(), DraftError> {
        self.change(|draft| draft.set_page(page, &nfc, clock::now()))?;
        self.page.set(self.with_draft(|draft| draft.page().clone()));
        self.touch(Field::Page);
        Ok(())
    }

    /// Sets the edit summary.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn set_summary(self, typed: &str) -> Result<(), DraftError> {
        self.change(|draft| draft.set_summary(typed, &nfc, clock::now()))?;
        self.summary.set(self.with_draft(|draft| draft.summary().to_owned()));
        self.touch(Field::EditSummary);
        Ok(())
    }

    /// Changes the due date or the publication, and saves the draft.
    pub fn set_milestones<T>(self, change: impl FnOnce(&mut Draft) -> T) -> T {
        let done = self.change(change);
        self.milestones.update(|count| *count = count.wrapping_add(1));
        self.touch(Field::Rest);
        self.settle();
        done
    }

    /// Saves the draft and updates the advice that depends on other answers, after a field was left or an answer was
    /// set at once.
    pub fn settle(self) {
        // A browser also reports that a field is left when its view is removed; by that time the draft is saved.
        let _ = self.settled.try_update(|count| *count = count.wrapping_add(1));
        let _ = self.parts.try_with_value(|parts| parts.saver.flush());
    }

    /// Takes over another state of the same draft, from another tab or the durable store or by the writer's choice,
    /// and returns the answers that differ. Saving it is up to the caller.
    pub fn take_over(self, newer: Draft) -> Vec<OpenAnswer> {
        let page = newer.page().clone();
        let summary = newer.summary().to_owned();
        self.change(|draft| *draft = newer);
        let mut differ = self.answers();
        differ.retain(|answer| self.with_draft(|draft| answer.differs(draft)));
        for answer in &differ {
            self.with_draft(|draft| answer.refresh(draft));
        }
        set_if_other(self.page, page);
        set_if_other(self.summary, summary);
        self.milestones.update(|count| *count = count.wrapping_add(1));
        self.settled.update(|count| *count = count.wrapping_add(1));
        differ
    }

    fn change<T>(self, change: impl FnOnce(&mut Draft) -> T) -> T {
        let draft = self.parts.with_value(|parts| Rc::clone(&parts.draft));
        change(&mut draft.borrow_mut())
    }

    /// Updates one answer's signal, and has the draft saved soon.
    fn changed(self, question: &QuestionId) {
        if let Some(answer) = self.answer(question.as_str()) {
            self.with_draft(|draft| answer.refresh(draft));
        }
        self.touch(Field::Answer(question.clone()));
    }

    fn touch(self, field: Field) {
        if let Some(record) = self.owed.try_update_value(Option::take).flatten() {
            self.change(|draft| draft.note_form(record));
            self.parts.with_value(|parts| parts.saver.touch(Field::Rest));
        }
        self.parts.with_value(|parts| parts.saver.touch(field));
    }
}

/// Returns a memo of the year that a draft's report is about.
fn year(
    answers: &[OpenAnswer],
    page: RwSignal<PageParts>,
    draft: StoredValue<Rc<RefCell<Draft>>, LocalStorage>,
) -> Memo<u16> {
    let named = answers.iter().filter(|answer| answer.question.kind == QuestionKind::Year);
    let named: Vec<_> = named.map(|answer| answer.entry).collect();
    Memo::new(move |_| {
        page.track();
        for entry in &named {
            entry.track();
        }
        draft.with_value(|draft| report_year(&draft.borrow(), clock::today()))
    })
}

fn set_if_other<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
