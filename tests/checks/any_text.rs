//! Any text at all.

use proptest::prelude::*;
use report::checks::{State, Suggestion, next, overview, state, suggestions, suggestions_on, utf16_range};
use report::form::{Form, QuestionId};

use crate::support::{NOW, draft_of, nfc, on_question, today};
use crate::trials::{Trial, tests};

pub fn all() -> Vec<Trial> {
    tests![any_text_can_be_checked_and_mended, counts_add_up,]
}

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
