//! Copies texts to the clipboard.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// The reason why a text is not on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipboardError {
    /// A browser that allows neither the Clipboard API nor copying a selection. The writer can still select and copy.
    Refused,
}

/// The time after which a browser that was asked to copy counts as silent.
const PATIENCE: Duration = Duration::from_secs(3);

/// Copies a text to the clipboard. Must be called while a click is handled: browsers allow copying only then.
///
/// # Errors
/// [`ClipboardError::Refused`].
pub async fn copy(text: &str) -> Result<(), ClipboardError> {
    if through_api(text).await { Ok(()) } else { by_selection(text).ok_or(ClipboardError::Refused) }
}

/// Copies a text as [`copy`] does. Calls `silent` if the browser has not answered after three seconds. Some never
/// answer; a late answer is returned all the same.
///
/// # Errors
/// [`ClipboardError::Refused`].
pub async fn copy_or_tell(text: &str, silent: impl FnOnce() + 'static) -> Result<(), ClipboardError> {
    let is_answered = Rc::new(Cell::new(false));
    let is_over = Rc::clone(&is_answered);
    let late = move || {
        if !is_over.get() {
            silent();
        }
    };
    set_timeout(late, PATIENCE);
    let copied = copy(text).await;
    is_answered.set(true);
    copied
}

async fn through_api(text: &str) -> bool {
    let navigator = window().navigator();
    // On plain HTTP there is no clipboard, and the typed binding would throw.
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !there.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Copies a text without the Clipboard API: selects it on the page, and copies the selection. Browsers report success
/// even if the selection has changed meanwhile, or an extension has intercepted the copying; so both are checked in
/// the `copy` event.
fn by_selection(text: &str) -> Option<()> {
    let document = document();
    let before = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("off-screen");
    field.set_read_only(true);
    document.body()?.append_child(&field).ok()?;
    // Not every browser focuses a field whose text is selected.
    let _ = field.focus();
    field.select();
    let is_right = Rc::new(Cell::new(false));
    let (seen, copied) = (Rc::clone(&is_right), field.clone());
    // The window is the last to receive the event.
    let watch = window_event_listener_untyped("copy", move |event| {
        seen.set(!event.default_prevented() && is_selected(&copied));
    });
    let copy = js_sys::Reflect::get(&document, &JsValue::from_str("execCommand")).ok();
    let copy = copy.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
    let copied = copy.and_then(|copy| copy.call1(&document, &JsValue::from_str("copy")).ok());
    watch.remove();
    field.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
    (copied?.as_bool()? && is_right.get()).then_some(())
}

/// Returns whether copying now would copy all of a field's text.
fn is_selected(field: &HtmlTextAreaElement) -> bool {
    let units = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    document().active_element().as_ref() == Some(field.as_ref())
        && field.selection_start() == Ok(Some(0))
        && field.selection_end() == Ok(Some(units))
}
