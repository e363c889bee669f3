//! Files and texts that are pasted or dropped.

use leptos::ev;
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File};

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

/// Lets files and texts be dropped anywhere on the page, until the handles are removed.
pub fn anywhere(then: impl Fn(Carried) + 'static) -> [WindowListenerHandle; 2] {
    let over = window_event_listener(ev::dragover, |event: DragEvent| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event: DragEvent| {
        let Some(carried) = event.data_transfer().as_ref().and_then(carried) else { return };
        // Else the browser would open the file in place of the app.
        event.prevent_default();
        then(carried);
    });
    [over, drop]
}

/// What a paste carries. Event listeners get a plain event in some browsers' bindings.
pub fn pasted(event: &Event) -> Option<Carried> {
    carried(&event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?)
}

fn carried(data: &DataTransfer) -> Option<Carried> {
    let files: Vec<File> = data
        .files()
        .map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect())
        .unwrap_or_default();
    let text = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    match (text("text/plain"), files.is_empty()) {
        // Office programs add a picture of a copied text: the text is meant.
        (Some(plain), _) => Some(Carried::Text { plain, html: text("text/html") }),
        (None, false) => Some(Carried::Files(files)),
        (None, true) => None,
    }
}
