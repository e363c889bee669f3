//! The browser's own deflate (RFC 1951, raw), as streams: what is inflated never gets larger than wanted.
//!
//! The streams are made by name: the typed bindings call them unstable, and a browser from before 2023 does not have them.

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
    /// Bytes that are not what was deflated: cut short, changed, or with something behind them.
    Broken,
    /// Bytes that would become more than were wanted.
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

/// Deflates bytes; more than `most_bytes` of them are not made.
///
/// # Errors
/// [`DeflateError::NoStream`] and [`DeflateError::TooLarge`].
pub async fn deflate(bytes: &[u8], most_bytes: usize) -> Result<Vec<u8>, DeflateError> {
    through("CompressionStream", bytes, most_bytes).await
}

/// Inflates what was deflated, as long as it becomes at most `most_bytes`.
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
    // It is a pair of streams as `pipeThrough` wants it.
    Ok(blob.stream().pipe_through(transform.unchecked_ref()))
}
