//! Files into the writer's hands.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Why a file could not be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DownloadError {
    /// The browser cannot make files of texts.
    Refused,
}

/// Offers a text as a file of this name. The browser saves it or asks where to.
///
/// # Errors
/// [`DownloadError::Refused`].
pub fn save(name: &str, content_type: &str, text: &str) -> Result<(), DownloadError> {
    try_save(name, content_type, text).map_err(|_| DownloadError::Refused)
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
    // Revoked at once, some browsers save an empty file.
    leptos::prelude::set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// A part of a file's name made of free text: what file systems refuse becomes `-`, and it is not too long.
pub fn name_part(text: &str) -> String {
    let mut part = String::new();
    for character in text.chars().take(60) {
        let plain = character.is_alphanumeric() || matches!(character, '.' | '_');
        if plain {
            part.push(character);
        } else if !part.ends_with('-') {
            part.push('-');
        }
    }
    part.trim_matches(['-', '.']).to_owned()
}
