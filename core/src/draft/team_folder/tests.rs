//! The decisions on a folder's files, case by case.

use proptest::prelude::*;

use super::*;
use crate::draft::file::write_copies;
use crate::draft::replica::{Replica, Writer, WriterNames};
use crate::draft::testing::{NOW, draft, nfc};

fn id() -> DraftId {
    draft().id().clone()
}

/// A file with the draft, as a writer keeps it.
fn good() -> String {
    let draft = draft();
    let replica = Replica::of(&draft, Writer::from_random(7), NOW);
    let edits = CopiedEdits::There(Box::new(replica));
    write_copies(&[DraftCopy { draft, edits, names: WriterNames::default() }]).unwrap()
}

fn listed(name: &str, text: &str, modified: i64) -> ListedFile {
    ListedFile { name: name.to_owned(), bytes: text.len() as u64, modified }
}

/// A time so late that a file changed at 0 would show another change.
fn later() -> Timestamp {
    Timestamp::from_millis(COARSE_MILLIS)
}

fn take(log: &mut FolderLog, text: &str, now: Timestamp) -> usize {
    log.take(&listed(OWN, text, 0), Some(text.as_bytes()), &id(), now, &nfc).len()
}

const OWN: &str = "affiliate-report-a.json";

#[test]
fn copies_are_known_by_their_names() {
    let copies = [
        "affiliate-report-Wikimedia-Example-2026-00000000000000ff.json",
        "affiliate-report.json",
        "part-of-affiliate-report-X.txt",
        // As Dropbox, Nextcloud, OneDrive, Drive and Syncthing rename duplicates.
        "affiliate-report-X-ff (Ana's conflicted copy 2026-11-29).json",
        "affiliate-report-X-ff (conflicted copy 2026-11-29 101112).json",
        "affiliate-report-X-ff-DESKTOP.json",
        "affiliate-report-X-ff (1).json",
        "affiliate-report-X-ff.sync-conflict-20261129-101112-ABCDEFG.json",
    ];
    for name in copies {
        assert!(is_copy_name(name), "{name}");
    }
    let others = [
        "",
        "minutes.json",
        "affiliate-reports-2026-11-29.json",
        "affiliate-report.docx",
        "affiliate-report-X.json.crswap",
        ".affiliate-report-X.json",
        "~affiliate-report-X.json.tmp",
    ];
    for name in others {
        assert!(!is_copy_name(name), "{name}");
    }
}

#[test]
fn an_own_file_is_named_after_the_report_and_its_writer() {
    let cases = [
        (
            ("Wikimedia Example", "2026", "Ana Maria", 255),
            "affiliate-report-Wikimedia-Example-2026-Ana-Maria-00000000000000ff.json",
        ),
        (("", "", "", 1), "affiliate-report-0000000000000001.json"),
        (("../..", "2026", "/", 1), "affiliate-report-2026-0000000000000001.json"),
        (("Қазақ", "", "Айгүл", 1), "affiliate-report-Қазақ-Айгүл-0000000000000001.json"),
    ];
    for ((affiliate, year, name, number), file) in cases {
        assert_eq!(own_file_name(affiliate, year, name, number), file);
    }
}

#[test]
fn what_was_read_is_read_again_once_it_has_changed() {
    let (mut log, text) = (FolderLog::default(), good());
    let file = listed(OWN, &text, 0);
    let other = listed("minutes.json", "{}", 0);
    assert_eq!(log.to_read(&[other.clone(), file.clone()]), std::slice::from_ref(&file));
    assert_eq!(take(&mut log, &text, later()), 1);
    assert_eq!(log.to_read(&[other, file.clone()]), []);
    for changed in [listed(OWN, &text, 1), listed(OWN, "", 0)] {
        assert_eq!(log.to_read(std::slice::from_ref(&changed)), [changed]);
    }
    // A file that disappears and comes back counts as new.
    log.to_read(&[]);
    assert_eq!(log.to_read(std::slice::from_ref(&file)), [file]);
}

#[test]
fn what_was_changed_just_before_it_was_read_is_read_again() {
    let (mut log, text) = (FolderLog::default(), good());
    let file = listed(OWN, &text, 0);
    let soon = Timestamp::from_millis(COARSE_MILLIS - 1);
    assert_eq!(take(&mut log, &text, soon), 1);
    assert_eq!(log.to_read(std::slice::from_ref(&file)), std::slice::from_ref(&file));
    // The same text brings nothing.
    assert_eq!(take(&mut log, &text, later()), 0);
    assert_eq!(log.to_read(std::slice::from_ref(&file)), []);
}

#[test]
fn what_is_wrong_with_a_file_is_said_until_it_is_whole() {
    let text = good();
    let cut = &text[..text.len() / 2];
    let no_edits = file::write(&[draft()]).unwrap();
    let newer = text.replace("\"version\": 1", "\"version\": 9");
    let cases: [(&str, &str); 6] = [
        (cut, "stops"),
        (&newer, "newer version"),
        ("{}", "not"),
        ("", "could not be read"),
        (&no_edits, "Open a file or text"),
        ("{\"format\": \"other\"}", "other"),
    ];
    for (wrong, words) in cases {
        let mut log = FolderLog::default();
        assert_eq!(take(&mut log, wrong, later()), 0);
        let troubles = log.troubles();
        let [(name, trouble)] = troubles.as_slice() else { panic!("{troubles:?}") };
        let said = crate::i18n::english(&trouble.message());
        assert!(name == OWN && said.contains(words), "{wrong}: {said}");
        // It is read again, though nothing has changed.
        let file = listed(OWN, wrong, 0);
        assert_eq!(log.to_read(std::slice::from_ref(&file)), [file]);
        assert_eq!(take(&mut log, wrong, later()), 0);
        assert_eq!(log.troubles(), troubles);
        assert_eq!(take(&mut log, &text, later()), 1);
        assert_eq!(log.troubles(), []);
    }
}

#[test]
fn a_file_that_cannot_be_read_or_is_too_large_is_said() {
    let mut log = FolderLog::default();
    let bytes = limits::FILE_BYTES as u64 + 1;
    let large = ListedFile { name: "affiliate-report-b.json".into(), bytes, modified: 0 };
    assert!(log.take(&listed(OWN, "x", 0), None, &id(), later(), &nfc).is_empty());
    assert!(log.take(&large, None, &id(), later(), &nfc).is_empty());
    let excess = Excess::File { bytes: limits::FILE_BYTES + 1 };
    let troubles = [FileTrouble::Unreadable, FileTrouble::File(excess.into())];
    assert_eq!(log.troubles().into_iter().map(|(_, trouble)| trouble).collect::<Vec<_>>(), troubles);
}

#[test]
fn the_report_as_a_text_is_passed_over() {
    let mut log = FolderLog::default();
    let file = ListedFile { name: "affiliate-report-a.txt".into(), ..listed(OWN, "x", 0) };
    assert!(log.take(&file, Some(b"=== Mission ===\nLakes"), &id(), later(), &nfc).is_empty());
    assert_eq!((log.troubles(), log.is_of_others(OWN)), (vec![], false));
}

#[test]
fn another_report_in_the_folder_is_passed_over() {
    let other = DraftId::from_random(99);
    let mut log = FolderLog::default();
    let text = good();
    assert!(log.take(&listed(OWN, &text, 0), Some(text.as_bytes()), &other, later(), &nfc).is_empty());
    assert_eq!(log.troubles(), []);
    assert!(log.is_of_others("affiliate-report-mine.json"), "who looks for the same report is told");
    assert!(!log.is_of_others(OWN));
    let file = ListedFile { name: "affiliate-report-b.json".into(), ..listed(OWN, &text, 0) };
    assert_eq!(log.take(&file, Some(text.as_bytes()), &id(), later(), &nfc).len(), 1);
    assert!(!log.is_of_others("affiliate-report-mine.json"));
}

#[test]
fn the_own_file_is_written_when_it_has_another_text() {
    let (mut log, text) = (FolderLog::default(), good());
    assert!(log.is_due(OWN, &text), "it is not there yet");
    log.wrote(OWN, &text);
    assert!(!log.is_due(OWN, &text));
    assert!(log.is_due(OWN, "more"));
    // As it is listed then, it is read once more, and nothing is taken from it.
    let file = listed(OWN, &text, 0);
    assert_eq!(log.to_read(std::slice::from_ref(&file)), [file]);
    assert_eq!(take(&mut log, &text, later()), 0);
    assert!(!log.is_due(OWN, &text));
    // The file was removed.
    log.to_read(&[]);
    assert!(log.is_due(OWN, &text));
}

#[test]
fn an_own_file_of_somebody_else_stays() {
    let text = good();
    let newer = text.replace("\"version\": 1", "\"version\": 9");
    for (found, is_due) in [
        (newer.as_str(), false),
        ("{}", false),
        ("{\"format\": \"other\"}", false),
        (&text[..99], true),
        ("", true),
    ] {
        let mut log = FolderLog::default();
        take(&mut log, found, later());
        assert_eq!(log.is_due(OWN, &text), is_due, "{found}");
    }
}

proptest! {
    #[test]
    fn every_own_name_is_a_copy_s_and_fits_into_a_folder(affiliate in ".{0,200}", year in ".{0,9}", name in ".{0,200}", number: u64) {
        let file = own_file_name(&affiliate, &year, &name, number);
        prop_assert!(is_copy_name(&file));
        prop_assert!(file.len() <= 200, "{} bytes", file.len());
        prop_assert!(!file.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0']));
        prop_assert!(own_file_name(&affiliate, &year, &name, !number) != file);
    }

    #[test]
    fn no_bytes_are_too_hostile(bytes: Vec<u8>) {
        let mut log = FolderLog::default();
        let file = ListedFile { name: OWN.into(), bytes: bytes.len() as u64, modified: 0 };
        prop_assert!(log.take(&file, Some(&bytes), &id(), later(), &nfc).is_empty());
        prop_assert_eq!(log.troubles().len(), 1);
    }
}
