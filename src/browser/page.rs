//! The page's title, language and visibility.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{document, request_animation_frame, window};
use leptos::{
    ev,
    leptos_dom::helpers::{WindowListenerHandle, window_event_listener},
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::VisibilityState;

use report::i18n::{Direction, Language, OfferedLanguage};

/// Sets the page's title, which stands in the browser's tab and history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The attribute of the root with the code of the current language. `public/language.js` sets it first.
const CODE: &str = "data-language";

/// Sets the page's language and its direction.
pub fn set_language(language: &Language) {
    let Some(root) = document().document_element() else { return };
    let Language { code, tag, direction } = language;
    // Setting plain attributes to plain text cannot fail.
    for (name, value) in [(CODE, code.as_str()), ("lang", tag), ("dir", direction.value())] {
        let _ = root.set_attribute(name, value);
    }
}

/// Returns the language to begin in: the chosen one, else the first of the browser's languages that the app has.
/// `public/language.js` sets it, even if its words did not arrive and the page is English until they do.
pub fn first_language() -> Option<Language> {
    let root = document().document_element()?;
    let [code, tag, direction] =
        [CODE, "data-language-tag", "data-language-dir"].map(|name| root.get_attribute(name));
    Some(Language { code: code?, tag: tag?, direction: Direction::of_value(&direction?) })
}

/// Returns the languages that the page offers, English first: `i18n/build.mjs` writes them into it.
pub fn offered_languages() -> Vec<OfferedLanguage> {
    let meta = document().query_selector("meta[name=languages]").ok().flatten();
    let rows = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    OfferedLanguage::list(&rows)
}

/// Returns the line that names the wiki that stands in for the form's own; `None` if none does. The publisher of the
/// page writes it.
pub fn wiki() -> Option<String> {
    document().query_selector("meta[name=wiki]").ok().flatten()?.get_attribute("content")
}

/// Returns the address of the one-file edition: empty if this page is that file, `None` where there is no such edition.
pub fn one_file() -> Option<String> {
    document().query_selector("meta[name=one-file]").ok().flatten()?.get_attribute("content")
}

/// Calls `then` whenever the page is hidden, left or closed, and so may be about to go, until the handles are removed.
/// Phones give no later notice.
pub fn on_leaving(then: impl Fn() + Clone + 'static) -> [WindowListenerHandle; 2] {
    let hidden = then.clone();
    let left = window_event_listener(ev::pagehide, move |_| then());
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == VisibilityState::Hidden {
            hidden();
        }
    });
    [left, hidden]
}

/// Calls `then` whenever the page becomes visible again: other tabs may have done much meanwhile.
pub fn on_return(then: impl Fn() + 'static) {
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            then();
        }
    });
}

/// Calls `then` whenever the page becomes visible or its window comes to the front, until the handles are removed.
pub fn on_look(then: impl Fn() + Clone + 'static) -> [WindowListenerHandle; 2] {
    let shown = then.clone();
    let focused = window_event_listener(ev::focus, move |_| then());
    let shown = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            shown();
        }
    });
    [focused, shown]
}

/// Calls `then` whenever the browser shows the page again after freezing it (page cache): the page has received no
/// events meanwhile.
pub fn on_revival(then: impl Fn() + 'static) {
    let _ = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            then();
        }
    });
}

/// Lets the browser ask before the page is closed or left, if `is_unsafe` returns that something would be lost.
pub fn ask_before_leaving(is_unsafe: impl Fn() -> bool + 'static) {
    let _ = window_event_listener(ev::beforeunload, move |event| {
        if is_unsafe() {
            event.prevent_default();
        }
    });
}

/// Returns the address of the folder that the page is in.
pub fn base() -> String {
    let address = window().location().href().unwrap_or_default();
    let address = address.split(['?', '#']).next().unwrap_or_default();
    address.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
}

/// Reloads the page.
pub fn reload() {
    let _ = window().location().reload();
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // Refused only inside a frame that forbids it.
    let _ = window().print();
}

/// Calls `then` once the browser is idle, or after `within` milliseconds at the latest; in the next frame if the
/// browser cannot tell when it is idle.
pub fn when_idle(within: u32, then: impl FnOnce() + 'static) {
    let window = window();
    let request = Reflect::get(&window, &"requestIdleCallback".into()).and_then(JsCast::dyn_into::<Function>);
    let Ok(request) = request else { return request_animation_frame(then) };
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &"timeout".into(), &JsValue::from(within));
    let then = Closure::once_into_js(then);
    let _ = request.call2(&window, &then, &options);
}
