//! Reports side by side: a row for each affiliate in each year, a column for each question.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::directory::distinct;
use super::{AffiliateKey, CellState, CollectedAnswer, CollectedReport, Collection, ReportId};
use crate::form::{Form, QuestionKind};
use crate::ids::QuestionId;
use crate::names::folded;

/// The least letters and digits of an answer that is compared with other affiliates' answers: shorter ones are the same by chance.
const LEAST_COMPARED: usize = 40;

/// A question of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportColumn {
    /// The question's id.
    pub question: QuestionId,
    /// The question's wording.
    pub text: String,
    /// The place of the question's section in its form, from 0.
    pub section: usize,
    /// The heading of that section.
    pub section_title: String,
    /// Whether the question asks for a number.
    pub is_number: bool,
    /// Whether the question is answered by choices out of a list, so that several affiliates give the same ones by chance.
    pub is_choice: bool,
}

/// An answer of another affiliate with the same words, of this year or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameWords {
    /// The report that has the answer.
    pub report: ReportId,
    /// The other affiliate.
    pub affiliate: AffiliateKey,
    /// The other affiliate's name.
    pub name: String,
    /// The year of that report.
    pub year: Option<u16>,
}

/// A cell of the table: what an affiliate answers to a question in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCell {
    /// The answer.
    pub answer: Arc<CollectedAnswer>,
    /// Whether the affiliate's report before this one has an answer that says the same.
    pub is_unchanged: bool,
    /// The number in the report before this one, where both give exactly one.
    pub number_before: Option<u64>,
    /// All answers with the same words, this one among them, where other affiliates have them.
    same_words: Option<Arc<[SameWords]>>,
}

impl ReportCell {
    /// Returns the answer's state.
    pub fn state(&self) -> CellState {
        self.answer.state
    }

    /// Returns whether another affiliate answers in the same words.
    pub fn has_same_words(&self) -> bool {
        self.same_words.is_some()
    }
}

/// The report of the same affiliate before the one in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlierReport {
    /// The report.
    pub report: ReportId,
    /// The year that it is about.
    pub year: u16,
}

/// A row of the table: an affiliate in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// The affiliate.
    pub affiliate: AffiliateKey,
    /// The affiliate's official name, as the report has it where it is in no directory; empty where the report has none.
    pub name: String,
    /// The name, [folded], to be searched and sorted by.
    pub folded_name: String,
    /// The year that the report is about.
    pub year: Option<u16>,
    /// The kind of affiliate by the directory: `User Group`; empty where that is not known.
    pub kind: String,
    /// The affiliate's region by the directory; empty where that is not known.
    pub region: String,
    /// The affiliate's code in the portal; empty where that is not known.
    pub code: String,
    /// The report that the cells are of: of several versions the one that was added last.
    pub report: ReportId,
    /// The other versions of the report, in the order they were added.
    pub versions: Vec<ReportId>,
    /// The affiliate's latest report of a year before this one's.
    pub earlier: Option<EarlierReport>,
    /// The cells, one for each column.
    pub cells: Vec<ReportCell>,
    /// The number of questions that are answered; *N/A* is no answer.
    pub answered: usize,
}

impl ReportRow {
    /// Returns the answers of other affiliates that have the same words as this row's in a column, sorted by name.
    pub fn same_words(&self, column: usize) -> impl Iterator<Item = &SameWords> {
        let all = self.cells.get(column).and_then(|cell| cell.same_words.as_deref()).unwrap_or_default();
        all.iter().filter(|other| other.affiliate != self.affiliate)
    }
}

/// Reports of a collection, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsTable {
    /// The columns in the form's order.
    pub columns: Vec<ReportColumn>,
    /// The rows by name, and those of one affiliate by year, the latest first.
    pub rows: Vec<ReportRow>,
}

impl ReportsTable {
    /// Returns the regions of the rows, sorted.
    pub fn regions(&self) -> Vec<&str> {
        distinct(self.rows.iter().map(|row| row.region.as_str()))
    }

    /// Returns the kinds of affiliate of the rows, sorted.
    pub fn kinds(&self) -> Vec<&str> {
        distinct(self.rows.iter().map(|row| row.kind.as_str()))
    }

    /// Returns the places of all rows.
    pub fn all_rows(&self) -> Vec<usize> {
        (0..self.rows.len()).collect()
    }

    /// Returns the places of all columns.
    pub fn all_columns(&self) -> Vec<usize> {
        (0..self.columns.len()).collect()
    }

    /// Returns the cell in a row and a column, both counted from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<&ReportCell> {
        self.rows.get(row)?.cells.get(column)
    }
}

impl Collection {
    /// Puts the reports side by side that are about a year, or all, under a form's questions. What a report's own form does not ask is
    /// empty. Answers are compared with all reports of the collection.
    pub fn table(&self, form: &Form, year: Option<u16>) -> ReportsTable {
        let columns = columns(form);
        let shown = self.shown();
        let same_words = self.same_words(&columns, &shown);
        let nothing: Vec<Arc<CollectedAnswer>> =
            form.questions().map(|question| Arc::new(CollectedAnswer::none(question))).collect();
        let years = years(&shown);
        let mut rows: Vec<ReportRow> = shown
            .iter()
            .filter(|one| year.is_none() || one.report.year() == year)
            .map(|one| {
                let earlier = one.earlier(&years);
                let before = earlier.and_then(|earlier| self.report(earlier.report));
                let cells = columns.iter().zip(&nothing).enumerate().map(|(at, (column, none))| {
                    let answer = one.report.answer_at(at, &column.question).unwrap_or(none).clone();
                    let answer_before = before.and_then(|before| before.answer_at(at, &column.question));
                    let own = is_compared(column, &answer).then_some((at, answer.folded.as_str()));
                    let same_words = own.and_then(|own| same_words.get(&own)).cloned();
                    cell(answer, answer_before.map(AsRef::as_ref), same_words)
                });
                one.row(self, earlier, cells.collect())
            })
            .collect();
        rows.sort_by(|one, other| {
            (&one.folded_name, other.year, one.report).cmp(&(&other.folded_name, one.year, other.report))
        });
        ReportsTable { columns, rows }
    }

    /// Lists the report that is shown of each affiliate in each year, in the order they were added.
    fn shown(&self) -> Vec<Shown<'_>> {
        let mut shown: Vec<Shown<'_>> = self
            .versions()
            .iter()
            .filter_map(|((affiliate, _), versions)| {
                let (last, others) = versions.split_last()?;
                let report = self.report(*last)?;
                let listed = self.listed(report);
                let name = listed.map_or(report.name(), |listed| listed.name.as_str());
                Some(Shown { affiliate, name, report, versions: others })
            })
            .collect();
        shown.sort_by_key(|one| one.report.id());
        shown
    }

    /// Finds the answers that several affiliates give in the same words, by column and folded text.
    fn same_words<'s>(&self, columns: &[ReportColumn], shown: &[Shown<'s>]) -> Copied<'s> {
        // Most words are of one report only: nothing is kept of them but which.
        let mut groups: HashMap<(usize, &'s str), (usize, Vec<usize>)> = HashMap::new();
        for (place, one) in shown.iter().enumerate() {
            for (at, column) in columns.iter().enumerate() {
                let answer = one.report.answer_at(at, &column.question);
                if let Some(answer) = answer.filter(|answer| is_compared(column, answer)) {
                    let group = groups.entry((at, answer.folded.as_str()));
                    group.and_modify(|(_, others)| others.push(place)).or_insert((place, Vec::new()));
                }
            }
        }
        let groups = groups.into_iter().filter_map(|(words, (first, others))| {
            let mut group: Vec<&Shown<'s>> =
                [first].into_iter().chain(others).filter_map(|place| shown.get(place)).collect();
            let affiliate = group.first()?.affiliate;
            group.iter().any(|one| one.affiliate != affiliate).then_some(())?;
            group.sort_by_key(|one| (one.name, Reverse(one.report.year())));
            Some((words, group.into_iter().map(Shown::same_words).collect()))
        });
        groups.collect()
    }
}

/// The answers that several affiliates give in the same words, by column and folded text.
type Copied<'s> = HashMap<(usize, &'s str), Arc<[SameWords]>>;

/// The report that is shown of an affiliate in a year.
struct Shown<'s> {
    affiliate: &'s AffiliateKey,
    name: &'s str,
    report: &'s CollectedReport,
    versions: &'s [ReportId],
}

impl Shown<'_> {
    /// Finds the affiliate's latest report of an earlier year.
    fn earlier(&self, years: &HashMap<&AffiliateKey, Vec<EarlierReport>>) -> Option<EarlierReport> {
        let year = self.report.year()?;
        years.get(self.affiliate)?.iter().copied().find(|one| one.year < year)
    }

    fn same_words(&self) -> SameWords {
        SameWords {
            report: self.report.id(),
            affiliate: self.affiliate.clone(),
            name: self.name.to_owned(),
            year: self.report.year(),
        }
    }

    fn row(
        &self,
        collection: &Collection,
        earlier: Option<EarlierReport>,
        cells: Vec<ReportCell>,
    ) -> ReportRow {
        let listed = collection.listed(self.report);
        let text = |of: fn(&crate::meta::portal::Affiliate) -> &String| {
            listed.map_or_else(String::new, |affiliate| of(affiliate).clone())
        };
        ReportRow {
            affiliate: self.affiliate.clone(),
            name: self.name.to_owned(),
            folded_name: folded(self.name),
            year: self.report.year(),
            kind: text(|affiliate| &affiliate.kind),
            region: text(|affiliate| &affiliate.region),
            code: text(|affiliate| &affiliate.code),
            report: self.report.id(),
            versions: self.versions.to_vec(),
            earlier,
            answered: cells.iter().filter(|cell| cell.state() == CellState::Answered).count(),
            cells,
        }
    }
}

/// Lists the reports of each affiliate, the latest year first.
fn years<'s>(shown: &[Shown<'s>]) -> HashMap<&'s AffiliateKey, Vec<EarlierReport>> {
    let mut years: HashMap<&AffiliateKey, Vec<EarlierReport>> = HashMap::new();
    for one in shown {
        if let Some(year) = one.report.year() {
            years.entry(one.affiliate).or_default().push(EarlierReport { report: one.report.id(), year });
        }
    }
    for reports in years.values_mut() {
        reports.sort_by_key(|report| Reverse(report.year));
    }
    years
}

fn columns(form: &Form) -> Vec<ReportColumn> {
    let sections = form.sections.iter().enumerate();
    let columns = sections.flat_map(|(at, section)| {
        section.questions().map(move |question| ReportColumn {
            question: question.id.clone(),
            text: question.text.clone(),
            section: at,
            section_title: section.title.clone(),
            is_number: question.kind == QuestionKind::Number,
            is_choice: question.kind == QuestionKind::Three,
        })
    });
    columns.collect()
}

fn cell(
    answer: Arc<CollectedAnswer>,
    before: Option<&CollectedAnswer>,
    same_words: Option<Arc<[SameWords]>>,
) -> ReportCell {
    let is_answered = |answer: &&CollectedAnswer| answer.state == CellState::Answered;
    let before = before.filter(is_answered).filter(|_| is_answered(&&*answer));
    ReportCell {
        is_unchanged: before.is_some_and(|before| before.says_the_same(&answer)),
        number_before: before.and_then(|before| before.number).filter(|_| answer.number.is_some()),
        same_words,
        answer,
    }
}

/// Returns whether an answer is compared with those of other affiliates.
fn is_compared(column: &ReportColumn, answer: &CollectedAnswer) -> bool {
    answer.state == CellState::Answered
        && !column.is_choice
        && answer.folded.chars().filter(|letter| *letter != ' ').nth(LEAST_COMPARED - 1).is_some()
}
