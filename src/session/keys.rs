//! The app's own keys: which there are, and whether they are on. `docs/keys.md` says why they are these.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::typing;
use report::store::Repository;

/// The name of the setting, and its one value: the keys are on unless switched off.
const SETTING: &str = "keys";
const OFF: &str = "off";

/// A thing that one of the app's keys does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Goes from a field to the next question's.
    NextQuestion,
    /// Makes words bold, or plain again.
    Bold,
    /// Opens the form for a link, or closes it.
    Link,
    /// Copies the page's wikitext.
    CopyWikitext,
    /// Shows the list of keys.
    ShowKeys,
}

/// What is pressed for a shortcut besides Ctrl, or ⌘ on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Whether Shift is pressed.
    pub with_shift: bool,
    /// The key.
    pub key: Key,
}

/// A key of one of the app's combinations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Enter.
    Enter,
    /// The letter, as a capital.
    Letter(char),
    /// The key that types a slash, with or without Shift.
    Slash,
}

impl Shortcut {
    /// All shortcuts, in the order in which they are listed.
    pub const ALL: [Self; 5] =
        [Self::NextQuestion, Self::Bold, Self::Link, Self::CopyWikitext, Self::ShowKeys];

    /// Returns what is pressed for a shortcut.
    pub const fn combination(self) -> Combination {
        let (with_shift, key) = match self {
            Self::NextQuestion => (false, Key::Enter),
            Self::Bold => (false, Key::Letter('B')),
            Self::Link => (false, Key::Letter('K')),
            Self::CopyWikitext => (true, Key::Enter),
            Self::ShowKeys => (false, Key::Slash),
        };
        Combination { with_shift, key }
    }

    /// Finds the shortcut that a key event is; `None` for all that is another's, an input method's first of all.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        let (with_control, with_command) = (event.ctrl_key(), event.meta_key());
        if with_control == with_command || event.alt_key() || typing::is_for_input_method(event) {
            return None;
        }
        if with_command != typing::has_command_key() {
            return None;
        }
        Self::pressed(&event.key(), &event.code(), event.shift_key())
    }

    /// Finds the shortcut of a key by what it types and where it stands, pressed together with Ctrl or ⌘ and nothing else but Shift.
    fn pressed(key: &str, code: &str, with_shift: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|shortcut| {
            let combination = shortcut.combination();
            combination.key.is(key, code)
                && (combination.with_shift == with_shift || combination.key == Key::Slash)
        })
    }
}

impl Key {
    /// Returns whether this is the key that types `key` and stands where `code` stands on a keyboard of English. The place counts
    /// where what is typed is no letter of English, as on keyboards of Cyrillic.
    fn is(self, key: &str, code: &str) -> bool {
        match self {
            Self::Enter => key == "Enter",
            Self::Slash => key == "/",
            Self::Letter(letter) if key.is_ascii() => key.chars().eq([letter.to_ascii_lowercase()]),
            Self::Letter(letter) => code.strip_prefix("Key").is_some_and(|code| code.chars().eq([letter])),
        }
    }
}

/// Whether the keys are on, and whether their list is shown. Copies are the same.
#[derive(Clone, Copy)]
pub struct Keys {
    on: RwSignal<bool>,
    /// Whether the list of keys is shown.
    pub shown: RwSignal<bool>,
}

impl Keys {
    /// Begins with what the writer has chosen on another day.
    pub(super) fn load(repository: &Repository) -> Self {
        let are_on = repository.setting(SETTING).as_deref() != Some(OFF);
        Self { on: RwSignal::new(are_on), shown: RwSignal::new(false) }
    }

    /// Returns whether the keys are on. Subscribes.
    pub fn are_on(self) -> bool {
        self.on.get()
    }

    /// Returns whether the keys are on. Does not subscribe.
    pub fn are_on_now(self) -> bool {
        self.on.get_untracked()
    }

    /// Switches the keys on or off, for other days too.
    pub fn switch(self, repository: &Repository, on: bool) {
        self.on.set(on);
        // A choice that cannot be kept holds for this page.
        let _ = repository.set_setting(SETTING, (!on).then_some(OFF));
    }
}

#[cfg(test)]
mod tests {
    use super::Shortcut::{self, *};

    #[test]
    fn keys_are_known_on_every_keyboard() {
        let cases = [
            ("Enter", "Enter", false, Some(NextQuestion)),
            ("Enter", "NumpadEnter", false, Some(NextQuestion)),
            ("Enter", "Enter", true, Some(CopyWikitext)),
            ("b", "KeyB", false, Some(Bold)),
            ("b", "KeyN", false, Some(Bold)),
            ("x", "KeyB", false, None),
            ("B", "KeyB", true, None),
            ("и", "KeyB", false, Some(Bold)),
            ("л", "KeyK", false, Some(Link)),
            ("к", "KeyR", false, None),
            ("k", "KeyK", false, Some(Link)),
            ("/", "Slash", false, Some(ShowKeys)),
            ("/", "Digit7", true, Some(ShowKeys)),
            ("-", "Slash", false, None),
            ("?", "Slash", true, None),
        ];
        for (key, code, with_shift, expected) in cases {
            assert_eq!(Shortcut::pressed(key, code, with_shift), expected, "{key} {code} {with_shift}");
        }
    }

    #[test]
    fn no_two_keys_are_the_same() {
        let all = Shortcut::ALL.map(Shortcut::combination);
        for (index, one) in all.iter().enumerate() {
            assert_eq!(all.iter().position(|other| other == one), Some(index));
        }
    }
}
