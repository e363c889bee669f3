//! When the program itself breaks: says so on the page, with the drafts within reach.
//!
//! After a panic nothing in here can be trusted any more, so `public/start.js` shows the screen and makes the file of
//! drafts. It is only told.

use std::panic;

use super::scripts;

/// Tells the start script about every panic, and the console too.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        scripts::tell("affiliate-report-builder:crash", &what.into());
    }));
}
