//! What files are read as, by samples of many programs; words of our own in all of them.

use super::*;
use encoding_rs::Encoding as Table;
use proptest::prelude::*;

/// As the browser's `TextDecoder`.
fn decoder(bytes: &[u8], label: &str) -> Option<String> {
    Some(Table::for_label(label.as_bytes())?.decode_without_bom_handling(bytes).0.into_owned())
}

fn read(bytes: &[u8]) -> Result<String, NotText> {
    decode(bytes, None, &decoder).map(|decoded| decoded.text)
}

fn encoded(text: &str, label: &str) -> Vec<u8> {
    Table::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const MIXED: &str = "What is the affiliate name?\tВикимедисты 維基 ☕\nMission? Свободные знания 😀\n";

#[test]
fn unicode_tells_of_itself() {
    let mark = "\u{FEFF}";
    for text in [MIXED, "plain", "", "\n", "one\r\ntwo"] {
        let marked = format!("{mark}{text}");
        assert_eq!(read(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(read(marked.as_bytes()).as_deref(), Ok(text));
        assert_eq!(read(format!("{mark}{marked}").as_bytes()).as_deref(), Ok(text));
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(read(&utf16(&marked, bytes)).as_deref(), Ok(text));
            assert_eq!(read(&utf16(text, bytes)).as_deref(), Ok(text));
        }
    }
    assert_eq!(decode(MIXED.as_bytes(), Some("koi8-r"), &decoder).unwrap().named, None);
}

#[test]
fn utf16_that_is_cut_is_read_up_to_there() {
    let mut bytes = utf16("\u{FEFF}two words", u16::to_le_bytes);
    bytes.pop();
    assert_eq!(read(&bytes).as_deref(), Ok("two word"));
}

#[test]
fn a_zero_byte_is_no_text() {
    for bytes in [
        &b"a\0b"[..],
        b"\0",
        b"{\"format\":\"affiliate-report-builder\"\0\0\0\0}",
        b"\x01\x02\0\x03",
        b"a text with\0 one",
        b"text\n\0\0\0\0\0\0",
    ] {
        assert_eq!(read(bytes), Err(NotText::Other), "{bytes:?}");
    }
}

#[test]
fn a_page_names_its_encoding() {
    let cases = [
        ("windows-1251", "Викимедисты Нигде — «да»"),
        ("windows-1252", "Café “Orin” – 10 €"),
        ("iso-8859-1", "Café"),
        ("koi8-u", "Вікімедіа Україна"),
        ("windows-1250", "Łódź, Příbram"),
        ("windows-874", "วิกิมีเดีย"),
        ("shift_jis", "ウィキメディア"),
        ("euc-kr", "위키미디어"),
        ("big5", "維基媒體"),
        ("gb2312", "维基媒体"),
        ("iso-2022-jp", "ウィキ"),
    ];
    for (label, words) in cases {
        for page in [
            format!("<!DOCTYPE html><meta charset=\"{label}\"><p>{words}</p>"),
            format!(
                "<html><head><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset={label}'></head>{words}"
            ),
            format!("<?xml version=\"1.0\" encoding=\"{label}\"?><html>{words}</html>"),
        ] {
            let decoded = decode(&encoded(&page, label), None, &decoder).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.named.as_deref()), (page.as_str(), Some(label)));
        }
    }
    // Saved anew in UTF-8 by a program that left the declaration.
    let page = "<meta charset=windows-1252>Café";
    assert_eq!(read(page.as_bytes()).as_deref(), Ok(page));
}

#[test]
fn the_reader_names_the_encoding_of_a_text() {
    let text = "Викимедисты Нигде";
    for label in ["windows-1251", "koi8-r", "x-mac-cyrillic", "ibm866"] {
        let bytes = encoded(text, label);
        assert_eq!(read(&bytes), Err(NotText::UnknownEncoding));
        assert_eq!(decode(&bytes, Some(label), &decoder).unwrap().text, text);
    }
    assert_eq!(decode(b"\xE9", Some("no such label"), &decoder), Err(NotText::UnknownEncoding));
    // Even what is damaged can be read, and shows where.
    assert_eq!(decode(b"caf\xC3\xA9 \xFF", Some("utf-8"), &decoder).unwrap().text, "café \u{FFFD}");
}

#[test]
fn every_encoding_that_is_offered_is_one() {
    for encoding in ENCODINGS {
        assert!(Table::for_label(encoding.label.as_bytes()).is_some(), "{}", encoding.label);
    }
}

#[test]
fn the_samples_are_read_or_named() {
    let sample = include_bytes!("../../../../tests/data/bytes/cp1251.txt");
    assert_eq!(read(sample), Err(NotText::UnknownEncoding));
    let text = decode(sample, Some("windows-1251"), &decoder).unwrap().text;
    assert!(text.contains("Викимедисты Нигде\n") && text.contains("«да»"), "{text}");
    for sample in [
        &include_bytes!("../../../../tests/data/bytes/utf16le-bom.txt")[..],
        include_bytes!("../../../../tests/data/bytes/utf16le-no-bom.txt"),
        include_bytes!("../../../../tests/data/bytes/utf8-two-boms.txt"),
    ] {
        let text = read(sample).unwrap();
        assert!(text.starts_with("What is the affiliate name?\tВикимедисты Нигде\n"), "{text}");
    }
    assert_eq!(read(include_bytes!("../../../../tests/data/bytes/report.rtf")), Err(NotText::Word));
    assert_eq!(read(include_bytes!("../../../../tests/data/bytes/report.docx")), Err(NotText::Word));
    let page = read(include_bytes!("../../../../tests/data/bytes/saved-page.mhtml")).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html><html>") && page.trim_end().ends_with("</body></html>"),
        "{page}"
    );
    assert!(
        page.contains("<td>Wikimédia Nowhere</td>") && page.contains("1 + 1 = 2, knowledge – free"),
        "{page}"
    );
}

/// A file of this format with a page of this encoding in a part.
fn mhtml(transfer: &str, charset: &str, body: &str) -> String {
    format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"=_b\"; type=\"text/html\"\n\nignored\n--=_b\n\
         Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--=_b\n\
         Content-type: TEXT/HTML;\n charset={charset}\nContent-Transfer-Encoding: {transfer}\n\n{body}\n--=_b--\n"
    )
}

#[test]
fn saved_pages_and_mails_are_decoded() {
    let quoted = mhtml("quoted-printable", "windows-1252", "<p>Caf=E9 =\nOrin =3D 1</p>");
    assert_eq!(read(quoted.as_bytes()).as_deref().map(str::trim_end), Ok("<p>Café Orin = 1</p>"));
    let base64 = mhtml("BASE64", "utf-8", "PHA+Q2Fmw6kg\nT3JpbjwvcD4=");
    for file in [base64.clone(), base64.replace('\n', "\r\n"), format!("\u{FEFF}\r\n{base64}")] {
        assert_eq!(read(file.as_bytes()).as_deref(), Ok("<p>Café Orin</p>"), "{file}");
    }
    let plain = "Subject: our report\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
                 Content-Transfer-Encoding: quoted-printable\r\n\r\nName? Caf=C3=A9=20=\r\nOrin";
    assert_eq!(read(plain.as_bytes()).as_deref(), Ok("Name? Café Orin"));
    let nested = format!(
        "Content-Type: multipart/mixed; boundary=outer\nMIME-Version: 1.0\n\n--outer\n{}\n--outer--",
        mhtml("8bit", "utf-8", "<p>inner</p>")
    );
    assert_eq!(read(nested.as_bytes()).as_deref().map(str::trim), Ok("<p>inner</p>"));
    let without = "MIME-Version: 1.0\nContent-Type: image/png\n\nx";
    assert_eq!(read(without.as_bytes()), Err(NotText::WebPageWithoutText));
    let text = "Content-Type: what we write\n\nMission: free";
    assert_eq!(read(text.as_bytes()).as_deref(), Ok(text));
}

/// A ZIP file of empty files with these names, not packed.
fn zip(names: &[&str]) -> Vec<u8> {
    let (mut files, mut list) = (Vec::new(), Vec::new());
    for name in names {
        let length = [u8::try_from(name.len()).unwrap(), 0];
        let at = u32::try_from(files.len()).unwrap();
        files.extend([b"PK\x03\x04", &[0; 22][..], &length, &[0; 2], name.as_bytes()].concat());
        list.extend(
            [b"PK\x01\x02", &[0; 24][..], &length, &[0; 12], &at.to_le_bytes(), name.as_bytes()].concat(),
        );
    }
    let start = u32::try_from(files.len()).unwrap().to_le_bytes();
    [files, list, b"PK\x05\x06".to_vec(), vec![0; 12], start.to_vec(), vec![0; 2]].concat()
}

#[test]
fn files_of_other_programs_are_named() {
    let odt = [b"PK\x03\x04", &[0; 26][..], b"mimetypeapplication/vnd.oasis.opendocument.text"].concat();
    let ods =
        [b"PK\x03\x04", &[0; 26][..], b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"].concat();
    let cases: [(&[u8], NotText); 22] = [
        (&zip(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]), NotText::Word),
        (&zip(&["[Content_Types].xml", "xl/workbook.xml"]), NotText::Spreadsheet),
        (&zip(&["ppt/presentation.xml"]), NotText::Presentation),
        (&zip(&["Index/Document.iwa", "preview.jpg"]), NotText::Document),
        (&zip(&["mimetype", "META-INF/container.xml"]), NotText::Document),
        (&zip(&["report.txt", "words/word/x"]), NotText::Archive),
        (&zip(&[]), NotText::Archive),
        (b"PK\x03\x04 cut", NotText::Archive),
        (&odt, NotText::Document),
        (&ods, NotText::Spreadsheet),
        (b"{\\rtf1\\ansi text}", NotText::Word),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], NotText::Office),
        (b"%PDF-1.7\n%\xE2\xE3", NotText::Pdf),
        (b"\n\n%PDF-2.0", NotText::Pdf),
        (b"\x89PNG\r\n\x1A\n", NotText::Picture),
        (&[0xFF, 0xD8, 0xFF, 0xE0], NotText::Picture),
        (b"RIFF\x10\0\0\0WEBPVP8 ", NotText::Picture),
        (b"\0\0\0\x18ftypheic\0\0", NotText::Picture),
        (b"\0\0\0\x18ftypisom\0\0", NotText::Other),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='x'><text>a</text></svg>", NotText::Picture),
        (b"bplist00\xD1", NotText::WebArchive),
        (&[0x1F, 0x8B, 8], NotText::Archive),
    ];
    for (bytes, what) in cases {
        assert_eq!(read(bytes), Err(what), "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn texts_that_begin_like_other_files_are_texts() {
    for text in [
        "BM is our name",
        "PK",
        "GIF animations",
        "ID3 tags",
        "RIFF",
        "a PDF: see %PDF",
        "{rtf}",
        "<p><svg></svg>",
    ] {
        assert_eq!(read(text.as_bytes()).as_deref(), Ok(text));
    }
}

proptest! {
    #[test]
    fn text_in_unicode_comes_back(text in "[^\\x00-\\x08\\x0e-\\x1f\u{7f}-\u{9f}\u{FEFF}\u{FFFD}]{0,40}") {
        prop_assert_eq!(read(format!("x{text}").as_bytes()), Ok(format!("x{text}")));
        let marked = utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes);
        prop_assert_eq!(read(&marked), Ok(text));
    }

    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..200), begin in 0_usize..6) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", b"PK\x05\x06", b"\xFF\xFE", b"<meta charset=", b"MIME-Version: 1\nContent-Type: multipart/x; boundary=b\n\n--b\n"];
        let bytes = [starts[begin], &bytes].concat();
        let decoded = decode(&bytes, None, &decoder);
        prop_assert!(decoded.is_err() || decoded.is_ok_and(|decoded| !decoded.text.contains('\0')));
    }
}
