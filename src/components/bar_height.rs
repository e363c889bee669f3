//! The height of a bar at the bottom of the window: the bar stays in sight only if it leaves most of the window to the
//! page.

use leptos::html;
use leptos::prelude::*;

use crate::browser::screen;

/// The largest share of the window's height that a bar may have to stay in sight.
const MOST: f64 = 0.2;

/// Returns a signal of whether a bar is too high to stay in sight, as with large letters on a phone.
pub fn is_too_high(bar: NodeRef<html::Div>) -> RwSignal<bool> {
    let is_high = RwSignal::new(false);
    Effect::new(move || {
        let Some(bar) = bar.get() else { return };
        StoredValue::new_local(screen::on_share_of_window(&bar, move |share| is_high.set(share > MOST)));
    });
    is_high
}
