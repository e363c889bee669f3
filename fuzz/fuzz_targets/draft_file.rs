//! The reader of our files: any bytes are an error or drafts, and drafts that were read can be written and read again. The same
//! bytes as the edits beside a draft, with a checksum that fits: whatever they say, the draft is read, and its answer is in them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::draft::file::{self, DraftFile};
use report::draft::replica::Field;
use report::draft::{Draft, DraftId, Timestamp};
use report::form::QuestionId;
use report::store::checksum;

fuzz_target!(|bytes: &[u8]| {
    // Normalization is the caller's; without it what is read is already in form.
    let nfc = |text: &str| text.to_owned();
    if let Ok(file) = DraftFile::read_bytes(bytes, &nfc) {
        let written = file.write().expect("what was read is within the limits");
        assert_eq!(DraftFile::read(&written, &nfc).expect("what was written is read"), file);
    }
    let Ok(edits) = str::from_utf8(bytes) else { return };
    if edits.contains(char::is_control) {
        return;
    }
    let mission = QuestionId::new("mission");
    let now = Timestamp::from_millis(0);
    let mut draft = Draft::new(DraftId::new("fuzzed").expect("an id"), "2024", now);
    draft.set_text(&mission, "Free pictures", &nfc, now).expect("a short answer");
    let escaped = edits.replace('\\', "\\\\").replace('"', "\\\"");
    let state =
        format!("\"state\": {{\"sum\": \"{}\", \"edits\": \"{escaped}\"}},\n\"answers\"", checksum(edits));
    let text = file::write(&[draft.clone()]).expect("one draft").replacen("\"answers\"", &state, 1);
    let copy = file::read_copies(&text, &nfc).expect("the draft is read").remove(0);
    assert_eq!(copy.draft, draft);
    if let Some(replica) = copy.edits.replica() {
        let versions = replica.versions(&Field::Answer(mission));
        assert!(versions.iter().any(|version| version.value.text() == "Free pictures"));
        file::write_copies(&[copy.clone()]).expect("what was read is written");
    }
});
