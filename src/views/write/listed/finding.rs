//! Finds names and inserts them: the functions for this, which are in the late part, as is the list of names.

use std::time::Duration;

use leptos::ev::KeyboardEvent;

use crate::browser::{focus, intl, network, screen};
use crate::session::late::NameParts;
use crate::session::suggested_names::{Subject, SuggestedNames};
use crate::session::words::language_tag;
use crate::views::write::control;
use leptos::prelude::*;
use report::editing::autocomplete::{Names, completed, piece_at, suggested};

/// The number of names whose own forms the browser is asked for at a time, so that typing never waits for them.
const AT_ONCE: usize = 20;

/// The address of the list of names, beside the app.
const FILE: &str = "names.json";

/// The functions that find names and insert them.
pub const NAME_PARTS: NameParts = NameParts {
    fetch: SuggestedNames::fetch,
    suggest: SuggestedNames::suggest,
    key: SuggestedNames::choose,
    options: SuggestedNames::options,
};

impl SuggestedNames {
    fn fetch(self) {
        let names = async { network::fetch_text(FILE).await.and_then(|text| Names::read(&text)) };
        self.scope.spawn(names, move |names| {
            let Some(names) = names else {
                // Asked again when the field is entered again.
                self.asked.set_value(false);
                return;
            };
            self.names.set_value(match self.subject {
                Subject::Languages => names.languages,
                Subject::Countries => names.countries,
            });
            self.suggest_again();
            self.learn(0);
        });
    }

    /// Asks the browser for the names in their own languages, some at a time.
    fn learn(self, from: usize) {
        let (subject, tag) = (self.subject, language_tag());
        let kind = match subject {
            Subject::Languages => "language",
            Subject::Countries => "region",
        };
        let has_more = self.names.try_update_value(|names| {
            for name in names.iter_mut().skip(from).take(AT_ONCE) {
                name.own = match subject {
                    Subject::Languages => Some(intl::autonym(&name.code)),
                    Subject::Countries => intl::own_region_name(&name.code),
                };
                // In the reader's language as well.
                name.here = intl::name_in(&tag, kind, &name.code);
            }
            from + AT_ONCE < names.len()
        });
        if has_more == Some(true) {
            let more = move || {
                self.scope.try_with(|| self.learn(from + AT_ONCE));
            };
            set_timeout(more, Duration::from_millis(20));
        } else {
            self.suggest_again();
        }
    }

    /// Suggests names again, as more of them are known than when the last key was pressed.
    fn suggest_again(self) {
        if self.wanted.get_value() && self.active.get_untracked().is_none() {
            self.suggest();
        }
    }

    fn suggest(self) {
        let (text, at) = self.place();
        let piece = text.get(piece_at(&text, at)).unwrap_or_default();
        let found = self.names.with_value(|names| {
            suggested(names, piece).into_iter().map(|name| name.english.clone()).collect::<Vec<_>>()
        });
        if self.options.with_untracked(|options| *options != found) {
            self.options.set(found);
            // Once the names are drawn, and before they are painted.
            request_animation_frame(move || {
                self.scope.try_with(|| self.keep_in_sight());
            });
        }
        self.active.set(None);
    }

    /// Puts the list above the field if below it the list would reach behind the bar or out of the window. If there is
    /// no room above either, the page is scrolled.
    fn keep_in_sight(self) {
        let (Some(list), Some(field)) =
            (document().get_element_by_id(&self.list_id()), control::of(self.answer.question))
        else {
            return;
        };
        let (height, field) =
            (list.get_bounding_client_rect().height(), field.element().get_bounding_client_rect());
        let fits_below = field.bottom() + height <= screen::seen_until("bar");
        let fits_above = field.top() > height;
        // Setting or removing a class cannot fail.
        let _ = list.class_list().toggle_with_force("names--above", !fits_below && fits_above);
        if !fits_below && !fits_above {
            focus::show(&self.list_id());
        }
    }

    /// Handles a key that was pressed while `count` names are offered.
    fn choose(self, event: &KeyboardEvent, count: usize) {
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

    /// Returns the answer's text in the draft and the caret in it, in bytes.
    fn place(self) -> (String, usize) {
        let text = control::text(self.answer);
        let caret = control::of(self.answer.question).map_or(0, |control| control.selection().end);
        let at = control::bytes(&text, caret);
        (text, at)
    }

    fn options(self) -> AnyView {
        let options = self.options.get();
        let rows = options.into_iter().enumerate().map(|(index, name)| {
            let is_active = move || self.active.get() == Some(index);
            view! {
                <li
                    class="names__name"
                    class:names__name--active=is_active
                    id=self.option_id(index)
                    role="option"
                    lang="en"
                    translate="no"
                    aria-selected=move || is_active().to_string()
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| self.take(index)
                >
                    {name}
                </li>
            }
        });
        rows.collect_view().into_any()
    }
}
