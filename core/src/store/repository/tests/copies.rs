//! Copies of a draft that travel from one browser to another and come back.

use super::*;
use crate::draft::file::{DraftCopy, read_copies, write_copies};
use crate::draft::replica::Field;
use crate::store::TakenCopy;

/// Another person's browser: its page loads are other writers.
fn another() -> Browser {
    let browser = Browser::default();
    browser.pages.set(1000);
    browser
}

/// The draft as a file that a new page load hands out.
fn file(browser: &Browser) -> String {
    let page = browser.page();
    let draft = block_on(page.load(&id(), &nfc)).unwrap();
    write_copies(&[page.with_names(page.copy_of(draft), &nfc)]).unwrap()
}

fn take(browser: &Browser, file: &str) -> Option<(Draft, TakenCopy)> {
    let page = browser.page();
    let copy = read_copies(file, &nfc).unwrap().remove(0);
    page.note_names(&copy, &nfc);
    let DraftCopy { draft, edits, .. } = copy;
    let current = block_on(page.load(&id(), &nfc)).unwrap_or(draft);
    let taken = page.take_copy(&current, edits.replica().unwrap(), &[], at(50));
    block_on(page.settle(&|| ()));
    assert_eq!(page.durability(&id()), Durability::Saved);
    taken
}

fn types(browser: &Browser, question: &str, text: &str) {
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, question, text, 60));
}

fn news(browser: &Browser, file: &str) -> [usize; 3] {
    let page = browser.page();
    block_on(page.load(&id(), &nfc)).unwrap();
    let copy = read_copies(file, &nfc).unwrap().remove(0);
    let news = page.news_in(&id(), copy.edits.replica().unwrap()).unwrap();
    [news.theirs.len(), news.both.len(), news.mine.len()]
}

#[test]
fn two_browsers_pass_a_draft_and_end_equal() {
    let (mine, theirs) = (with_draft("one"), another());
    assert_eq!(take(&theirs, &file(&mine)).unwrap().0, mine.found(), "it begins with the copy");
    assert_eq!(news(&mine, &file(&theirs)), [0, 0, 0]);
    types(&mine, "goals", "mine");
    types(&theirs, "mission", "theirs");
    assert_eq!(news(&mine, &file(&theirs)), [1, 0, 1]);
    take(&mine, &file(&theirs)).unwrap();
    take(&theirs, &file(&mine)).unwrap();
    assert_eq!(mine.found().answers(), theirs.found().answers());
    assert_eq!((mine.mission().as_str(), mine.found().text("goals")), ("theirs", "mine"));
    assert_eq!(news(&mine, &file(&theirs)), [0, 0, 0]);
}

#[test]
fn what_both_changed_is_a_choice_and_can_be_taken_back() {
    let (mine, theirs) = (with_draft("one"), another());
    take(&theirs, &file(&mine)).unwrap();
    types(&mine, "mission", "mine");
    types(&theirs, "mission", "theirs");
    let page = mine.page();
    let current = page.open(&id(), &nfc).unwrap();
    let copy = read_copies(&file(&theirs), &nfc).unwrap().remove(0);
    let (draft, taken) = page.take_copy(&current, copy.edits.replica().unwrap(), &[], at(70)).unwrap();
    assert_eq!(page.conflicts(&id()).len(), 1);
    // Text typed meanwhile is not taken back.
    let draft = typed(&draft, "goals", "later", 71);
    let back = page.take_back(&draft, &taken, at(72)).unwrap();
    assert_eq!((back.text("mission"), back.text("goals")), ("mine", "later"));
    assert!(page.conflicts(&id()).is_empty());
    block_on(page.settle(&|| ()));
    assert_eq!(mine.found(), back);
    assert_eq!(news(&mine, &file(&theirs)), [0, 0, 2], "it stays taken back");
}

#[test]
fn what_was_replaced_does_not_come_back_with_an_old_copy() {
    let (mine, theirs) = (with_draft("one"), another());
    take(&theirs, &file(&mine)).unwrap();
    for number in 0..4 {
        let seconds = 1000 * number;
        types(&mine, "mission", &format!("text {number}"));
        for later in [100, 200, 300] {
            block_on(mine.page().tidy(&id(), &[], at(seconds + later), &nfc)).unwrap();
        }
    }
    types(&theirs, "goals", "theirs");
    assert_eq!(news(&mine, &file(&theirs)), [1, 0, 1]);
    assert_eq!(take(&mine, &file(&theirs)).unwrap().0.text("mission"), "text 3");
}

/// A part of the draft as a file: one question's answer.
fn part(browser: &Browser, question: &str) -> String {
    let page = browser.page();
    let draft = block_on(page.load(&id(), &nfc)).unwrap();
    let copy =
        page.with_names(page.copy_of(draft), &nfc).part(&[Field::Answer(QuestionId::new(question))].into());
    write_copies(&[copy]).unwrap()
}

#[test]
fn somebody_is_asked_one_question_and_answers_it_into_the_report() {
    let (mine, theirs) = (with_draft("one"), another());
    types(&mine, "goals", "mine");
    // The other browser has nothing else, and keeps it over reloads.
    let begun = take(&theirs, &part(&mine, "mission")).unwrap().0;
    assert_eq!((begun.text("mission"), begun.text("goals")), ("one", ""));
    types(&theirs, "mission", "theirs");
    types(&theirs, "mission", "theirs, mended");
    assert_eq!((theirs.mission().as_str(), theirs.found().answers().len()), ("theirs, mended", 1));
    types(&mine, "name", "meanwhile");
    for answer in [part(&theirs, "mission"), file(&theirs)] {
        assert_eq!(news(&mine, &answer)[1..], [0, 0]);
        let taken = take(&mine, &answer).unwrap().0;
        assert_eq!(
            ["mission", "goals", "name"].map(|question| taken.text(question)),
            ["theirs, mended", "mine", "meanwhile"]
        );
        assert_eq!(news(&mine, &answer), [0, 0, 0], "twice is nothing");
        assert!(mine.page().conflicts(&id()).is_empty());
    }
    // Both continue from there, and the whole draft makes them equal.
    types(&mine, "mission", "mine again");
    take(&theirs, &file(&mine)).unwrap();
    assert_eq!(theirs.found().answers(), mine.found().answers());
}

#[test]
fn what_came_in_part_stays_whatever_page_writes_it() {
    let (mine, theirs) = (with_draft("one"), another());
    take(&theirs, &part(&mine, "mission")).unwrap();
    for number in 0..4 {
        let seconds = 1000 * number;
        types(&theirs, "mission", &format!("text {number}"));
        for later in [100, 200, 300] {
            block_on(theirs.page().tidy(&id(), &[], at(seconds + later), &nfc)).unwrap();
        }
    }
    assert_eq!(theirs.mission(), "text 3");
    let records = theirs.local.all();
    assert!(records.iter().any(|(_, record)| record.starts_with("{\"slot\":4,")), "{records:?}");
    assert_eq!(take(&mine, &part(&theirs, "mission")).unwrap().0.text("mission"), "text 3");
}

#[test]
fn what_nobody_else_has_yet_is_known() {
    let browser = with_draft("one");
    let unshared = |browser: &Browser| {
        let page = browser.page();
        let draft = block_on(page.load(&id(), &nfc)).unwrap();
        let copy = page.with_names(page.copy_of(draft), &nfc);
        page.unshared(&copy).map(|fields| fields.into_iter().collect::<Vec<_>>())
    };
    let share = |browser: &Browser| {
        let page = browser.page();
        let draft = block_on(page.load(&id(), &nfc)).unwrap();
        page.note_shared(&page.with_names(page.copy_of(draft), &nfc));
    };
    let answer = |question: &str| Field::Answer(QuestionId::new(question));
    assert_eq!(unshared(&browser), None);
    // A person who was asked one question, and has answered it, has nothing of the rest.
    let asked = another();
    asked.pages.set(9000);
    let page = browser.page();
    let draft = block_on(page.load(&id(), &nfc)).unwrap();
    page.note_shared(&page.copy_of(draft).part(&[answer("mission")].into()));
    take(&asked, &part(&browser, "mission")).unwrap();
    assert_eq!(unshared(&asked), Some(vec![]));
    types(&asked, "mission", "theirs");
    assert_eq!(unshared(&asked), Some(vec![answer("mission")]));
    take(&browser, &file(&asked)).unwrap();
    assert_eq!(unshared(&browser), None);
    share(&browser);
    assert_eq!(unshared(&browser), Some(vec![]));
    types(&browser, "goals", "mine");
    assert_eq!(unshared(&browser), Some(vec![answer("goals")]));
    // The text from elsewhere is there already.
    let theirs = another();
    take(&theirs, &file(&browser)).unwrap();
    types(&theirs, "mission", "theirs");
    take(&browser, &file(&theirs)).unwrap();
    assert_eq!(unshared(&browser), Some(vec![]));
    types(&browser, "name", "mine");
    assert_eq!(unshared(&browser), Some(vec![answer("name")]));
}

#[test]
fn who_wrote_an_answer_is_known_from_copies_and_never_who_one_is() {
    let (mine, theirs) = (with_draft("one"), another());
    take(&theirs, &file(&mine)).unwrap();
    theirs.page().set_own_name(" Ana\nMaria ", &nfc).unwrap();
    types(&theirs, "mission", "theirs");
    // The page load that wrote it is gone, and its slot with it.
    for seconds in [100, 200, 300] {
        block_on(theirs.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
        types(&theirs, "goals", "theirs, too");
    }
    take(&mine, &file(&theirs)).unwrap();
    let by = |browser: &Browser, question: &str| {
        let page = browser.page();
        let draft = block_on(page.load(&id(), &nfc)).unwrap();
        let field = Field::Answer(QuestionId::new(question));
        let written = page.last_written(&draft, &field, &nfc);
        // Text typed since has no author yet.
        assert_eq!(page.last_written(&typed(&draft, question, "typing", 70), &field, &nfc), None);
        written.map(|written| (written.by, written.at))
    };
    assert_eq!(by(&mine, "mission"), Some(("Ana Maria".into(), at(60))));
    assert_eq!(by(&mine, "goals"), Some(("Ana Maria".into(), at(60))));
    assert_eq!([by(&mine, "name"), by(&theirs, "mission")], [None, None]);
    // The name is passed on with copies to a third person, and text written here is attributed to nobody else.
    types(&mine, "goals", "mine");
    assert_eq!(by(&mine, "goals"), None);
    let third = another();
    third.pages.set(5000);
    take(&third, &file(&mine)).unwrap();
    assert_eq!(by(&third, "mission").map(|(by, _)| by), Some("Ana Maria".into()));
    assert_eq!(by(&third, "goals"), None);
    // A person who removes the name is no longer named in later copies.
    theirs.page().set_own_name(" ", &nfc).unwrap();
    assert!(!file(&theirs).contains("Ana"));
}

#[test]
fn names_that_are_none_are_passed_over() {
    let (mine, theirs) = (with_draft("one"), another());
    theirs.page().set_own_name("Ana", &nfc).unwrap();
    take(&theirs, &file(&mine)).unwrap();
    types(&theirs, "mission", "theirs");
    let good = file(&theirs);
    assert!(good.contains("\"names\": ["), "{good}");
    let list = r#"[["Ana", ["x"]], ["", ["0000000000000001"]]]"#;
    for names in ["7", "[]", r#"{"Ana": 7}"#, r#"[["Ana", 7]]"#, list] {
        let mut wrong: serde_json::Value = serde_json::from_str(&good).unwrap();
        wrong["drafts"][0]["state"]["names"] = serde_json::from_str(names).unwrap();
        let wrong = wrong.to_string();
        let copy = read_copies(&wrong, &nfc).unwrap().remove(0);
        assert!(copy.edits.replica().is_some(), "{wrong}");
        assert_eq!(copy.names, crate::draft::replica::WriterNames::default(), "{names}");
    }
}
