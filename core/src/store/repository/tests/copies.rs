//! Copies of a draft that go from one browser to another and come back.

use super::*;
use crate::draft::file::{DraftCopy, read_copies, write_copies};
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
    write_copies(&[page.copy_of(draft)]).unwrap()
}

fn take(browser: &Browser, file: &str) -> Option<(Draft, TakenCopy)> {
    let page = browser.page();
    let DraftCopy { draft, edits } = read_copies(file, &nfc).unwrap().remove(0);
    let current = block_on(page.load(&id(), &nfc)).unwrap_or(draft);
    let taken = page.take_copy(&current, edits.replica().unwrap(), at(50));
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
    let (draft, taken) = page.take_copy(&current, copy.edits.replica().unwrap(), at(70)).unwrap();
    assert_eq!(page.conflicts(&id()).len(), 1);
    // What is typed meanwhile is not taken back.
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
