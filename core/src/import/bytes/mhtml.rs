//! Web pages that a browser saved in one file (MHTML, RFC 2557), and mails: the page in them, decoded.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::NotText;

/// A page as stored in such a file.
pub(super) struct Page {
    pub(super) bytes: Vec<u8>,
    /// The label of the page's encoding, as the file names it.
    pub(super) charset: Option<String>,
}

/// The greatest depth of nested parts.
const DEEPEST: usize = 8;
/// The greatest length of the lines before a page, in bytes.
const LONGEST_HEAD: usize = 64 << 10;

/// Finds the page in a file of this format, else its plain text; `None` if it is not such a file.
///
/// # Errors
/// [`NotText::WebPageWithoutText`] if the file is one and has neither.
pub(super) fn page(bytes: &[u8]) -> Option<Result<Page, NotText>> {
    let whole = Part::of(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start())?;
    let is_mime = whole.header("mime-version").is_some() || whole.boundary().is_some();
    if !is_mime || whole.header("content-type").is_none() {
        return None;
    }
    let page = find(&whole, "text/html", 0).or_else(|| find(&whole, "text/plain", 0));
    Some(page.ok_or(NotText::WebPageWithoutText))
}

/// Finds the first part of a type.
fn find(part: &Part<'_>, kind: &str, depth: usize) -> Option<Page> {
    let Some(boundary) = part.boundary() else {
        return (part.kind() == kind).then(|| part.decoded());
    };
    let parts = (depth < DEEPEST).then(|| parts(part.body, boundary.as_bytes())).into_iter().flatten();
    parts.filter_map(Part::of).find_map(|inner| find(&inner, kind, depth + 1))
}

/// Splits a body at the lines of its boundary.
fn parts<'b>(body: &'b [u8], boundary: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let mark = line.trim_ascii_end().strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary));
        if let Some(mark @ (b"" | b"--")) = mark {
            parts.extend(start.and_then(|start: usize| body.get(start..at)));
            start = mark.is_empty().then_some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

/// Headers and the body that they describe.
struct Part<'b> {
    /// The headers' names in lower case, and their values.
    headers: Vec<(String, String)>,
    body: &'b [u8],
}

impl<'b> Part<'b> {
    /// Reads the headers up to the first blank line; `None` if the first lines are not headers.
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            if at > LONGEST_HEAD {
                return None;
            }
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end();
            if text.is_empty() {
                break;
            }
            if let (true, Some((_, value))) = (text.starts_with([' ', '\t']), headers.last_mut()) {
                value.push_str(text);
                continue;
            }
            let (name, value) = text.split_once(':')?;
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                return None;
            }
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Some(Self { headers, body: bytes.get(at..)? })
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the type in lower case, such as `text/html`.
    fn kind(&self) -> String {
        let kind = self.header("content-type").and_then(|value| value.split(';').next());
        kind.unwrap_or("text/plain").trim().to_ascii_lowercase()
    }

    fn boundary(&self) -> Option<String> {
        self.kind().starts_with("multipart/").then(|| self.parameter("boundary")).flatten()
    }

    /// Returns a parameter of the type, without its quotes.
    fn parameter(&self, name: &str) -> Option<String> {
        let value = self.header("content-type")?;
        let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
        let mut named = parameters.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name));
        named.next().map(|(_, value)| value.trim().trim_matches('"').to_owned())
    }

    fn decoded(&self) -> Page {
        let encoding =
            self.header("content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
        let bytes = match encoding.as_str() {
            "quoted-printable" => {
                quoted_printable::decode(self.body, quoted_printable::ParseMode::Robust).ok()
            }
            "base64" => of_base64(self.body),
            _ => None,
        };
        Page { bytes: bytes.unwrap_or_else(|| self.body.to_vec()), charset: self.parameter("charset") }
    }
}

/// Decodes base64 in lines, as far as it is whole.
fn of_base64(body: &[u8]) -> Option<Vec<u8>> {
    const ENGINE: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let letters: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    ENGINE.decode(letters).ok()
}
