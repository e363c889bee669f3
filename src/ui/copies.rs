//! When a copy of a report was last kept outside this browser, as far as this app knows.
//!
//! Kept as one setting: a line per report, `<id> <milliseconds since 1970>`, the last first, and only the last 50.

use crate::browser::clock;
use crate::ui::session::Session;
use report::draft::{DraftId, Timestamp};

const SETTING: &str = "copies";
const MOST: usize = 50;

/// How long a report may be in one browser only before its writer is reminded, in milliseconds: 3 days.
const SOME_DAYS: i64 = 3 * 24 * 60 * 60 * 1000;

/// Notes that the writer has a copy of this now, or has only just begun it.
pub fn note(session: Session, id: &DraftId) {
    let keeper = session.keeper();
    let lines = keeper.setting(SETTING).unwrap_or_default();
    // What is forgotten is reminded of too early.
    let _ = keeper.set_setting(SETTING, Some(&with(&lines, id, clock::now())));
}

/// Whether there are some days of work in a report that are in this browser only; so it is where nothing is known of it.
/// `lines` is what [`all`] gives.
pub fn is_due(lines: &str, id: &DraftId, changed: Timestamp) -> bool {
    last(lines, id).is_none_or(|copied| changed.millis().saturating_sub(copied.millis()) > SOME_DAYS)
}

/// All that is known.
pub fn all(session: Session) -> String {
    session.keeper().setting(SETTING).unwrap_or_default()
}

fn last(lines: &str, id: &DraftId) -> Option<Timestamp> {
    let line = lines.lines().filter_map(|line| line.split_once(' ')).find(|(of, _)| *of == id.as_str())?;
    line.1.parse().ok().map(Timestamp::from_millis)
}

fn with(lines: &str, id: &DraftId, now: Timestamp) -> String {
    let others = lines.lines().filter(|line| line.split_once(' ').is_some_and(|(of, _)| of != id.as_str()));
    let first = format!("{id} {}", now.millis());
    std::iter::once(first.as_str()).chain(others.take(MOST - 1)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_days_after_the_last_copy_it_is_due() {
        let (id, at) = (DraftId::from_random(1), Timestamp::from_millis);
        assert!(is_due("", &id, at(0)));
        let lines = with(&with("", &id, at(5)), &DraftId::from_random(2), at(SOME_DAYS));
        assert!(!is_due(&lines, &id, at(SOME_DAYS + 5)));
        assert!(is_due(&lines, &id, at(SOME_DAYS + 6)));
        assert_eq!(with(&lines, &id, at(9)).lines().count(), 2);
    }
}
