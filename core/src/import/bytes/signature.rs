//! Recognizes files that are not texts by their first bytes.

use super::NotText;
use super::zip;

/// The first bytes of files, and the kind that they indicate.
const SIGNATURES: [(&[u8], NotText); 21] = [
    (b"{\\rtf", NotText::Word),
    // Word, Excel and PowerPoint before 2007 have the same beginning.
    (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], NotText::Office),
    (b"\x89PNG", NotText::Picture),
    (&[0xFF, 0xD8, 0xFF], NotText::Picture),
    (b"GIF87a", NotText::Picture),
    (b"GIF89a", NotText::Picture),
    (b"II*\0", NotText::Picture),
    (b"MM\0*", NotText::Picture),
    (&[0, 0, 1, 0], NotText::Picture),
    (b"8BPS", NotText::Picture),
    (b"bplist00", NotText::WebArchive),
    (&[0x1F, 0x8B], NotText::Archive),
    (b"7z\xBC\xAF\x27\x1C", NotText::Archive),
    (b"Rar!\x1A\x07", NotText::Archive),
    (b"BZh9", NotText::Archive),
    (&[0xFD, b'7', b'z', b'X', b'Z', 0], NotText::Archive),
    (b"SQLite format 3\0", NotText::Other),
    (b"ID3\x03", NotText::Other),
    (b"ID3\x04", NotText::Other),
    (b"OggS", NotText::Other),
    (b"\x7FELF", NotText::Other),
];

/// The brands of pictures in the container format that videos use, too.
const PICTURE_BRANDS: [&[u8]; 7] = [b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"avis"];

/// Returns the kind of a file by its beginning; `None` if it may be a text.
pub(super) fn of(bytes: &[u8]) -> Option<NotText> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip::of(bytes));
    }
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, what)| *what).or_else(|| by_parts(bytes))
}

/// Checks signatures that are not at the very beginning.
fn by_parts(bytes: &[u8]) -> Option<NotText> {
    let start = bytes.get(..1024).unwrap_or(bytes);
    // Some programs write a few bytes before it.
    if start.windows(7).any(|window| matches!(window, b"%PDF-1." | b"%PDF-2.")) {
        return Some(NotText::Pdf);
    }
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(NotText::Picture),
        [b'R', b'I', b'F', b'F', _, _, _, _, ..] if bytes.contains(&0) => Some(NotText::Other),
        [b'B', b'M', a, b, c, d, ..] if u32::from_le_bytes([*a, *b, *c, *d]) as usize == bytes.len() => {
            Some(NotText::Picture)
        }
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
            let is_picture = PICTURE_BRANDS.iter().any(|known| brand.starts_with(known));
            Some(if is_picture { NotText::Picture } else { NotText::Other })
        }
        _ => is_svg(start).then_some(NotText::Picture),
    }
}

/// Returns whether a file is a drawing: its first element is `svg`.
fn is_svg(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let mut rest = start.trim_start_matches('\u{FEFF}').trim_start();
    while let Some(end) = rest
        .strip_prefix("<?")
        .and_then(|rest| rest.find("?>").map(|at| at + 4))
        .or_else(|| rest.strip_prefix("<!--").and_then(|rest| rest.find("-->").map(|at| at + 7)))
    {
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    rest.starts_with("<svg") || rest.starts_with("<!DOCTYPE svg")
}
