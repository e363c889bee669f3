//! The due date and the publication of a report.
//!
//! Both are among the draft's unknown fields, as `due` and `published`, so versions of this program that do not know
//! them carry them along. Each contains the time when it was `noted`: of two states of a draft, the later note of each
//! counts. An empty `date` means that the note was withdrawn.

use serde_json::{Value, json};

use super::entry::clean_short;
use super::form_record::FORM_IN_USE;
use super::{Draft, DraftError, Nfc, Timestamp};
use crate::checksum::sum_of;
use crate::date::Date;
use crate::form::Form;
use crate::json;

const DUE: &str = "due";
const PUBLISHED: &str = "published";
const REVISION: &str = "revision";

/// The publication of a report's page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Publication {
    /// The day when the page was published.
    pub date: Date,
    /// The page's web address; empty if it is not known, or if a file has anything but an address on Meta-Wiki.
    pub page: String,
}

impl Draft {
    /// Returns the due date, if the writer has set one.
    pub fn due(&self) -> Option<Date> {
        date(self.unknown.get(DUE)?)
    }

    /// Sets the due date, or removes it. This does not change the report, so the time of its last change stays.
    pub fn set_due(&mut self, due: Option<Date>, now: Timestamp) {
        let date = due.map(|due| due.to_string()).unwrap_or_default();
        let at = self.time_of_note(DUE, now);
        self.note(DUE, json!({ "date": date, "noted": at.to_string() }));
    }

    /// Returns when and where the report was published, if its writer has said so.
    pub fn publication(&self) -> Option<Publication> {
        let noted = self.unknown.get(PUBLISHED)?;
        let page = noted.get("page").and_then(Value::as_str).unwrap_or_default();
        let page = if is_page_address(page) { page.to_owned() } else { String::new() };
        Some(Publication { date: date(noted)?, page })
    }

    /// Notes the publication, or that there is none. The time of its last change stays.
    ///
    /// # Errors
    /// If the page's address is longer than [`limits::SHORT_BYTES`](super::limits::SHORT_BYTES); the draft stays as it was.
    pub fn set_publication(
        &mut self,
        publication: Option<&Publication>,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<(), DraftError> {
        let date = publication.map(|publication| publication.date.to_string()).unwrap_or_default();
        let page = clean_short(publication.map_or("", |publication| publication.page.trim()), nfc)?;
        let at = self.time_of_note(PUBLISHED, now).max(self.changed);
        self.note(
            PUBLISHED,
            json!({ "date": date, "page": page, "noted": at.to_string(), "text": self.page_sum() }),
        );
        Ok(())
    }

    /// Returns the wiki's revision in which the page was found as the report says, if that was checked after
    /// publishing.
    pub fn published_revision(&self) -> Option<u64> {
        let noted = self.unknown.get(PUBLISHED).filter(|noted| date(noted).is_some())?;
        noted.get(REVISION)?.as_u64().filter(|revision| *revision > 0)
    }

    /// Notes the wiki's revision in which the published page was found as the report says. Does nothing if the report
    /// is not published. Noting a new publication forgets the revision.
    pub fn set_published_revision(&mut self, revision: u64, now: Timestamp) {
        let at = self.time_of_note(PUBLISHED, now);
        if let Some(Value::Object(noted)) = self.unknown.get_mut(PUBLISHED) {
            noted.insert(REVISION.to_owned(), json!(revision));
            noted.insert("noted".to_owned(), json!(at.to_string()));
        }
    }

    /// Removes the publication: for a duplicate, which is a report of its own.
    #[must_use]
    pub fn without_publication(mut self) -> Self {
        self.unknown.shift_remove(PUBLISHED);
        self
    }

    /// Returns whether the content of the report's page was changed after its publication. Marking a question for
    /// later or confirming an answer does not change the page. A note without a checksum of the page is compared by
    /// its time.
    pub fn is_changed_since_publication(&self) -> bool {
        let noted = self.unknown.get(PUBLISHED).filter(|noted| date(noted).is_some());
        noted.is_some_and(|published| match published.get("text").and_then(Value::as_str) {
            Some(sum) => sum != self.page_sum(),
            None => Timestamp::parse(noted_at(published)).is_some_and(|at| at < self.changed),
        })
    }

    /// Computes the checksum of everything that the report's page and its title are made of.
    fn page_sum(&self) -> String {
        let mut parts = vec![self.page.year.as_str(), &self.page.affiliate];
        for (question, entry) in &self.answers {
            if !entry.text().is_empty() {
                parts.extend(["\0", question.as_str(), "\0", entry.text()]);
            }
        }
        format!("{:016x}", sum_of(&parts))
    }

    /// Takes over the due date, the publication and the form in use from another state of this draft, each if it was
    /// noted later there. Returns whether that changed anything.
    pub fn take_milestones(&mut self, other: &Self) -> bool {
        let mut changed = false;
        for name in [DUE, PUBLISHED, FORM_IN_USE] {
            if let Some(theirs) = other.unknown.get(name)
                && self.unknown.get(name).is_none_or(|mine| noted_at(mine) < noted_at(theirs))
            {
                self.note(name, theirs.clone());
                changed = true;
            }
        }
        changed
    }

    /// Returns the time of a new note: now, but never before the note that it replaces, which may come from a computer
    /// with another clock.
    fn time_of_note(&self, name: &str, now: Timestamp) -> Timestamp {
        let before = self.unknown.get(name).and_then(|noted| Timestamp::parse(noted_at(noted)));
        before.map_or(now, |before| before.max(now))
    }

    fn note(&mut self, name: &str, noted: Value) {
        self.unknown.insert(name.to_owned(), noted);
        self.unknown.sort_keys();
    }
}

/// Returns whether a text can be the address of a published page: one on the wiki that reports are published on.
pub fn is_page_address(text: &str) -> bool {
    Form::latest().wiki.has_page_at(text)
}

/// Merges the unknown fields of several states of a draft, given the earlier state first: each field gets the value
/// that was noted last, else the last state's.
pub(super) fn merged<'f>(states: impl Iterator<Item = &'f json::Fields>) -> json::Fields {
    let mut all = json::Fields::new();
    for (name, value) in states.flatten() {
        if all.get(name).is_none_or(|before| noted_at(before) <= noted_at(value)) {
            all.insert(name.clone(), value.clone());
        }
    }
    all.sort_keys();
    all
}

fn date(noted: &Value) -> Option<Date> {
    Date::parse(noted.get("date")?.as_str()?)
}

/// Returns the time when something was noted, as text: times in the same format compare as their texts do. Empty if it
/// was not noted.
fn noted_at(value: &Value) -> &str {
    value.get("noted").and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::file;
    use crate::draft::replica::{Field, Replica, Shown, Writer};
    use crate::draft::testing::{draft, nfc};
    use crate::ids::QuestionId;

    const PAGE: &str = "https://meta.wikimedia.org/wiki/Reports/2026/A";

    fn day(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(1_795_356_000_000 + millis)
    }

    fn published(date: &str, page: &str) -> Publication {
        Publication { date: day(date).unwrap(), page: page.into() }
    }

    #[test]
    fn both_are_kept_in_a_file_and_can_be_taken_back() {
        let mut report = draft();
        assert_eq!((report.due(), report.publication()), (None, None));
        report.set_due(day("2027-01-30"), at(0));
        let done = published("2026-11-28", PAGE);
        report.set_publication(Some(&done), &nfc, at(0)).unwrap();
        let text = file::write(std::slice::from_ref(&report)).unwrap();
        let mut read = file::read(&text, &nfc).unwrap().remove(0);
        assert_eq!(read, report);
        assert_eq!((read.due(), read.publication()), (day("2027-01-30"), Some(done)));
        read.set_due(None, at(1));
        read.set_publication(None, &nfc, at(1)).unwrap();
        assert_eq!((read.due(), read.publication()), (None, None));
        assert!(!read.is_changed_since_publication());
        let duplicate = report.without_publication();
        assert_eq!((duplicate.due(), duplicate.publication()), (day("2027-01-30"), None));
    }

    #[test]
    fn the_revision_that_was_found_is_kept_in_a_file() {
        let mut report = draft();
        report.set_published_revision(7, at(0));
        assert_eq!((report.publication(), report.published_revision()), (None, None));
        let done = published("2026-11-28", PAGE);
        report.set_publication(Some(&done), &nfc, at(0)).unwrap();
        assert_eq!(report.published_revision(), None);
        let before = report.clone();
        report.set_published_revision(31_001_442, at(1));
        let text = file::write(std::slice::from_ref(&report)).unwrap();
        let mut read = file::read(&text, &nfc).unwrap().remove(0);
        assert_eq!(read, report);
        assert_eq!((read.publication(), read.published_revision()), (Some(done.clone()), Some(31_001_442)));
        assert!(!read.is_changed_since_publication());
        assert!(!read.take_milestones(&before) && read.published_revision().is_some());
        read.set_publication(Some(&done), &nfc, at(2)).unwrap();
        assert_eq!(read.published_revision(), None);
        for wrong in [json!("7"), json!(0), json!(-7), json!(7.5), json!(null)] {
            let noted = json!({ "date": "2026-11-28", "page": PAGE, "revision": wrong });
            report.unknown.insert(PUBLISHED.to_owned(), noted);
            assert_eq!((report.publication(), report.published_revision()), (Some(done.clone()), None));
        }
    }

    #[test]
    fn a_file_with_something_else_there_says_nothing() {
        for (name, value) in [
            (DUE, json!("2027-01-30")),
            (DUE, json!({ "date": "30.1.2027" })),
            (PUBLISHED, json!(true)),
            (PUBLISHED, json!({ "page": PAGE })),
        ] {
            let mut report = draft();
            report.unknown.insert(name.to_owned(), value);
            assert_eq!((report.due(), report.publication()), (None, None));
            assert!(!report.is_changed_since_publication());
        }
        for page in [
            "data:text/html,a",
            "http://meta.wikimedia.org/wiki/A",
            "A page",
            "https://",
            "https://meta.wikimedia.org/",
            "https://meta.wikimedia.org/a b",
            "https://meta.wikimedia.org@example.org/wiki/A",
            "https://example.org/wiki/A",
        ] {
            let mut report = draft();
            let noted = json!({ "date": "2026-11-28", "page": page });
            report.unknown.insert(PUBLISHED.to_owned(), noted);
            assert_eq!(report.publication(), Some(published("2026-11-28", "")), "{page}");
        }
    }

    #[test]
    fn what_was_changed_after_publishing_is_known() {
        let mut report = draft();
        let mission = QuestionId::new("mission");
        report.set_text(&mission, "Free pictures", &nfc, at(0)).unwrap();
        assert!(!report.is_changed_since_publication());
        report.set_publication(Some(&published("2026-11-28", PAGE)), &nfc, at(5)).unwrap();
        report.set_due(day("2027-01-30"), at(6));
        assert!(!report.is_changed_since_publication());
        report.set_text(&mission, "Free pictures and maps", &nfc, at(7)).unwrap();
        assert!(report.is_changed_since_publication());
        report.set_text(&mission, "Free pictures", &nfc, at(7)).unwrap();
        report.come_back_later(&mission, "ask Ana", &nfc, at(7)).unwrap();
        assert!(!report.is_changed_since_publication(), "the page is as it was");
        report.set_text(&mission, "Free maps", &nfc, at(7)).unwrap();
        report.set_publication(Some(&published("2026-11-29", PAGE)), &nfc, at(8)).unwrap();
        assert!(!report.is_changed_since_publication());
    }

    #[test]
    fn a_clock_that_is_behind_does_no_harm() {
        let mut report = draft();
        report.set_text(&QuestionId::new("mission"), "Free pictures", &nfc, at(9)).unwrap();
        report.set_publication(Some(&published("2026-11-28", PAGE)), &nfc, at(2)).unwrap();
        assert!(!report.is_changed_since_publication());
        let before = report.clone();
        report.set_publication(Some(&published("2026-11-27", PAGE)), &nfc, at(1)).unwrap();
        report.take_milestones(&before);
        assert_eq!(report.publication(), Some(published("2026-11-27", PAGE)));
    }

    #[test]
    fn the_later_note_of_each_is_taken_over() {
        let mut mine = draft();
        mine.set_due(day("2027-01-30"), at(2));
        let mut theirs = draft();
        theirs.set_due(day("2027-02-15"), at(1));
        theirs.set_publication(Some(&published("2026-11-28", PAGE)), &nfc, at(1)).unwrap();
        assert!(mine.take_milestones(&theirs));
        assert_eq!(mine.due(), day("2027-01-30"));
        assert_eq!(mine.publication(), theirs.publication());
        assert!(!mine.take_milestones(&theirs));
    }

    /// Two page loads of one draft, each of which edits without knowing of the other.
    fn two_pages(one: &dyn Fn(&mut Draft), two: &dyn Fn(&mut Draft)) -> [Draft; 2] {
        let writers = [7, 9].map(Writer::from_random);
        let mut begun = draft();
        begun.set_due(day("2027-01-30"), at(0));
        begun.unknown.insert("other".to_owned(), json!(1));
        let start = Replica::of(&begun, writers[0], at(0));
        let edited = |me: Writer, time: i64, change: &dyn Fn(&mut Draft)| {
            let (mut replica, mut shown) = (start.clone(), Shown::of(&start, me));
            let mut draft = begun.clone();
            change(&mut draft);
            assert_eq!(replica.edit(&draft, &mut shown, me, at(time)), [Field::Rest]);
            replica
        };
        let (first, second) = (edited(writers[0], 10, one), edited(writers[1], 20, two));
        let merged = [first.clone().merged(second.clone()), second.merged(first)];
        assert_eq!(merged[0], merged[1]);
        writers.map(|me| Shown::of(&merged[0], me).draft(begun.id(), at(0)).unwrap())
    }

    #[test]
    fn two_tabs_note_different_things_and_both_stay() {
        let shown = two_pages(&|one| one.set_due(day("2027-02-15"), at(10)), &|two| {
            two.set_publication(Some(&published("2026-11-28", PAGE)), &nfc, at(20)).unwrap();
        });
        for draft in shown {
            assert_eq!(draft.due(), day("2027-02-15"));
            assert_eq!(draft.publication(), Some(published("2026-11-28", PAGE)));
            assert_eq!(draft.unknown.get("other"), Some(&json!(1)));
        }
    }

    #[test]
    fn of_two_tabs_that_note_the_same_the_later_counts() {
        let shown =
            two_pages(&|one| one.set_due(None, at(15)), &|two| two.set_due(day("2027-02-15"), at(12)));
        for draft in shown {
            assert_eq!(draft.due(), None);
        }
    }

    #[test]
    fn an_edit_leaves_nothing_behind_of_what_it_has_seen() {
        let writers = [7, 9].map(Writer::from_random);
        let mut begun = draft();
        begun.set_due(day("2027-01-30"), at(0));
        let start = Replica::of(&begun, writers[0], at(0));
        let edited = |me: Writer, due: &str, time: i64| {
            let (mut replica, mut shown) = (start.clone(), Shown::of(&start, me));
            let mut draft = begun.clone();
            draft.set_due(day(due), at(time));
            replica.edit(&draft, &mut shown, me, at(time));
            replica
        };
        let mut both = edited(writers[0], "2027-02-01", 1).merged(edited(writers[1], "2027-02-02", 2));
        assert_eq!(both.versions(&Field::Rest).len(), 2);
        let mut shown = Shown::of(&both, writers[0]);
        let mut draft = shown.draft(begun.id(), at(0)).unwrap();
        assert_eq!(draft.due(), day("2027-02-02"));
        draft.set_due(day("2027-02-03"), at(3));
        both.edit(&draft, &mut shown, writers[0], at(3));
        assert_eq!(both.versions(&Field::Rest).len(), 1);
        assert_eq!(Shown::of(&both, writers[1]).draft(begun.id(), at(0)).unwrap().due(), day("2027-02-03"));
    }
}
