//! The reader of our files: any bytes are an error or drafts, and drafts that were read can be written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::draft::file::DraftFile;

fuzz_target!(|bytes: &[u8]| {
    // Normalization is the caller's; without it what is read is already in form.
    let nfc = |text: &str| text.to_owned();
    if let Ok(file) = DraftFile::read_bytes(bytes, &nfc) {
        let written = file.write().expect("what was read is within the limits");
        assert_eq!(DraftFile::read(&written, &nfc).expect("what was written is read"), file);
    }
});
