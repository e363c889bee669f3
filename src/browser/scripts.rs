//! Messages between the program and the page's own scripts (`public/`), as events of the window whose names begin with
//! the app's: which of them holds the page, that the program broke, that there is a newer version.

use std::panic;

use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::{clock, page};

/// Sends an event to the scripts that listen, and returns whether none has cancelled it. Each event defines what
/// cancelling means.
pub fn tell(event: &str, detail: &JsValue) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    options.set_detail(detail);
    CustomEvent::new_with_event_init_dict(event, &options)
        .and_then(|event| window().dispatch_event(&event))
        // Without such events, no script has received it.
        .unwrap_or(true)
}

/// Returns whether the page shows its own fields, in which the writer may be typing (`public/early.js`).
pub fn is_writing() -> bool {
    document().query_selector("#first-questions:not([hidden])").is_ok_and(|found| found.is_some())
}

/// The time after which the place on the page is requested again, in milliseconds: short enough not to be noticed
/// after a word.
const AGAIN: u32 = 50;

/// Waits until the app can take its place on the page: at once, unless an input method is in the middle of a word.
pub async fn place_given() {
    while !tell("affiliate-report-builder:mount", &JsValue::NULL) {
        clock::wait(AGAIN).await;
    }
}

/// Tells the scripts that the app has taken its place: they restore the focus and hand over what could not be stored.
pub fn place_taken() {
    tell("affiliate-report-builder:mounted", &JsValue::NULL);
}

/// Tells the start script and the console about every panic.
pub fn watch_for_panics() {
    panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        tell("affiliate-report-builder:crash", &what.into());
    }));
}

/// The state of a version of the app that is newer than this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Newer {
    /// The newer version is completely downloaded, and waits to be used.
    Waiting,
    /// The newer version was taken in another tab. This page's files are kept until it is the last tab that uses them.
    TakenElsewhere,
}

/// Returns the state of the newer version, if there is one.
pub fn newer_version() -> Option<Newer> {
    match document().document_element()?.get_attribute("data-version")?.as_str() {
        "waiting" => Some(Newer::Waiting),
        "replaced" => Some(Newer::TakenElsewhere),
        _ => None,
    }
}

/// Calls `then` whenever the answer of [`newer_version`] may have changed, until the handle is removed.
pub fn on_newer_version(then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("affiliate-report-builder:version", move |_| then())
}

/// Reloads the page in the newest downloaded version.
pub fn use_newest_version() {
    // A script with a version to take loads the page itself, and says so by cancelling.
    if tell("affiliate-report-builder:reload", &JsValue::NULL) {
        page::reload();
    }
}
