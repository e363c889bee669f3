//! What programs put on the clipboard, changed outside of what is hidden (`tests/support/pastes.rs`).
//!
//! The first byte chooses a case of `tests/data/paste/programs/`, the others say how to change it. Any other text is read as well,
//! where nothing can be said of what comes out but that there is no panic and no long wait.

#![no_main]

#[path = "../../tests/support/pastes.rs"]
mod pastes;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    pastes::read(&String::from_utf8_lossy(bytes));
    let Some((first, changes)) = bytes.split_first() else { return };
    pastes::check(*first, changes);
});
