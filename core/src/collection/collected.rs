//! One report of a collection, with what is read from each of its answers.

use std::sync::Arc;

use crate::answer::{Answer, parse, plain_text, unlinked};
use crate::checks::{State, closed_links, state};
use crate::draft::{Draft, Entry, waiver};
use crate::form::{Form, Question, QuestionKind};
use crate::i18n::Message;
use crate::ids::QuestionId;
use crate::names::title::PageTitle;
use crate::names::{Wiki, folded, folded_name};
use crate::report::{last_year, only_number, proposed_parts};

/// The number of a report in its collection. It stays the same as long as the collection lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub(super) usize);

/// The place that a report came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportSource {
    /// A file.
    File {
        /// The file's name.
        name: String,
    },
    /// A text or page that was pasted.
    Pasted,
    /// A report of this browser.
    Here,
    /// A page of the wiki.
    Page {
        /// The page's title.
        title: PageTitle,
        /// The number of the revision that was read.
        revision: u64,
        /// The time when that revision was saved, in UTC: `2026-11-28T10:20:30Z`.
        saved: String,
    },
}

impl ReportSource {
    /// Returns the address of the page that the report came from; `None` where it came from elsewhere.
    pub fn address(&self, wiki: &Wiki) -> Option<String> {
        match self {
            Self::Page { title, .. } => Some(wiki.page_address(title)),
            Self::File { .. } | Self::Pasted | Self::Here => None,
        }
    }
}

/// The state of an answer for a reviewer, exactly one of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellState {
    /// No answer that could be seen, or only a placeholder such as "TBD".
    Empty,
    /// *Not applicable*, *Not counted this year* or *Sent to AffCom privately*.
    NotApplicable,
    /// An answer in words.
    Answered,
}

/// A link that readers of a public page cannot open, as it asks for a login or leads to private files, mail or a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedLink {
    /// The link's address, as it stands in the answer.
    pub address: String,
    /// The words on it for the writer.
    pub message: Message,
}

/// An answer of a collected report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectedAnswer {
    /// The question that is answered.
    pub question: QuestionId,
    /// The answer's state.
    pub state: CellState,
    /// The answer as a tree, to be shown.
    pub tree: Answer,
    /// The answer as a reader sees it, its links as addresses behind their words, without blanks at the edges.
    pub text: String,
    /// The text [folded], to be searched and compared.
    pub folded: String,
    /// The number in the answer to a question about a number, where it gives exactly one.
    pub number: Option<u64>,
    /// The links that readers cannot open.
    pub closed_links: Vec<ClosedLink>,
}

impl CollectedAnswer {
    fn of(question: &Question, entry: Option<&Entry>) -> Self {
        let source = entry.map_or("", Entry::text);
        let tree = parse(source, question.kind.markup());
        let text = plain_text(&unlinked(&tree)).trim().to_owned();
        let state = entry.map_or(CellState::Empty, |entry| cell_state(question, entry));
        let is_number = question.kind == QuestionKind::Number && state == CellState::Answered;
        let closed_links = closed_links(question, source)
            .into_iter()
            .map(|(place, message)| ClosedLink {
                address: source.get(place).unwrap_or_default().to_owned(),
                message,
            })
            .collect();
        Self {
            question: question.id.clone(),
            state,
            folded: folded(&text),
            number: is_number.then(|| only_number(&text)).flatten(),
            tree,
            text,
            closed_links,
        }
    }

    /// Makes the answer to a question that a report's form does not ask.
    pub(super) fn none(question: &Question) -> Self {
        Self::of(question, None)
    }

    /// Returns whether another answer says the same: the same words, whatever their case, accents and signs between them. Answers
    /// without letters and digits say the same where they are the same.
    pub fn says_the_same(&self, other: &Self) -> bool {
        if self.folded.is_empty() { self.text == other.text } else { self.folded == other.folded }
    }
}

/// Returns the state of an answer to a reader, to whom the writer's marks (*come back later*, *not checked yet*) mean nothing.
fn cell_state(question: &Question, entry: &Entry) -> CellState {
    let mut unmarked = entry.clone();
    unmarked.clear_later();
    match state(question, Some(&unmarked)) {
        State::Empty => CellState::Empty,
        State::NotApplicable => CellState::NotApplicable,
        State::CarriedOver if waiver(entry.text()).is_some() => CellState::NotApplicable,
        State::Answered | State::CarriedOver | State::Later => CellState::Answered,
    }
}

/// A report of a collection.
#[derive(Clone, Debug)]
pub struct CollectedReport {
    id: ReportId,
    form: &'static Form,
    draft: Draft,
    source: ReportSource,
    name: String,
    year: Option<u16>,
    answers: Vec<Arc<CollectedAnswer>>,
}

impl CollectedReport {
    pub(super) fn new(id: ReportId, form: &'static Form, draft: Draft, source: ReportSource) -> Self {
        let parts = proposed_parts(&draft);
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let answers = form
            .questions()
            .map(|question| Arc::new(CollectedAnswer::of(question, draft.entry(question.id.as_str()))));
        Self {
            id,
            form,
            name: one_line(&parts.affiliate),
            year: last_year(&parts.year).parse().ok(),
            answers: answers.collect(),
            draft,
            source,
        }
    }

    /// Returns the report's number in its collection.
    pub fn id(&self) -> ReportId {
        self.id
    }

    /// Returns the form that the report answers.
    pub fn form(&self) -> &'static Form {
        self.form
    }

    /// Returns the report as it was read.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Returns where the report came from.
    pub fn source(&self) -> &ReportSource {
        &self.source
    }

    /// Returns the affiliate's name as the report has it, on one line; empty where it has none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the year that the report is about: the one in its page's title, else the last that its answer names.
    pub fn year(&self) -> Option<u16> {
        self.year
    }

    /// Returns the answers in the order of the report's form, one for each of its questions.
    pub fn answers(&self) -> &[Arc<CollectedAnswer>] {
        &self.answers
    }

    /// Returns the answer to a question; `None` where the report's form does not ask it.
    pub fn answer(&self, question: &str) -> Option<&Arc<CollectedAnswer>> {
        self.answers.iter().find(|answer| answer.question.as_str() == question)
    }

    /// Returns the answer to a question that is likely at this place of the form.
    pub(super) fn answer_at(&self, place: usize, question: &QuestionId) -> Option<&Arc<CollectedAnswer>> {
        let likely = self.answers.get(place).filter(|answer| answer.question == *question);
        likely.or_else(|| self.answer(question.as_str()))
    }

    /// Walks what makes a report the same as another: the affiliate's name, folded, the year, and what a reader sees of each answer.
    pub(super) fn seen(&self) -> impl Iterator<Item = (String, &str)> {
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let answers = self.answers.iter().filter(|answer| !answer.text.is_empty());
        [(folded_name(&self.name), ""), (year, "")]
            .into_iter()
            .chain(answers.map(|answer| (answer.question.to_string(), answer.text.as_str())))
    }

    /// Notes that the report was found on a page too, so that the page can be linked to.
    pub(super) fn found_at(&mut self, source: ReportSource) {
        if matches!(source, ReportSource::Page { .. }) && !matches!(self.source, ReportSource::Page { .. }) {
            self.source = source;
        }
    }
}
