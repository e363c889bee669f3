//! What is pasted into an answer, as data: rows of small pieces of HTML (`tests/data/paste/rows/*.json`), and what programs put
//! on the clipboard (`tests/data/paste/programs/<case>.html`, beside each `<case>.json` with where its shape is shown in public
//! and what has to come out of it).
//!
//! The words are our own. A word that begins with `unseen` stands for what its author did not see: it comes out of nothing.
//! `docs/paste.md` has the table of programs.

#![allow(clippy::unwrap_used, reason = "a case that cannot be read is a failed test")]

#[path = "support/pastes.rs"]
mod pastes;
#[path = "support/trials.rs"]
mod trials;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;
use report::answer::Markup;
use report::i18n::english;
use report::import::pasted;
use serde::Deserialize;

use trials::{Names, Trial, tests};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    html: String,
    /// The answer; empty where the plain text beside the HTML is pasted as it is.
    answer: String,
    #[serde(default)]
    notes: Vec<String>,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The program, as in the table of `docs/paste.md`.
    program: String,
    /// Where public sources show the shape.
    shape: String,
    answer: String,
    #[serde(default)]
    notes: Vec<String>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/paste")).join(name)
}

fn files(name: &str, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

/// What comes out of a piece of HTML: the answer and its notes.
fn outcome(html: &str) -> (String, Vec<String>) {
    let pasted = pasted(html, "", Markup::Wiki);
    pasted.map_or_else(Default::default, |pasted| {
        (pasted.source, pasted.notes.iter().map(|note| english(&note.message())).collect())
    })
}

fn check(html: &str, answer: &str, notes: &[String], why: &str) {
    let (found, found_notes) = outcome(html);
    assert_eq!(found, answer, "{why}: {html}");
    assert_eq!(found_notes, notes, "{why}: {html}");
    for text in found_notes.iter().chain([&found]) {
        assert!(!text.to_lowercase().contains("unseen"), "{why}: {text}");
    }
}

fn row_tests() -> Vec<Trial> {
    let mut tests = Vec::new();
    for path in files("rows", "json") {
        let rows: Vec<Row> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut names = Names::of(file.clone());
        tests.extend(rows.into_iter().map(|row| {
            Trial::test(names.name(&file, &row.why), move || {
                check(&row.html, &row.answer, &row.notes, &row.why);
                Ok(())
            })
        }));
    }
    tests
}

fn program_tests() -> Vec<Trial> {
    let mut names = Names::of("programs");
    let test = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Trial::test(names.name("html", &name), move || {
            let html = fs::read_to_string(&path).unwrap();
            let case: Case =
                serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
            check(&html, &case.answer, &case.notes, &case.shape);
            Ok(())
        })
    };
    files("programs", "html").into_iter().map(test).collect()
}

/// Each program of the table in `docs/paste.md` has a case, and each case a line there.
fn each_program_has_a_case() {
    let table =
        fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/paste.md"))).unwrap();
    for path in files("programs", "json") {
        let case: Case = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let line = table.lines().find(|line| line.starts_with(&format!("| {} |", case.program)));
        assert!(line.is_some(), "{} has no line", case.program);
        assert!(table.contains(&format!("`{stem}`")), "{stem} is not named");
        assert!(!case.shape.is_empty(), "{stem}");
    }
}

/// Changed in any way that leaves hidden what was hidden, no case shows it.
fn nothing_hidden_comes_out_of_a_changed_case() {
    proptest!(|(case: u8, changes in vec(any::<u8>(), 0..120))| pastes::check(case, &changes));
}

/// A text that is 32 times as long takes about 32 times as long: far from its square, which would be 1024 times. The best of three
/// counts, as the machine may be busy.
fn time_is_linear() {
    let once = |html: &str| {
        let started = Instant::now();
        pastes::read(html);
        started.elapsed()
    };
    let time = |html: &str| [once(html), once(html), once(html)].into_iter().min().unwrap_or_default();
    for piece in [
        "<span hidden>unseen",
        "</p></span></b>",
        "<ul><li>x",
        "<p style='mso-list:l0 level3 lfo1'>x",
        "<table><td>x",
        "<b><i>x</b>",
        "<a href='#cmnt_ref1'>x</a>",
        "<style>.a{display:none}</style><i class=a>",
        "<del>x",
        "<svg><title>",
        "<textarea>",
        "<p><sup><a href='#ftnt1'>1</a>",
        "https://t.co/x ",
        "&nbsp;",
    ] {
        let (short, long) = (time(&piece.repeat(500)), time(&piece.repeat(16_000)));
        assert!(long < short * 300, "{piece}: {short:?}, then {long:?}");
    }
}

fn main() -> ExitCode {
    trials::run([
        tests![each_program_has_a_case, nothing_hidden_comes_out_of_a_changed_case, time_is_linear],
        row_tests(),
        program_tests(),
    ])
}
