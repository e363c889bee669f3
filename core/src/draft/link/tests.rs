use proptest::prelude::*;

use super::*;
use crate::draft::file::CopiedEdits;
use crate::draft::replica::WriterNames;
use crate::draft::testing::{any_draft, nfc};

fn alone(draft: crate::draft::Draft) -> DraftCopy {
    DraftCopy { draft, edits: CopiedEdits::None, names: WriterNames::default() }
}

#[test]
fn a_payload_is_found_in_whatever_stands_around_it() {
    let cases = [
        ("https://example.org/app/#/link/Ab-_9", Some("Ab-_9")),
        ("#/link/Ab", Some("Ab")),
        ("Please answer: <https://example.org/#/link/Ab>. Thanks!", Some("Ab")),
        ("[x](https://example.org/#/link/Ab)", Some("Ab")),
        ("one #/link/Ab two #/link/Cd", Some("Ab")),
        ("#/link/", Some("")),
        ("#/link/%3Cscript%3E", Some("")),
        ("#/link/Ab/mission", Some("Ab")),
        ("#/link", None),
        ("https://example.org/#/draft/link", None),
        ("", None),
    ];
    for (text, payload) in cases {
        assert_eq!(link_payload(text), payload, "{text}");
    }
}

#[test]
fn what_is_no_payload_is_an_error() {
    let chars = PAYLOAD_CHARS + 1;
    let cases = [
        (String::new(), LinkError::Empty),
        ("A".repeat(chars), LinkError::TooLong { chars }),
        ("A".into(), LinkError::Broken),
        ("A=".into(), LinkError::Broken),
        ("Ab+/".into(), LinkError::Broken),
        ("é".into(), LinkError::Broken),
    ];
    for (payload, error) in cases {
        assert_eq!(decode_payload(&payload), Err(error), "{payload:.20}");
    }
    assert!(decode_payload(&"A".repeat(PAYLOAD_CHARS)).is_ok());
}

#[test]
fn what_is_no_file_is_an_error_that_says_what_to_do() {
    let newer = br#"{"format":"affiliate-report-builder","version":2,"drafts":[]}"#;
    let cases: [(&[u8], &str); 5] = [
        (b"", "This link is not from this app"),
        (b"\xff", "This link is not from this app"),
        (br#"{"format":"other","version":1}"#, "This link is not from this app"),
        (newer, "This link was made by a newer version of this app"),
        (&vec![b' '; INFLATED_BYTES + 1], "This link holds more than"),
    ];
    for (bytes, words) in cases {
        let error = read_inflated(bytes, &nfc).unwrap_err();
        assert!(error.to_string().starts_with(words), "{error}");
    }
    assert_eq!(read_inflated(newer, &nfc), Err(LinkError::File(FileError::Newer { version: 2 })));
}

#[test]
fn a_length_fits_somewhere() {
    let cases = [
        (0, LinkFit::Everywhere),
        (2_000, LinkFit::Everywhere),
        (2_001, LinkFit::Mostly),
        (8_000, LinkFit::Mostly),
        (8_001, LinkFit::Hardly),
        (usize::MAX, LinkFit::Hardly),
    ];
    for (chars, fit) in cases {
        assert_eq!(LinkFit::of(chars), fit, "{chars}");
    }
}

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 1..200)) {
        let fragment = link_fragment(&bytes);
        let text = format!("see https://example.org/{fragment}, please");
        prop_assert_eq!(decode_payload(link_payload(&text).unwrap()), Ok(bytes));
    }

    #[test]
    fn any_draft_comes_back(draft in any_draft()) {
        let copy = alone(draft);
        let text = link_text(std::slice::from_ref(&copy)).unwrap();
        prop_assert!(!text.contains('\n'));
        prop_assert_eq!(read_inflated(text.as_bytes(), &nfc), Ok(vec![copy]));
    }
}
