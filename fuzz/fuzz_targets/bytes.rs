//! A file's bytes as text: any bytes, with and without an encoding that the reader has chosen.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::import::bytes::decode;

fuzz_target!(|bytes: &[u8]| {
    let decoder = |bytes: &[u8], _: &str| Some(bytes.iter().map(|byte| char::from(*byte)).collect());
    for asked in [None, Some("windows-1251")] {
        if let Ok(decoded) = decode(bytes, asked, &decoder) {
            assert!(!decoded.text.contains('\0'));
        }
    }
});
