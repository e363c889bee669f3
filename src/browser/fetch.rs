//! The app's own files, from where the page came from. Nothing else is ever asked for.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file of the app, by its address relative to the page; `None` if it does not arrive.
///
/// Published files are named by their content: there, an element of the page says under which name this one is found. In
/// the one-file edition that element holds the file.
pub async fn text(address: &str) -> Option<String> {
    let place = document().query_selector(&format!("[data-file=\"{address}\"]")).ok().flatten();
    let inside = place.as_ref().and_then(|place| place.text_content()).filter(|text| !text.is_empty());
    if inside.is_some() {
        return inside;
    }
    let published = place.and_then(|place| place.get_attribute("data-at"));
    let address = published.as_deref().unwrap_or(address);
    let response = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
