//! Drafts for tests: a plain one, and strategies for any draft, hostile texts and unknown fields included.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{Draft, DraftId, Entry, Origin, PageParts, Timestamp};
use crate::ids::QuestionId;
use crate::json;

/// Normalizes a text to form C, natively.
pub(crate) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The time of edits in tests.
pub(crate) const NOW: Timestamp = Timestamp::MAX;

/// Makes an empty draft of the form `2024`.
pub(crate) fn draft() -> Draft {
    Draft::new(DraftId::from_random(7), "2024", Timestamp::from_millis(0))
}

/// Generates texts such as people and attackers type: words, markup, quotes, control characters, other scripts.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z ]{1,12}",
        r#"["\\{}\[\]|:,/<>&'*#=~-]{1,4}"#,
        "[\r\n\t\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{feff}\u{fffd}\u{fffe}]{1,2}",
        "[éẹ́한ऩ\u{301}\u{200d}\u{202e}😀\u{10ffff}]{1,3}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Generates an answer in any state.
pub(crate) fn any_entry() -> impl Strategy<Value = Entry> {
    let origin = prop_oneof![
        Just(Origin::Typed),
        Just(Origin::Imported),
        (any_text(), any::<bool>()).prop_map(|(from, checked)| Origin::CarriedOver { from, checked }),
    ];
    let later = proptest::option::of(any_text());
    (any_text(), origin, later, any_unknown()).prop_map(|(text, origin, later, unknown)| {
        let mut entry = Entry::new(&text, origin, &nfc).unwrap();
        if let Some(note) = later {
            entry.come_back_later(&note, &nfc).unwrap();
        }
        entry.unknown = unknown;
        entry
    })
}

/// Generates a draft in any state, its texts normalized.
pub(crate) fn any_draft() -> impl Strategy<Value = Draft> {
    let time = || any::<i64>().prop_map(Timestamp::from_millis);
    let id = "[A-Za-z0-9_-]{1,64}";
    let question =
        prop_oneof![3 => "[a-z-]{1,20}", 1 => any_text().prop_filter("no id", |id| !id.is_empty())];
    let answers = proptest::collection::btree_map(question.prop_map(QuestionId::new), any_entry(), 0..6);
    let texts = (any_text(), any_text(), any_text(), any_text());
    (id, texts, answers, time(), time(), any_unknown()).prop_map(build)
}

type Parts = (
    String,
    (String, String, String, String),
    BTreeMap<QuestionId, Entry>,
    Timestamp,
    Timestamp,
    json::Fields,
);

fn build((id, texts, answers, created, changed, unknown): Parts) -> Draft {
    let (form, year, affiliate, summary) = texts;
    let mut draft = Draft::new(DraftId::new(&id).unwrap(), &form, created);
    draft.set_page(&PageParts { year, affiliate }, &nfc, changed).unwrap();
    draft.set_summary(&summary, &nfc, changed).unwrap();
    for (question, entry) in answers {
        draft.insert(&question, entry, changed).unwrap();
    }
    draft.unknown = unknown;
    draft
}

/// Generates fields that this version does not know; their names begin with `x`, as no known one does.
pub(crate) fn any_unknown() -> impl Strategy<Value = json::Fields> {
    let fields = proptest::collection::btree_map("x[a-z\"\\\\\n]{0,3}", any_value(), 0..3);
    fields.prop_map(|fields| fields.into_iter().collect())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map(any_text(), inner, 0..3)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}
