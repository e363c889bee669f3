//! The checks against tables of answers (`tests/checks/*.json`), against a real report, and against any text at all.
//!
//! A row says which question is answered, what is typed, and which advice is expected; `others` are answers to other
//! questions, `today` is the day, and `why` says why this is right. Most rows are answers of good reports: no advice is the expected result.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

mod any_text;
mod mends;
mod reports;
mod support;
mod tables;

#[path = "../support/bless.rs"]
mod bless;
#[path = "../support/trials.rs"]
mod trials;

use std::process::ExitCode;

fn main() -> ExitCode {
    trials::run([any_text::all(), mends::all(), reports::all(), tables::all()])
}
