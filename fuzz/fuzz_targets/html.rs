//! The reader of a rendered page's HTML.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::form::{Form, ParameterNames};
use report::import::{SourceKind, read};

fuzz_target!(|text: &str| {
    let form = Form::latest();
    let _ = read(form, &ParameterNames::of(form), text, Some(SourceKind::Html), &str::to_owned);
});
