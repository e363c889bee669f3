//! What nobody misses in the first frame.

use leptos::prelude::*;

/// Shows the result of `draw` one frame later, so that things which somebody waits for are there sooner.
pub fn in_next_frame<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> impl IntoView {
    let due = RwSignal::new(false);
    request_animation_frame(move || {
        // The view may be gone by then.
        let _ = due.try_set(true);
    });
    move || due.get().then(&draw)
}
