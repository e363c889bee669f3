//! The checks against tables of answers (`tests/checks/*.json`), against a real report, and against any text at all.
//!
//! A row says which question is answered, what is typed, and which advice is expected; `others` are answers to other
//! questions, and `why` says why this is right. Most rows are answers of good reports: no advice is the expected result.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use affiliate_report_builder::checks::{
    Counts, Date, LONG_ANSWER, Scope, State, Suggestion, SuggestionId, Surroundings, next, overview, state,
    suggestions, suggestions_on, utf16_range,
};
use affiliate_report_builder::draft::{Draft, DraftId, Entry, Origin, Timestamp};
use affiliate_report_builder::form::{Form, QuestionId};
use affiliate_report_builder::i18n::english;
use proptest::prelude::*;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    question: String,
    text: String,
    expect: Vec<String>,
    why: String,
    #[serde(default)]
    others: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StateRow {
    question: String,
    text: String,
    state: String,
    why: String,
}

const NOW: Timestamp = Timestamp::MAX;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn today() -> Surroundings {
    Surroundings { today: Date::new(2025, 3, 1).unwrap() }
}

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap()
}

fn draft_of<'a>(answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Draft {
    let mut draft = Draft::new(DraftId::from_random(1), "2024", NOW);
    for (question, text) in answers {
        let entry = Entry::typed(text, &nfc).unwrap();
        draft.insert(&QuestionId::new(question), entry, NOW).unwrap();
    }
    draft
}

fn names(found: &[Suggestion]) -> Vec<&'static str> {
    let mut names: Vec<_> = found.iter().map(|suggestion| suggestion.id.name()).collect();
    names.sort_unstable();
    names
}

fn tables() -> Vec<(String, Vec<Row>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "states.json" {
            let rows = serde_json::from_str(&file(&format!("checks/{name}")));
            tables.push((name.clone(), rows.unwrap_or_else(|error| panic!("{name}: {error}"))));
        }
    }
    tables
}

fn row_draft(row: &Row) -> Draft {
    let others = row.others.iter().map(|(question, text)| (question.as_str(), text.as_str()));
    draft_of(others.chain([(row.question.as_str(), row.text.as_str())]))
}

fn on_question(draft: &Draft, question: &str) -> Vec<Suggestion> {
    let form = Form::latest();
    suggestions_on(form, draft, form.question(question).unwrap(), &today())
}

#[test]
fn advice_is_given_as_the_tables_say() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for (name, table) in tables() {
        for row in table {
            rows += 1;
            let found = on_question(&row_draft(&row), &row.question);
            for suggestion in &found {
                let words = english(&suggestion.message);
                assert!(!words.contains(['⧼', '$']), "{words} for {}", row.text);
            }
            if names(&found) != row.expect {
                wrong.push(format!(
                    "{name}: {}: {:?}\n  {}\n  found {:?}, expected {:?}",
                    row.question,
                    row.text,
                    row.why,
                    names(&found),
                    row.expect
                ));
            }
        }
    }
    assert!(rows > 350);
    assert!(wrong.is_empty(), "{} of {rows}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn all_advice_has_a_row() {
    let expected: Vec<String> =
        tables().into_iter().flat_map(|(_, rows)| rows).flat_map(|row| row.expect).collect();
    for id in SuggestionId::ALL {
        // Carried over answers have an origin that a row does not.
        if *id != SuggestionId::CarriedOver {
            assert!(expected.iter().any(|name| name == id.name()), "{id} has no row");
        }
        assert_eq!(SuggestionId::of_name(id.name()), Some(*id));
    }
    assert_eq!(SuggestionId::of_name("no-such-advice"), None);
}

#[test]
fn states_are_as_the_table_says() {
    let rows: Vec<StateRow> = serde_json::from_str(&file("checks/states.json")).unwrap();
    for row in rows {
        let question = Form::latest().question(&row.question).unwrap();
        let found = match state(question, Some(&Entry::typed(&row.text, &nfc).unwrap())) {
            State::Empty => "empty",
            State::Answered => "answered",
            State::NotApplicable => "not applicable",
            State::CarriedOver => "carried over",
            State::Later => "later",
        };
        assert_eq!(found, row.state, "{:?}: {}", row.text, row.why);
    }
}

#[test]
fn what_the_writer_said_outranks_the_text() {
    let question = Form::latest().question("mission").unwrap();
    let carried = |text: &str, checked| {
        Entry::new(text, Origin::CarriedOver { from: "2023".to_owned(), checked }, &nfc).unwrap()
    };
    assert_eq!(state(question, None), State::Empty);
    assert_eq!(state(question, Some(&carried("Free knowledge", false))), State::CarriedOver);
    assert_eq!(state(question, Some(&carried("Free knowledge", true))), State::Answered);
    assert_eq!(state(question, Some(&carried("N/A", false))), State::CarriedOver);
    assert_eq!(state(question, Some(&carried("TBD", false))), State::Empty);
    let mut later = carried("Free knowledge", false);
    later.come_back_later("", &nfc).unwrap();
    assert_eq!(state(question, Some(&later)), State::Later);
}

#[test]
fn a_carried_over_answer_is_checked_like_any_other() {
    let mut draft = draft_of([]);
    let entry =
        Entry::new("Yes", Origin::CarriedOver { from: "2023".to_owned(), checked: false }, &nfc).unwrap();
    draft.insert(&QuestionId::new("successionplanning"), entry, NOW).unwrap();
    let found = on_question(&draft, "successionplanning");
    assert_eq!(names(&found), ["bare-yes", "carried-over"]);
    let carried = found.iter().find(|suggestion| suggestion.id == SuggestionId::CarriedOver).unwrap();
    assert!(english(&carried.message).contains("2023"));
}

#[test]
fn an_answer_to_come_back_to_is_not_called_short() {
    let mut draft = draft_of([("successionplanning", "Yes"), ("code-of-conduct", "anna@example.org")]);
    for question in ["successionplanning", "code-of-conduct"] {
        draft.come_back_later(&QuestionId::new(question), "ask Anna", &nfc, NOW).unwrap();
    }
    assert!(on_question(&draft, "successionplanning").is_empty());
    assert_eq!(names(&on_question(&draft, "code-of-conduct")), ["email-address"]);
}

fn seed() -> Draft {
    let answers: BTreeMap<String, String> = serde_json::from_str(&file("data/seed.json")).unwrap();
    assert_eq!(answers.len(), 30);
    draft_of(answers.iter().map(|(question, text)| (question.as_str(), text.as_str())))
}

#[test]
fn a_real_report_gets_five_suggestions() {
    let (form, draft) = (Form::latest(), seed());
    let whole = overview(form, &draft).whole;
    assert_eq!(whole, Counts { answered: 30, ..Counts::default() });
    assert_eq!(next(form, &draft, None), None);
    let found = suggestions(form, &draft, &today());
    let found: Vec<_> =
        found.iter().map(|suggestion| (suggestion.question.as_str(), suggestion.id.name())).collect();
    assert_eq!(
        found,
        [
            ("financialreport", "private-link"),
            ("successionplanning", "bare-yes"),
            ("records", "bare-link"),
            ("inactive-contributors", "no-number"),
            ("activities", "bare-link"),
        ]
    );
}

#[test]
fn the_forms_own_examples_get_none() {
    for form in Form::bundled() {
        let mut without = form.clone();
        for section in &mut without.sections {
            for group in &mut section.groups {
                for question in &mut group.questions {
                    question.examples.clear();
                }
            }
        }
        for question in form.questions() {
            for example in &question.examples {
                let draft = draft_of([
                    ("name", "Wikimedians of Lake Orin User Group"),
                    ("countries", "Valdora"),
                    (question.id.as_str(), example.as_str()),
                ]);
                let question = without.question(question.id.as_str()).unwrap();
                let found = suggestions_on(&without, &draft, question, &today());
                assert_eq!(names(&found), Vec::<&str>::new(), "{}: {example}", question.id);
            }
        }
    }
}

#[test]
fn the_next_question_goes_round() {
    let form = Form::latest();
    let all: Vec<&str> = form.questions().map(|question| question.id.as_str()).collect();
    let mut draft = draft_of(all.iter().map(|id| (*id, "Words")));
    let id = |question: &str| QuestionId::new(question);
    let after =
        |draft: &Draft, question: &str| next(form, draft, Some(&id(question))).map(|id| id.to_string());
    assert_eq!(next(form, &draft, None), None);
    for open in ["languages", "mission"] {
        draft.set_text(&id(open), "", &nfc, NOW).unwrap();
    }
    assert_eq!(next(form, &draft, None), Some(id("languages")));
    assert_eq!(after(&draft, "languages").as_deref(), Some("mission"));
    assert_eq!(after(&draft, "mission").as_deref(), Some("languages"));
    assert_eq!(after(&draft, "no-such-question").as_deref(), Some("languages"));
    // What to come back to is offered last.
    draft.come_back_later(&id("languages"), "", &nfc, NOW).unwrap();
    assert_eq!(after(&draft, "mission").as_deref(), Some("mission"));
    draft.set_text(&id("mission"), "Words", &nfc, NOW).unwrap();
    assert_eq!(after(&draft, "mission").as_deref(), Some("languages"));
}

#[test]
fn counts_follow_a_change() {
    let mut counts = Counts::default();
    for state in State::ALL {
        counts.add(state);
    }
    assert_eq!((counts.total(), counts.done(), counts.left()), (5, 2, 3));
    counts.replace(State::Empty, State::Answered);
    assert_eq!((counts.empty, counts.answered, counts.total()), (0, 2, 5));
    counts.replace(State::Empty, State::Answered);
    assert_eq!(counts.total(), 5);
    assert!(
        State::ALL
            .iter()
            .all(|&state| state.is_done() == matches!(state, State::Answered | State::NotApplicable))
    );
}

#[test]
fn only_the_language_waits_for_the_page_to_check() {
    let late: Vec<_> = SuggestionId::ALL.iter().filter(|id| id.scope() == Scope::CheckPage).collect();
    assert_eq!(late, [&SuggestionId::NotEnglish]);
}

#[test]
fn long_answers_start_behind_the_limit() {
    for (words, expected) in [(LONG_ANSWER, vec![]), (LONG_ANSWER + 1, vec!["very-long"])] {
        let text = "wordy ".repeat(words);
        assert_eq!(
            names(&on_question(&draft_of([("diversity", text.as_str())]), "diversity")),
            expected,
            "{words}"
        );
    }
}

#[test]
fn mends_change_what_the_table_says() {
    for (question, text, mended) in [
        ("activities", "Our year:\n1. One\n\n2. Two\nThe end", "Our year:\n# One\n# Two\nThe end"),
        ("activities", "• One\n   - Half\n   - Third\n• Two", "* One\n** Half\n** Third\n* Two"),
        ("activities", "1. One\n  1) Half\n2. Two", "# One\n## Half\n# Two"),
        ("goals", "One<br />Two", "One\nTwo"),
        ("goals", "We are <b>many</b> and <em>free</em>.", "We are '''many''' and ''free''."),
        ("goals", "We train.<!-- Anna? -->", "We train."),
        ("goals", "== Goals ==\nWe train.", "'''Goals'''\nWe train."),
        ("goals", "We train. --~~~~", "We train."),
        ("goals", "See [[File:A b.jpg|thumb|a photo]]!", "See [[:File:A b.jpg]]!"),
        ("goals", "**Goal:** a [plan](https://a.org/b).", "'''Goal:''' a [https://a.org/b plan]."),
        (
            "goals",
            "## Goals ##\nSee [[https://a.org|the plan]].",
            "'''Goals'''\nSee [https://a.org the plan].",
        ),
        (
            "goals",
            "See [https://a.org|the plan] or [[https://b.org]], or",
            "See [https://a.org the plan] or https://b.org, or",
        ),
        ("code-of-conduct", "Or [mailto:a@example.org write to us].", "Or write to us."),
        ("primarycontact", "Anna (User:Orin Heron)", "Orin Heron"),
        ("primarycontact", " user:orin_Heron", "Orin Heron"),
        ("primarycontact", "https://meta.wikimedia.org/wiki/User:Orin_Heron", "Orin Heron"),
        ("primarycontact", "Benutzer:Orin Heron", "Orin Heron"),
        ("primarycontact", "Orin Heron/Sandbox", "Orin Heron"),
        ("name", "[[WM Valdora|Wikimedia Valdora]]", "Wikimedia Valdora"),
    ] {
        let mut text = text.to_owned();
        // Each mend moves the places behind it: check anew, as a text field does.
        for _ in 0..10 {
            let found = on_question(&draft_of([(question, text.as_str())]), question);
            match found.iter().find_map(|suggestion| suggestion.mend.as_ref()) {
                Some(mend) => text = mend.apply(&text),
                None => break,
            }
        }
        assert_eq!(text.trim(), mended);
    }
}

#[test]
fn a_mend_for_another_text_changes_nothing() {
    let found = on_question(&draft_of([("goals", "One two three<br>four")]), "goals");
    let mend = found[0].mend.as_ref().unwrap();
    assert_eq!(mend.apply("é"), "é");
}

/// Pieces that checks look for, to be put together in any order.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Yes",
        "No",
        "N/A",
        "TBD",
        "we ",
        "Wikimedia ",
        "Serbia ",
        "User Group ",
        "and ",
        ", ",
        "; ",
        ". ",
        "\n",
        "\n\n",
        " ",
        "1. ",
        "2. ",
        "3) ",
        "(1) ",
        "• ",
        "- ",
        "* ",
        "# ",
        "** ",
        "   ",
        "{{",
        "}}",
        "{{{",
        "}}}",
        "{|",
        "|}",
        "<br>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<ref>",
        "<!--",
        "-->",
        "<nowiki>",
        "</nowiki>",
        "<nowiki/>",
        "== ",
        " ==",
        "~~~~",
        "~~~",
        "[[",
        "]]",
        "[[File:",
        "[[Category:",
        "|",
        "[https://",
        "https://",
        "HTTP://a.org",
        "https://wmf.fluxx.io/x",
        "t.me/+a",
        "www.a.org",
        "localhost:1",
        "]",
        "[",
        "@",
        "a@example.org",
        "[mailto:a@example.org ",
        "User:",
        "Anna (",
        ")",
        "+7 701 123 45 67",
        "tel ",
        "0701-234567",
        "2024",
        "2023-24",
        "10",
        "٢٥",
        "“",
        "\"",
        "«",
        "'''",
        "''",
        "é",
        "한",
        "促",
        "ภา",
        "😀",
        "\u{200b}",
        "\u{301}",
        "**",
        "**a**",
        "## ",
        "](",
        "](https://a.org)",
        "[a](https://a.org)",
        "[[https://a.org|",
        "strategic plan ",
        "report ",
        "published ",
        "everyone ",
        "evaluation",
        "Evaluation",
        "file:///",
    ]);
    let piece = prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[a-z]{1,8} ?"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Places lie in the text, and a mend settles its suggestion.
    #[test]
    fn any_text_can_be_checked_and_mended(text in hostile(), question in 0_usize..30) {
        let id = Form::latest().questions().nth(question).unwrap().id.as_str();
        let draft = draft_of([("name", "Wikimedia Valdora"), (id, text.as_str())]);
        let text = draft.text(id).to_owned();
        let found = on_question(&draft, id);
        for suggestion in &found {
            prop_assert!(!suggestion.place.is_empty(), "{:?}", suggestion);
            prop_assert!(text.get(suggestion.place.clone()).is_some(), "{:?}", suggestion);
            let units = utf16_range(&text, &suggestion.place);
            prop_assert_eq!(units.len(), text[suggestion.place.clone()].encode_utf16().count());
            if let Some(mend) = &suggestion.mend {
                prop_assert!(text.get(mend.place.clone()).is_some(), "{:?}", mend);
                let mended = mend.apply(&text);
                prop_assert_ne!(&mended, &text);
                let after = on_question(&draft_of([("name", "Wikimedia Valdora"), (id, mended.as_str())]), id);
                // By its words: a new line can make the start of a table out of two signs that were none.
                let count = |found: &[Suggestion]| {
                    found.iter().filter(|other| other.message == suggestion.message).count()
                };
                prop_assert!(count(&after) < count(&found), "{:?} became {:?}, {:?} {:?}", text, mended, found, after);
            }
        }
    }

    /// The five states add up, section by section, and agree with what is next.
    #[test]
    fn counts_add_up(texts in prop::collection::vec(prop_oneof![Just(String::new()), Just("TBD".to_owned()), hostile()], 30), later in 0_usize..60) {
        let form = Form::latest();
        let ids: Vec<&str> = form.questions().map(|question| question.id.as_str()).collect();
        let mut draft = draft_of(ids.iter().copied().zip(texts.iter().map(String::as_str)));
        if let Some(id) = ids.get(later) {
            draft.come_back_later(&QuestionId::new(*id), "", &nfc, NOW).unwrap();
        }
        let overview = overview(form, &draft);
        prop_assert_eq!(overview.whole.total(), 30);
        prop_assert_eq!(overview.sections.len(), form.sections.len());
        for one in State::ALL {
            let sections: usize = overview.sections.iter().map(|counts| counts.of(one)).sum();
            prop_assert_eq!(sections, overview.whole.of(one));
            let counted = form.questions().filter(|question| state(question, draft.entry(question.id.as_str())) == one).count();
            prop_assert_eq!(counted, overview.whole.of(one));
        }
        prop_assert_eq!(next(form, &draft, None).is_some(), overview.whole.left() > 0);
        let whole = suggestions(form, &draft, &today());
        let single: Vec<_> = form.questions().flat_map(|question| suggestions_on(form, &draft, question, &today())).collect();
        prop_assert_eq!(whole, single);
    }
}
