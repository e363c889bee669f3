use super::*;
use crate::bless::blessed_text;
use crate::draft::replica::{Replica, Shown, Writer};
use crate::draft::testing::{NOW, any_draft, any_unknown, draft, nfc};
use crate::draft::{DraftError, DraftId, Entry, Origin, PageParts, Timestamp, limits};
use crate::ids::QuestionId;
use proptest::prelude::*;
use serde_json::{Map, Value};

const EXAMPLE: &str = include_str!("../../../../tests/draft/example.json");

/// The drafts that `tests/draft/example.json` holds.
fn example() -> Vec<Draft> {
    let begun = Timestamp::parse("2026-11-01T08:30:00.000Z").unwrap();
    let changed = Timestamp::parse("2026-11-22T14:00:00.000Z").unwrap();
    let mut first = Draft::new(DraftId::new("0f3a").unwrap(), "2024", begun);
    let page = PageParts { year: "2024".into(), affiliate: "Wikimedia Example".into() };
    first.set_page(&page, &nfc, changed).unwrap();
    let mut put = |id: &str, text: &str, origin: Origin, later: Option<&str>| {
        let mut entry = Entry::new(text, origin, &nfc).unwrap();
        if let Some(note) = later {
            entry.come_back_later(note, &nfc).unwrap();
        }
        first.insert(&QuestionId::new(id), entry, changed).unwrap();
    };
    let old = |checked| Origin::CarriedOver { from: "2023".into(), checked };
    put("mission", "We collect \"free\" knowledge.\nIn Қазақша too.", Origin::Typed, None);
    put("name", "Wikimedia Example", Origin::Imported, None);
    put("goals", "* Write\n* Meet", old(false), Some("ask Ana about the plan"));
    put("languages", "Kazakh, Russian", old(true), None);
    put("timeline", "", Origin::Typed, Some(""));
    let mut second = Draft::new(DraftId::new("other-one").unwrap(), "2023", begun);
    second.set_summary("Our report", &nfc, begun).unwrap();
    vec![first, second]
}

#[test]
fn the_documented_example_is_written_and_read() {
    let written = write(&example()).unwrap();
    if written != EXAMPLE && blessed_text("tests/draft/example.json", EXAMPLE, &written) {
        blessed_text("docs/file-format.md", EXAMPLE, &written);
        return;
    }
    assert_eq!(written, EXAMPLE);
    assert_eq!(read(EXAMPLE, &nfc), Ok(example()));
}

#[test]
fn the_document_shows_the_example() {
    let document = include_str!("../../../../docs/file-format.md");
    assert!(
        document.contains(EXAMPLE),
        "docs/file-format.md has another example than tests/draft/example.json"
    );
    for word in
        ["format", "version", "drafts", "id", "form", "year", "affiliate", "summary", "created", "changed"]
    {
        assert!(document.contains(&format!("| `{word}` |")), "docs/file-format.md does not explain {word}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut bytes = EXAMPLE.as_bytes().to_vec();
    bytes[100] = 0xFF;
    assert_eq!(DraftFile::read_bytes(&bytes, &nfc), Err(FileError::NotUtf8 { byte: 100 }));
    assert_eq!(DraftFile::read_bytes(EXAMPLE.as_bytes(), &nfc), Ok(DraftFile::of(example())));
}

#[test]
fn a_byte_order_mark_and_other_line_ends_do_no_harm() {
    let windows = format!("\u{FEFF}{}\r\n", EXAMPLE.replace('\n', "\r\n"));
    assert_eq!(read(&windows, &nfc), Ok(example()));
}

#[test]
fn text_of_a_file_goes_through_the_gate() {
    let text = EXAMPLE.replacen("In Қазақша too.", "\\u0000e\\u0301\\r\\nx", 1);
    let drafts = read(&text, &nfc).unwrap();
    assert_eq!(drafts[0].text("mission"), "We collect \"free\" knowledge.\né\nx");
}

#[test]
fn two_drafts_of_one_id_are_both_there() {
    let twins = vec![draft(), draft()];
    assert_eq!(read(&write(&twins).unwrap(), &nfc), Ok(twins));
}

/// A file with one draft whose fields are replaced by others.
fn file_with(change: impl FnOnce(&mut Map<String, Value>)) -> String {
    let mut file: Value = serde_json::from_str(&write(&[draft()]).unwrap()).unwrap();
    change(file["drafts"][0].as_object_mut().unwrap());
    file.to_string()
}

fn excess(text: &str) -> Excess {
    match read(text, &nfc) {
        Err(FileError::TooMuch(excess)) => excess,
        other => panic!("no limit is passed: {other:?}"),
    }
}

fn nested(levels: usize) -> Value {
    (0..levels).fold(Value::Null, |inner, _| serde_json::json!([inner]))
}

#[test]
fn every_limit_has_its_error_and_what_just_fits_is_read() {
    let path = || "drafts[0]".to_owned();
    let answer = |text: String| serde_json::json!({ "text": text, "origin": "typed" });

    let long = |bytes: usize| {
        file_with(|draft| draft["answers"] = serde_json::json!({ "a": answer("x".repeat(bytes)) }))
    };
    assert!(read(&long(limits::ANSWER_BYTES), &nfc).is_ok());
    let (bytes, limit) = (limits::ANSWER_BYTES + 1, limits::ANSWER_BYTES);
    assert_eq!(excess(&long(bytes)), Excess::Text { path: "drafts[0].answers.a.text".into(), bytes, limit });

    let summary = |bytes: usize| file_with(|draft| draft["summary"] = "x".repeat(bytes).into());
    assert!(read(&summary(limits::SHORT_BYTES), &nfc).is_ok());
    let (bytes, limit) = (limits::SHORT_BYTES + 1, limits::SHORT_BYTES);
    assert_eq!(excess(&summary(bytes)), Excess::Text { path: "drafts[0].summary".into(), bytes, limit });

    let answers = |count: usize| {
        let answers: Map<_, _> =
            (0..count).map(|index| (format!("q{index}"), answer(String::new()))).collect();
        file_with(|draft| draft["answers"] = answers.into())
    };
    assert!(read(&answers(limits::MERGED_ANSWERS), &nfc).is_ok());
    let count = limits::MERGED_ANSWERS + 1;
    assert_eq!(excess(&answers(count)), Excess::Answers { path: "drafts[0].answers".into(), count });

    // Sixteen answers with ids of one byte.
    let whole = |rest: usize| {
        let texts = std::iter::repeat_n(limits::ANSWER_BYTES, 15).chain([rest]);
        let named = texts.zip('a'..);
        let answers: Map<_, _> = named.map(|(bytes, id)| (id.into(), answer("x".repeat(bytes)))).collect();
        file_with(|draft| draft["answers"] = answers.into())
    };
    assert!(read(&whole(limits::ANSWER_BYTES - 16), &nfc).is_ok());
    let bytes = limits::MERGED_DRAFT_BYTES + 1;
    assert_eq!(excess(&whole(limits::ANSWER_BYTES - 15)), Excess::Draft { path: path(), bytes });

    // `"x":"…",`
    let unknown =
        |bytes: usize| file_with(|draft| drop(draft.insert("x".into(), "x".repeat(bytes - 7).into())));
    assert!(read(&unknown(limits::DRAFT_UNKNOWN_BYTES), &nfc).is_ok());
    let bytes = limits::DRAFT_UNKNOWN_BYTES + 1;
    assert_eq!(excess(&unknown(bytes)), Excess::Unknown { path: Some(path()), bytes });

    let deep = |levels: usize| file_with(|draft| drop(draft.insert("x".into(), nested(levels))));
    assert!(read(&deep(limits::UNKNOWN_DEPTH), &nfc).is_ok());
    assert_eq!(excess(&deep(limits::UNKNOWN_DEPTH + 1)), Excess::UnknownDepth { path: "drafts[0].x".into() });
}

#[test]
fn a_file_as_a_whole_has_limits_too() {
    assert!(read(&write(&vec![draft(); limits::DRAFTS]).unwrap(), &nfc).is_ok());
    let count = limits::DRAFTS + 1;
    assert_eq!(write(&vec![draft(); count]), Err(Excess::Drafts { count }.into()));

    let small = write(&[]).unwrap();
    let many = small.replacen("[]", &format!("[{}0]", "0,".repeat(limits::DRAFTS)), 1);
    assert_eq!(excess(&many), Excess::Drafts { count });

    let padded = |bytes: usize| format!("{small}{}", " ".repeat(bytes - small.len()));
    assert_eq!(read(&padded(limits::FILE_BYTES), &nfc), Ok(Vec::new()));
    let bytes = limits::FILE_BYTES + 1;
    assert_eq!(excess(&padded(bytes)), Excess::File { bytes });
    assert_eq!(DraftFile::read_bytes(&vec![0xFF; bytes], &nfc), Err(Excess::File { bytes }.into()));
}

/// The longest answer. Quotes double when written.
fn longest() -> Entry {
    Entry::typed(&"\"".repeat(limits::ANSWER_BYTES), &nfc).unwrap()
}

/// A draft with `answers` of the longest answers, and another one that fills it up to `bytes`.
fn filled(answers: usize, bytes: usize) -> Draft {
    let (mut full, entry) = (draft(), longest());
    for number in 0..answers {
        full.put(&QuestionId::new(format!("a{number:02}")), entry.clone());
    }
    let left = bytes - full.bytes() - 1;
    full.put(&QuestionId::new("b"), Entry::typed(&"\"".repeat(left), &nfc).unwrap());
    full
}

#[test]
fn the_fullest_draft_can_be_written_and_read_back() {
    let mut full = filled(3, limits::DRAFT_BYTES);
    assert_eq!(full.bytes(), limits::DRAFT_BYTES);
    assert!(full.set_summary("x", &nfc, NOW).is_err());
    // Of all unknown values, short nested ones grow most: each gets a line with its indentation.
    let deep = |bytes: usize| {
        let items = Value::from(vec![1; (bytes - 100) / 2]);
        (0..limits::UNKNOWN_DEPTH - 1).fold(items, |inner, _| serde_json::json!([inner]))
    };
    full.unknown.insert("x".into(), deep(limits::UNKNOWN_BYTES));
    let text = write(std::slice::from_ref(&full)).unwrap();
    assert_eq!(read(&text, &nfc), Ok(vec![full]));
    // A draft merged from tabs can be written, too, and is read like any other.
    let mut merged = filled(15, limits::MERGED_DRAFT_BYTES);
    merged.unknown.insert("x".into(), deep(limits::DRAFT_UNKNOWN_BYTES));
    assert!(write(&[merged]).is_ok());
}

/// The merged state of a draft that two tabs edited without knowing of each other.
fn merged(tabs: [&Draft; 2]) -> Replica {
    let [one, two] = tabs;
    Replica::of(one, Writer::from_random(1), NOW).merged(Replica::of(two, Writer::from_random(2), NOW))
}

/// The draft as the next page load shows it, from a file.
fn in_a_file(state: &Replica) -> Draft {
    let draft = Shown::of(state, Writer::from_random(9)).draft(draft().id(), NOW).unwrap();
    let text = write(std::slice::from_ref(&draft)).unwrap();
    assert_eq!(read(&text, &nfc).as_deref(), Ok(std::slice::from_ref(&draft)));
    draft
}

#[test]
fn two_tabs_may_write_more_than_one_and_it_can_be_shortened() {
    let mut other = draft();
    other.set_text(&QuestionId::new("mission"), "x", &nfc, NOW).unwrap();
    let mut long = in_a_file(&merged([&filled(3, limits::DRAFT_BYTES), &other]));
    assert!(long.bytes() > limits::DRAFT_BYTES);
    let (mission, b) = (QuestionId::new("mission"), QuestionId::new("b"));
    assert!(matches!(long.set_text(&mission, "xx", &nfc, NOW), Err(DraftError::DraftTooLong { .. })));
    assert_eq!(long.set_text(&b, "x", &nfc, NOW), Ok(true));
    assert_eq!(long.set_text(&mission, "xx", &nfc, NOW), Ok(true));
}

#[test]
fn two_tabs_may_have_more_answers_and_unknown_fields_than_one() {
    let many = |tab: char| {
        let mut draft = draft();
        for number in 0..limits::ANSWERS {
            let mut entry = Entry::typed("x", &nfc).unwrap();
            // Together as much as a draft could have in one tab.
            let bytes = limits::UNKNOWN_BYTES / limits::ANSWERS - 10;
            entry.unknown.insert("y".into(), "z".repeat(bytes).into());
            draft.insert(&QuestionId::new(format!("{tab}{number}")), entry, NOW).unwrap();
        }
        draft
    };
    let state = merged([&many('a'), &many('b')]);
    let read = Replica::read(&state.write_fields(), state.context().clone(), NOW, &nfc);
    assert_eq!(read.as_ref(), Ok(&state), "its slot is read, too");
    let mut many = in_a_file(&state);
    assert_eq!(many.answers().len(), 2 * limits::ANSWERS);
    assert_eq!(many.set_text(&QuestionId::new("c"), "x", &nfc, NOW), Err(DraftError::TooManyAnswers));
    let id = many.answers()[0].0.clone();
    assert_eq!(many.set_text(&id, "xx", &nfc, NOW), Ok(true));
}

fn any_file() -> impl Strategy<Value = DraftFile> {
    let drafts = proptest::collection::vec(any_draft(), 0..3);
    (drafts, any_unknown()).prop_map(|(drafts, unknown)| DraftFile { drafts, unknown })
}

proptest! {
    #[test]
    fn what_is_written_is_plain_json_and_read_back(file in any_file()) {
        let text = file.write().unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(value["drafts"].as_array().map(Vec::len), Some(file.drafts.len()));
        prop_assert_eq!(DraftFile::read(&text, &nfc), Ok(file.clone()));
        prop_assert_eq!(read(&text, &nfc), Ok(file.drafts));
    }

    #[test]
    fn a_cut_file_is_an_error(file in any_file(), place in any::<prop::sample::Index>()) {
        let text = file.write().unwrap();
        let bytes = &text.as_bytes()[..place.index(text.len())];
        prop_assert!(DraftFile::read_bytes(bytes, &nfc).is_err());
    }

    #[test]
    fn a_damaged_file_is_an_error_or_has_its_drafts(
        file in any_file(),
        place in any::<prop::sample::Index>(),
        length in 0_usize..200,
        damage in 0..4,
        byte in any::<u8>(),
    ) {
        let mut bytes = file.write().unwrap().into_bytes();
        let start = place.index(bytes.len());
        let end = bytes.len().min(start + length);
        match damage {
            0 => bytes[start] = byte,
            1 => bytes[start] ^= 1 << (byte % 8),
            2 => drop(bytes.drain(start..end)),
            _ => {
                let part = bytes[start..end].to_vec();
                bytes.splice(end..end, part);
            }
        }
        if let Ok(damaged) = DraftFile::read_bytes(&bytes, &nfc) {
            let again = damaged.write().unwrap();
            prop_assert_eq!(DraftFile::read(&again, &nfc), Ok(damaged));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert!(read(&text, &nfc).is_err());
    }
}
