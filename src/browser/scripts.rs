//! What the program and the page's own scripts (`public/`) tell each other, by events of the window whose names begin with the
//! app's: who has the place on the page, that the program broke, that there is a newer version.

use std::panic;

use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::{clock, page};

/// Tells whoever listens. Returns whether nobody has cancelled it; what that means is the event's own matter.
pub fn tell(event: &str, detail: &JsValue) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    options.set_detail(detail);
    CustomEvent::new_with_event_init_dict(event, &options)
        .and_then(|event| window().dispatch_event(&event))
        // Without such events nobody has heard of it.
        .unwrap_or(true)
}

/// How soon the place is asked for again, in milliseconds: soon enough for nobody to wait after a word.
const AGAIN: u32 = 50;

/// Over once the place can be taken, which is at once, unless an input method is in the middle of a word.
pub async fn place_given() {
    while !tell("affiliate-report-builder:mount", &JsValue::NULL) {
        clock::wait(AGAIN).await;
    }
}

/// Says that the place is taken: then the focus is put where it was, and what could not be stored comes over.
pub fn place_taken() {
    tell("affiliate-report-builder:mounted", &JsValue::NULL);
}

/// Tells the start script about every panic, and the console too.
pub fn watch_for_panics() {
    panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        tell("affiliate-report-builder:crash", &what.into());
    }));
}

/// A version newer than this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Newer {
    /// It is here, whole, and is used once it is wanted.
    Waiting,
    /// It was taken in another tab. The files of this page's version are kept until this is the last tab.
    TakenElsewhere,
}

/// The newer version, if there is one.
pub fn newer_version() -> Option<Newer> {
    match document().document_element()?.get_attribute("data-version")?.as_str() {
        "waiting" => Some(Newer::Waiting),
        "replaced" => Some(Newer::TakenElsewhere),
        _ => None,
    }
}

/// Calls `then` whenever [`newer`] may have changed, until the handle is told to stop.
pub fn on_newer_version(then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("affiliate-report-builder:version", move |_| then())
}

/// Loads the page anew, in the newest version that is here.
pub fn use_newest_version() {
    // Whoever has a version to take first loads the page itself, and says so by cancelling.
    if tell("affiliate-report-builder:reload", &JsValue::NULL) {
        page::reload();
    }
}
