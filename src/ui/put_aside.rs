//! Advice that the writer has put aside: it stays away until the answer changes, also on another day.
//!
//! Kept as one setting per draft: a line for each, `<question> <suggestion> <checksum of the text>`, the last first.

use leptos::prelude::*;

use super::session::{Session, session};
use report::checks::Suggestion;
use report::draft::DraftId;
use report::store::checksum;
use report::store::key::{self, Beside};

/// The most that is kept of one draft: more than a form has questions, so that something is always forgotten late.
const MOST: usize = 100;

/// What is put aside in the open draft. Copies are the same.
#[derive(Clone, Copy)]
pub struct PutAside {
    session: Session,
    setting: StoredValue<String>,
    lines: RwSignal<String>,
}

impl PutAside {
    /// What is put aside in a draft.
    pub(super) fn load(id: &DraftId) -> Self {
        let session = session();
        let setting = key::beside(id, Beside::PutAside);
        let lines = session.keeper().setting(&setting).unwrap_or_default();
        Self { session, setting: StoredValue::new(setting), lines: RwSignal::new(lines) }
    }

    /// What is put aside in the open draft.
    ///
    /// # Panics
    /// Outside a view of a draft, which is a mistake in the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// Puts advice on a text aside.
    pub fn put(self, suggestion: &Suggestion, text: &str) {
        let lines = self.lines.with_untracked(|lines| with(lines, &about(suggestion), &checksum(text)));
        // What the storage does not take holds for as long as the draft is open.
        let _ = self.session.keeper().set_setting(&self.setting.get_value(), Some(&lines));
        self.lines.set(lines);
    }

    /// Whether advice on a text is put aside. Subscribes.
    pub fn has(self, suggestion: &Suggestion, text: &str) -> bool {
        let line = format!("{} {}", about(suggestion), checksum(text));
        self.lines.with(|lines| lines.lines().any(|known| known == line))
    }
}

/// The question and the suggestion; neither has blanks in its name.
fn about(suggestion: &Suggestion) -> String {
    format!("{} {}", suggestion.question, suggestion.id.name())
}

fn with(lines: &str, about: &str, sum: &str) -> String {
    let others = lines.lines().filter(|line| line.rsplit_once(' ').is_some_and(|(other, _)| other != about));
    let first = format!("{about} {sum}");
    std::iter::once(first.as_str()).chain(others.take(MOST - 1)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_text_of_each_is_kept() {
        let lines = with(&with(&with("", "mission Lists", "a"), "goals Lists", "b"), "mission Lists", "c");
        assert_eq!(lines, "mission Lists c\ngoals Lists b");
    }

    #[test]
    fn only_the_last_are_kept_and_damage_goes() {
        let lines = (0..150)
            .fold("damaged".to_owned(), |lines, number| with(&lines, &format!("q{number} Lists"), "s"));
        assert_eq!(lines.lines().count(), MOST);
        assert!(lines.starts_with("q149 Lists s") && !lines.contains("damaged"));
    }
}
