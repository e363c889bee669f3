//! Reading in steps: the result is the same as at once, each step is short, and a reading can be dropped.

use super::super::pace::{Pace, STEP_BYTES};
use super::*;
use std::fs;
use std::ops::ControlFlow;

/// The texts of `tests/data/import`, by the files' names.
fn samples() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/import");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let inputs = files.filter(|path| !path.to_string_lossy().ends_with(".expected.json"));
    let read = |path: std::path::PathBuf| (path.display().to_string(), fs::read_to_string(path).unwrap());
    let mut samples: Vec<_> = inputs.map(read).collect();
    samples.sort();
    samples
}

const KINDS: [SourceKind; 5] =
    [SourceKind::Call, SourceKind::Table, SourceKind::Edition, SourceKind::PageText, SourceKind::Html];

/// The greatest length, in bytes, of an answer, a line or a tag in [`long_texts`].
const LONGEST_PART: usize = 10 << 10;

/// A report of more than 100 KiB as a text of each kind, with as much around it.
fn long_texts() -> Vec<(SourceKind, String)> {
    let answer = "We met '''twelve''' times, see [[Wikimedia Orin/Minutes|the minutes]].\n* A workshop\n\n";
    let answer = answer.repeat(40);
    let report = |form| Report::of_texts(form, |_| &answer);
    let around = "A line that belongs nowhere\n".repeat(4_000);
    let names = ParameterNames::of(&FORM_WITH_NAMES);
    let call = wikitext::call(&report(&FORM_WITH_NAMES), &names).unwrap();
    let latest = report(Form::latest());
    let html =
        write_html(&latest, "Title").replace("<body>", &format!("<body><p>{}", around.replace('\n', "<p>")));
    let lines = |below: &str| -> String {
        Form::latest().questions().map(|question| format!("{} Yes\n{below}\n", question.text)).collect()
    };
    vec![
        (SourceKind::Call, format!("{around}{call}{around}")),
        (SourceKind::Table, format!("{around}{}{around}", wikitext::table(&latest))),
        (SourceKind::Edition, format!("{around}{}", write_edition(&latest))),
        (SourceKind::Html, html),
        (SourceKind::Html, format!("<html><p>{}", lines(&around[..9_000]).replace('\n', "<p>"))),
        (
            SourceKind::PageText,
            format!("{around}{}This page was last edited on 3 March 2025.\n{around}", lines(&answer)),
        ),
    ]
}

/// Reads in steps of a number of bytes, at most a number of steps, and reads the rest at once.
fn in_steps(
    importer: &Importer<'_>,
    text: &str,
    kind: Option<SourceKind>,
    step: usize,
    most: usize,
) -> Result<Import, ImportError> {
    let names = ParameterNames::of(importer.form());
    let pace = Pace::in_steps_of(step, text);
    let mut steps = Steps::new(importer, &names, text, kind, &nfc, pace);
    for _ in 0..most {
        match steps.step() {
            ControlFlow::Continue(next) => steps = next,
            ControlFlow::Break(read) => return read,
        }
    }
    steps.finish()
}

#[test]
fn steps_end_in_what_is_read_at_once() {
    let names = ParameterNames::of(LATEST.form());
    for (file, text) in samples() {
        for kind in KINDS.map(Some).into_iter().chain([None]) {
            let at_once = LATEST.read(&names, &text, kind, &nfc);
            for (step, most) in [(0, usize::MAX), (100, usize::MAX), (100, 7)] {
                let read = in_steps(&LATEST, &text, kind, step, most);
                assert_eq!(read, at_once, "{file} as {kind:?}, {most} steps of {step} bytes");
            }
        }
    }
}

#[test]
fn a_step_is_short_and_progress_goes_on() {
    let names = ParameterNames::of(WITH_NAMES.form());
    for (kind, text) in long_texts() {
        let mut steps = WITH_NAMES.steps(&names, &text, None, &nfc);
        let (mut taken, mut done, mut progress) = (0, 0, 0.0);
        let read = loop {
            match steps.step() {
                ControlFlow::Continue(next) => steps = next,
                ControlFlow::Break(read) => break read,
            }
            taken += 1;
            let work = steps.done() - done;
            assert!(work < STEP_BYTES + LONGEST_PART, "{kind:?}: {work} bytes in a step");
            assert!((progress..=1.0).contains(&steps.progress()), "{kind:?}: {progress}");
            (done, progress) = (steps.done(), steps.progress());
        };
        assert!(matches!(read, Ok(Import::Reading(Reading { kind: found, .. })) if found == kind));
        // The text is read several times, and each pass counts.
        assert!(done > 2 * text.len() && taken > 2 * text.len() / (STEP_BYTES + LONGEST_PART), "{kind:?}");
        assert!(progress > 0.5, "{kind:?}: {progress}");
    }
}

#[test]
fn a_reading_can_be_dropped_before_its_end() {
    let names = ParameterNames::of(WITH_NAMES.form());
    for (kind, text) in long_texts() {
        for most in [0, 1, 10, 30] {
            let mut steps = WITH_NAMES.steps(&names, &text, Some(kind), &nfc);
            for _ in 0..most {
                let ControlFlow::Continue(next) = steps.step() else { panic!("{kind:?}: over too soon") };
                steps = next;
            }
        }
    }
}

proptest! {
    #[test]
    fn steps_read_any_text_as_it_is_read_at_once(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "{{", "}}", "|", "=", "{|\n", "\n|-\n|", "\n|}", "||", "<!--", "-->", "<table>", "<tr><td>", "<td>", "</table>",
            "<p>", "<style>.a{display:none}</style>", "<i class=a>", "\n", "=== ", " ===\n", "\t", "\u{a0}", "e\u{301}",
            "What is the affiliate name?", "What is the affiliate mission?", "name", "Mission", "words",
        ]), 0..30),
        kind in prop::option::of(prop::sample::select(KINDS.to_vec())),
        step in 0_usize..200,
    ) {
        let text = pieces.concat();
        let at_once = LATEST.read(&ParameterNames::of(LATEST.form()), &text, kind, &nfc);
        prop_assert_eq!(in_steps(&LATEST, &text, kind, step, usize::MAX), at_once);
    }
}
