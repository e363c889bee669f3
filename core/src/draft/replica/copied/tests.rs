//! Copies that travel as files: every order of merging gives the same result, and nothing is lost.

use proptest::prelude::*;

use crate::draft::Draft;
use crate::draft::file::{CopiedEdits, DraftCopy, file_of_earlier_version, read_copies, write_copies};
use crate::draft::replica::testing::{Page, QUESTIONS, World, any_steps, texts_of};
use crate::draft::replica::{Field, Replica, Shown, Writer, WriterNames};
use crate::draft::testing::{NOW, any_draft, draft, nfc};
use crate::ids::QuestionId;

fn file_of(draft: &Draft, replica: &Replica) -> String {
    let edits = CopiedEdits::There(Box::new(replica.clone()));
    write_copies(&[DraftCopy { draft: draft.clone(), edits, names: WriterNames::default() }]).unwrap()
}

fn read(file: &str) -> DraftCopy {
    read_copies(file, &nfc).unwrap().remove(0)
}

fn edits(file: &str) -> Replica {
    read(file).edits.replica().expect("the edits are there").clone()
}

fn file_from(world: &World, page: usize) -> String {
    file_of(&world.draft(page), &world.pages[page].replica)
}

fn set(draft: &mut Draft, question: &str, text: &str) {
    draft.set_text(&QuestionId::new(question), text, &nfc, NOW).unwrap();
}

fn texts(replica: &Replica) -> Vec<Vec<String>> {
    QUESTIONS.iter().map(|question| texts_of(replica, question).into_iter().collect()).collect()
}

/// Makes a page that begins with a file.
fn begin_with(file: &str, number: u128) -> (Writer, Replica, Shown) {
    let (me, replica) = (Writer::from_random(number), edits(file));
    let shown = Shown::of(&replica, me);
    (me, replica, shown)
}

#[test]
fn the_edits_are_short_and_stand_beside_the_answers() {
    let mut report = draft();
    set(&mut report, "mission", &"Free pictures. ".repeat(40));
    let file = file_of(&report, &Replica::of(&report, Writer::from_random(7), NOW));
    assert_eq!(file.matches("Free pictures.").count(), 40, "no answer is there twice");
    let record = read(&file);
    assert_eq!(record.draft, report, "the edits are not among the unknown fields");
    let edits = "{\\\"seen\\\":[[\\\"0000000000000007\\\",3]],\\\"fields\\\":{\\\"form\\\":[[0,1,";
    assert!(file.contains(edits), "{file}");
}

#[test]
fn an_edit_by_an_earlier_version_is_theirs() {
    let mut mine = draft();
    set(&mut mine, "mission", "old");
    set(&mut mine, "goals", "gone");
    let state = Replica::of(&mine, Writer::from_random(7), NOW);
    // An earlier version keeps the edits unchanged.
    let mut theirs = mine.clone();
    set(&mut theirs, "mission", "new");
    set(&mut theirs, "name", "added");
    theirs.remove(&QuestionId::new("goals"), NOW);
    let file = file_of_earlier_version(&file_of(&mine, &state), &theirs);
    let copy = read(&file);
    assert_eq!(copy.draft, theirs);
    let merged = state.clone().merged(edits(&file));
    assert_eq!(texts(&merged), [vec![], vec!["new".to_owned()], vec!["added".to_owned()]]);
    assert!(!merged.has_conflicts());
    assert_eq!(merged.clone().merged(edits(&file)), merged);
    assert!(!state.context().covers_all(merged.context()));
    // Going back to the old text afterwards is an edit, and so is bringing the new one once more.
    let mut back = Shown::of(&merged, Writer::from_random(9));
    let mut now = back.draft(mine.id(), NOW).unwrap();
    set(&mut now, "mission", "old");
    let mut here = merged;
    here.edit(&now, &mut back, Writer::from_random(9), NOW);
    assert_eq!(texts(&here.clone().merged(edits(&file)))[1], ["old"]);
    let mut again = now.clone();
    set(&mut again, "mission", "new");
    let file = file_of_earlier_version(&file_of(&now, &here), &again);
    assert_eq!(texts(&here.merged(edits(&file)))[1], ["new"]);
}

/// A program that does not know the edits, or a person by hand, changes the same file twice; both states come back.
#[test]
fn two_edits_outside_in_a_row_are_merged_as_any_copies() {
    let mut mine = draft();
    set(&mut mine, "mission", "old");
    set(&mut mine, "goals", "old");
    let state = Replica::of(&mine, Writer::from_random(7), NOW);
    let mut draft = mine.clone();
    set(&mut draft, "mission", "first");
    set(&mut draft, "goals", "both times");
    let first = file_of_earlier_version(&file_of(&mine, &state), &draft);
    set(&mut draft, "mission", "second");
    set(&mut draft, "name", "added");
    let second = file_of_earlier_version(&first, &draft);
    let sorted = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let all = [sorted(&["both times"]), sorted(&["first", "second"]), sorted(&["added"])];
    // Equal changes are one edit, different ones a choice, whichever came first and however often they come.
    for order in [[&first, &second], [&second, &first]] {
        let merged = order.into_iter().fold(state.clone(), |state, file| state.merged(edits(file)));
        assert_eq!(texts(&merged), all);
        assert_eq!(merged.clone().merged(edits(&first)).merged(edits(&second)), merged);
        // One choice is enough.
        let me = Writer::from_random(9);
        let (mut chosen, mut shown) = (merged.clone(), Shown::of(&merged, me));
        let conflict = chosen.conflicts(&shown).remove(0);
        let second_text = conflict.choices.iter().find(|choice| choice.value.text() == "second").unwrap();
        assert!(chosen.choose(&conflict.field, second_text.dot, &mut shown, me, NOW));
        assert_eq!(texts(&chosen.merged(edits(&first)).merged(edits(&second)))[1], ["second"]);
    }
    // A page that sees only the second has just that.
    let merged = state.merged(edits(&second));
    assert_eq!(texts(&merged)[1], ["second"]);
    assert!(!merged.has_conflicts());
}

#[test]
fn damaged_edits_are_said_and_the_draft_is_read() {
    let mut report = draft();
    set(&mut report, "mission", "text");
    let state = Replica::of(&report, Writer::from_random(7), NOW);
    let file = file_of(&report, &state);
    let sum = crate::checksum::checksum;
    let good = state.write_edits(&report).unwrap();
    let wrong = [
        good.replace("\"seen\"", "\"sean\""),
        good.replace(",3]]", ",0]]"),
        good.replace(",3]]", ",300000000000000000]]"),
        good.replace("\"answers\":{", "\"trash\":[[0,1,0,[]]],\"answers\":{"),
        good.replace("\"form\":[[0", "\"form\":[[1"),
        good.replace("{\"seen\"", "{\"more\":1,\"seen\""),
        good[..good.len() - 1].to_owned(),
        String::new(),
    ];
    let record = |sum: &str, edits: &str| serde_json::json!({ "sum": sum, "edits": edits });
    let states = wrong.iter().map(|edits| record(&sum(edits), edits));
    let states = states.chain([record("", &good), serde_json::json!(null), serde_json::json!({ "sum": 1 })]);
    for state in states {
        let mut json: serde_json::Value = serde_json::from_str(&file).unwrap();
        json["drafts"][0]["state"] = state.clone();
        let copy = read(&json.to_string());
        assert_eq!((&copy.draft, &copy.edits), (&report, &CopiedEdits::Damaged), "{state}");
    }
    assert_eq!(edits(&file), state);
}

#[test]
fn what_a_copy_brings_is_said_and_can_be_taken_back() {
    let mut begun = draft();
    for question in QUESTIONS {
        set(&mut begun, question, "old");
    }
    let start = Replica::of(&begun, Writer::from_random(7), NOW);
    let changed = |questions: &[&str], text: &str, number: u128| {
        let (me, mut replica, mut shown) = begin_with(&file_of(&begun, &start), number);
        let mut draft = begun.clone();
        questions.iter().for_each(|question| set(&mut draft, question, text));
        replica.edit(&draft, &mut shown, me, NOW);
        (me, replica, draft)
    };
    let (me, mut mine, _) = changed(&["goals", "mission"], "mine", 8);
    let (_, theirs, their_draft) = changed(&["mission", "name"], "theirs", 9);
    let copy = edits(&file_of(&their_draft, &theirs));
    let news = mine.news_in(&copy, me);
    let field = |question: &str| vec![Field::Answer(QuestionId::new(question))];
    assert_eq!((news.theirs, news.both, news.mine), (field("name"), field("mission"), field("goals")));
    let before = mine.clone();
    mine.merge(&copy);
    let after = mine.clone();
    assert!(mine.news_in(&copy, me).is_nothing());
    assert_eq!(mine.take_back(&before, &after, me, NOW), [field("mission"), field("name")].concat());
    assert_eq!(texts(&mine), texts(&before));
    // It stays taken back, even if the same copy comes again.
    assert_eq!(texts(&mine.merged(copy)), texts(&before));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_copy_is_read_as_it_was_written(draft in any_draft()) {
        let state = Replica::of(&draft, Writer::from_random(7), NOW);
        let copy = read(&file_of(&draft, &state));
        prop_assert_eq!(&copy.draft, &draft);
        prop_assert_eq!(copy.edits.replica().map(Replica::write_fields), Some(state.write_fields()));
    }

    #[test]
    fn files_passed_round_end_equal(steps in any_steps(60)) {
        let world = World::after(&steps);
        let files = [0, 1, 2].map(|page| file_from(&world, page));
        for (page, file) in files.iter().enumerate() {
            prop_assert_eq!(&edits(file), &world.pages[page].replica);
        }
        let take = |page: usize, order: [usize; 2]| {
            let mut replica = world.pages[page].replica.clone();
            order.iter().for_each(|other| replica.merge(&edits(&files[*other])));
            replica
        };
        let all = take(0, [1, 2]);
        for (page, order) in [(0, [2, 1]), (1, [0, 2]), (1, [2, 0]), (2, [0, 1]), (2, [1, 0])] {
            prop_assert_eq!(&take(page, order), &all);
        }
        for file in &files {
            prop_assert_eq!(&all.clone().merged(edits(file)), &all, "the same file twice is nothing");
            prop_assert!(all.news_in(&edits(file), Writer::from_random(99)).is_nothing());
        }
        let (one, two) = (&world.pages[0].replica, &world.pages[1].replica);
        let (there, back) = (one.clone().merged(edits(&files[1])), two.clone().merged(edits(&files[0])));
        prop_assert_eq!(there, back);
    }

    /// A part can travel as a file, too.
    #[test]
    fn a_part_in_a_file_is_the_part(
        steps in any_steps(40),
        questions in proptest::collection::btree_set(0..3_usize, 0..3),
    ) {
        let world = World::after(&steps);
        let field = |at: &usize| Field::Answer(QuestionId::new(QUESTIONS[*at]));
        let fields: std::collections::BTreeSet<Field> = questions.iter().map(field).collect();
        let edits = CopiedEdits::There(Box::new(world.pages[0].replica.clone()));
        let mut names = WriterNames::default();
        (0..3).for_each(|page| names.set(world.pages[page].me, "Ana"));
        let part = DraftCopy { draft: world.draft(0), edits, names }.part(&fields);
        let back = read(&write_copies(std::slice::from_ref(&part)).unwrap());
        prop_assert_eq!(&back, &part);
        prop_assert!(back.draft.answers().len() <= questions.len());
        let only = (questions.len() == 1).then(|| QuestionId::new(QUESTIONS[*questions.first().unwrap()]));
        prop_assert_eq!(back.only_question(), only.as_ref());
    }

    /// A file that an earlier version of the app has changed: its answers differ, but its edits are unchanged.
    #[test]
    fn what_was_edited_outside_is_there(
        steps in any_steps(40),
        outside in proptest::collection::vec((0..3_usize, 0..3_usize), 1..5),
        later in any_steps(20),
    ) {
        let mut world = World::after(&steps);
        let file = file_from(&world, 0);
        let mut theirs = world.draft(0);
        for (question, what) in outside {
            match what {
                0 => drop(theirs.remove(&QuestionId::new(QUESTIONS[question]), NOW)),
                what => set(&mut theirs, QUESTIONS[question], &format!("outside {what}")),
            }
        }
        let file = file_of_earlier_version(&file, &theirs);
        let copy = edits(&file);
        for question in QUESTIONS {
            let text = theirs.entry(question).map(|entry| entry.text().to_owned());
            prop_assert!(text.is_none_or(|text| texts_of(&copy, question).contains(&text)));
        }
        // A page that has changed nothing since has the same state afterwards.
        let Page { replica, .. } = world.pages[0].clone();
        prop_assert!(replica.clone().merged(copy.clone()).holds_the_same(&copy));
        for step in &later {
            world.step(step);
        }
        for page in &world.pages {
            let merged = page.replica.clone().merged(copy.clone());
            prop_assert_eq!(&merged, &copy.clone().merged(page.replica.clone()));
            prop_assert_eq!(&merged.clone().merged(edits(&file)), &merged);
        }
    }

    #[test]
    fn damage_loses_no_answer(
        steps in any_steps(40),
        place in any::<prop::sample::Index>(),
        by in any::<char>(),
        length in 0_usize..20,
    ) {
        let world = World::after(&steps);
        let (draft, state) = (world.draft(0), &world.pages[0].replica);
        let good = state.write_edits(&draft).unwrap();
        let mut damaged: Vec<char> = good.chars().collect();
        let start = place.index(damaged.len());
        let end = damaged.len().min(start + length);
        damaged.splice(start..end, [by]);
        let damaged: String = damaged.into_iter().collect();
        let mut json: serde_json::Value = serde_json::from_str(&file_of(&draft, state)).unwrap();
        json["drafts"][0]["state"]["edits"] = damaged.clone().into();
        let copy = read(&json.to_string());
        prop_assert_eq!(&copy.draft, &draft);
        prop_assert!(damaged == good || copy.edits == CopiedEdits::Damaged);
        // Even where the checksum is made to fit, each answer in the file is in the state.
        json["drafts"][0]["state"]["sum"] = crate::checksum::checksum(&damaged).into();
        if let Some(read) = read(&json.to_string()).edits.replica() {
            for (question, entry) in draft.answers() {
                prop_assert!(texts_of(read, question.as_str()).contains(entry.text()));
            }
        }
    }
}
