//! Reports of every kind read in, as cases: `tests/data/import/<case>.<anything>` is what is read,
//! `<case>.expected.json` what comes out. `BLESS=1 cargo test -p report --test import` writes the latter
//! anew, to be looked through before it is kept.

#![allow(clippy::unwrap_used, reason = "a case that cannot be read is a failed test")]

#[path = "support/trials.rs"]
mod trials;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use report::answer::print;
use report::form::Form;
use report::form::parameters::ParameterNames;
use report::i18n::english;
use report::import::{Found, How, Import, Reading, read};
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

use trials::{Names, Trial, tests};

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("tests/data/import");
    let mut inputs: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".expected.json"))
        .collect();
    inputs.sort();
    inputs
}

fn there_are_many_cases() {
    assert!(inputs().len() > 20, "only {} cases", inputs().len());
}

/// A test of each file, named like it.
fn case_tests() -> Vec<Trial> {
    let mut names = Names::of("cases");
    let test = |input: PathBuf| {
        let (case, kind) = (input.file_stem().unwrap(), input.extension().unwrap());
        let name = names.name(&kind.to_string_lossy(), &case.to_string_lossy());
        Trial::test(name, move || check(&input).map_or(Ok(()), |wrong| Err(wrong.into())))
    };
    inputs().into_iter().map(test).collect()
}

fn check(input: &Path) -> Option<String> {
    let text = fs::read_to_string(input).unwrap();
    let expected_path = input.with_extension("expected.json");
    let expected: Value = match fs::read_to_string(&expected_path) {
        Ok(expected) => serde_json::from_str(&expected).unwrap(),
        Err(_) => Value::Null,
    };
    let form = Form::latest();
    let actual = match read(form, &ParameterNames::of(form), &text, None, &nfc) {
        Ok(Import::Reading(reading)) => summary(form, &reading),
        Ok(Import::Drafts(drafts)) => json!({ "drafts": drafts.len() }),
        Err(error) => json!({ "error": error.to_string() }),
    };
    if actual == expected {
        return None;
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&expected_path, serde_json::to_string_pretty(&actual).unwrap() + "\n").unwrap();
        return None;
    }
    Some(format!("{}\nexpected {expected:#}\nbut was {actual:#}", input.display()))
}

fn summary(form: &Form, reading: &Reading) -> Value {
    let found: Map<String, Value> =
        reading.found.iter().map(|found| (found.question.to_string(), answer(form, found))).collect();
    assert_eq!(found.len() + reading.missing.len(), form.questions().count());
    let unplaced = reading.unplaced.iter().map(|unplaced| {
        json!({
            "text": unplaced.text,
            "near": unplaced.near.as_ref().map(ToString::to_string),
            "why": english(&unplaced.why.message()),
        })
    });
    let page = reading.page.as_ref().map(|page| json!([page.year, page.affiliate]));
    json!({
        "kind": reading.kind.name(),
        "page": page,
        "found": found,
        "missing": reading.missing.len(),
        "unplaced": unplaced.collect::<Vec<_>>(),
    })
}

/// The answer's source, and beside it what is not a matter of course.
fn answer(form: &Form, found: &Found) -> Value {
    let question = form.question(found.question.as_str()).unwrap();
    let source = print(&found.answer, question.kind.markup());
    let notes: Vec<String> = found.notes.iter().map(|note| english(&note.message())).collect();
    if notes.is_empty() && matches!(found.how, How::Wording | How::Parameter) {
        return source.into();
    }
    let how = found.how.message().map(|message| english(&message));
    json!({ "source": source, "how": how, "notes": notes })
}

fn main() -> ExitCode {
    trials::run([tests![there_are_many_cases], case_tests()])
}
