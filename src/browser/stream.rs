//! Streams of bytes that the browser makes, read to their end with a limit.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// The reason why a stream was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamError {
    /// The stream broke off.
    Broken,
    /// The stream has more bytes than allowed. Reading was stopped there.
    TooLarge,
}

/// Reads a stream piece by piece, as long as it has at most `most_bytes`.
///
/// # Errors
/// [`StreamError`]
pub async fn read(stream: &ReadableStream, most_bytes: usize) -> Result<Vec<u8>, StreamError> {
    let reader: ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| StreamError::Broken)?;
    let mut all = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| StreamError::Broken)?;
        let part = |name: &str| Reflect::get(&piece, &JsValue::from_str(name)).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok(all);
        }
        let bytes = Uint8Array::new(&part("value"));
        if all.len() + bytes.length() as usize > most_bytes {
            let _: Promise = reader.cancel();
            return Err(StreamError::TooLarge);
        }
        let begin = all.len();
        all.resize(begin + bytes.length() as usize, 0);
        bytes.copy_to(all.get_mut(begin..).unwrap_or_default());
    }
}
