//! Files and texts that are pasted or dropped.

use js_sys::Reflect;
use leptos::ev;
use leptos::leptos_dom::helpers::{
    WindowListenerHandle, window_event_listener, window_event_listener_untyped,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList};

use super::scripts;

/// What a paste or a drop carries.
pub enum Carried {
    /// Files, at least one.
    Files(Vec<File>),
    /// A text, and the same with its markup where the source gave it.
    Text {
        /// Without markup.
        plain: String,
        /// As HTML.
        html: Option<String>,
    },
}

/// Takes what is dropped anywhere on the page, until the handles are removed: first of all, files that were dropped before
/// anybody took them (`public/dropped.js`).
pub fn anywhere(then: impl Fn(Carried) + Clone + 'static) -> [WindowListenerHandle; 3] {
    let take = then.clone();
    let files = window_event_listener_untyped("affiliate-report-builder:dropped", move |event| {
        event.prevent_default();
        // It is an array, of which no more is asked than a list of files can, too.
        let files = Reflect::get(&event, &"detail".into()).unwrap_or_default();
        take(Carried::Files(listed(files.unchecked_ref())));
    });
    let over = window_event_listener(ev::dragover, |event: DragEvent| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event: DragEvent| {
        if let Some(text @ Carried::Text { .. }) = event.data_transfer().as_ref().and_then(carried) {
            event.prevent_default();
            then(text);
        }
    });
    scripts::tell("affiliate-report-builder:take", &JsValue::NULL);
    [files, over, drop]
}

/// What a paste carries. Event listeners get a plain event in some browsers' bindings.
pub fn pasted(event: &Event) -> Option<Carried> {
    carried(&event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?)
}

fn carried(data: &DataTransfer) -> Option<Carried> {
    let files = data.files().map(|files| listed(&files)).unwrap_or_default();
    let text = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    match (text("text/plain"), files.is_empty()) {
        // Office programs add a picture of a copied text: the text is meant.
        (Some(plain), _) => Some(Carried::Text { plain, html: text("text/html") }),
        (None, false) => Some(Carried::Files(files)),
        (None, true) => None,
    }
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}
