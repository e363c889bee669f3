//! The readers of a rendered page's HTML: as a report, and as the tree that a preview shows.

#![no_main]

use libfuzzer_sys::fuzz_target;
use report::form::{Form, ParameterNames};
use report::import::{Rendering, SourceKind, read, seen_lines};

fuzz_target!(|text: &str| {
    let form = Form::latest();
    let _ = read(form, &ParameterNames::of(form), text, Some(SourceKind::Html), &str::to_owned);
    let rendering = Rendering::of(text);
    assert!(
        rendering.rows().iter().flatten().all(|cell| seen_lines(cell).iter().all(|line| !line.is_empty()))
    );
});
