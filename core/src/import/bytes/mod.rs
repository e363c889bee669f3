//! Decodes a file's bytes as text, or says what the file is instead.
//!
//! ```text
//! bytes ─▶ known by its beginning (signature, zip) ─▶ NotText
//!       ─▶ byte order mark, or zero bytes as UTF-16 has them (unicode) ─▶ text
//!       ─▶ web page in one file (mhtml) ─▶ its page's bytes, again
//!       ─▶ UTF-8 ─▶ text
//!       ─▶ encoding named by the file (charset) or by the reader ─▶ Decoder ─▶ text
//! ```
//!
//! Encodings have the labels of the Encoding Standard. The caller provides their tables, as every browser has them:
//! [`Decoder`].

mod charset;
mod encodings;
mod mhtml;
mod not_text;
mod signature;
#[cfg(test)]
mod tests;
mod unicode;
mod zip;

pub use encodings::{ENCODINGS, Encoding};
pub use not_text::NotText;

/// A function that decodes bytes by an encoding's label, such as `windows-1251`; `None` if it does not know the label.
/// Invalid bytes become U+FFFD. In the browser it is `TextDecoder`.
pub type Decoder<'d> = &'d dyn Fn(&[u8], &str) -> Option<String>;

/// A file's text, and whether its encoding could be another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text without a byte order mark.
    pub text: String,
    /// The label of the encoding that the file or the reader named; `None` for Unicode, which is recognized by itself.
    pub named: Option<String>,
}

impl Decoded {
    /// Makes the result of a text in Unicode.
    fn unicode(text: &str) -> Self {
        Self { text: text.trim_start_matches('\u{FEFF}').to_owned(), named: None }
    }
}

/// Turns a file's bytes into text. `asked` is the label of the encoding that the reader has chosen, if any. Time is linear in the
/// number of bytes.
///
/// # Errors
/// [`NotText`] if the file is not a text, or does not say which encoding it is in.
pub fn decode(bytes: &[u8], asked: Option<&str>, decoder: Decoder<'_>) -> Result<Decoded, NotText> {
    if let Some(not_text) = signature::of(bytes) {
        return Err(not_text);
    }
    match mhtml::page(bytes) {
        Some(Ok(page)) => {
            let named = asked.map(str::to_owned).or(page.charset);
            decode_text(&page.bytes, named.as_deref(), decoder)
        }
        Some(Err(not_text)) => Err(not_text),
        None => decode_text(bytes, asked, decoder),
    }
}

/// Turns bytes that are not another kind of file into text. `named` is the encoding that the reader has chosen, or
/// that came with the bytes.
fn decode_text(bytes: &[u8], named: Option<&str>, decoder: Decoder<'_>) -> Result<Decoded, NotText> {
    if let Some(text) = unicode::with_mark(bytes).or_else(|| unicode::utf16_by_zeros(bytes)) {
        return checked(Decoded::unicode(&text));
    }
    let label = if encodings::is_iso_2022_jp(bytes) {
        "iso-2022-jp".to_owned()
    } else if let Ok(text) = str::from_utf8(bytes) {
        return checked(Decoded::unicode(text));
    } else {
        named.map(str::to_owned).or_else(|| charset::declared(bytes)).ok_or(NotText::UnknownEncoding)?
    };
    let text = decoder(bytes, &label).ok_or(NotText::UnknownEncoding)?;
    checked(Decoded { text: text.trim_start_matches('\u{FEFF}').to_owned(), named: Some(label) })
}

/// Refuses a text with a NUL character, which no real text has.
fn checked(decoded: Decoded) -> Result<Decoded, NotText> {
    if decoded.text.contains('\0') { Err(NotText::Other) } else { Ok(decoded) }
}
