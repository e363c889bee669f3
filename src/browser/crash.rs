//! When the program itself breaks: says so on the page, with the drafts within reach.
//!
//! After a panic nothing in here can be trusted any more, so `public/start.js` shows the screen and makes the file of
//! drafts. It is only told.

use std::panic;

use leptos::prelude::window;
use web_sys::{CustomEvent, CustomEventInit};

/// Tells the start script about every panic, and the console too.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        let options = CustomEventInit::new();
        options.set_detail(&what.into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict("affiliate-report-builder:crash", &options) {
            let _ = window().dispatch_event(&event);
        }
    }));
}
