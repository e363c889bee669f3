//! The time, which the core never reads itself.

use std::future::Future;

use js_sys::{Date as JsDate, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use report::checks::{Date, Surroundings};
use report::draft::Timestamp;

/// Returns the present time.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2⁵³")]
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now() as i64)
}

/// Returns the milliseconds since this page began. Unlike [`now`] it never goes back, even if the system's clock is
/// set, so it serves to measure durations.
pub fn since_start() -> f64 {
    // Every browser with WebAssembly has `performance`.
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Waits at least `millis` milliseconds: a browser may delay hidden pages longer.
pub fn wait(millis: u32) -> impl Future<Output = ()> {
    let millis = i32::try_from(millis).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |resolve, _| {
        // Refused only while the page is closing.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    async move { drop(JsFuture::from(over).await) }
}

/// Lets the browser do other pending work, such as showing a key, and continues in a task of its own. Timers would
/// wait 4 ms each time, as nested timers do (HTML, *timers*).
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return wait(0).await };
    let (here, there) = (channel.port1(), channel.port2());
    let over = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    // A message to one's own port always arrives.
    let _ = there.post_message(&JsValue::NULL);
    drop(JsFuture::from(over).await);
    here.close();
}

/// Returns the surroundings that the checks need to know: today's date where the writer is.
pub fn surroundings() -> Surroundings {
    Surroundings { today: today() }
}

/// Returns today's date where the writer is.
pub fn today() -> Date {
    let now = JsDate::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(now.get_full_year()).unwrap_or(1);
    // If the clock is far off, the checks compare with a distant day, and nothing worse happens.
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or(Date::EARLIEST)
}
