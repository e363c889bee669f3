//! The reader of links that carry drafts, before and after what a browser inflates: any text is an error or bytes within their limits, any
//! bytes come back from a link, and any inflated bytes are an error or drafts that can be handed on by a link again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::draft::file::CopiedEdits;
use report::draft::link::{
    LinkError, PAYLOAD_CHARS, decode_payload, link_fragment, link_payload, link_text, read_inflated,
};

fuzz_target!(|bytes: &[u8]| {
    // Normalization is the caller's; without it what is read is already in form.
    let nfc = |text: &str| text.to_owned();
    if let Ok(text) = str::from_utf8(bytes)
        && let Some(payload) = link_payload(text)
        && let Ok(deflated) = decode_payload(payload)
    {
        assert!(deflated.len() <= PAYLOAD_CHARS / 4 * 3);
    }
    let link = format!("see https://example.org/{} .", link_fragment(bytes));
    match decode_payload(link_payload(&link).expect("a link")) {
        Ok(deflated) => assert_eq!(deflated, bytes),
        Err(LinkError::Empty) => assert!(bytes.is_empty()),
        Err(LinkError::TooLong { chars }) => assert!(chars > PAYLOAD_CHARS),
        Err(error) => panic!("{error}"),
    }
    let Ok(mut copies) = read_inflated(bytes, &nfc) else { return };
    // Of damaged edits nothing is handed on.
    for copy in copies.iter_mut().filter(|copy| copy.edits == CopiedEdits::Damaged) {
        copy.edits = CopiedEdits::None;
    }
    let text = link_text(&copies).expect("what was read is written");
    let again = read_inflated(text.as_bytes(), &nfc).expect("what was written is read");
    for (copy, again) in copies.iter().zip(&again) {
        assert_eq!(copy.draft, again.draft);
    }
});
