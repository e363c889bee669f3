//! Names of languages and countries, suggested while one is typed. The list is loaded when it is first needed; without
//! it, or against it, the field takes whatever is typed. What finds names in it comes late ([`NameParts`]).

mod finding;

pub use self::finding::NameParts;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::late::{self, Late};
use crate::ui::scope::Scope;
use crate::ui::session::session;
use crate::ui::state::Answer;
use crate::ui::words::t;
use report::editing::autocomplete::Listed;

/// Where the list is, beside the app.
const FILE: &str = "names.json";

/// What a question asks for names of.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Languages,
    Countries,
}

/// The names suggested for one question.
#[derive(Clone, Copy)]
pub struct Suggested {
    /// The field's view.
    scope: Scope,
    answer: Answer,
    late: Late,
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
            scope: Scope::here(),
            answer,
            late: session().late,
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
        self.late.want();
        self.late.then(move |parts| {
            self.scope.try_with(|| (parts.names.fetch)(self));
        });
    }

    /// Something was typed.
    pub(super) fn typed(self) {
        self.wanted.set_value(true);
        if let Some(parts) = self.late.parts_now() {
            (parts.names.suggest)(self);
        }
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
        if let Some(parts) = self.late.parts_now() {
            (parts.names.key)(self, event, count);
        }
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
    view! {
        <ul
            class="names"
            class:names--open=move || suggested.options.with(|options| !options.is_empty())
            id=suggested.list_id()
            role="listbox"
            aria-label=t("ui-names")
        >
            {late::part(move |parts| (parts.names.options)(suggested))}
        </ul>
    }
}
