//! The readers of plain text: a page's text as copied, and the whole report edited as text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::form::{Form, ParameterNames};
use report::import::{SourceKind, read};

fuzz_target!(|text: &str| {
    let form = Form::latest();
    let names = ParameterNames::of(form);
    for kind in [Some(SourceKind::PageText), Some(SourceKind::Edition), None] {
        let _ = read(form, &names, text, kind, &str::to_owned);
    }
});
