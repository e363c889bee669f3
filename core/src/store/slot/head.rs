//! What can be known of a slot without reading its draft.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::draft::replica::{ApartRecord, CausalContext, Writer};
use crate::draft::{DraftId, Publication, Timestamp, is_page_address};
use crate::json;
use crate::store::DraftInfo;

/// A slot's writer, draft, progress, and what the home screen shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The draft that the slot is of.
    pub draft: DraftId,
    /// The page load that writes the slot.
    pub writer: Writer,
    /// How often the slot has been made, from 1.
    pub sequence: u64,
    /// The edits that are in the slot or were replaced in it.
    pub context: CausalContext,
    /// What the home screen shows of the draft; `None` where the slot is only a mark for the trash.
    pub info: Option<DraftInfo>,
}

/// A head as JSON, without unknown fields. Times are milliseconds since 1970; the vector has each writer's last edit, and `apart` what
/// was seen of single fields beyond that.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadRecord {
    draft: String,
    writer: String,
    sequence: u64,
    changed: i64,
    vector: Vec<(String, u64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    apart: Vec<ApartRecord>,
    summary: Option<SummaryRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryRecord {
    form: String,
    affiliate: String,
    year: String,
    done: usize,
    total: usize,
    deleted: Option<i64>,
    /// The minutes that are left. This and what follows is not in slots of version 1.
    #[serde(default)]
    minutes: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<PublishedRecord>,
}

/// A publication: its day, the page's address, and whether the report was changed since.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedRecord {
    date: String,
    page: String,
    changed: bool,
}

impl Head {
    pub(super) fn write(&self, changed: Timestamp) -> String {
        json::write(&HeadRecord {
            draft: self.draft.as_str().to_owned(),
            writer: self.writer.to_string(),
            sequence: self.sequence,
            changed: changed.millis(),
            vector: self.context.record(),
            apart: self.context.apart_record(),
            summary: self.info.clone().map(SummaryRecord::from),
        })
    }

    /// Parses a head, and the time when the draft was last edited.
    pub(super) fn parse(json: &str) -> Option<(Self, Timestamp)> {
        let record: HeadRecord = serde_json::from_str(json).ok()?;
        let changed = Timestamp::from_millis(record.changed);
        let head = Self {
            draft: DraftId::new(&record.draft)?,
            writer: Writer::parse(&record.writer)?,
            sequence: record.sequence,
            context: CausalContext::read(&record.vector, &record.apart)?,
            info: record.summary.map(|summary| summary.info(changed)),
        };
        Some((head, changed))
    }
}

impl From<DraftInfo> for SummaryRecord {
    fn from(info: DraftInfo) -> Self {
        let changed = info.changed_since_publication;
        let published = info.publication.map(|publication| PublishedRecord {
            date: publication.date.to_string(),
            page: publication.page,
            changed,
        });
        let DraftInfo { form, affiliate, year, done, total, minutes_left, due, deleted, .. } = info;
        Self {
            form,
            affiliate,
            year,
            done,
            total,
            deleted: deleted.map(Timestamp::millis),
            minutes: minutes_left,
            due: due.map(|due| due.to_string()),
            published,
        }
    }
}

impl SummaryRecord {
    fn info(self, changed: Timestamp) -> DraftInfo {
        let Self { form, affiliate, year, done, total, deleted, minutes, due, published } = self;
        let changed_since_publication = published.as_ref().is_some_and(|published| published.changed);
        let publication = published.and_then(PublishedRecord::publication);
        DraftInfo {
            form,
            affiliate,
            year,
            done,
            total,
            changed,
            minutes_left: minutes,
            due: due.as_deref().and_then(Date::parse),
            publication,
            changed_since_publication,
            deleted: deleted.map(Timestamp::from_millis),
        }
    }
}

impl PublishedRecord {
    fn publication(self) -> Option<Publication> {
        let page = if is_page_address(&self.page) { self.page } else { String::new() };
        Some(Publication { date: Date::parse(&self.date)?, page })
    }
}
