//! Names of languages and countries, suggested while one is typed. The list is loaded when it is first needed; without
//! it, or against it, the field takes whatever is typed.

use std::time::Duration;

use crate::ui::dom::prelude::*;
use leptos::ev::KeyboardEvent;

use super::control;
use crate::browser::{fetch, intl};
use crate::names::listed::{Listed, Names, completed, piece_at, suggested};
use crate::ui::state::Answer;
use crate::ui::words::t;

/// Where the list is, beside the app.
const FILE: &str = "names.json";

/// How many own names are asked of the browser at a time, so that typing never waits for them.
const AT_ONCE: usize = 20;

/// What a question asks for names of.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Languages,
    Countries,
}

/// The names suggested for one question.
#[derive(Clone, Copy)]
pub(super) struct Suggested {
    answer: Answer,
    subject: Subject,
    names: StoredValue<Vec<Listed>>,
    asked: StoredValue<bool>,
    /// Whether names are wanted for what is typed now.
    wanted: StoredValue<bool>,
    options: RwSignal<Vec<String>>,
    active: RwSignal<Option<usize>>,
}

impl Suggested {
    /// For a question that asks for languages or countries.
    pub(super) fn of(answer: Answer) -> Option<Self> {
        let subject = match answer.question.id.as_str() {
            "languages" => Subject::Languages,
            "countries" => Subject::Countries,
            _ => return None,
        };
        Some(Self {
            answer,
            subject,
            names: StoredValue::new(Vec::new()),
            asked: StoredValue::new(false),
            wanted: StoredValue::new(false),
            options: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
        })
    }

    /// The field is entered: the list is needed from now on.
    pub(super) fn load(self) {
        if self.asked.get_value() {
            return;
        }
        self.asked.set_value(true);
        leptos::task::spawn_local(async move {
            let names = fetch::text(FILE).await.and_then(|text| serde_json::from_str::<Names>(&text).ok());
            let Some(names) = names else {
                // Asked again when the field is entered again.
                let _ = self.asked.try_set_value(false);
                return;
            };
            let names = match self.subject {
                Subject::Languages => names.languages,
                Subject::Countries => names.countries,
            };
            let names =
                names.into_iter().map(|(code, english)| Listed { code, english, own: None }).collect();
            if self.names.try_set_value(names).is_none() {
                self.suggest_again();
                self.learn(0);
            }
        });
    }

    /// Asks the browser for the names' own forms, some at a time.
    fn learn(self, from: usize) {
        let subject = self.subject;
        let more = self.names.try_update_value(|names| {
            for name in names.iter_mut().skip(from).take(AT_ONCE) {
                name.own = match subject {
                    Subject::Languages => Some(intl::autonym(&name.code)),
                    Subject::Countries => intl::own_region_name(&name.code),
                };
            }
            from + AT_ONCE < names.len()
        });
        if more == Some(true) {
            set_timeout(move || self.learn(from + AT_ONCE), Duration::from_millis(20));
        } else {
            self.suggest_again();
        }
    }

    /// More is known than when the last key was pressed.
    fn suggest_again(self) {
        if self.wanted.try_get_value() == Some(true) && self.active.get_untracked().is_none() {
            self.suggest();
        }
    }

    /// Something was typed.
    pub(super) fn typed(self) {
        self.wanted.set_value(true);
        self.suggest();
    }

    fn suggest(self) {
        let (text, at) = self.place();
        let piece = text.get(piece_at(&text, at)).unwrap_or_default();
        let found = self.names.with_value(|names| {
            suggested(names, piece).into_iter().map(|name| name.english.clone()).collect::<Vec<_>>()
        });
        if self.options.with_untracked(|options| *options != found) {
            self.options.set(found);
        }
        self.active.set(None);
    }

    /// The field is left, or the writer does not want the names.
    pub(super) fn close(self) {
        self.wanted.set_value(false);
        if self.options.with_untracked(|options| !options.is_empty()) {
            self.options.set(Vec::new());
        }
        self.active.set(None);
    }

    /// The arrow keys choose, Enter takes, Escape closes. Keys that help to compose text are left alone.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let count = self.options.with_untracked(Vec::len);
        if count == 0 || event.is_composing() {
            return;
        }
        let active = self.active.get_untracked();
        match (event.key().as_str(), active) {
            ("ArrowDown", None) => self.active.set(Some(0)),
            ("ArrowDown", Some(at)) => self.active.set(Some((at + 1) % count)),
            ("ArrowUp", None | Some(0)) => self.active.set(Some(count - 1)),
            ("ArrowUp", Some(at)) => self.active.set(Some(at - 1)),
            ("Enter", Some(at)) => self.take(at),
            ("Escape", _) => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    fn take(self, index: usize) {
        let Some(name) = self.options.with_untracked(|options| options.get(index).cloned()) else { return };
        let (text, at) = self.place();
        if let Some(change) = completed(&text, at, &name) {
            control::change(self.answer, &change);
        }
        self.close();
    }

    /// The draft's text and the caret in it.
    fn place(self) -> (String, usize) {
        let text = control::text(self.answer);
        let caret = control::of(self.answer.question).map_or(0, |control| control.selection().end);
        let at = control::bytes(&text, caret);
        (text, at)
    }

    /// The list's id on the page.
    pub(super) fn list_id(self) -> String {
        format!("names-{}", self.answer.question.id)
    }

    /// The id of the name that the arrow keys are at. Subscribes.
    pub(super) fn active_id(self) -> Option<String> {
        self.active.get().map(|index| self.option_id(index))
    }

    fn option_id(self, index: usize) -> String {
        format!("{}-{index}", self.list_id())
    }
}

/// The list under the field. The focus never leaves the field.
#[component]
pub(super) fn NamesList(suggested: Suggested) -> impl IntoView {
    let rows = move || {
        let options = suggested.options.get();
        let rows = options.into_iter().enumerate().map(|(index, name)| {
            let is_active = move || suggested.active.get() == Some(index);
            view! {
                <li
                    class="names__name"
                    class:names__name--active=is_active
                    id=suggested.option_id(index)
                    role="option"
                    lang="en"
                    translate="no"
                    aria-selected=move || is_active().to_string()
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| suggested.take(index)
                >
                    {name}
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <ul
            class="names"
            class:names--open=move || suggested.options.with(|options| !options.is_empty())
            id=suggested.list_id()
            role="listbox"
            aria-label=t("ui-names")
        >
            {rows}
        </ul>
    }
}
