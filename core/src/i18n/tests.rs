use super::*;
use crate::bless::blessed;
use proptest::prelude::*;
use serde_json::Value;

const CASES: &str = include_str!("../../../tests/messages/rendering.json");

/// Russian's rule for whole numbers, to have a language with more forms than two.
fn russian(number: f64) -> &'static str {
    match (number % 10.0, number % 100.0) {
        (1.0, hundred) if hundred != 11.0 => "one",
        (ten, hundred) if (2.0..=4.0).contains(&ten) && !(12.0..=14.0).contains(&hundred) => "few",
        _ => "many",
    }
}

/// Arabic's rule for whole numbers: all six categories.
fn arabic(number: f64) -> &'static str {
    match (number, number % 100.0) {
        (0.0, _) => "zero",
        (1.0, _) => "one",
        (2.0, _) => "two",
        (_, hundred) if (3.0..=10.0).contains(&hundred) => "few",
        (_, hundred) if hundred >= 11.0 => "many",
        _ => "other",
    }
}

/// French's rule for whole numbers.
fn french(number: f64) -> &'static str {
    match number {
        0.0 | 1.0 => "one",
        _ if number % 1e6 == 0.0 => "many",
        _ => "other",
    }
}

fn rendered(text: &str, parameters: &[&str], language: &str) -> String {
    let file = serde_json::json!({ "key": text, "@metadata": { "authors": [] } }).to_string();
    let catalog = Catalog::read(&file).unwrap();
    let mut message = Message::new("key");
    for parameter in parameters {
        message = message.with(parameter);
    }
    match language {
        "ru" => catalog.with_plural_order(&["few", "many", "one", "other"]).render(&message, &russian),
        "ar" => {
            let order = ["few", "many", "one", "other", "two", "zero"];
            catalog
                .with_plural_order(&order)
                .with_digits("٠١٢٣٤٥٦٧٨٩")
                .right_to_left()
                .render(&message, &arabic)
        }
        "fr" => catalog.with_plural_order(&["many", "one", "other"]).render(&message, &french),
        "fa" => catalog.with_digits("۰۱۲۳۴۵۶۷۸۹").render(&message, &render::english_category),
        "ja" => catalog.with_plural_order(&["other"]).render(&message, &|_| "other"),
        _ => catalog.render(&message, &render::english_category),
    }
}

#[test]
fn messages_are_rendered_as_the_table_says() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() > 25);
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let parameters: Vec<&str> =
            case["parameters"].as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect();
        let shown = rendered(text, &parameters, case["language"].as_str().unwrap_or("en"));
        let bless = |row: &mut Value| {
            let is_it = *row == case;
            if is_it {
                row["shown"] = shown.clone().into();
            }
            is_it
        };
        if case["shown"] != shown && !blessed("messages/rendering.json", bless) {
            assert_eq!(case["shown"], shown, "{text} with {parameters:?}");
        }
    }
}

#[test]
fn a_wrong_catalog_says_what_is_wrong_where() {
    let cases = [
        ("{\n\t\"a\": \"b\"\n\t\"c\": 1}", "line 3, column 2: expected `,` or `}`"),
        ("{\"a\": \"b\"", "line 1, column 9: the file ends too early"),
        ("{\"a\": \"b\",\n\"a\": \"c\"}", "line 2: \"a\" is already there; remove one of the two"),
        ("[]", "the file has to be an object: { \"key\": \"text\", … }"),
        ("{\"a\": [\"b\"]}", "\"a\": expected a text in quotes"),
    ];
    for (text, words) in cases {
        assert_eq!(Catalog::read(text).unwrap_err().to_string(), words);
    }
}

#[test]
fn a_key_without_words_falls_back_to_english_and_then_to_itself() {
    let catalog = Catalog::read("{}").unwrap();
    assert_eq!(catalog.render(&Message::new("no-such-key"), &russian), "⧼no-such-key⧽");
    assert_eq!(english(&Message::new("no-such-key")), "⧼no-such-key⧽");
}

#[test]
fn the_built_in_file_is_read() {
    assert_eq!(Catalog::read(include_str!("../../../i18n/en.json")).err(), None);
}

proptest! {
    #[test]
    fn parameters_are_never_read_as_markup(value in "[{}|$1=PLURAL:a]{0,30}") {
        prop_assert_eq!(rendered("<$1>", &[&value], "en"), format!("<{value}>"));
    }

    #[test]
    fn any_text_is_rendered(text in "([{}|$1=a]|\\{\\{PLURAL:\\$1\\||\\}\\}|é|0=|few=|\\{\\{GENDER:){0,50}", number in any::<i32>()) {
        let _ = rendered(&text, &[&number.to_string()], "ru");
    }
}

#[test]
fn a_list_of_texts_is_for_keys_in_order() {
    let keys = ["one", "two", "three"];
    let catalog = Catalog::read_in_order("[\"Eins\",null,\"Drei\"]", &keys).unwrap();
    assert_eq!(catalog, Catalog::read("{\"one\":\"Eins\",\"three\":\"Drei\"}").unwrap());
    let catalog = Catalog::read_in_order("{\"two\":\"Zwei\"}", &keys).unwrap();
    assert_eq!(catalog.keys().collect::<Vec<_>>(), ["two"]);
    for (wrong, error) in [
        ("[]", "0 texts for 3 messages"),
        ("[\"\",\"\",\"\",\"\"]", "4 texts for 3 messages"),
        ("[\"\",1,\"\"]", "\"two\": expected a text in quotes"),
        ("1", "the file has to be an object: { \"key\": \"text\", … }"),
    ] {
        assert_eq!(Catalog::read_in_order(wrong, &keys).unwrap_err().to_string(), error, "{wrong}");
    }
}
