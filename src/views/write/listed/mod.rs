//! Names of languages and countries, suggested while the writer types one. The list is loaded when it is first needed;
//! the field takes whatever is typed, listed or not. The functions that find names in the list are in the late part
//! ([`NameParts`]).

mod finding;

pub use self::finding::NAME_PARTS;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::typing;
use crate::components::late;
use crate::session::session;
use crate::session::suggested_names::SuggestedNames;
use crate::session::words::t;

/// Loads the list of names when the field is entered.
pub(super) fn load(names: SuggestedNames) {
    if names.asked.get_value() {
        return;
    }
    names.asked.set_value(true);
    let late = session().late;
    late.want();
    late.then(move |parts| {
        names.scope.try_with(|| (parts.names.fetch)(names));
    });
}

/// Suggests names for what was typed.
pub(super) fn typed(names: SuggestedNames) {
    names.wanted.set_value(true);
    if let Some(parts) = session().late.parts_now() {
        (parts.names.suggest)(names);
    }
}

/// Handles a key: the arrow keys choose, Enter takes, Escape closes. Keys of an input method are left alone.
pub(super) fn key(names: SuggestedNames, event: &KeyboardEvent) {
    let count = names.options.with_untracked(Vec::len);
    if count == 0 || typing::is_for_input_method(event) {
        return;
    }
    if let Some(parts) = session().late.parts_now() {
        (parts.names.key)(names, event, count);
    }
}

/// The list of names under the field. The focus never leaves the field.
#[component]
pub(super) fn NamesList(suggested: SuggestedNames) -> impl IntoView {
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
