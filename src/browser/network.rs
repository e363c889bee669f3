//! The app's own files, from the page's host, and whether there is a network. Nothing else is requested here.

use js_sys::Uint8Array;
use leptos::ev;
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Fetches the text of a file of the app, by its address relative to the page; `None` if it does not arrive.
///
/// Published files are named by their content: an element of the page gives the name of this one. In the one-file
/// edition that element holds the file itself.
pub async fn fetch_text(address: &str) -> Option<String> {
    match found(address, false).await? {
        Found::Inside(text) => Some(text),
        Found::Answer(answer) => JsFuture::from(answer.text().ok()?).await.ok()?.as_string(),
    }
}

/// Fetches the bytes of a file of the app, as the browser's `ArrayBuffer`, or an array over one; `None` if they do not
/// arrive. Bypasses the browser's cache if `anew`, as the cached bytes may be broken.
pub async fn fetch_bytes(address: &str, anew: bool) -> Option<JsValue> {
    match found(address, anew).await? {
        Found::Inside(base64) => {
            let bytes: Vec<u8> = window().atob(&base64).ok()?.chars().map(|one| one as u8).collect();
            Some(Uint8Array::from(bytes.as_slice()).into())
        }
        Found::Answer(answer) => JsFuture::from(answer.array_buffer().ok()?).await.ok(),
    }
}

/// The place where a file was found.
enum Found {
    /// A file inside the page: its text, or its bytes in base64.
    Inside(String),
    /// The host's response with the file.
    Answer(Response),
}

async fn found(address: &str, anew: bool) -> Option<Found> {
    let place = document().query_selector(&format!("[data-file=\"{address}\"]")).ok().flatten();
    let inside = place.as_ref().and_then(|place| place.text_content()).filter(|text| !text.is_empty());
    if let Some(inside) = inside {
        return Some(Found::Inside(inside));
    }
    let published = place.and_then(|place| place.get_attribute("data-at"));
    let address = published.as_deref().unwrap_or(address);
    let how = RequestInit::new();
    if anew {
        how.set_cache(RequestCache::Reload);
    }
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &how)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    answer.ok().then_some(Found::Answer(answer))
}

/// Returns whether there may be a network now.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Calls `then` when the network goes (`false`) and when it comes back (`true`), until both handles are removed.
pub fn on_online_change(then: impl Fn(bool) + Clone + 'static) -> [WindowListenerHandle; 2] {
    let gone = then.clone();
    [
        window_event_listener(ev::offline, move |_| gone(false)),
        window_event_listener(ev::online, move |_| then(true)),
    ]
}
