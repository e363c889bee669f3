//! The app's keyboard shortcuts, and whether they are on. `docs/keys.md` gives the reasons for the choice.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::typing;
use report::store::Repository;

/// The setting and its only value: the keys are on unless switched off.
const SETTING: &str = "keys";
const OFF: &str = "off";

/// An action that one of the app's keys triggers.
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

/// The keys pressed for a shortcut together with Ctrl, or ⌘ on a Mac.
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

    /// Returns the keys pressed for a shortcut.
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

    /// Finds the shortcut of a key event; `None` for any other key, such as an input method's.
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

    /// Finds the shortcut of a key by what it types (`key`) and its position (`code`), pressed with Ctrl or ⌘ and at
    /// most Shift.
    fn pressed(key: &str, code: &str, with_shift: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|shortcut| {
            let combination = shortcut.combination();
            combination.key.is(key, code)
                && (combination.with_shift == with_shift || combination.key == Key::Slash)
        })
    }
}

impl Key {
    /// Returns whether this is the key that types `key` at the position `code` of an English keyboard. The position
    /// counts if the key types no English letter, as on Cyrillic keyboards.
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
    /// Loads the writer's stored choice.
    pub(super) fn load(repository: &Repository) -> Self {
        let are_on = repository.setting(SETTING).as_deref() != Some(OFF);
        Self { on: RwSignal::new(are_on), shown: RwSignal::new(false) }
    }

    /// Returns whether the keys are on. Subscribes to the switch.
    pub fn are_on(self) -> bool {
        self.on.get()
    }

    /// Returns whether the keys are on. Does not subscribe.
    pub fn are_on_now(self) -> bool {
        self.on.get_untracked()
    }

    /// Switches the keys on or off, and stores the choice.
    pub fn switch(self, repository: &Repository, on: bool) {
        self.on.set(on);
        // A choice that cannot be stored holds for this page load.
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
