//! Year on year: properties that hold whatever the reports say. The cases are in `tests/changes.rs`.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::{
    Added, AnswerChange, EARLIER_REPORTS, EarlierYears, ReportOfYear, YearOnYear, earlier_here, write_changes,
};
use crate::date::Date;
use crate::draft::testing::{NOW, any_draft, any_text, draft, nfc};
use crate::draft::{Draft, DraftId};
use crate::form::Form;
use crate::i18n::{Message, english};
use crate::ids::QuestionId;
use crate::report::start_from;
use crate::store::{Card, DraftInfo};
use crate::wikitext::changes_table;

fn report(answers: &[(&str, &str)]) -> Draft {
    let mut report = draft();
    for (question, text) in answers {
        report.set_text(&QuestionId::new(*question), text, &nfc, NOW).unwrap();
    }
    report
}

fn of(draft: &Draft) -> ReportOfYear {
    ReportOfYear::of_draft(Form::latest(), draft)
}

/// A report with hostile answers to questions of the form, and to others.
fn any_report() -> impl Strategy<Value = ReportOfYear> {
    let ids: Vec<String> = Form::latest().questions().map(|question| question.id.to_string()).collect();
    let question = prop_oneof![4 => prop::sample::select(ids), 1 => "[a-z]{1,8}"];
    let year = prop::sample::select(vec!["", "2022", "2023", "2024", "2023-2025", "last year"]);
    (year, btree_map(question, any_text(), 0..12)).prop_map(|(year, answers)| {
        let mut report = report(&[]);
        for (question, text) in answers {
            report.set_text(&QuestionId::new(question), &text, &nfc, NOW).unwrap();
        }
        report.set_text(&QuestionId::new("reportingyear"), year, &nfc, NOW).unwrap();
        of(&report)
    })
}

fn changes<'f>(this: &ReportOfYear, earlier: &[ReportOfYear]) -> YearOnYear<'f> {
    YearOnYear::of(Form::latest(), this, &earlier.iter().collect::<Vec<_>>())
}

#[test]
fn what_a_draft_was_started_from_is_its_earlier_report() {
    let earlier = report(&[("name", "Lake Orin"), ("reportingyear", "2024"), ("mission", "To write")]);
    let mut this = start_from(draft(), &earlier, ("2024", "2025"), &nfc, NOW).unwrap();
    this.set_text(&QuestionId::new("mission"), "To write and meet", &nfc, NOW).unwrap();
    let kept = ReportOfYear::carried_over(Form::latest(), &this).unwrap();
    assert_eq!((kept.year(), kept.affiliate(), kept.answered()), (Some(2024), "Lake Orin", 3));
    let changes = changes(&of(&this), &[kept]);
    assert_eq!(changes.years, ["2024", "2025"]);
    let mission = changes.questions().find(|question| question.question.as_str() == "mission").unwrap();
    assert_eq!(mission.changes().collect::<Vec<_>>(), [(1, AnswerChange::Reworded)]);
    assert_eq!(ReportOfYear::carried_over(Form::latest(), &earlier), None);
}

#[test]
fn earlier_reports_of_the_affiliate_are_found() {
    let card = |id: u128, name: &str, year: &str| {
        let report = report(&[("name", name), ("reportingyear", year)]).with_id(DraftId::from_random(id));
        Card { id: report.id().clone(), info: DraftInfo::of(&report) }
    };
    let cards = [
        card(1, "Lake Orin", "2025"),
        card(2, "lake  orin", "2023-2024"),
        card(3, "Lake Orin", "2024"),
        card(4, "Other Lake", "2022"),
        card(5, "Lake Orin", ""),
        card(6, "Lake Orin", "2026"),
        card(7, "Lake Orin", "2020"),
        card(8, "Lake Orin", "2021"),
        card(9, "Lake Orin", "2019"),
        card(10, "", "2019"),
    ];
    let today = Date::new(2026, 11, 29).unwrap();
    let found = |draft: &Draft| {
        let found = earlier_here(draft, today, &cards).into_iter();
        found.map(|id| id.to_string().trim_start_matches('0').to_owned()).collect::<Vec<_>>()
    };
    let this = report(&[("name", "Lake Orin"), ("reportingyear", "2026")]).with_id(DraftId::from_random(6));
    assert_eq!(found(&this), ["1", "2", "8", "7"]);
    let earlier = report(&[("name", "Lake Orin"), ("reportingyear", "2021")]);
    assert_eq!(found(&earlier.with_id(DraftId::from_random(11))), ["7", "9"]);
    assert_eq!(found(&report(&[("reportingyear", "2026")])), Vec::<String>::new());
}

#[test]
fn at_most_so_many_are_compared_and_each_year_is_there_once() {
    let year = |year: &str, mission: &str| of(&report(&[("reportingyear", year), ("mission", mission)]));
    let mut years = EarlierYears::default();
    for (added, outcome) in [
        (year("2022", "a"), Added::Chosen),
        (year("2025", "a"), Added::Chosen),
        (year("2026", "a"), Added::NotEarlier { year: 2026 }),
        (year("2027", "a"), Added::NotEarlier { year: 2027 }),
        (of(&report(&[])), Added::Empty),
        (year("2023", "a"), Added::Chosen),
        (year("2022", "b"), Added::InPlaceOfOther),
        (year("", "a"), Added::Chosen),
        (year("2024", "a"), Added::NoRoom),
    ] {
        assert_eq!(years.add(added, 2026), outcome);
    }
    let rows = |years: &EarlierYears| {
        years.rows().map(|(report, chosen)| (report.year(), chosen)).collect::<Vec<_>>()
    };
    let before =
        [(Some(2025), true), (Some(2024), false), (Some(2023), true), (Some(2022), true), (None, true)];
    assert_eq!(rows(&years), before);
    years.choose(1, true);
    assert_eq!(rows(&years), before);
    years.choose(4, false);
    years.choose(1, true);
    assert_eq!(years.chosen().filter_map(ReportOfYear::year).collect::<Vec<_>>(), [2025, 2024, 2023, 2022]);
    years.choose(9, true);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_report_compared_with_itself_has_no_changes(report in any_report(), draft in any_draft(), times in 1usize..4) {
        for report in [report, of(&draft)] {
            let changes = changes(&report, &vec![report.clone(); times]);
            prop_assert!(changes.questions().all(|question| !question.is_changed()));
        }
    }

    #[test]
    fn every_question_is_there_exactly_once(this in any_report(), earlier in vec(any_report(), 0..7)) {
        let changes = changes(&this, &earlier);
        let mut ids: Vec<&str> = changes.questions().map(|question| question.question.as_str()).collect();
        let form: Vec<&str> = Form::latest().questions().map(|question| question.id.as_str()).collect();
        prop_assert_eq!(&ids[..form.len()], &form[..]);
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        for section in &changes.sections {
            let parts = section.changed().count() + section.unchanged().count() + section.unanswered().count();
            prop_assert_eq!(parts, section.questions.len());
        }
        prop_assert_eq!(changes.years.len(), earlier.len().min(EARLIER_REPORTS) + 1);
        // What this report answers is compared, and so is what those beside it do.
        prop_assert!(this.questions().all(|(question, _)| ids.binary_search(&question.as_str()).is_ok()));
        prop_assert!(changes.questions().all(|question| question.answers.len() == changes.years.len()));
    }

    #[test]
    fn backwards_new_is_gone(one in any_report(), other in any_report()) {
        let forth = changes(&other, std::slice::from_ref(&one));
        let back = changes(&one, &[other]);
        for (forth, back) in forth.questions().zip(back.questions()) {
            let turned = |change| match change {
                AnswerChange::New => AnswerChange::Gone,
                AnswerChange::Gone => AnswerChange::New,
                same => same,
            };
            prop_assert_eq!(&forth.question, &back.question);
            let turned: Vec<_> = forth.changes().map(|(at, change)| (at, turned(change))).collect();
            prop_assert_eq!(turned, back.changes().collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_text_names_every_question(this in any_report(), earlier in vec(any_report(), 1..5)) {
        let changes = changes(&this, &earlier);
        let text = write_changes(&changes, &english);
        for question in changes.questions() {
            let alone = text.lines().filter(|line| line.trim_start_matches("- ") == question.wording);
            prop_assert!(alone.count() >= 1, "{}: {}", question.wording, text);
        }
    }

    #[test]
    fn no_answer_breaks_out_of_its_cell(this in any_report(), earlier in vec(any_report(), 1..5)) {
        let changes = changes(&this, &earlier);
        let page = changes_table(&changes, &english);
        let rows = changes.questions().count();
        let mut lines = page.trim_end().trim_end_matches("|}").lines();
        prop_assert_eq!(lines.next(), Some("{| class=\"wikitable\""));
        prop_assert!(lines.next().is_some_and(|line| line.starts_with("|+ ")), "{}", page);
        let (mut questions, mut headings) = (0, 0);
        while let Some("|-") = lines.next() {
            let line = lines.next().unwrap_or_default();
            if line.starts_with("! colspan=\"2\" scope=\"colgroup\" | ") {
                headings += 1;
            } else {
                prop_assert!(line.starts_with("| style=\"width: 40%\" | "), "{}", line);
                let answer = lines.next().unwrap_or_default();
                prop_assert!(answer.starts_with("| "), "{}", answer);
                let cell = answer.strip_prefix("| ").unwrap_or_default();
                prop_assert!(!cell.contains('|') && !cell.contains("[[") && !cell.contains("{{"), "{}", cell);
                questions += 1;
            }
        }
        prop_assert_eq!((questions, headings), (rows, changes.sections.len()));
        prop_assert_eq!(lines.next(), None);
        let is_closed = page.ends_with("\n|}\n");
        prop_assert!(is_closed);
    }
}

#[test]
fn without_an_earlier_report_there_is_nothing_to_say() {
    let alone = changes(&of(&report(&[("mission", "To write")])), &[]);
    assert_eq!(alone.heading(), None);
    assert_eq!((write_changes(&alone, &english), changes_table(&alone, &english)), Default::default());
    let unknown = changes(&of(&draft()), &[of(&report(&[("mission", "To write")]))]);
    assert_eq!(unknown.heading(), Some(Message::new("changes-heading-no-year")));
}
