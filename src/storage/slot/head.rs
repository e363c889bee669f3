//! What can be known of a slot without reading its draft.

use serde::{Deserialize, Serialize};

use crate::draft::replica::{Dot, Vector, Writer};
use crate::draft::{DraftId, Timestamp};
use crate::storage::Summary;

/// Whose slot it is, of which draft, how far it has come, and what the home screen shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The draft.
    pub draft: DraftId,
    /// Who writes it.
    pub writer: Writer,
    /// How often it has been written, from 1.
    pub sequence: u64,
    /// The edits that are in it or were replaced in it.
    pub vector: Vector,
    /// The draft in short; `None` where the slot is only a mark for the trash.
    pub summary: Option<Summary>,
}

/// The head as JSON. Times are milliseconds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    draft: String,
    writer: String,
    sequence: u64,
    changed: i64,
    vector: Vec<(String, u64)>,
    summary: Option<Short>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Short {
    form: String,
    affiliate: String,
    year: String,
    done: usize,
    total: usize,
    deleted: Option<i64>,
}

impl Head {
    pub(super) fn write(&self, changed: Timestamp) -> String {
        let short = |summary: &Summary| Short {
            form: summary.form.clone(),
            affiliate: summary.affiliate.clone(),
            year: summary.year.clone(),
            done: summary.done,
            total: summary.total,
            deleted: summary.deleted.map(Timestamp::millis),
        };
        let stored = Stored {
            draft: self.draft.to_string(),
            writer: self.writer.to_string(),
            sequence: self.sequence,
            changed: changed.millis(),
            vector: self.vector.last().map(|dot| (dot.writer.to_string(), dot.counter)).collect(),
            summary: self.summary.as_ref().map(short),
        };
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads it, and when the draft was last edited.
    pub(super) fn parse(json: &str) -> Option<(Self, Timestamp)> {
        let stored: Stored = serde_json::from_str(json).ok()?;
        let changed = Timestamp::from_millis(stored.changed);
        let mut vector = Vector::default();
        for (writer, counter) in &stored.vector {
            let dot = Dot { writer: Writer::parse(writer)?, counter: *counter };
            // Twice the same writer, or the number 0, is nothing that was ever written.
            if vector.covers(dot) {
                return None;
            }
            vector.see(dot);
        }
        let summary = stored.summary.map(|short| Summary {
            form: short.form,
            affiliate: short.affiliate,
            year: short.year,
            done: short.done,
            total: short.total,
            changed,
            deleted: short.deleted.map(Timestamp::from_millis),
        });
        let (draft, writer) = (DraftId::new(&stored.draft)?, Writer::parse(&stored.writer)?);
        Some((Self { draft, writer, sequence: stored.sequence, vector, summary }, changed))
    }
}
