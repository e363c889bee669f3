//! Which page was last copied of each report, so that *Copied, changed since* can be said on another day.
//!
//! Kept as one setting: a line per report, `<id> <checksum>`, the last copied first, and only the last 50.

use crate::ui::session::Session;
use report::draft::DraftId;
use report::store::checksum;

const SETTING: &str = "copied";
const MOST: usize = 50;

/// Whether a report's page has been copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copied {
    /// Not that this browser knows of.
    Never,
    /// As it is now.
    Same,
    /// As it was at some time before.
    ChangedSince,
}

/// What this browser knows of it.
pub(super) fn state(session: Session, id: &DraftId, page: &str) -> Copied {
    let lines = session.keeper().setting(SETTING).unwrap_or_default();
    match sum_of(&lines, id) {
        None => Copied::Never,
        Some(sum) if sum == checksum(page) => Copied::Same,
        Some(_) => Copied::ChangedSince,
    }
}

/// Notes that the page was copied. A storage that refuses forgets it with the page; nothing else is lost.
pub(super) fn note(session: Session, id: &DraftId, page: &str) {
    let keeper = session.keeper();
    let lines = with(&keeper.setting(SETTING).unwrap_or_default(), id, &checksum(page));
    let _ = keeper.set_setting(SETTING, Some(&lines));
}

fn sum_of<'l>(lines: &'l str, id: &DraftId) -> Option<&'l str> {
    lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(of, _)| *of == id.as_str())
        .map(|(_, sum)| sum)
}

fn with(lines: &str, id: &DraftId, sum: &str) -> String {
    let others = lines.lines().filter(|line| line.split_once(' ').is_some_and(|(of, _)| of != id.as_str()));
    let first = format!("{id} {sum}");
    std::iter::once(first.as_str()).chain(others.take(MOST - 1)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> DraftId {
        DraftId::from_random(number)
    }

    #[test]
    fn the_last_copy_of_each_report_is_known() {
        let lines = with(&with(&with("", &id(1), "a"), &id(2), "b"), &id(1), "c");
        assert_eq!(sum_of(&lines, &id(1)), Some("c"));
        assert_eq!(sum_of(&lines, &id(2)), Some("b"));
        assert_eq!(sum_of(&lines, &id(3)), None);
        assert_eq!(lines.lines().count(), 2);
    }

    #[test]
    fn only_the_last_are_kept_and_damage_is_skipped() {
        let lines = (0..100).fold("damaged".to_owned(), |lines, number| with(&lines, &id(number), "s"));
        assert_eq!(lines.lines().count(), MOST);
        assert_eq!(sum_of(&lines, &id(99)), Some("s"));
        assert_eq!(sum_of(&lines, &id(0)), None);
    }
}
