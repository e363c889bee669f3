//! What this browser remembers of drafts between page loads, in settings: when a copy was kept elsewhere, which page
//! was copied and what was done with it since, in which of the wiki's revisions it was found, which title is kept, and
//! which advice was dismissed.
//!
//! Each setting is a text of lines, `<what it is about> <what is known of it>`, the latest first, up to a maximum
//! number.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::clock;
use report::checks::Suggestion;
use report::draft::{DraftId, Publication, Timestamp};
use report::store::key::{self, Beside};
use report::store::{Repository, checksum};

/// The setting in which copies outside this browser are noted: a line per report, `<id> <milliseconds since 1970>`.
const COPIES: &str = "copies";

/// The setting in which copied pages are noted: a line per report, `<id> <checksum of the page>`.
const COPIED_PAGES: &str = "copied";

/// The setting in which titles are noted that a writer keeps although another report has them: a line per report,
/// `<id> <checksum of the title>`.
const KEPT_TITLES: &str = "titles";

/// The setting in which the steps done after copying are noted: a line per report, `<id> <names of steps, separated by
/// commas>`.
const STEPS: &str = "steps";

/// The setting in which the wiki's revisions are noted in which published pages were found: a line per report,
/// `<id> <revision>:<day>:<checksum of the page's address>`.
const FOUND: &str = "found";

/// The setting in which work since the last copy is noted: a line per report, `<id> <milliseconds>:<milliseconds since 1970>`.
const WORKED: &str = "worked";

/// The greatest number of reports whose copies, or copied pages, are noted.
const MOST_REPORTS: usize = 50;

/// The greatest number of dismissed pieces of advice per draft: more than a form has questions, so that few are ever
/// forgotten.
const MOST_ADVICE: usize = 100;

/// How long a report may be in one browser only before its writer is reminded, in milliseconds: 3 days.
const SOME_DAYS: i64 = 3 * 24 * 60 * 60 * 1000;

/// The work on a report after which its writer is reminded on the same day, too, in milliseconds: 2 hours.
const MUCH_WORK: i64 = 2 * 60 * 60 * 1000;

/// The time between two saves that counts as a break, in milliseconds: half an hour.
const A_BREAK: i64 = 30 * 60 * 1000;

/// The shortest work that is noted, in milliseconds.
const A_MINUTE: i64 = 60 * 1000;

/// Notes that the writer has a copy of this draft outside this browser now, or has only just begun it. If the storage
/// refuses the note, the writer is reminded too early.
pub fn note_copy(repository: &Repository, id: &DraftId) {
    let now = clock::now().millis();
    note(repository, COPIES, id, &now.to_string());
    note(repository, WORKED, id, &Work { millis: 0, last: now }.write());
}

/// The notes about work that this page makes, so that not every save has to read the stored ones.
#[derive(Default)]
pub struct WorkNotes {
    /// The draft that was noted last, and the time up to which its work is counted, in milliseconds since 1970.
    last: RefCell<Option<(DraftId, i64)>>,
}

impl WorkNotes {
    /// Notes that this draft is being worked on. Returns whether the stored notes were read: within a minute of the
    /// same work there is nothing to note.
    pub fn note(&self, repository: &Repository, id: &DraftId) -> bool {
        let now = clock::now().millis();
        let is_known = |(draft, last): &(DraftId, i64)| draft == id && (0..A_MINUTE).contains(&(now - last));
        if self.last.borrow().as_ref().is_some_and(is_known) {
            return false;
        }
        let lines = repository.setting(WORKED).unwrap_or_default();
        let known = known_of(&lines, id.as_str()).and_then(Work::read);
        let counted = Work::at(known, now);
        if let Some(work) = counted {
            note(repository, WORKED, id, &work.write());
        }
        self.last.replace(counted.or(known).map(|work| (id.clone(), work.last)));
        true
    }
}

/// The work on a report since a copy of it was kept elsewhere, as estimated from its saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Work {
    /// The time spent on it, without breaks, in milliseconds.
    millis: i64,
    /// The time when that was last counted, in milliseconds since 1970.
    last: i64,
}

impl Work {
    /// Counts the time until a save, unless it was a break; `None` if it is too short to be noted.
    fn at(known: Option<Self>, now: i64) -> Option<Self> {
        let Some(known) = known else { return Some(Self { millis: 0, last: now }) };
        match now.saturating_sub(known.last) {
            0..A_MINUTE => None,
            since @ A_MINUTE..=A_BREAK => {
                Some(Self { millis: known.millis.saturating_add(since), last: now })
            }
            _ => Some(Self { last: now, ..known }),
        }
    }

    fn write(self) -> String {
        format!("{}:{}", self.millis, self.last)
    }

    fn read(text: &str) -> Option<Self> {
        let (millis, last) = text.split_once(':')?;
        Some(Self { millis: millis.parse().ok()?, last: last.parse().ok()? })
    }
}

/// The notes about copies outside this browser, and about the work since then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    copied: String,
    worked: String,
}

impl Copies {
    /// Reads the notes.
    pub fn load(repository: &Repository) -> Self {
        let setting = |name| repository.setting(name).unwrap_or_default();
        Self { copied: setting(COPIES), worked: setting(WORKED) }
    }

    /// Returns whether more than three days of a report, or two hours of work on it, are in this browser only, or no copy of it is
    /// known. `changed` is when the report was last changed.
    pub fn is_due(&self, id: &DraftId, changed: Timestamp) -> bool {
        let copied = known_of(&self.copied, id.as_str()).and_then(|millis| millis.parse::<i64>().ok());
        let worked = known_of(&self.worked, id.as_str()).and_then(Work::read).map_or(0, |work| work.millis);
        worked >= MUCH_WORK || copied.is_none_or(|copied| changed.millis().saturating_sub(copied) > SOME_DAYS)
    }
}

/// Whether a report's page has been copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The page was never copied, as far as this browser knows.
    Never,
    /// The page was copied in its present state.
    Same,
    /// The page was copied in an earlier state.
    ChangedSince,
}

/// Compares a report's page with the one that was last copied.
pub fn copied_page(repository: &Repository, id: &DraftId, page: &str) -> Copied {
    let lines = repository.setting(COPIED_PAGES).unwrap_or_default();
    match known_of(&lines, id.as_str()) {
        None => Copied::Never,
        Some(sum) if sum == checksum(page) => Copied::Same,
        Some(_) => Copied::ChangedSince,
    }
}

/// The notes about copied pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopiedPages(String);

impl CopiedPages {
    /// Reads the notes.
    pub fn load(repository: &Repository) -> Self {
        Self(repository.setting(COPIED_PAGES).unwrap_or_default())
    }

    /// Returns whether a report's page was copied, in its present state or an earlier one.
    pub fn has(&self, id: &DraftId) -> bool {
        known_of(&self.0, id.as_str()).is_some()
    }
}

/// Notes that a report's page was copied. If the storage refuses, only this note is lost.
pub fn note_copied_page(repository: &Repository, id: &DraftId, page: &str) {
    note(repository, COPIED_PAGES, id, &checksum(page));
}

/// Notes the wiki's revision in which the page of a publication was found as written. If the storage refuses, only the
/// draft has the revision.
pub fn note_found(repository: &Repository, id: &DraftId, publication: &Publication, revision: u64) {
    note(repository, FOUND, id, &format!("{revision}:{}", found_of(publication)));
}

/// The notes about published pages that were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundPages(String);

impl FoundPages {
    /// Reads the notes.
    pub fn load(repository: &Repository) -> Self {
        Self(repository.setting(FOUND).unwrap_or_default())
    }

    /// Returns the wiki's revision in which the page of this publication was found as written.
    pub fn revision(&self, id: &DraftId, publication: &Publication) -> Option<u64> {
        let (revision, of) = known_of(&self.0, id.as_str())?.split_once(':')?;
        (of == found_of(publication)).then(|| revision.parse().ok()).flatten()
    }
}

fn found_of(publication: &Publication) -> String {
    format!("{}:{}", publication.date, checksum(&publication.page))
}

/// Notes that a report's writer keeps this title although another report has it. If the storage refuses, the writer is
/// asked again.
pub fn note_kept_title(repository: &Repository, id: &DraftId, title: &str) {
    note(repository, KEPT_TITLES, id, &checksum(title));
}

/// Returns the names of the steps after copying that are done with a report.
pub fn steps_done(repository: &Repository, id: &DraftId) -> Vec<String> {
    let lines = repository.setting(STEPS).unwrap_or_default();
    let names = known_of(&lines, id.as_str()).unwrap_or_default().split(',');
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Notes the names of the steps after copying that are done with a report. The names contain no commas or blanks. If
/// the storage refuses, they are lost with the page.
pub fn note_steps_done(repository: &Repository, id: &DraftId, names: &[String]) {
    note(repository, STEPS, id, &names.join(","));
}

/// Returns whether a report's writer keeps this title although another report has it.
pub fn is_title_kept(repository: &Repository, id: &DraftId, title: &str) -> bool {
    let lines = repository.setting(KEPT_TITLES).unwrap_or_default();
    known_of(&lines, id.as_str()) == Some(checksum(title).as_str())
}

/// The advice that the writer of the open draft has dismissed: it stays away until the answer changes, also after a
/// reload. Copies are the same.
#[derive(Clone, Copy)]
pub struct Dismissed {
    repository: StoredValue<Rc<Repository>, LocalStorage>,
    /// The name of the setting, which has a line for each piece of advice: `<question> <suggestion> <checksum of the
    /// text>`.
    setting: StoredValue<String>,
    lines: RwSignal<String>,
}

impl Dismissed {
    /// Reads the advice that is dismissed in a draft.
    pub fn load(repository: Rc<Repository>, id: &DraftId) -> Self {
        let setting = key::beside(id, Beside::Dismissed);
        let lines = repository.setting(&setting).unwrap_or_default();
        Self {
            repository: StoredValue::new_local(repository),
            setting: StoredValue::new(setting),
            lines: RwSignal::new(lines),
        }
    }

    /// Returns the advice that is dismissed in the open draft.
    ///
    /// # Panics
    /// Outside a view of a draft, which is a mistake in the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// Dismisses advice on a text.
    pub fn dismiss(self, suggestion: &Suggestion, text: &str) {
        let lines = self
            .lines
            .with_untracked(|lines| with(lines, &name_of(suggestion), &checksum(text), MOST_ADVICE));
        // If the storage refuses, the advice stays dismissed only as long as the draft is open.
        let _ = self.setting.with_value(|setting| {
            self.repository.with_value(|repository| repository.set_setting(setting, Some(&lines)))
        });
        self.lines.set(lines);
    }

    /// Returns whether advice on a text is dismissed. Subscribes to the setting.
    pub fn has(self, suggestion: &Suggestion, text: &str) -> bool {
        self.lines.with(|lines| known_of(lines, &name_of(suggestion)) == Some(checksum(text).as_str()))
    }
}

/// Names a suggestion by its question and its id, neither of which contains blanks.
fn name_of(suggestion: &Suggestion) -> String {
    format!("{} {}", suggestion.question, suggestion.id.name())
}

fn note(repository: &Repository, setting: &str, id: &DraftId, what: &str) {
    let lines = repository.setting(setting).unwrap_or_default();
    let _ = repository.set_setting(setting, Some(&with(&lines, id.as_str(), what, MOST_REPORTS)));
}

/// Finds what is known of `about` in its first line; that part of the line contains no blanks.
fn known_of<'l>(lines: &'l str, about: &str) -> Option<&'l str> {
    lines
        .lines()
        .filter_map(|line| line.rsplit_once(' '))
        .find(|(of, _)| *of == about)
        .map(|(_, known)| known)
}

/// Puts a line about `about` first, replacing an older one, and keeps at most `most` lines. Damaged lines are dropped.
fn with(lines: &str, about: &str, known: &str, most: usize) -> String {
    let others = lines.lines().filter(|line| line.rsplit_once(' ').is_some_and(|(of, _)| of != about));
    let first = format!("{about} {known}");
    std::iter::once(first.as_str()).chain(others.take(most - 1)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_each_is_known() {
        let lines = with(&with(&with("", "a Lists", "1", 9), "b", "2", 9), "a Lists", "3", 9);
        assert_eq!(lines, "a Lists 3\nb 2");
        assert_eq!(known_of(&lines, "a Lists"), Some("3"));
        assert_eq!(known_of(&lines, "b"), Some("2"));
        assert_eq!(known_of(&lines, "a"), None);
    }

    #[test]
    fn only_the_last_are_kept_and_damage_goes() {
        let lines = (0..150)
            .fold("damaged".to_owned(), |lines, number| with(&lines, &format!("q{number}"), "s", 100));
        assert_eq!(lines.lines().count(), 100);
        assert!(lines.starts_with("q149 s\n") && !lines.contains("damaged"));
        assert_eq!(known_of(&lines, "q0"), None);
    }

    #[test]
    fn some_days_after_the_last_copy_it_is_due() {
        let (id, at) = (DraftId::from_random(1), Timestamp::from_millis);
        let copied = |lines: &str| Copies { copied: lines.to_owned(), worked: String::new() };
        assert!(copied("").is_due(&id, at(0)));
        let lines = with("", id.as_str(), "5", MOST_REPORTS);
        assert!(!copied(&lines).is_due(&id, at(SOME_DAYS + 5)));
        assert!(copied(&lines).is_due(&id, at(SOME_DAYS + 6)));
        assert!(copied(&format!("{id} damaged")).is_due(&id, at(0)));
    }

    #[test]
    fn two_hours_of_work_after_the_last_copy_it_is_due() {
        let id = DraftId::from_random(1);
        let is_due = |saves: &[i64]| {
            let begun = Work { millis: 0, last: 0 };
            let minutes = saves.iter().map(|minute| minute * A_MINUTE);
            let work = minutes.fold(begun, |work, now| Work::at(Some(work), now).unwrap_or(work));
            let copies = Copies { copied: format!("{id} 0"), worked: format!("{id} {}", work.write()) };
            copies.is_due(&id, Timestamp::from_millis(work.last))
        };
        let every =
            |minutes: i64, until: i64| (1..=until / minutes).map(|at| at * minutes).collect::<Vec<_>>();
        assert!(is_due(&every(1, 120)));
        assert!(is_due(&every(20, 120)));
        assert!(!is_due(&every(1, 119)));
        // A break does not count as work, however long it is.
        assert!(!is_due(&[10, 130]));
        assert!(!is_due(&every(31, 600)));
        assert!(!is_due(&[60, 20, 40]));
    }

    #[test]
    fn work_is_read_as_it_was_written() {
        let work = Work { millis: 5, last: 7 };
        assert_eq!(Work::read(&work.write()), Some(work));
        assert_eq!(["", "5", "a:7", "5:"].map(Work::read), [None; 4]);
        // Neither a moment nor a clock that was set back counts as work.
        assert_eq!(Work::at(Some(work), 8), None);
        assert_eq!(Work::at(Some(work), 0), Some(Work { millis: 5, last: 0 }));
    }
}
