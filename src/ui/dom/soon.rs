//! What nobody misses in the first frame.

use leptos::prelude::{Get, RwSignal, Set, request_animation_frame};

use super::{Content, IntoContent};

/// Shows what `draw` draws one frame later, so that what somebody waits for is there sooner.
pub fn soon(draw: impl Fn() -> Content + Send + 'static) -> Content {
    let due = RwSignal::new(false);
    request_animation_frame(move || {
        // The view may be gone by then.
        let _ = due.try_set(true);
    });
    (move || due.get().then(&draw)).into_content()
}
