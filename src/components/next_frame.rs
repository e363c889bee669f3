//! What nobody misses in the first frame.

use std::time::Duration;

use leptos::prelude::*;

/// Shows the result of `draw` once the next frame was made, in a task of its own, so that things which somebody waits for are there sooner.
pub fn in_next_frame<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> impl IntoView {
    let due = RwSignal::new(false);
    let draw_soon = move || {
        // The view may be gone by then.
        let _ = due.try_set(true);
    };
    request_animation_frame(move || set_timeout(draw_soon, Duration::ZERO));
    move || due.get().then(&draw)
}
