//! The gate for stored slots and the edits beside them: whatever stands in a record whose sum is right is an error or a state, and a state that was read
//! can be written, read again, and merged with itself without a change.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::draft::replica::Replica;
use report::store::checksum;
use report::store::slot::{Slot, SlotEdit};

const KEY: &str = "affiliate-report-builder/slot/0f3a/0000000000000005";

fuzz_target!(|text: &str| {
    // Normalization is the caller's; without it what is read is already in form.
    let nfc = |text: &str| text.to_owned();
    let _ = Slot::read(KEY, text, &nfc);
    let edit_key = format!("{KEY}/edit");
    let _ = SlotEdit::read(&edit_key, text, &nfc);
    // Random changes never find a right sum, so they are made before it.
    let Some((head, fields)) = text.split_once('\n') else { return };
    let sealed = |version: u64| {
        let record =
            |sum: &str| format!(r#"{{"slot":{version},"sum":"{sum}","head":{head},"fields":{fields}}}"#);
        record(&checksum(&record("")))
    };
    if let Ok(edit) = SlotEdit::read(&edit_key, &sealed(2), &nfc) {
        let again = SlotEdit::read(&edit_key, &edit.write(), &nfc).expect("what was written is read");
        assert_eq!(again, edit);
        let mut state = Replica::empty();
        if state.apply(&edit.delta) {
            let once = state.clone();
            assert!(state.apply(&edit.delta));
            assert_eq!(state, once);
        }
    }
    let record = sealed(1);
    if let Ok(slot) = Slot::read(KEY, &record, &nfc) {
        let again = Slot::read(KEY, &slot.write(), &nfc).expect("what was written is read");
        assert_eq!(again, slot);
        assert_eq!(slot.replica.clone().merged(again.replica), slot.replica);
    }
});
