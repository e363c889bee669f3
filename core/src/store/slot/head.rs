//! What can be known of a slot without reading its draft.

use crate::draft::replica::{Dot, Vector, Writer};
use crate::draft::{DraftId, Timestamp};
use crate::json::{self, Json, JsonText};
use crate::store::DraftInfo;

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
    pub summary: Option<DraftInfo>,
}

/// The head as JSON, nothing else may stand in it. Times are milliseconds; of each writer the last edit.
const FIELDS: [&str; 6] = ["draft", "writer", "sequence", "changed", "vector", "summary"];
const SUMMARY: [&str; 6] = ["form", "affiliate", "year", "done", "total", "deleted"];

impl Head {
    pub(super) fn write(&self, changed: Timestamp) -> String {
        let mut json = JsonText::short(256);
        json.open('{');
        json.field("draft", self.draft.as_str());
        json.field("writer", &self.writer.to_string());
        json.name("sequence");
        json.raw(&self.sequence.to_string());
        json.name("changed");
        json.raw(&changed.millis().to_string());
        json.name("vector");
        self.vector.write(&mut json);
        json.name("summary");
        match &self.summary {
            Some(summary) => write_summary(&mut json, summary),
            None => json.raw("null"),
        }
        json.close('}');
        json.finish()
    }

    /// Reads it, and when the draft was last edited.
    pub(super) fn parse(json: &str) -> Option<(Self, Timestamp)> {
        let json = json::read(json).ok()?;
        only(&json, &FIELDS)?;
        let changed = Timestamp::from_millis(json.field("changed")?.whole()?);
        let summary = match json.field("summary") {
            None | Some(Json::Null) => None,
            Some(summary) => Some(read_summary(summary, changed)?),
        };
        let head = Self {
            draft: DraftId::new(json.field("draft")?.text()?)?,
            writer: Writer::parse(json.field("writer")?.text()?)?,
            sequence: json.field("sequence")?.count()?,
            vector: read_vector(json.field("vector")?)?,
            summary,
        };
        Some((head, changed))
    }
}

fn write_summary(json: &mut JsonText, summary: &DraftInfo) {
    json.open('{');
    json.field("form", &summary.form);
    json.field("affiliate", &summary.affiliate);
    json.field("year", &summary.year);
    json.name("done");
    json.raw(&summary.done.to_string());
    json.name("total");
    json.raw(&summary.total.to_string());
    json.name("deleted");
    json.raw(&summary.deleted.map_or_else(|| "null".to_owned(), |at| at.millis().to_string()));
    json.close('}');
}

fn read_summary(json: &Json, changed: Timestamp) -> Option<DraftInfo> {
    only(json, &SUMMARY)?;
    let deleted = match json.field("deleted") {
        None | Some(Json::Null) => None,
        Some(at) => Some(Timestamp::from_millis(at.whole()?)),
    };
    DraftInfo::of_fields(json, changed, deleted)
}

fn read_vector(json: &Json) -> Option<Vector> {
    let Json::List(pairs) = json else { return None };
    let mut vector = Vector::default();
    for pair in pairs {
        let [writer, counter] = pair.items() else { return None };
        let dot = Dot { writer: Writer::parse(writer.text()?)?, counter: counter.count()? };
        // Twice the same writer, or the number 0, is nothing that was ever written.
        if vector.covers(dot) {
            return None;
        }
        vector.see(dot);
    }
    Some(vector)
}

/// Nothing where an object has a field that is none of these.
fn only(json: &Json, known: &[&str]) -> Option<()> {
    json.fields().iter().all(|(name, _)| known.contains(&name.as_str())).then_some(())
}
