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

/// The draft that is open. Copies are the same draft; it lives as long as its
/// [`DraftFrame`](crate::views::draft_frame) is shown.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    form: &'static Form,
    parts: StoredValue<Parts, LocalStorage>,
    answers: StoredValue<Vec<OpenAnswer>>,
    page: RwSignal<PageParts>,
    summary: RwSignal<String>,
    /// How often it was noted when the report is due or was published.
    milestones: RwSignal<u32>,
    year: Memo<u16>,
    sections: StoredValue<Vec<Memo<Counts>>>,
    whole: Memo<Counts>,
    settled: RwSignal<u32>,
    /// The form in use, for the draft to carry along from its first change on.
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
    /// Opens a draft of a known form, which it will carry along if there is a record of it. Its signals belong to the reactive owner that
    /// is current.
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

    /// The open draft, in a view of it.
    ///
    /// # Panics
    /// Outside such a view, which is a mistake in the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// The part of the program that comes late: what is called from outside of a view's making finds it here.
    pub fn late(self) -> Late {
        self.late
    }

    /// Its id.
    pub fn id(self) -> DraftId {
        self.parts.with_value(|parts| parts.id.clone())
    }

    /// Its form.
    pub fn form(self) -> &'static Form {
        self.form
    }

    /// All answers in the form's order.
    pub fn answers(self) -> Vec<OpenAnswer> {
        self.answers.get_value()
    }

    /// The answer to one question of the form.
    pub fn answer(self, question: &str) -> Option<OpenAnswer> {
        self.answers.with_value(|answers| {
            answers.iter().find(|answer| answer.question.id.as_str() == question).copied()
        })
    }

    /// How far the whole report is.
    pub fn whole(self) -> Memo<Counts> {
        self.whole
    }

    /// How far each section is, in the form's order.
    pub fn sections(self) -> Vec<Memo<Counts>> {
        self.sections.get_value()
    }

    /// What its page on Meta is called after.
    pub fn page(self) -> ReadSignal<PageParts> {
        self.page.read_only()
    }

    /// The edit summary as typed; empty where the default is wanted.
    pub fn summary(self) -> ReadSignal<String> {
        self.summary.read_only()
    }

    /// The day that is set for the report to be done. Subscribes.
    pub fn due(self) -> Option<Date> {
        self.milestones.track();
        self.with_draft(Draft::due)
    }

    /// When and where the report was published. Subscribes.
    pub fn publication(self) -> Option<Publication> {
        self.milestones.track();
        self.with_draft(Draft::publication)
    }

    /// The minutes that the rest of the report takes, see [`checks::minutes_left`]. Subscribes.
    pub fn minutes_left(self) -> u32 {
        self.whole.track();
        self.with_draft(|draft| checks::minutes_left(self.form, draft))
    }

    /// The affiliate's name for the screen: the page title's, else the first answer; may be empty. Subscribes.
    pub fn name(self) -> String {
        let affiliate = self.page.with(|page| page.affiliate.trim().to_owned());
        if affiliate.is_empty() {
            self.answer("name").map(|answer| answer.text().trim().to_owned()).unwrap_or_default()
        } else {
            affiliate
        }
    }

    /// The words for its year: the page title's, else the answer; may be empty. Subscribes.
    pub fn year(self) -> String {
        let year = self.page.with(|page| page.year.trim().to_owned());
        if year.is_empty() {
            self.answer("reportingyear").map(|answer| answer.text().trim().to_owned()).unwrap_or_default()
        } else {
            year
        }
    }

    /// Name and year for a browser's tab, as far as they are known: "Lake Orin 2026". Subscribes.
    pub fn name_and_year(self) -> String {
        let parts = [self.name(), self.year()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A text of the form for the year that the report is about, as [`report_year`] finds it. Subscribes to that where the text
    /// speaks of a year.
    pub fn dated(self, text: &DatedText) -> String {
        text.in_year(self.year_for(text))
    }

    /// The year that a text of the form is for, as in [`dated`](Self::dated).
    pub fn year_for(self, text: &DatedText) -> u16 {
        if text.is_dated() { self.year.get() } else { self.year.get_untracked() }
    }

    /// Looks at the draft as it is now, without subscribing to anything.
    pub fn with_draft<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        let draft = self.parts.with_value(|parts| Rc::clone(&parts.draft));
        let draft = draft.borrow();
        look(&draft)
    }

    /// The draft as it is now, without subscribing to anything: to save it to a file, to write its page.
    pub fn snapshot(self) -> Draft {
        self.with_draft(Draft::clone)
    }

    /// Its report, subscribed to every answer: for what shows the whole page. Parses only what has changed since.
    pub fn report(self) -> Report<'static> {
        let tree = |question: &Question| self.answer(question.id.as_str()).map(|answer| answer.tree.get());
        Report::of_trees(self.form, |question| tree(question).unwrap_or_default())
    }

    /// The next question with something left to do, see [`checks::next`]. Does not subscribe.
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

    /// Puts an answer in place of what was there, and returns that, to undo it with.
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn insert(self, question: &QuestionId, entry: Entry) -> Result<Option<Entry>, DraftError> {
        let before = self.change(|draft| draft.insert(question, entry, clock::now()))?;
        self.changed(question);
        self.settle();
        Ok(before)
    }

    /// Takes an answer away: it was put elsewhere.
    pub fn remove(self, question: &QuestionId) {
        if self.change(|draft| draft.remove(question, clock::now())).is_some() {
            self.changed(question);
            self.settle();
        }
    }

    /// Says that a carried-over answer is still true.
    pub fn confirm(self, question: &QuestionId) {
        if self.change(|draft| draft.confirm(question, clock::now())) {
            self.changed(question);
        }
    }

    /// Marks a question to be come back to, with a private note (maybe empty).
    ///
    /// # Errors
    /// When a limit is passed; nothing has changed then.
    pub fn come_back_later(self, question: &QuestionId, note: &str) -> Result<(), DraftError> {
        self.change(|draft| draft.come_back_later(question, note, &nfc, clock::now()))?;
        self.changed(question);
        Ok(())
    }

    /// Takes the mark and its note away.
    pub fn clear_later(self, question: &QuestionId) {
        if self.change(|draft| draft.clear_later(question, clock::now())) {
            self.changed(question);
        }
    }

    /// Sets what the page is called after.
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

    /// Changes when the report is due or was published, and saves that.
    pub fn set_milestones<T>(self, change: impl FnOnce(&mut Draft) -> T) -> T {
        let done = self.change(change);
        self.milestones.update(|count| *count = count.wrapping_add(1));
        self.touch(Field::Rest);
        self.settle();
        done
    }

    /// A field was left, or something changed at once: saves, and lets advice that depends on other answers follow.
    pub fn settle(self) {
        // A browser also tells of leaving a field when its view is taken away; the draft is saved by then.
        let _ = self.settled.try_update(|count| *count = count.wrapping_add(1));
        let _ = self.parts.try_with_value(|parts| parts.saver.flush());
    }

    /// Takes another state of the same draft over, as another tab or the mirror has it, or as the writer chose, and
    /// returns the answers that differ. Whoever brings it has it saved.
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

    /// Brings one answer's signal up to date and lets the draft be saved.
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

/// Follows the year that a draft's report is about.
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
