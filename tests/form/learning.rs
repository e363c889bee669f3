//! Learning parameter names: template sources in every shape, the wiki's answers, and what must not be learned.

use std::collections::BTreeMap;

use proptest::prelude::*;
use report::form::parameters::{
    Disagreement, LearnError, Learned, learn, learn_from_template_data, learn_from_template_source,
    valid_name,
};
use report::form::{Form, Parameter, ParameterNames, QuestionId};
use report::i18n::english;
use serde_json::{Map, Value, json};

use crate::bless::blessed;
use crate::trials::{Names, Trial, tests};

fn form() -> &'static Form {
    Form::by_id("2024").unwrap()
}

/// The names the form knows, in order.
fn known() -> Vec<&'static str> {
    let names = form().questions().filter_map(|question| match &question.parameter {
        Parameter::Known(name) => Some(name.as_str()),
        _ => None,
    });
    names.collect()
}

/// Invented names for the others, in order.
const REST: &str = "affiliatediversity r20 r21 r22 r23 r24 r25 r26 r27 r28 r29 r30";

/// All 30, by question.
fn all() -> BTreeMap<QuestionId, String> {
    let names = known().into_iter().chain(REST.split(' '));
    form().questions().zip(names).map(|(question, name)| (question.id.clone(), name.to_owned())).collect()
}

/// An object of names by question.
fn by_question(names: &Value) -> BTreeMap<QuestionId, String> {
    let names: BTreeMap<String, String> = serde_json::from_value(names.clone()).unwrap();
    names.into_iter().map(|(question, name)| (QuestionId::new(question), name)).collect()
}

/// What a case expects to be learned: `names` as they are, else the known ones and `more`, or all.
fn expected(case: &Value) -> BTreeMap<QuestionId, String> {
    if case["complete"] == json!(true) {
        return all();
    }
    if let Some(names) = case.get("names") {
        return by_question(names);
    }
    let names = all()
        .into_iter()
        .filter(|(_, name)| known().contains(&name.as_str()) && case["without"] != json!(name));
    names.chain(by_question(&case["more"])).collect()
}

/// Makes sure that the outcome is what the case in this table says, as JSON: the error, or what was learned and told.
fn check(table: &str, case: &Value, outcome: Result<Learned, LearnError>) {
    let list = |field: &str| case.get(field).cloned().unwrap_or_else(|| json!([]));
    let expected = match case.get("error") {
        Some(error) => json!({ "error": error }),
        None => {
            json!({ "names": named(expected(case)), "unmatched": list("unmatched"), "disagreements": list("disagreements") })
        }
    };
    let found = match outcome {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(learned) => {
            let names = named(learned.names);
            let is_told = |told: &&Disagreement| {
                let may_be_absent = case["absent"] == json!(true) || expected["names"] != names;
                !may_be_absent || !matches!(told, Disagreement::Absent { .. })
            };
            let told = learned.disagreements.iter().filter(is_told);
            let told: Vec<_> = told.map(|told| english(&told.message(form()))).collect();
            json!({ "names": names, "unmatched": learned.unmatched, "disagreements": told })
        }
    };
    let bless = |row: &mut Value| {
        let is_it = row["title"] == case["title"];
        if let Some(row) = row.as_object_mut().filter(|_| is_it) {
            bless_row(row, &expected, &found);
        }
        is_it
    };
    if found != expected && !blessed(table, bless) {
        assert_eq!(found, expected, "{}", case["title"]);
    }
}

fn named(names: BTreeMap<QuestionId, String>) -> Value {
    names.into_iter().map(|(question, name)| (question.to_string(), Value::from(name))).collect()
}

/// Writes into a row what was found and not expected. Names are then written out, and those that the row does not show are not
/// told of.
fn bless_row(row: &mut Map<String, Value>, expected: &Value, found: &Value) {
    let shorthand = ["complete", "more", "without"];
    if found["names"] != expected["names"] {
        row.retain(|field, _| !shorthand.contains(&field.as_str()));
        if !row.contains_key("names") {
            row.insert("absent".to_owned(), json!(true));
        }
    }
    for field in ["error", "names", "unmatched", "disagreements"] {
        match found.get(field) {
            Some(value) if value == &expected[field] => {}
            Some(value) if value != &json!([]) => drop(row.insert(field.to_owned(), value.clone())),
            _ => drop(row.remove(field)),
        }
    }
    if found.get("error").is_some() {
        row.remove("absent");
    }
}

pub fn all_tests() -> Vec<Trial> {
    let mut tests = tests![
        damaged_json_has_its_place,
        learned_names_are_added_and_never_override,
        kept_names_are_a_plain_map_and_are_compared_again,
        any_source_is_learned_from_or_refused,
        any_text_is_learned_from_or_refused,
    ];
    tests.extend(shape_tests());
    tests.extend(source_tests());
    tests.extend(answer_tests());
    tests
}

/// A test of each shape of a template, from which all names are learned.
fn shape_tests() -> Vec<Trial> {
    let shapes: Vec<BTreeMap<String, String>> = serde_json::from_str(include_str!("shapes.json")).unwrap();
    let mut names = Names::of("learning::shapes");
    let test = |shape: BTreeMap<String, String>| {
        Trial::test(names.name("shape", &shape["shape"]), move || {
            is_understood(&shape);
            Ok(())
        })
    };
    shapes.into_iter().map(test).collect()
}

fn is_understood(shape: &BTreeMap<String, String>) {
    let mut body = String::new();
    for section in &form().sections {
        for group in &section.groups {
            for title in [Some(&section.title), group.title.as_ref()].into_iter().flatten() {
                body.push_str(&shape["title"].replace("$title", title));
            }
            for question in &group.questions {
                let row = shape["row"].replace("$question", &question.text);
                body.push_str(&row.replace("$name", &all()[&question.id]));
            }
        }
    }
    let source = shape["page"].replace("$body", &body);
    let learned = learn(form(), &source).unwrap();
    assert_eq!(learned.names, all(), "{}", shape["shape"]);
    assert_eq!(learned.disagreements, [], "{}", shape["shape"]);
    assert!(
        learned.unmatched.iter().all(|name| ["year", "$name"].contains(&name.as_str())),
        "{}",
        shape["shape"]
    );
}

/// A test of each source: it teaches what is certain and reports the rest.
fn source_tests() -> Vec<Trial> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("learning.json")).unwrap();
    let mut names = Names::of("learning::sources");
    let test = |mut case: Value| {
        Trial::test(names.name("source", case["title"].as_str().unwrap()), move || {
            let known: Vec<_> = known().iter().map(|name| format!("{{{{{{{name}}}}}}}")).collect();
            let text = case["text"].as_str().unwrap().replace("$KNOWN", &known.join(" "));
            // A case shows a few rows, so most known names are not there.
            if case.get("names").is_some() {
                case["absent"] = json!(true);
            }
            check("form/learning.json", &case, learn(form(), &text));
            Ok(())
        })
    };
    cases.into_iter().map(test).collect()
}

/// Replaces the short form of a list of names, as an object of parameters or as a list.
fn spell_out(value: &mut Value, field: &str) {
    let known = known().join(" ");
    let without_goals = known.replace("goals ", "");
    let spell = |text: &str| {
        let text = text.replace("$KNOWN_BUT_GOALS", &without_goals);
        text.replace("$KNOWN", &known).replace("$REST", REST)
    };
    match value {
        Value::String(names) if field == "params" => {
            // Written by hand: a map of serde_json would sort the names.
            let names = spell(names);
            let fields: Vec<_> = names.split(' ').map(|name| format!("\"{name}\": []")).collect();
            *value = Value::String(format!("@{{{}}}@", fields.join(", ")));
        }
        Value::Array(items) if field == "paramOrder" => {
            let names: Vec<_> = items.iter().map(|item| spell(item.as_str().unwrap())).collect();
            *value = json!(names.join(" ").split(' ').collect::<Vec<_>>());
        }
        Value::Object(fields) => fields.iter_mut().for_each(|(field, value)| spell_out(value, field)),
        Value::Array(items) => items.iter_mut().for_each(|value| spell_out(value, "")),
        _ => {}
    }
}

/// A test of each answer of the wiki: it teaches what is certain and reports the rest.
fn answer_tests() -> Vec<Trial> {
    let cases: Vec<Map<String, Value>> = serde_json::from_str(include_str!("template_data.json")).unwrap();
    let mut names = Names::of("learning::answers");
    let test = |case: Map<String, Value>| {
        Trial::test(names.name("answer", case["title"].as_str().unwrap()), move || {
            let mut answer = case["answer"].clone();
            spell_out(&mut answer, "");
            let text = answer.to_string().replace("\"@", "").replace("@\"", "").replace("\\\"", "\"");
            check("form/template_data.json", &Value::Object(case), learn(form(), &text));
            Ok(())
        })
    };
    cases.into_iter().map(test).collect()
}

fn damaged_json_has_its_place() {
    let error = learn(form(), "\u{FEFF}{\"pages\": {\n\"é\" }").unwrap_err();
    assert_eq!(error, LearnError::NotJson { line: 2, column: 5 });
    assert_eq!(
        error.to_string(),
        "This looks like an answer of the wiki, but it is damaged at line 2, column 5. Copy the whole answer again, or paste the template's source instead."
    );
}

fn learned_names_are_added_and_never_override() {
    let names = ParameterNames::of(form());
    assert_eq!((names.missing(form()).len(), names.complete(form())), (12, false));
    let learned = Learned { names: all(), ..Learned::default() };
    let complete = names.with(&learned);
    assert!(complete.complete(form()));
    assert_eq!(complete.question("r30").map(QuestionId::as_str), Some("capacity-partners"));
    assert_eq!(names.against(&learned), []);

    let id = |id: &str| QuestionId::new(id);
    let other = Learned {
        names: BTreeMap::from([
            (id("name"), "affiliate".to_owned()),
            (id("records"), "mission".to_owned()),
            (id("organizers"), "new".to_owned()),
        ]),
        ..Learned::default()
    };
    let both = names.with(&other);
    assert_eq!(both.get(&id("name")), Some("name"));
    assert_eq!(both.get(&id("records")), None);
    assert_eq!(both.get(&id("organizers")), Some("new"));
    let disagreements = [
        Disagreement::OtherName {
            question: id("name"),
            known: "name".to_owned(),
            found: "affiliate".to_owned(),
        },
        Disagreement::Shared {
            parameter: "mission".to_owned(),
            questions: vec![id("mission"), id("records")],
        },
    ];
    assert_eq!(names.against(&other), disagreements);
}

fn kept_names_are_a_plain_map_and_are_compared_again() {
    assert_eq!(Learned::kept(form(), &all()), Learned { names: all(), ..Learned::default() });

    let old = BTreeMap::from([
        (QuestionId::new("name"), "oldname".to_owned()),
        (QuestionId::new("diversity"), "other".to_owned()),
        (QuestionId::new("organizers"), "{{{x}}}".to_owned()),
        (QuestionId::new("gone"), "x".to_owned()),
    ]);
    let learned = Learned::kept(form(), &old);
    assert!(learned.names.is_empty());
    assert_eq!(learned.disagreements.len(), 2);
}

/// Pieces of templates, put together at random.
fn source() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "{{{name}}}",
        "{{{",
        "}}}",
        "{{",
        "}}",
        "|",
        "||",
        "\n|-\n",
        "\n| ",
        "\n! ",
        "{|\n",
        "|}",
        "[[",
        "]]",
        "<td>",
        "<tr>",
        "<nowiki>",
        "</nowiki>",
        "<!--",
        "-->",
        "<noinclude>",
        "</noinclude>",
        "{{#if:",
        "{{!}}",
        "What is the affiliate mission?",
        "What is the affiliate name?",
        "{{{mission|",
        "{{{x}}}",
        "é",
        "<onlyinclude>",
        "'''",
        "=",
        "\n\n",
        " ",
        "&nbsp;",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    fn any_source_is_learned_from_or_refused(source in source()) {
        if let Ok(learned) = learn_from_template_source(form(), &source) {
            let mut names: Vec<_> = ParameterNames::of(form()).with(&learned).iter().map(|(_, name)| name.to_owned()).collect();
            prop_assert!(learned.names.values().all(|name| valid_name(name)));
            let count = names.len();
            names.sort();
            names.dedup();
            prop_assert_eq!(names.len(), count);
        }
    }

    fn any_text_is_learned_from_or_refused(text in "\\PC{0,200}") {
        let _ = learn(form(), &text);
        let _ = learn_from_template_source(form(), &text);
        let _ = learn_from_template_data(form(), &text);
    }
}
