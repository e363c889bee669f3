//! The laws of merging, against an oracle that knows what each edit replaced; the JSON; the trash.

mod parts;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::testing::{QUESTIONS, Step, World, any_steps, texts_of};
use super::*;
use crate::draft::testing::{NOW, any_draft, any_entry, draft, nfc};
use crate::draft::{Draft, PageParts};
use crate::ids::QuestionId;

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}

fn writer(number: u128) -> Writer {
    Writer::from_random(number)
}

fn mission() -> Field {
    Field::Answer(QuestionId::new("mission"))
}

/// One page's work on a draft: its state, and what it shows.
struct Tab {
    me: Writer,
    replica: Replica,
    shown: Shown,
}

impl Tab {
    fn on(replica: &Replica, number: u128) -> Self {
        let me = writer(number);
        Self { me, replica: replica.clone(), shown: Shown::of(replica, me) }
    }

    fn draft(&self) -> Draft {
        self.shown.draft(draft().id(), self.replica.changed()).unwrap()
    }

    fn types(&mut self, text: &str, time: i64) {
        let mut draft = self.draft();
        draft.set_text(&QuestionId::new("mission"), text, &nfc, at(time)).unwrap();
        self.replica.edit(&draft, &mut self.shown, self.me, at(time));
    }

    fn reads(&mut self, other: &Self) {
        self.replica.merge(&other.replica);
        self.shown.refresh(&self.replica, self.me, &[]);
    }

    fn text(&self) -> String {
        self.draft().text("mission").to_owned()
    }
}

fn two_tabs() -> (Tab, Tab) {
    let mut first = Tab::on(&Replica::of(&draft(), writer(1), at(0)), 2);
    first.types("old", 1);
    let second = Tab::on(&first.replica, 3);
    (first, second)
}

#[test]
fn an_edit_that_knew_the_old_text_replaces_it() {
    let (mut first, mut second) = two_tabs();
    second.types("new", 2);
    first.reads(&second);
    assert_eq!((first.text().as_str(), first.replica.has_conflicts()), ("new", false));
}

#[test]
fn two_edits_that_did_not_know_of_each_other_are_a_choice() {
    let (mut first, mut second) = two_tabs();
    first.types("one", 3);
    second.types("two", 2);
    first.reads(&second);
    second.reads(&first);
    // Each page continues with its own text.
    assert_eq!((first.text().as_str(), second.text().as_str()), ("one", "two"));
    let conflicts = first.replica.conflicts(&first.shown);
    let texts: Vec<_> = conflicts[0].choices.iter().map(|choice| choice.value.text()).collect();
    assert_eq!((conflicts.len(), texts), (1, vec!["one".to_owned(), "two".to_owned()]));
    // A later page load shows the latest.
    assert_eq!(Tab::on(&first.replica, 9).text(), "one");

    // Further typing replaces only the shown text.
    first.types("one more", 4);
    assert_eq!(texts_of(&first.replica, "mission").into_iter().collect::<Vec<_>>(), ["one more", "two"]);

    let choice = conflicts[0].choices[1].clone();
    assert!(first.replica.choose(&mission(), choice.dot, &mut first.shown, first.me, at(5)));
    assert_eq!((first.text().as_str(), first.replica.has_conflicts()), ("two", false));
    second.reads(&first);
    assert_eq!((second.text().as_str(), second.replica.has_conflicts()), ("two", false));
    assert!(!first.replica.choose(&mission(), choice.dot, &mut first.shown, first.me, at(6)));
}

#[test]
fn the_same_text_twice_is_no_choice() {
    let (mut first, mut second) = two_tabs();
    first.types("same", 2);
    second.types("same", 3);
    first.reads(&second);
    assert_eq!(first.replica.versions(&mission()).len(), 2);
    assert!(!first.replica.has_conflicts() && first.replica.conflicts(&first.shown).is_empty());
    first.types("other", 4);
    assert_eq!(first.replica.versions(&mission()).len(), 1);
}

#[test]
fn what_somebody_types_in_stays_until_they_leave() {
    let (mut first, mut second) = two_tabs();
    second.types("theirs", 2);
    first.replica.merge(&second.replica);
    assert_eq!(first.shown.refresh(&first.replica, first.me, &[mission()]), []);
    assert_eq!(first.text(), "old");
    // Left without typing, the field follows.
    let mut left = Tab { shown: first.shown.clone(), replica: first.replica.clone(), me: first.me };
    assert_eq!(left.shown.refresh(&left.replica, left.me, &[]), [mission()]);
    assert_eq!(left.text(), "theirs");
    // After further typing, both texts exist.
    first.types("old and mine", 3);
    assert_eq!(
        texts_of(&first.replica, "mission").into_iter().collect::<Vec<_>>(),
        ["old and mine", "theirs"]
    );
}

#[test]
fn what_was_taken_away_stays_away_unless_somebody_else_edited_it() {
    let (mut first, mut second) = two_tabs();
    let clear = |tab: &mut Tab| {
        let mut draft = tab.draft();
        draft.remove(&QuestionId::new("mission"), at(4)).unwrap();
        assert!(!tab.replica.edit(&draft, &mut tab.shown, tab.me, at(4)).is_empty());
    };
    clear(&mut first);
    second.reads(&first);
    assert_eq!(second.draft().entry("mission"), None);

    let (mut first, mut second) = two_tabs();
    second.types("edited", 2);
    clear(&mut first);
    first.reads(&second);
    assert_eq!((first.text().as_str(), first.replica.has_conflicts()), ("edited", false));
}

#[test]
fn other_fields_merge_as_answers_do() {
    let (mut first, mut second) = two_tabs();
    let mut draft = first.draft();
    draft.set_page(&PageParts { year: "2024".into(), affiliate: "A".into() }, &nfc, at(5)).unwrap();
    first.replica.edit(&draft, &mut first.shown, first.me, at(5));
    let mut draft = second.draft();
    draft.set_summary("Done", &nfc, at(6)).unwrap();
    second.replica.edit(&draft, &mut second.shown, second.me, at(6));
    first.reads(&second);
    let draft = first.draft();
    assert_eq!((draft.page().year.as_str(), draft.summary(), draft.changed()), ("2024", "Done", at(6)));
    assert_eq!(draft.text("mission"), "old");
}

#[test]
fn an_edit_that_the_trash_did_not_know_brings_the_draft_back() {
    let (mut first, mut second) = two_tabs();
    first.replica.trash(first.me, at(7));
    assert_eq!(first.replica.trashed(), Some(at(7)));
    second.reads(&first);
    assert_eq!(second.replica.trashed(), Some(at(7)));

    let (mut first, mut second) = two_tabs();
    second.types("goes on", 6);
    first.replica.trash(first.me, at(7));
    first.reads(&second);
    assert_eq!(first.replica.trashed(), None);
    // Into the trash again, with what is known now.
    first.replica.trash(first.me, at(8));
    second.reads(&first);
    assert_eq!(second.replica.trashed(), Some(at(8)));
    second.replica.restore(second.me);
    first.reads(&second);
    assert_eq!(first.replica.trashed(), None);
}

#[test]
fn a_mark_alone_says_as_much_as_the_whole() {
    let (first, _) = two_tabs();
    let mut third = Tab::on(&first.replica, 4);
    third.replica.trash(third.me, at(7));
    let alone = third.replica.mark_alone(third.me).unwrap();
    assert_eq!(first.replica.clone().merged(read_back(&alone)), third.replica);
    assert!(Shown::of(&alone, third.me).draft(draft().id(), at(0)).is_none());

    third.replica.restore(third.me);
    let back = third.replica.mark_alone(third.me).unwrap();
    assert_eq!(first.replica.clone().merged(alone).merged(back), third.replica);
    // Another page takes back what it did not mark itself.
    let mut fourth = Tab::on(&first.replica, 5);
    fourth.replica.trash(fourth.me, at(8));
    let mut fifth = Tab::on(&fourth.replica, 6);
    fifth.replica.restore(fifth.me);
    let back = fifth.replica.mark_alone(fifth.me).unwrap();
    assert!(fourth.replica.clone().merged(read_back(&back)).holds_the_same(&first.replica));
    third.types("mine", 8);
    assert_eq!(third.replica.mark_alone(third.me), None, "it would take this page's answer away");
}

#[test]
fn the_gone_are_forgotten_and_what_they_wrote_stays() {
    let (mut first, _) = two_tabs();
    for number in 10..20 {
        let mut next = Tab::on(&first.replica, number);
        next.types(&format!("text {number}"), 9);
        first = next;
    }
    let before = first.replica.clone();
    first.replica.forget_the_gone();
    assert!(first.replica.holds_the_same(&before));
    assert_eq!((before.context().writers().len(), first.replica.context().writers().len()), (12, 2));
    assert!(before.clone().merged(first.replica.clone()).holds_the_same(&before));
}

#[test]
fn one_dot_with_two_values_keeps_both() {
    let begun = Replica::of(&draft(), writer(1), at(0));
    let (mut one, mut two) = (Tab::on(&begun, 5), Tab::on(&begun, 5));
    one.types("one", 1);
    two.types("two", 1);
    let (there, back) =
        (one.replica.clone().merged(two.replica.clone()), two.replica.clone().merged(one.replica.clone()));
    assert_eq!(there, back);
    assert_eq!(texts_of(&there, "mission").len(), 2);
}

fn written(replica: &Replica) -> String {
    replica.write_fields()
}

fn read_back(replica: &Replica) -> Replica {
    Replica::read(&written(replica), replica.context().clone(), replica.changed(), &nfc).unwrap()
}

#[test]
fn the_json_is_as_it_is_documented() {
    let (mut first, mut second) = two_tabs();
    first.types("one", 3);
    second.types("two \"2\"\n", 2);
    first.reads(&second);
    first.replica.trash(first.me, at(7));
    let json = r#"{"form":[[0,1,0,"2024"]],"created":[[0,2,0,"1970-01-01T00:00:00.000Z"]],"#.to_owned()
        + r#""trash":[[1,3,7,[["0000000000000001",2],["0000000000000002",2],["0000000000000003",1]]]],"answers":{"mission":[[1,2,3,{"text":"one","#
        + r#""origin":"typed"}],[2,1,2,{"text":"two \"2\"\n","origin":"typed"}]]}}"#;
    assert_eq!(written(&first.replica), json);
    assert_eq!(read_back(&first.replica), first.replica);
}

#[test]
fn versions_in_another_order_or_twice_are_the_same_state() {
    let (mut first, mut second) = two_tabs();
    first.types("one", 3);
    second.types("two", 2);
    first.reads(&second);
    let (one, two) =
        (r#"[1,2,3,{"text":"one","origin":"typed"}]"#, r#"[2,1,2,{"text":"two","origin":"typed"}]"#);
    let json = written(&first.replica);
    assert!(json.contains(&format!("[{one},{two}]")), "{json}");
    for list in [format!("[{two},{one}]"), format!("[{one},{two},{one}]")] {
        let json = json.replace(&format!("[{one},{two}]"), &list);
        let read = Replica::read(&json, first.replica.context().clone(), first.replica.changed(), &nfc);
        assert_eq!(read.as_ref(), Ok(&first.replica));
    }
}

#[test]
fn what_is_out_of_place_is_an_error() {
    let (first, _) = two_tabs();
    let json = written(&first.replica);
    let vector = first.replica.context();
    let cases = [
        ("[[0,1,0,", "[[5,1,0,"),
        ("[[0,1,0,", "[[0,9,0,"),
        ("[[0,1,0,", "[[0,0,0,"),
        ("[[0,1,0,", "[[0,1,0,0,"),
        ("[[0,1,0,", "[[0,1,\"0\","),
        ("\"2024\"", "2024"),
        ("[[0,1,0,\"2024\"]]", "[]"),
        ("[[0,1,0,\"2024\"]]", "{}"),
        ("\"form\"", "\"from\""),
        ("\"answers\":{", "\"answers\":{\"\":[],"),
        ("\"origin\":\"typed\"", "\"origin\":\"found\""),
        ("\"1970-01-01T00:00:00.000Z\"", "\"1970\""),
        ("}}", "}"),
    ];
    assert!(Replica::read(&json, vector.clone(), at(0), &nfc).is_ok());
    for (part, by) in cases {
        assert!(json.contains(part), "{json} has no {part}");
        let wrong = json.replacen(part, by, 1);
        assert!(Replica::read(&wrong, vector.clone(), at(0), &nfc).is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(steps in any_steps(60)) {
        let world = World::after(&steps);
        let [a, b, c] = [0, 1, 2].map(|page| world.pages[page].replica.clone());
        let merged = |one: &Replica, two: &Replica| one.clone().merged(two.clone());
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
    }

    /// No text is lost and no choice invented: the values are exactly those that no edit that knew them has replaced.
    #[test]
    fn what_is_there_is_what_nobody_replaced_knowingly(steps in any_steps(80)) {
        let mut world = World::after(&steps);
        for page in 0..3 {
            for (number, question) in QUESTIONS.iter().enumerate() {
                prop_assert_eq!(texts_of(&world.pages[page].replica, question), world.texts(page, number));
            }
        }
        for step in [(0, 1), (0, 2), (1, 0), (2, 0)] {
            world.step(&Step::Read { page: step.0, other: step.1 });
        }
        for (number, question) in QUESTIONS.iter().enumerate() {
            let texts = texts_of(&world.pages[0].replica, question);
            prop_assert_eq!(&texts, &world.texts(0, number));
            let shown = world.draft(0);
            let shown = shown.entry(question).map(|entry| entry.text().to_owned());
            prop_assert_eq!(shown.is_some(), !texts.is_empty());
            prop_assert!(shown.is_none_or(|shown| texts.contains(&shown)));
        }
        let fields = |page: usize| world.pages[page].replica.clone();
        prop_assert_eq!(fields(0), fields(1));
        prop_assert_eq!(fields(0), fields(2));
    }

    #[test]
    fn a_state_is_read_as_it_was_written(steps in any_steps(40), entry in any_entry(), mark in any::<bool>()) {
        let mut world = World::after(&steps);
        let mut draft = world.draft(0);
        draft.insert(&QuestionId::new("x \"quoted\""), entry, NOW).unwrap();
        let page = &mut world.pages[0];
        page.replica.edit(&draft, &mut page.shown, page.me, NOW);
        if mark {
            page.replica.trash(page.me, NOW);
        }
        prop_assert_eq!(&read_back(&page.replica), &page.replica);
    }

    #[test]
    fn any_draft_comes_back(draft in any_draft()) {
        let replica = Replica::of(&draft, writer(1), NOW);
        let back = read_back(&replica);
        prop_assert_eq!(&back, &replica);
        prop_assert_eq!(Shown::of(&back, writer(2)).draft(draft.id(), back.changed()), Some(draft));
    }

    /// Applied to any state that has what it builds on, a delta has the same effect as the whole state.
    #[test]
    fn a_delta_is_as_good_as_the_whole(
        before in any_steps(40),
        own in proptest::collection::vec((0..3_usize, 0..4_usize), 0..12),
        after in any_steps(20),
    ) {
        let mut world = World::after(&before);
        let base = world.pages[0].replica.clone();
        let (me, since) = (world.pages[0].me, base.context().of(world.pages[0].me));
        let mut touched = BTreeSet::new();
        for (question, what) in own {
            touched.insert(Field::Answer(QuestionId::new(QUESTIONS[question])));
            world.step(&match what {
                0 => Step::Clear { page: 0, question },
                1 => Step::Common { page: 0, question, text: 0 },
                _ => Step::Type { page: 0, question },
            });
        }
        let now = world.pages[0].replica.clone();
        let delta = now.delta(&touched, me, since);
        let vector = delta.context().clone();
        let back = Delta::read(&delta.write_fields(), vector, (me, since), delta.changed(), &nfc);
        prop_assert_eq!(back.as_ref(), Ok(&delta));
        let mut applied = base.clone();
        prop_assert!(applied.apply(&delta));
        prop_assert_eq!(&applied, &now);
        prop_assert!(applied.apply(&delta), "twice is once");
        prop_assert_eq!(&applied, &now);
        for step in &after {
            world.step(step);
        }
        for page in &world.pages {
            let mut other = page.replica.clone();
            let covers = other.context().covers_all(base.context());
            prop_assert_eq!(other.apply(&delta), covers);
            let whole = page.replica.clone().merged(now.clone());
            prop_assert_eq!(other, if covers { whole } else { page.replica.clone() });
        }
    }
}
