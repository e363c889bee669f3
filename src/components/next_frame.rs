//! Content that nobody misses in the first frame.

use std::time::Duration;

use leptos::prelude::*;

/// Shows the result of `draw` after the next frame, in a task of its own, so that more urgent content is shown sooner.
pub fn in_next_frame<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> impl IntoView {
    let due = RwSignal::new(false);
    let draw_soon = move || {
        // The view may be gone when this runs.
        let _ = due.try_set(true);
    };
    request_animation_frame(move || set_timeout(draw_soon, Duration::ZERO));
    move || due.get().then(&draw)
}
