//! The kind of a ZIP file, by the names of the files in it: office programs save their documents as ZIP files.
//!
//! Only the list of names at the file's end is read (the central directory of PKWARE's APPNOTE); nothing is unpacked.

use super::NotText;

/// The greatest number of files in a ZIP file whose names are read.
const MOST: usize = 2_000;

/// Returns the kind of a ZIP file.
pub(super) fn of(bytes: &[u8]) -> NotText {
    let names = names(bytes);
    let has = |start: &[u8]| names.iter().any(|name| name.starts_with(start));
    let kinds: [(&[u8], NotText); 7] = [
        (b"word/", NotText::Word),
        (b"xl/", NotText::Spreadsheet),
        (b"ppt/", NotText::Presentation),
        (b"Index/Document.iwa", NotText::Document),
        (b"Index.zip", NotText::Document),
        (b"index.xml", NotText::Document),
        (b"META-INF/container.xml", NotText::Document),
    ];
    let known = kinds.iter().find(|(start, _)| has(start)).map(|(_, what)| *what);
    known.or_else(|| open_document(bytes)).unwrap_or(NotText::Archive)
}

/// Returns the kind of an OpenDocument file, whose first, uncompressed file contains its type.
fn open_document(bytes: &[u8]) -> Option<NotText> {
    const TYPE: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.";
    let kind = bytes.get(30..)?.strip_prefix(TYPE)?;
    Some(if kind.starts_with(b"spreadsheet") {
        NotText::Spreadsheet
    } else if kind.starts_with(b"presentation") {
        NotText::Presentation
    } else {
        NotText::Document
    })
}

/// Lists the names of the files in a ZIP file; none if the file's end is missing.
fn names(bytes: &[u8]) -> Vec<&[u8]> {
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06");
    let directory = end.and_then(|end| number(bytes, end + 16, 4));
    let mut names = Vec::new();
    let mut at = directory.unwrap_or(bytes.len());
    while names.len() < MOST && bytes.get(at..at.saturating_add(4)) == Some(b"PK\x01\x02") {
        let length = |place: usize| number(bytes, at + place, 2).unwrap_or_default();
        let start = at + 46;
        names.extend(bytes.get(start..start + length(28)));
        at = start + length(28) + length(30) + length(32);
    }
    names
}

/// Reads a little-endian number of `length` bytes at offset `at`.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
