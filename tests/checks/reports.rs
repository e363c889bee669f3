//! Whole reports: what the writer said, what is next, how far it is.

use report::checks::{
    Counts, Date, LONG_ANSWER, State, SuggestionId, SuggestionScope, Surroundings, next, overview, state,
    suggestions, suggestions_on,
};
use report::draft::{Draft, Entry, Origin};
use report::form::{Form, QuestionId};
use report::i18n::english;

use crate::support::{NOW, draft_of, names, nfc, on_question, seed, today};
use crate::trials::{Trial, tests};

pub fn all() -> Vec<Trial> {
    tests![
        what_the_writer_said_outranks_the_text,
        a_carried_over_answer_is_checked_like_any_other,
        an_answer_to_come_back_to_is_not_called_short,
        a_real_report_gets_five_suggestions,
        a_real_report_kept_for_another_year_names_the_old_one,
        the_forms_own_examples_get_none,
        the_next_question_goes_round,
        counts_follow_a_change,
        only_the_language_waits_for_the_page_to_check,
        long_answers_start_behind_the_limit,
    ]
}

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

fn an_answer_to_come_back_to_is_not_called_short() {
    let mut draft = draft_of([("successionplanning", "Yes"), ("code-of-conduct", "anna@example.org")]);
    for question in ["successionplanning", "code-of-conduct"] {
        draft.come_back_later(&QuestionId::new(question), "ask Anna", &nfc, NOW).unwrap();
    }
    assert!(on_question(&draft, "successionplanning").is_empty());
    assert_eq!(names(&on_question(&draft, "code-of-conduct")), ["email-address"]);
}

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

fn a_real_report_kept_for_another_year_names_the_old_one() {
    for (year, today, expected) in [
        ("2024", (2025, 1, 15), &[][..]),
        ("2023-2024", (2025, 1, 15), &[]),
        ("2025", (2026, 1, 15), &["leadershiptrainings"]),
        ("2026", (2026, 11, 28), &["leadershiptrainings"]),
        ("2026", (2027, 2, 10), &["leadershiptrainings"]),
    ] {
        let mut draft = seed();
        draft.set_text(&QuestionId::new("reportingyear"), year, &nfc, NOW).unwrap();
        let (y, m, d) = today;
        let found = suggestions(Form::latest(), &draft, &Surroundings { today: Date::new(y, m, d).unwrap() });
        let other: Vec<_> =
            found.iter().filter(|suggestion| suggestion.id == SuggestionId::OtherYear).collect();
        let questions: Vec<_> = other.iter().map(|suggestion| suggestion.question.as_str()).collect();
        assert_eq!(questions, expected, "{year}");
        for suggestion in other {
            assert_eq!(&draft.text("leadershiptrainings")[suggestion.place.clone()], "2024");
            let words = format!("This names 2024, but your report is about {year}.");
            assert!(english(&suggestion.message).starts_with(&words));
        }
    }
}

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
            for example in question.examples.iter().map(|example| example.in_year(2024)) {
                let draft = draft_of([
                    ("name", "Wikimedians of Lake Orin User Group"),
                    ("countries", "Valdora"),
                    ("timeline", "January–December"),
                    ("reportingyear", "2024"),
                    (question.id.as_str(), example.as_str()),
                ]);
                let question = without.question(question.id.as_str()).unwrap();
                let found = suggestions_on(&without, &draft, question, &today());
                assert_eq!(names(&found), Vec::<&str>::new(), "{}: {example}", question.id);
            }
        }
    }
}

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

fn only_the_language_waits_for_the_page_to_check() {
    let late: Vec<_> = SuggestionId::ALL.iter().filter(|id| id.scope() == SuggestionScope::Review).collect();
    assert_eq!(late, [&SuggestionId::NotEnglish]);
}

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
