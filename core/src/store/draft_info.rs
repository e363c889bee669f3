//! What is known of a draft for the home screen, which need not read the draft.

use serde::Deserialize;

use crate::checks;
use crate::checksum::checksum;
use crate::date::Date;
use crate::draft::{Draft, Publication, Timestamp};
use crate::excerpt::excerpt;
use crate::form::Form;

/// What is known of a draft, as far as the home screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DraftInfo {
    /// The id of the form that the draft answers, such as `2024`.
    pub form: String,
    /// The affiliate's name: the page title's, else the answer to the first question; may be empty.
    pub affiliate: String,
    /// The year: the page title's, else the answer on the reporting year; may be empty.
    pub year: String,
    /// The number of questions that are answered or not applicable.
    pub done: usize,
    /// The number of questions in the form; 0 where this version does not know the form.
    pub total: usize,
    /// The time of the last edit.
    pub changed: Timestamp,
    /// The minutes that it takes to write the rest, as [`checks::minutes_left`] estimates them.
    pub minutes_left: u32,
    /// The due date, if the writer has set one.
    pub due: Option<Date>,
    /// When and where the report was published.
    pub publication: Option<Publication>,
    /// Whether the report was changed after its writer said that it was published.
    pub changed_since_publication: bool,
    /// The time when the draft was put into the trash; `None` if it is not in it.
    pub deleted: Option<Timestamp>,
}

impl DraftInfo {
    /// Sums up a draft that is not in the trash.
    pub fn of(draft: &Draft) -> Self {
        let own = draft.own_form();
        let form = own.as_ref().or_else(|| Form::by_id(draft.form()));
        let counts = form.map(|form| checks::overview(form, draft).whole).unwrap_or_default();
        let page = draft.page();
        Self {
            form: draft.form().to_owned(),
            affiliate: first_of(&page.affiliate, draft.text("name")),
            year: first_of(&page.year, draft.text("reportingyear")),
            done: counts.done(),
            total: counts.total(),
            changed: draft.changed(),
            minutes_left: form.map_or(0, |form| checks::minutes_left(form, draft)),
            due: draft.due(),
            publication: draft.publication(),
            changed_since_publication: draft.is_changed_since_publication(),
            deleted: None,
        }
    }

    /// Reads a summary's record of the first format; `None` when it is damaged or belongs to another state of the draft's record.
    pub(super) fn read(json: &str, record: &str) -> Option<Self> {
        Self::parse(json).filter(|(sum, _)| *sum == checksum(record)).map(|(_, summary)| summary)
    }

    /// Reads from a summary's record when the draft was put into the trash, whether or not the summary fits the draft's record.
    pub(super) fn deleted_in(json: &str) -> Option<Timestamp> {
        Self::parse(json).and_then(|(_, summary)| summary.deleted)
    }

    fn parse(json: &str) -> Option<(String, Self)> {
        let record: FirstRecord = serde_json::from_str(json).ok()?;
        let deleted = record.deleted.parse().ok().filter(|millis| *millis != 0);
        let summary = Self {
            form: record.form,
            affiliate: record.affiliate,
            year: record.year,
            done: record.done,
            total: record.total,
            changed: Timestamp::from_millis(record.changed),
            minutes_left: 0,
            due: None,
            publication: None,
            changed_since_publication: false,
            deleted: deleted.map(Timestamp::from_millis),
        };
        Some((record.sum, summary))
    }
}

/// A summary's record of the first format. Times are milliseconds since 1970; `deleted` is a text, `0` for not deleted.
#[derive(Deserialize)]
struct FirstRecord {
    sum: String,
    form: String,
    affiliate: String,
    year: String,
    done: usize,
    total: usize,
    changed: i64,
    deleted: String,
}

/// Returns the first of two texts that is not blank, shortened.
fn first_of(first: &str, second: &str) -> String {
    let text = if first.trim().is_empty() { second } else { first };
    excerpt(text)
}
