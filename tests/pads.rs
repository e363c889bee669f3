//! A report's text that was in a pad or a document and comes back: `tests/data/pads/<program>….txt` is what the program has as text,
//! `….html` as rich text. In all of them the answers are those of `answers.json`, and the headings were changed there: numbers, styles
//! instead of marks, round quotes, capitals, marks that are gone, blank lines.

#![allow(clippy::unwrap_used, reason = "a case that cannot be read is a failed test")]

#[path = "support/trials.rs"]
mod trials;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use report::answer::print;
use report::form::{Form, ParameterNames};
use report::import::{Import, Importer, Reading, SourceKind};

use trials::{Names, Trial, tests};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/pads");

fn answers() -> BTreeMap<String, String> {
    serde_json::from_str(&fs::read_to_string(Path::new(FOLDER).join("answers.json")).unwrap()).unwrap()
}

fn pads() -> Vec<PathBuf> {
    let mut pads: Vec<PathBuf> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
    pads.retain(|path| path.extension().is_some_and(|extension| extension != "json"));
    pads.sort();
    pads
}

fn read(text: &str) -> Reading {
    let form = Form::latest();
    match Importer::new(form).read(&ParameterNames::of(form), text, None, &str::to_owned) {
        Ok(Import::Reading(reading)) => reading,
        other => panic!("{other:?}"),
    }
}

/// The sources of the answers that are not empty.
fn sources(reading: &Reading) -> BTreeMap<String, String> {
    let markup = |id: &str| Form::latest().question(id).unwrap().kind.markup();
    let source = |id: &str, answer| print(answer, markup(id));
    let found = reading.found.iter();
    let sources =
        found.map(|found| (found.question.to_string(), source(found.question.as_str(), &found.answer)));
    sources.filter(|(_, source)| !source.is_empty()).collect()
}

/// What the text is, is recognized; all answers are there, and nothing is left over.
fn check(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let is_html = path.extension().is_some_and(|extension| extension == "html");
    let reading = read(&text);
    assert_eq!(reading.kind, if is_html { SourceKind::Html } else { SourceKind::Edition });
    assert_eq!((&reading.missing, &reading.unplaced), (&Vec::new(), &Vec::new()));
    assert_eq!(sources(&reading), answers());
    for found in &reading.found {
        assert!(found.notes.is_empty() && found.how.message().is_none(), "{found:?}");
    }
}

/// What is copied with styles instead of marks is put into the report's one text with marks.
fn styles_become_marks() {
    let form = Form::latest();
    let importer = Importer::new(form);
    for name in ["google-docs-headings.html", "word-headings.html"] {
        let html = fs::read_to_string(Path::new(FOLDER).join(name)).unwrap();
        let edition = importer.pasted_edition(&html, "", &str::to_owned).unwrap();
        let reading = read(&edition);
        assert_eq!(reading.kind, SourceKind::Edition, "{name}");
        assert_eq!(
            (sources(&reading), reading.missing, reading.unplaced),
            (answers(), vec![], vec![]),
            "{name}"
        );
    }
}

/// What has marks, or nothing of the form's, is pasted as it is; what belongs to no question stands on top.
fn other_pastes_stay() {
    let form = Form::latest();
    let importer = Importer::new(form);
    let mission = &form.question("mission").unwrap().text;
    let paste = |html: &str, plain: &str| importer.pasted_edition(html, plain, &str::to_owned);
    assert_eq!(paste("", mission), None);
    assert_eq!(paste("<p>Some <b>words</b></p>", "Some words"), None);
    let marked = format!("=== {mission} ===");
    assert_eq!(paste(&format!("<p>{marked}</p><p>To write</p>"), &format!("{marked}\nTo write")), None);
    let html = format!("<p>Hello all</p><h3>{mission}</h3><ul><li>To <b>write</b></li></ul>");
    let title = &form.sections[1].title;
    let edition = format!("Hello all\n\n== {title} ==\n\n=== {mission} ===\n* To '''write'''\n");
    assert_eq!(paste(&html, "Hello all").as_deref(), Some(edition.as_str()));
}

fn pad_tests() -> Vec<Trial> {
    let mut names = Names::of("pads");
    let test = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        Trial::test(names.name("file", &name), move || {
            check(&path);
            Ok(())
        })
    };
    pads().into_iter().map(test).collect()
}

fn each_program_is_there() {
    let names: Vec<String> =
        pads().iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    for program in ["etherpad", "google-docs", "word"] {
        for extension in [".txt", ".html"] {
            let is_it = |name: &&String| name.starts_with(program) && name.ends_with(extension);
            assert!(names.iter().any(|name| is_it(&name)), "{program}{extension}");
        }
    }
}

fn main() -> ExitCode {
    trials::run([tests![each_program_is_there, styles_become_marks, other_pastes_stay], pad_tests()])
}
