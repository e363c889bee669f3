//! Parts of a draft: what merging one changes, and what it leaves alone.

use proptest::prelude::*;

use super::super::testing::{QUESTIONS, World, any_steps};
use super::super::{CausalContext, Field, Replica};
use super::{Tab, at, mission, read_back, two_tabs, writer};
use crate::draft::testing::nfc;
use crate::ids::QuestionId;

fn part(replica: &Replica, questions: &[usize]) -> Replica {
    let fields = questions.iter().map(|at| Field::Answer(QuestionId::new(QUESTIONS[at % 3])));
    replica.part(&fields.collect())
}

#[test]
fn a_part_that_knew_the_old_text_replaces_it_and_nothing_else() {
    let (mut first, mut second) = two_tabs();
    let mut draft = first.draft();
    draft.set_text(&QuestionId::new("goals"), "first's", &nfc, at(2)).unwrap();
    first.replica.edit(&draft, &mut first.shown, first.me, at(2));
    second.types("new", 3);
    first.replica.merge(&part(&second.replica, &[1]));
    first.shown.refresh(&first.replica, first.me, &[]);
    assert_eq!((first.text().as_str(), first.draft().text("goals")), ("new", "first's"));
    assert!(!first.replica.has_conflicts());
    // Text that builds on it replaces it there, too.
    second.types("newer", 4);
    first.reads(&second);
    assert_eq!((first.text().as_str(), first.replica.has_conflicts()), ("newer", false));
    assert!(first.replica.context().is_even());
}

#[test]
fn who_begins_with_a_part_answers_into_the_whole() {
    let (mut first, _) = two_tabs();
    first.types("asked", 2);
    let asked = first.replica.part(&[Field::Form, Field::Created, mission()].into());
    let mut other = Tab::on(&asked, 7);
    assert_eq!(other.text(), "asked");
    other.types("answered", 3);
    // As a whole or in part, it has no effect on the rest.
    for answer in [other.replica.clone(), part(&other.replica, &[1])] {
        let mut back = Tab::on(&first.replica, 8);
        back.replica.merge(&answer);
        back.shown.refresh(&back.replica, back.me, &[]);
        assert_eq!((back.text().as_str(), back.replica.has_conflicts()), ("answered", false));
    }
}

#[test]
fn a_context_is_read_only_as_it_was_written() {
    let name = |bits| writer(bits).to_string();
    let pairs = |first, second| vec![(name(1), first), (name(2), second)];
    let field = |path: &str, pairs: &[(usize, u64)]| vec![(path.to_owned(), pairs.to_vec())];
    assert!(CausalContext::read(&pairs(3, 0), &field("answers/goals", &[(0, 4), (1, 2)])).is_some());
    for (seen, apart) in [
        (pairs(3, 0), Vec::new()),
        (pairs(3, 0), field("goals", &[(1, 2)])),
        (pairs(3, 0), field("answers/", &[(1, 2)])),
        (pairs(3, 0), field("page", &[(2, 2)])),
        (pairs(3, 0), field("page", &[(1, 0)])),
        (vec![(name(1), 3), (name(1), 3)], Vec::new()),
        (vec![("1".into(), 3)], Vec::new()),
    ] {
        assert_eq!(CausalContext::read(&seen, &apart), None, "{seen:?} {apart:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Merging a part has the same effect on its fields as merging the whole, and leaves the others alone.
    #[test]
    fn a_part_is_the_whole_in_its_fields(
        steps in any_steps(60),
        questions in proptest::collection::vec(0..3_usize, 0..3),
    ) {
        let world = World::after(&steps);
        let [here, there] = [0, 1].map(|page| world.pages[page].replica.clone());
        let merged = here.clone().merged(part(&there, &questions));
        let whole = here.clone().merged(there.clone());
        for (at, question) in QUESTIONS.iter().enumerate() {
            let field = Field::Answer(QuestionId::new(*question));
            let expected = if questions.contains(&at) { &whole } else { &here };
            prop_assert_eq!(merged.versions(&field), expected.versions(&field));
        }
        prop_assert_eq!(read_back(&merged), merged);
    }

    #[test]
    fn parts_come_in_any_order_and_twice(
        steps in any_steps(60),
        questions in proptest::collection::vec(proptest::collection::vec(0..3_usize, 0..3), 3),
    ) {
        let world = World::after(&steps);
        let parts: Vec<Replica> =
            (0..3).map(|page| part(&world.pages[page].replica, &questions[page])).collect();
        let here = world.pages[0].replica.clone();
        let take = |order: &[usize]| {
            order.iter().fold(here.clone(), |state, at| state.merged(parts[*at].clone()))
        };
        let all = take(&[0, 1, 2]);
        for order in [&[2, 1, 0][..], &[1, 0, 2, 1], &[0, 0, 1, 2, 2]] {
            prop_assert_eq!(&take(order), &all);
        }
        // Merging the whole afterwards, or before, gives the same as if there had been no part.
        let whole = |state: Replica| (0..3).fold(state, |state, page| state.merged(world.pages[page].replica.clone()));
        prop_assert_eq!(whole(all.clone()), whole(here.clone()));
        prop_assert_eq!(take(&[0]).merged(world.pages[1].replica.clone()).merged(parts[1].clone()),
            take(&[0]).merged(world.pages[1].replica.clone()));
        prop_assert!(here.news_in(&part(&here, &questions[0]), world.pages[0].me).is_nothing());
    }
}
