//! The form in use: a template compared with the form, differences taken over one by one and undone, and what is kept of it.

use std::collections::BTreeMap;

use report::date::Date;
use report::form::parameters::LearnError;
use report::form::{
    Form, FormChange, FormInUse, FormRecord, Parameter, ParameterNames, QuestionId, SeenForm, TitleLevel,
};
use report::i18n::english;
use serde_json::Value;

use crate::trials::{Names, Trial, tests};

pub const NOTED: &str = "2026-11-28T10:00:00.000Z";
pub const LATER: &str = "2026-11-29T10:00:00.000Z";
const FORM_2025: &str = include_str!("../data/forms/2025.json");

pub fn all() -> Vec<Trial> {
    let mut tests = tests![
        names_alone_are_learned_where_the_wording_stands_elsewhere,
        a_contradiction_is_the_writers_to_take,
        names_that_changed_places_are_taken,
        a_text_about_something_else_is_refused,
        a_source_with_control_characters_is_kept,
        a_form_of_a_file_is_kept_whole,
        a_newer_bundled_form_keeps_what_was_taken_over,
        a_wrong_record_says_where,
        a_record_names_no_other_wiki,
        what_cannot_be_kept_is_no_change,
        learned_names_make_the_form_complete,
    ];
    tests.extend(change_tests());
    tests
}

pub fn id(id: &str) -> QuestionId {
    QuestionId::new(id)
}

pub fn day() -> Date {
    Date::new(2026, 11, 28).unwrap()
}

/// A name for each of so many parameters, other ones for each seed.
fn random_names(seed: u64) -> impl Iterator<Item = String> {
    let mut state = seed | 1;
    std::iter::from_fn(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(format!("p{:x}q", state >> 40))
    })
}

/// The form with names for all parameters.
pub fn named(form: &Form, seed: u64) -> Form {
    let mut names = random_names(seed);
    let mut form = form.clone();
    for section in &mut form.sections {
        for question in section.groups.iter_mut().flat_map(|group| &mut group.questions) {
            match &mut question.parameter {
                Parameter::Known(_) => {}
                Parameter::Starts(start) => {
                    question.parameter = Parameter::Known(format!("{start}{}", names.next().unwrap()));
                }
                unknown @ Parameter::Unknown => *unknown = Parameter::Known(names.next().unwrap()),
            }
        }
    }
    form
}

/// The four shapes that the cells of a template can have, with others.
pub fn shapes() -> Vec<BTreeMap<String, String>> {
    serde_json::from_str(include_str!("shapes.json")).unwrap()
}

/// The source of a form's template in a shape.
pub fn source(form: &Form, shape: &BTreeMap<String, String>) -> String {
    let names = ParameterNames::of(form);
    let mut body = String::new();
    for section in &form.sections {
        for group in &section.groups {
            let is_first = std::ptr::eq(group, &raw const section.groups[0]);
            for title in [is_first.then_some(&section.title), group.title.as_ref()].into_iter().flatten() {
                body.push_str(&shape["title"].replace("$title", title));
            }
            for question in &group.questions {
                let row = shape["row"].replace("$question", &question.text);
                body.push_str(&row.replace("$name", names.get(&question.id).unwrap()));
            }
        }
    }
    shape["page"].replace("$body", &body)
}

/// What a page shows of a form: titles, words, names.
fn outline(form: &Form) -> Vec<String> {
    let mut rows = Vec::new();
    for section in &form.sections {
        rows.push(section.title.clone());
        for group in &section.groups {
            rows.extend(group.title.clone());
            rows.extend(
                group.questions.iter().map(|question| format!("{} {:?}", question.text, question.parameter)),
            );
        }
    }
    rows
}

/// The kinds of change, each with what it is made of.
fn cases() -> Vec<(&'static str, Vec<FormChange>)> {
    let wording =
        |question: &str, text: &str| FormChange::Wording { question: id(question), text: text.into() };
    let parameter =
        |question: &str, name: &str| FormChange::Parameter { question: id(question), name: name.into() };
    let new_question = |after: Option<&str>| FormChange::NewQuestion {
        id: id("dances"),
        text: "How often does the choir dance by moonlight?".into(),
        parameter: "Dances".into(),
        after: after.map(id),
    };
    vec![
        ("nothing", vec![]),
        ("a renamed parameter", vec![parameter("mission", "purpose")]),
        ("a start that is another", vec![parameter("diversity", "varietyoftheaffiliate")]),
        ("a reworded question", vec![wording("mission", "What is the mission of the affiliate, in short?")]),
        ("a question in wholly other words", vec![wording("goals", "Zebras: which, where, when?")]),
        (
            "another year in a question",
            vec![wording("reportingyear", "Reporting year (e.g. 2026 or 2026-2027)")],
        ),
        ("a new question", vec![new_question(Some("mission"))]),
        ("a new question at the end", vec![new_question(Some("capacity-partners"))]),
        ("a new question at the beginning", vec![new_question(None)]),
        ("a dropped question", vec![FormChange::DroppedQuestion { question: id("leadershipcoi") }]),
        (
            "a retitled section",
            vec![FormChange::Retitled {
                level: TitleLevel::Section,
                from: "Goal delivery".into(),
                to: "Aims and ends".into(),
            }],
        ),
        (
            "a retitled group",
            vec![FormChange::Retitled {
                level: TitleLevel::Group,
                from: "Community connection".into(),
                to: "People around us".into(),
            }],
        ),
        (
            "a dropped group",
            vec![FormChange::DroppedTitle { level: TitleLevel::Group, title: "Community connection".into() }],
        ),
        (
            "a new group",
            vec![FormChange::NewTitle {
                level: TitleLevel::Group,
                title: "Money matters".into(),
                before: id("financialreport"),
            }],
        ),
        (
            "a reworded, a new and a dropped question",
            vec![
                wording("mission", "What is the mission of the affiliate, in short?"),
                new_question(Some("mission")),
                FormChange::DroppedQuestion { question: id("leadershipcoi") },
            ],
        ),
    ]
}

/// A test of each change in each of the four cell shapes.
fn change_tests() -> Vec<Trial> {
    let mut names = Names::of("in_use::changes");
    let mut tests = Vec::new();
    for (seed, (what, changes)) in (1..).zip(cases()) {
        for shape in shapes().into_iter().take(4) {
            let changes = changes.clone();
            tests.push(Trial::test(names.name(what, &shape["shape"]), move || {
                is_found_taken_and_undone(&changes, &shape, seed);
                Ok(())
            }));
        }
    }
    tests
}

fn is_found_taken_and_undone(changes: &[FormChange], shape: &BTreeMap<String, String>, seed: u64) {
    let base = Form::latest();
    let live = named(base, seed * 7919);
    let live = changes.iter().fold(live, |form, change| change.apply(&form).unwrap());
    let mut in_use = FormInUse::of(base.clone(), NOTED.into());
    let seen = SeenForm::read(base, &source(&live, shape)).unwrap();
    in_use.compare(seen, day(), Some(4711), LATER.into());
    let learned = in_use.changes().len();
    let differences = in_use.differences();
    assert_eq!(differences, changes);
    for change in differences {
        assert!(!english(&change.message(in_use.form())).contains("meta-form-"));
        assert!(in_use.take(change, LATER.into()));
    }
    assert_eq!(outline(in_use.form()), outline(&live));
    assert_eq!(in_use.differences(), []);
    assert_eq!(in_use.form().checked, "2026-11-28");
    // What is kept is the same again, and can be undone one by one.
    let mut kept = FormInUse::read(&FormRecord::read(&in_use.record().write()).unwrap()).unwrap();
    assert_eq!(kept, in_use);
    assert!(kept.fits());
    for _ in 0..changes.len() {
        kept.undo(learned, LATER.into());
    }
    assert_eq!(kept.differences(), changes);
    while !kept.changes().is_empty() {
        kept.undo(0, LATER.into());
    }
    assert_eq!(outline(kept.form()), outline(base));
}

fn names_alone_are_learned_where_the_wording_stands_elsewhere() {
    let live = named(Form::latest(), 99);
    let names: Vec<_> = live
        .questions()
        .map(|question| match &question.parameter {
            Parameter::Known(name) => format!("{{{{row|{{{{{{{name}}}}}}}}}}}"),
            _ => String::new(),
        })
        .collect();
    let seen = SeenForm::read(Form::latest(), &names.join("\n")).unwrap();
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    in_use.compare(seen, day(), None, LATER.into());
    assert_eq!(in_use.differences(), []);
    assert_eq!(outline(in_use.form()), outline(&live));
}

fn a_contradiction_is_the_writers_to_take() {
    let live = named(Form::latest(), 5);
    let change = FormChange::Parameter { question: id("mission"), name: "aim".into() };
    let live = change.apply(&live).unwrap();
    let seen = SeenForm::read(Form::latest(), &source(&live, &shapes()[0])).unwrap();
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    in_use.compare(seen, day(), None, LATER.into());
    assert_eq!(ParameterNames::of(in_use.form()).get(&id("mission")), Some("mission"));
    assert_eq!(
        english(&change.message(in_use.form())),
        "“What is the affiliate mission?”: its parameter is “mission” here, and “aim” on Meta-Wiki."
    );
    assert!(in_use.take(change, LATER.into()));
    assert_eq!(ParameterNames::of(in_use.form()).get(&id("mission")), Some("aim"));
}

fn names_that_changed_places_are_taken() {
    let mut live = named(Form::latest(), 3);
    for section in &mut live.sections {
        for question in section.groups.iter_mut().flat_map(|group| &mut group.questions) {
            match question.id.as_str() {
                "mission" => question.parameter = Parameter::Known("goals".into()),
                "goals" => question.parameter = Parameter::Known("mission".into()),
                _ => {}
            }
        }
    }
    let seen = SeenForm::read(Form::latest(), &source(&live, &shapes()[1])).unwrap();
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    in_use.compare(seen, day(), None, LATER.into());
    while let Some(change) = in_use.differences().into_iter().next() {
        assert!(in_use.take(change, LATER.into()));
    }
    assert_eq!(outline(in_use.form()), outline(&live));
}

fn a_text_about_something_else_is_refused() {
    for text in ["", "no parameters", "{{{a}}} {{{b}}}", "| Where to? || {{{a}}}"] {
        assert!(SeenForm::read(Form::latest(), text).is_err(), "{text}");
    }
    assert_eq!(SeenForm::read(Form::latest(), " "), Err(LearnError::Empty));
}

fn a_source_with_control_characters_is_kept() {
    let source = "{| class=\"wikitable\"\n| What is the affiliate mission?\n| {{{mis\u{17}sion}}}\n|-\n\
                  | How\u{1}often do you dance? || {{{dances|}}}\n|}\n";
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    in_use.compare(SeenForm::read(Form::latest(), source).unwrap(), day(), None, LATER.into());
    assert!(!in_use.differences().is_empty());
    let record = FormRecord::read(&in_use.record().write()).unwrap();
    assert_eq!(FormInUse::read(&record), Ok(in_use));
}

fn a_form_of_a_file_is_kept_whole() {
    let form = Form::read("2025.json", FORM_2025).unwrap();
    let in_use = FormInUse::of(form.clone(), NOTED.into());
    let record = in_use.record();
    assert_eq!((record.noted(), record.form_id()), (NOTED, Some("2025")));
    assert_eq!(record.form().map(|form| outline(&form)), Some(outline(&form)));
    assert_eq!(FormInUse::read(&record).unwrap(), in_use);
    assert_eq!(&FormInUse::read(&record.clone().without_comparison()).unwrap(), &in_use);
}

fn a_newer_bundled_form_keeps_what_was_taken_over() {
    // A record of an older state of the bundled form, whose help was another one.
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    let live = named(Form::latest(), 11);
    in_use.compare(
        SeenForm::read(Form::latest(), &source(&live, &shapes()[0])).unwrap(),
        day(),
        None,
        LATER.into(),
    );
    let json = in_use.record().write();
    let older = json.replace("Why does your group exist?", "Why is your group there?");
    assert_ne!(json, older);
    let read = FormInUse::read(&FormRecord::read(&older).unwrap()).unwrap();
    assert_eq!(read, in_use);
}

fn a_wrong_record_says_where() {
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    let change = FormChange::Wording { question: id("mission"), text: "What for?".into() };
    let seen = SeenForm::read(Form::latest(), &source(&named(Form::latest(), 2), &shapes()[0])).unwrap();
    in_use.compare(seen, day(), Some(7), LATER.into());
    assert!(in_use.take(change, LATER.into()));
    let right: Value = serde_json::from_str(&in_use.record().write()).unwrap();
    let cases: [(&str, Value, &str); 10] = [
        ("/noted", Value::Null, "noted"),
        ("/form", Value::from(3), "form"),
        ("/compared/day", "2026-02-30".into(), "compared.day"),
        ("/compared/revision", "07".into(), "compared.revision"),
        ("/compared/rows/1", Value::from(3), "compared.rows[1]"),
        ("/compared/rows/1", serde_json::json!({ "text": "a", "more": 1 }), "compared.rows[1].more"),
        ("/compared/names", Value::from("a"), "compared.names"),
        ("/changes/0/kind", "dance".into(), "changes[0].kind"),
        ("/changes/0/day", "today".into(), "changes[0].day"),
        ("/changes/0/question", "".into(), "changes[0].question"),
    ];
    for (place, wrong, expected) in cases {
        let mut json = right.clone();
        *json.pointer_mut(place).unwrap() = wrong;
        let error = FormInUse::read(&FormRecord::read(&json.to_string()).unwrap()).unwrap_err();
        assert_eq!(error.place, expected);
    }
    // One that is too long is none.
    assert_eq!(FormRecord::read(&format!("\"{}\"", "x".repeat(300_000))), None);
    assert_eq!(FormRecord::read("{"), None);
}

fn a_record_names_no_other_wiki() {
    let json = FormInUse::of(Form::latest().clone(), NOTED.into()).record().write();
    let json = json.replace("https://meta.wikimedia.org", "https://example.org");
    let json = json.replace("\"base\":\"2024\"", "\"base\":\"none\"");
    let record = FormRecord::read(&json).unwrap();
    assert!(record.form().unwrap().wiki.is_meta());
    assert!(FormInUse::read(&record).unwrap().form().wiki.is_meta());
}

fn what_cannot_be_kept_is_no_change() {
    let form = Form::latest();
    let refused = [
        FormChange::Wording { question: id("mission"), text: " padded".into() },
        FormChange::Wording { question: id("mission"), text: form.question("goals").unwrap().text.clone() },
        FormChange::Wording { question: id("mission"), text: form.question("mission").unwrap().text.clone() },
        FormChange::Wording { question: id("none"), text: "a".into() },
        FormChange::Parameter { question: id("mission"), name: "a|b".into() },
        FormChange::NewQuestion { id: id("A b"), text: "a".into(), parameter: "a".into(), after: None },
        FormChange::NewQuestion { id: id("mission"), text: "a".into(), parameter: "a".into(), after: None },
        FormChange::DroppedTitle { level: TitleLevel::Section, title: form.sections[0].title.clone() },
        FormChange::Retitled { level: TitleLevel::Group, from: "none".into(), to: "a".into() },
    ];
    for change in refused {
        assert_eq!(change.apply(form), None, "{change:?}");
    }
    // The last question stays: a form asks something.
    let ids: Vec<QuestionId> = form.questions().map(|question| question.id.clone()).collect();
    let mut left = form.clone();
    for question in &ids[1..] {
        left = FormChange::DroppedQuestion { question: question.clone() }.apply(&left).unwrap();
    }
    assert_eq!(FormChange::DroppedQuestion { question: ids[0].clone() }.apply(&left), None);
}

fn learned_names_make_the_form_complete() {
    let mut in_use = FormInUse::of(Form::latest().clone(), NOTED.into());
    let live = named(Form::latest(), 1);
    in_use.compare(
        SeenForm::read(Form::latest(), &source(&live, &shapes()[3])).unwrap(),
        day(),
        Some(1),
        LATER.into(),
    );
    assert!(ParameterNames::of(in_use.form()).complete(in_use.form()));
    assert!(!ParameterNames::of(Form::latest()).complete(Form::latest()));
}
