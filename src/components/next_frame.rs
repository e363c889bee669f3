//! What nobody misses in the first frame.

use leptos::prelude::*;

/// Shows what `draw` draws one frame later, so that what somebody waits for is there sooner.
pub fn in_next_frame<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> impl IntoView {
    let due = RwSignal::new(false);
    request_animation_frame(move || {
        // The view may be gone by then.
        let _ = due.try_set(true);
    });
    move || due.get().then(&draw)
}
