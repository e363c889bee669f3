//! The readers of wikitext: values, calls, tables, and a template's source to learn names from.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use report::form::parameters::learn;
use report::form::{Form, ParameterNames};
use report::import::{Importer, SourceKind, read};
use report::wikitext::split::calls;
use report::wikitext::{read_value, value};

static IMPORTER: LazyLock<Importer<'static>> = LazyLock::new(|| Importer::new(Form::latest()));

fuzz_target!(|text: &str| {
    let (tree, _) = read_value(text);
    assert_eq!(read_value(&value(&tree)).0, tree, "what was read can be written and read again");
    for call in calls(text) {
        assert!(text.get(call.range).is_some(), "a call lies in the page");
    }
    let form = Form::latest();
    let names = ParameterNames::of(form);
    for kind in [SourceKind::Call, SourceKind::Table] {
        let _ = read(form, &names, text, Some(kind), &str::to_owned);
    }
    let _ = learn(form, text);
    if let Some(place) = IMPORTER.place_of(&names, text) {
        let standing = text.get(place.range.clone()).expect("the report lies in the page");
        assert_eq!(place.replaced(text, standing), text, "what stands there changes nothing");
    }
});
