//! Files to and from the writer: downloads, the system's share sheet, chosen files, pastes and drops.
//!
//! The share sheet is called by name: the typed bindings cannot tell whether a browser has it, and calling a missing
//! method throws.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::ev;
use leptos::leptos_dom::helpers::{
    WindowListenerHandle, window_event_listener, window_event_listener_untyped,
};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, FilePropertyBag,
    HtmlAnchorElement, Url,
};

use super::task::spawn_for_page;
use super::{scripts, typing};

/// The reason why a file was not handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DownloadError {
    /// The browser cannot make a file of a text, or cannot hand it over.
    Refused,
    /// The writer cancelled.
    Cancelled,
}

/// Hands over a text as a file of this name: the browser saves the file or asks where to. In an iPhone's home-screen
/// app, where links to files do nothing, the share sheet hands it over. Must be called while a click is handled.
///
/// # Errors
/// [`DownloadError`].
pub async fn save(name: &str, content_type: &str, text: &str) -> Result<(), DownloadError> {
    if !is_home_screen_app() {
        return try_save(name, content_type, text).map_err(|_| DownloadError::Refused);
    }
    match share_file(name, content_type, text).await {
        Shared::Done => Ok(()),
        Shared::Cancelled => Err(DownloadError::Cancelled),
        Shared::Impossible => {
            // This may work in a later version; nothing tells whether it has.
            let _ = try_save(name, content_type, text);
            Err(DownloadError::Refused)
        }
    }
}

/// Hands over a text as a file of this name, as [`save`] does. A browser that refuses says so itself.
pub fn offer(name: String, content_type: &'static str, text: String) {
    spawn_for_page(async move { drop(save(&name, content_type, &text).await) });
}

/// Returns whether the page is an iPhone's or iPad's home-screen app. Only Safari has this property.
fn is_home_screen_app() -> bool {
    let standalone = Reflect::get(&window().navigator(), &"standalone".into());
    standalone.is_ok_and(|standalone| standalone.is_truthy())
}

fn try_save(name: &str, content_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(content_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // If the address is revoked at once, some browsers save an empty file.
    leptos::prelude::set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// The outcome of sharing a text or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The content was handed over to another app.
    Done,
    /// The writer closed the share sheet.
    Cancelled,
    /// The browser has no share sheet, or its share sheet does not take this.
    Impossible,
}

/// Shares a text by the system's share sheet. Must be called while a click is handled.
pub async fn share_text(text: &str) -> Shared {
    share(&object("text", &text.into())).await
}

/// Shares a text as a file of this name by the system's share sheet. Must be called while a click is handled.
pub async fn share_file(name: &str, content_type: &str, text: &str) -> Shared {
    let options = FilePropertyBag::new();
    options.set_type(content_type);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options);
    let Ok(file) = file else { return Shared::Impossible };
    share(&object("files", &Array::of1(&file))).await
}

async fn share(what: &Object) -> Shared {
    let allowed = call("canShare", what).and_then(|allowed| allowed.as_bool()).unwrap_or(false);
    if !allowed {
        return Shared::Impossible;
    }
    let promise = call("share", what).and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(promise) = promise else { return Shared::Impossible };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Done,
        Err(error) if name_of(&error) == "AbortError" => Shared::Cancelled,
        Err(_) => Shared::Impossible,
    }
}

fn call(method: &str, what: &Object) -> Option<JsValue> {
    let navigator = window().navigator();
    let method: Function = Reflect::get(&navigator, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&navigator, what).ok()
}

fn object(name: &str, value: &JsValue) -> Object {
    let object = Object::new();
    // Fails only for frozen objects.
    let _ = Reflect::set(&object, &name.into(), value);
    object
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// The reason why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A file larger than the limit.
    TooLarge {
        /// The file's size in bytes.
        bytes: u64,
    },
    /// A file that the browser could not read: it may have moved, or the writer may not be allowed to read it.
    Unreadable {
        /// The file's name.
        name: String,
    },
}

/// Reads a file's bytes, if there are at most `limit` of them.
///
/// # Errors
/// [`ReadError`].
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
pub async fn read(file: &File, limit: usize) -> Result<Vec<u8>, ReadError> {
    let size = file.size() as u64;
    if size > limit as u64 {
        return Err(ReadError::TooLarge { bytes: size });
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| ReadError::Unreadable { name: file.name() })?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The content of a paste or a drop.
pub enum Carried {
    /// One or more files.
    Files(Vec<File>),
    /// A text, with its markup where the source gave it.
    Text {
        /// The text without markup.
        plain: String,
        /// The text as HTML.
        html: Option<String>,
    },
}

/// Takes whatever is dropped anywhere on the page from outside it, until the handles are removed. Text dragged within
/// the page is left to the browser. Files that were dropped before the app was loaded (`public/dropped.js`) come
/// first.
pub fn on_drop(then: impl Fn(Carried) + Clone + 'static) -> [WindowListenerHandle; 5] {
    let is_own = Rc::new(Cell::new(false));
    let begins = {
        let is_own = Rc::clone(&is_own);
        window_event_listener(ev::dragstart, move |_| is_own.set(true))
    };
    let ends = {
        let is_own = Rc::clone(&is_own);
        window_event_listener(ev::dragend, move |_| is_own.set(false))
    };
    let is_own_over = Rc::clone(&is_own);
    let take = then.clone();
    let files = window_event_listener_untyped("affiliate-report-builder:dropped", move |event| {
        event.prevent_default();
        // The detail is an array, used only in ways that work with a list of files, too.
        let files = Reflect::get(&event, &"detail".into()).unwrap_or_default();
        take(Carried::Files(listed(files.unchecked_ref())));
    });
    let over = window_event_listener(ev::dragover, move |event: DragEvent| {
        if !is_own_over.get() {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(ev::drop, move |event: DragEvent| {
        // The dragged element may be gone from the page afterwards; then no event reports the end of dragging.
        if is_own.take() {
            return;
        }
        if let Some(text @ Carried::Text { .. }) = event.data_transfer().as_ref().and_then(carried) {
            event.prevent_default();
            then(text);
        }
    });
    scripts::tell("affiliate-report-builder:take", &JsValue::NULL);
    [begins, ends, files, over, drop]
}

/// Returns the content of a paste. Takes a plain event, as some browsers' bindings pass listeners no other type.
pub fn pasted(event: &Event) -> Option<Carried> {
    carried(&event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?)
}

fn carried(data: &DataTransfer) -> Option<Carried> {
    let files = data.files().map(|files| listed(&files)).unwrap_or_default();
    let text = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    let html = || text("text/html").filter(|_| !typing::is_pasting_plain());
    match (text("text/plain"), files.is_empty()) {
        // Office programs add a picture of a copied text: the text is what the writer means.
        (Some(plain), _) => Some(Carried::Text { plain, html: html() }),
        (None, false) => Some(Carried::Files(files)),
        (None, true) => None,
    }
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}
