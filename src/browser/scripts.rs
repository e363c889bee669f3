//! What the program tells the page's own scripts (`public/`): events of the window, whose names begin with the app's.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

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
