//! Year on year as a table: what the page shows of two years' answers is what differs between them, and nothing else happens.

use report::difference::difference;
use report::draft::{Draft, DraftId, Timestamp};
use report::form::{Form, QuestionId};
use report::i18n::english;
use report::report::changes::{
    AnswerChange, QuestionOverYears, ReportOfYear, YearOnYear, numbers_line, years_line,
};
use report::wikitext::changes_table;
use unicode_normalization::UnicodeNormalization;

use crate::gate::wiki;
use crate::html::Page;

/// A report of this year with the values as answers to all questions but the reporting year.
fn report<'v>(year: &str, mut values: impl Iterator<Item = &'v String>) -> ReportOfYear {
    let form = Form::latest();
    let now = Timestamp::from_millis(0);
    let nfc = |text: &str| text.nfc().collect::<String>();
    let mut draft = Draft::new(DraftId::from_random(1), &form.id, now);
    for question in form.questions().filter(|question| question.id.as_str() != "reportingyear") {
        let value = values.next().map_or("", String::as_str);
        draft.set_text(&question.id, value, &nfc, now).unwrap();
    }
    draft.set_text(&QuestionId::new("reportingyear"), year, &nfc, now).unwrap();
    ReportOfYear::of_draft(form, &draft)
}

/// What a reader sees of a question's cell, without white space.
fn expected(changes: &YearOnYear<'_>, question: &QuestionOverYears) -> String {
    let (before, now) = (question.answer(0), question.answer(1));
    if let Some(years) = years_line(question) {
        return without_blanks(&years);
    }
    let shown = match AnswerChange::between(before, now) {
        AnswerChange::Unanswered => "Not answered".to_owned(),
        AnswerChange::Same => "Unchanged".to_owned(),
        change => {
            let words = english(&change.message("2026").unwrap());
            let numbers = numbers_line(changes, question, &english).unwrap_or_default();
            let pieces: String = difference(before, now).iter().map(|piece| piece.text()).collect();
            format!("{numbers}{words}{pieces}")
        }
    };
    without_blanks(&shown)
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn hostile_answers_of_two_years_show_what_differs() {
    let Some(wiki) = wiki() else { return };
    let values: Vec<String> = serde_json::from_str(include_str!("../data/hostile.json")).unwrap();
    let usual = wiki.parse("Changes", "{| class=\"wikitable\"\n| a\n|}").effects;
    for step in [1, 7] {
        for start in (0..values.len()).step_by(29) {
            let from = |start: usize| values.iter().cycle().skip(start);
            let (earlier, this) = (report("2025", from(start)), report("2026", from(start + step)));
            let changes = YearOnYear::of(Form::latest(), &this, &[&earlier]);
            let parsed = wiki.parse("Changes", &changes_table(&changes, &english));
            let page = Page::of(&parsed.html);
            assert_eq!(parsed.effects.beyond(&usual), Vec::<String>::new());
            assert_eq!((page.tables, without_blanks(&page.outside).as_str()), (1, ""));
            let answers = page.answers();
            assert_eq!(answers.len(), changes.questions().count());
            for (question, shown) in changes.questions().zip(answers) {
                assert_eq!(without_blanks(shown), expected(&changes, question), "{:?}", question.answers);
            }
        }
    }
}
