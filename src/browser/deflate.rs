//! The browser's own deflate (RFC 1951, raw), as streams, so that inflated data never gets larger than allowed.
//!
//! The streams are created by name: the typed bindings are unstable, and browsers from before 2023 lack the classes.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ReadableStream};

use super::stream::{self, StreamError};

/// The reason why nothing was inflated or deflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeflateError {
    /// A browser without such streams.
    NoStream,
    /// Bytes that are not valid deflated data: cut short, changed, or followed by other bytes.
    Broken,
    /// Data that would become larger than allowed.
    TooLarge,
}

impl From<StreamError> for DeflateError {
    fn from(error: StreamError) -> Self {
        match error {
            StreamError::Broken => Self::Broken,
            StreamError::TooLarge => Self::TooLarge,
        }
    }
}

/// Deflates bytes to at most `most_bytes` bytes.
///
/// # Errors
/// [`DeflateError::NoStream`] and [`DeflateError::TooLarge`].
pub async fn deflate(bytes: &[u8], most_bytes: usize) -> Result<Vec<u8>, DeflateError> {
    through("CompressionStream", bytes, most_bytes).await
}

/// Inflates deflated data to at most `most_bytes` bytes.
///
/// # Errors
/// [`DeflateError`]
pub async fn inflate(deflated: &[u8], most_bytes: usize) -> Result<Vec<u8>, DeflateError> {
    through("DecompressionStream", deflated, most_bytes).await
}

async fn through(class: &str, bytes: &[u8], most_bytes: usize) -> Result<Vec<u8>, DeflateError> {
    let stream = stream_through(class, bytes).map_err(|_| DeflateError::NoStream)?;
    Ok(stream::read(&stream, most_bytes).await?)
}

/// Sends bytes through a stream of this class.
fn stream_through(class: &str, bytes: &[u8]) -> Result<ReadableStream, JsValue> {
    let class: Function = Reflect::get(&window(), &class.into())?.dyn_into()?;
    let transform = Reflect::construct(&class, &Array::of1(&"deflate-raw".into()))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    // The object is a pair of streams, as `pipeThrough` expects.
    Ok(blob.stream().pipe_through(transform.unchecked_ref()))
}
