//! The place on the page where somebody may be writing already: `public/early.js` lets them before the app is there.

use leptos::prelude::window;
use web_sys::{CustomEvent, CustomEventInit};

use super::clock;

/// How soon the place is asked for again, in milliseconds: soon enough for nobody to wait after a word.
const AGAIN: u32 = 50;

/// Over once the place can be taken, which is at once, unless an input method is in the middle of a word.
pub async fn given() {
    while !tell("affiliate-report-builder:mount") {
        clock::wait(AGAIN).await;
    }
}

/// Says that the place is taken: then the focus is put where it was, and what could not be stored comes over.
pub fn taken() {
    tell("affiliate-report-builder:mounted");
}

/// Whether nobody objects.
fn tell(what: &str) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    CustomEvent::new_with_event_init_dict(what, &options)
        .and_then(|event| window().dispatch_event(&event))
        .unwrap_or(true)
}
