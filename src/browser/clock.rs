//! The time, which the core never asks for.

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

/// Returns the milliseconds since this page began. Unlike [`now`] it only goes on, whatever is done to the system's clock: the time
/// between two moments of this page is measured by it.
pub fn since_start() -> f64 {
    // Every browser with WebAssembly has it.
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Waits at least `millis` milliseconds: a browser lets a page that is out of sight wait longer.
pub fn wait(millis: u32) -> impl Future<Output = ()> {
    let millis = i32::try_from(millis).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |resolve, _| {
        // Refused only where the page is on its way out.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    async move { drop(JsFuture::from(over).await) }
}

/// Lets the browser do what else is due, such as show a key, and goes on in a task of its own. Timers would wait for 4 ms each time, as they
/// do where one sets the other (HTML, *timers*).
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return wait(0).await };
    let (here, there) = (channel.port1(), channel.port2());
    let over = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    // What is posted to oneself arrives.
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
    // A clock far off makes the checks compare with a day long ago; nothing worse.
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or(Date::EARLIEST)
}
