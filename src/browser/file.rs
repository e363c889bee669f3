//! Files that the writer gives.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than what is asked for.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// The browser could not read it: it may have moved, or the writer may not be allowed to.
    Unreadable {
        /// Its name.
        name: String,
    },
}

/// A file's bytes, if there are at most `limit` of them.
///
/// # Errors
/// [`ReadError`].
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
pub async fn bytes(file: &File, limit: usize) -> Result<Vec<u8>, ReadError> {
    let size = file.size() as u64;
    if size > limit as u64 {
        return Err(ReadError::TooLarge { bytes: size });
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| ReadError::Unreadable { name: file.name() })?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
