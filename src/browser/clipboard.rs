//! Texts onto the clipboard.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// The reason why a text is not on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipboardError {
    /// A browser that allows neither the Clipboard API nor copying a selection. The writer can still select and copy.
    Refused,
}

/// Copies a text to the clipboard. To be called while a click is handled: browsers allow it only then.
///
/// # Errors
/// [`ClipboardError::Refused`].
pub async fn copy(text: &str) -> Result<(), ClipboardError> {
    if through_api(text).await { Ok(()) } else { by_selection(text).ok_or(ClipboardError::Refused) }
}

async fn through_api(text: &str) -> bool {
    let navigator = window().navigator();
    // On plain http there is no clipboard, and asking it would throw.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !there.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Copies a text without the Clipboard API: selects it on the page, and copies the selection.
fn by_selection(text: &str) -> Option<()> {
    let document = document();
    let before = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("off-screen");
    field.set_read_only(true);
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copy = js_sys::Reflect::get(&document, &JsValue::from_str("execCommand")).ok();
    let copy = copy.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
    let copied = copy.and_then(|copy| copy.call1(&document, &JsValue::from_str("copy")).ok());
    field.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
    (copied?.as_bool()?).then_some(())
}
