//! The form's definition, its wordings, and learning its template's parameters: cases as data.

// Outside of `#[test]` functions clippy.toml does not allow it, and all here is test.
#![allow(clippy::unwrap_used)]

mod bundled;
mod definitions;
mod in_use;
mod in_use_any;
mod learning;
mod wordings;

#[path = "../support/bless.rs"]
mod bless;
#[path = "../support/trials.rs"]
mod trials;

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::run([
        bundled::all(),
        definitions::all(),
        in_use::all(),
        in_use_any::all(),
        learning::all_tests(),
        wordings::all(),
    ])
}
