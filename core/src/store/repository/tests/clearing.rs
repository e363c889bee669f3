//! *Delete everything*, while other pages have drafts open.

use super::*;
use crate::store::{Fault, key};

/// The keys in both media besides the mark.
fn left(browser: &Browser) -> Vec<String> {
    let mut keys = browser.local.keys("");
    keys.extend(browser.durable.all().into_iter().map(|(key, _)| key));
    keys.retain(|key| key != key::CLEARED);
    keys
}

/// A way in which a page could write a draft.
type Way = fn(&Repository, &Draft);

/// All ways in which a page could write a draft that it has in memory.
const WAYS: [(&str, Way); 5] = [
    ("saving what was typed", |page, draft| drop(page.save(&typed(draft, "mission", "We meet.", 5), at(5)))),
    ("healing", |page, draft| drop(page.heal(draft.id(), at(5)))),
    ("trying again", |page, _| assert!(!block_on(page.retry(at(5), &nfc, &|| ())))),
    ("settling", |page, _| block_on(page.settle(&|| ()))),
    ("putting it into the trash", |page, draft| drop(block_on(page.discard(draft.id(), at(5), &nfc)))),
];

#[test]
fn nothing_comes_back_from_a_page_that_was_open() {
    for (way, write) in WAYS {
        let browser = with_draft("We write.");
        let other = browser.page();
        let draft = other.open(&id(), &nfc).unwrap();
        // One edit is on its way to the database.
        other.save(&typed(&draft, "mission", "We write more.", 3), at(3));
        let page = browser.page();
        block_on(page.clear()).unwrap();
        assert!(other.is_cleared_elsewhere() && !page.is_cleared_elsewhere(), "{way}");
        write(&other, &draft);
        assert_eq!(left(&browser), [""; 0], "{way}");
        other.forget_everything();
        assert!(!other.is_cleared_elsewhere(), "{way}");
        write(&other, &draft);
        block_on(other.settle(&|| ()));
        let began_again = way == WAYS[0].0;
        assert_eq!(left(&browser).is_empty(), !began_again, "{way}: what is typed afterwards is kept");
    }
}

#[test]
fn a_page_that_begins_in_the_middle_of_it_brings_nothing_back() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let mut clearing = Box::pin(page.clear());
    assert!(crate::store::testing::poll_for(1, &mut clearing).is_none(), "the database is asked");
    let other = browser.page();
    let draft = block_on(other.load(&id(), &nfc)).unwrap();
    block_on(clearing).unwrap();
    other.save(&typed(&draft, "mission", "We meet.", 5), at(5));
    block_on(other.settle(&|| ()));
    assert_eq!(left(&browser), [""; 0]);
}

#[test]
fn a_version_that_is_being_kept_is_not_there_afterwards() {
    let browser = with_draft("We write.");
    let other = browser.page();
    let draft = block_on(other.load(&id(), &nfc)).unwrap();
    let mut keeping = Box::pin(other.keep(&draft, crate::store::Reason::Copy, at(5)));
    assert!(crate::store::testing::poll_for(1, &mut keeping).is_none(), "the database is asked");
    block_on(browser.page().clear()).unwrap();
    other.forget_everything();
    block_on(keeping).unwrap();
    assert_eq!(left(&browser), [""; 0]);
}

#[test]
fn a_clearing_that_takes_long_is_noticed_once() {
    let browser = with_draft("We write.");
    let (page, other) = (browser.page(), browser.page());
    other.open(&id(), &nfc).unwrap();
    let mut clearing = Box::pin(page.clear());
    assert!(crate::store::testing::poll_for(1, &mut clearing).is_none(), "the database is asked");
    assert!(other.is_cleared_elsewhere());
    other.forget_everything();
    block_on(clearing).unwrap();
    assert!(!other.is_cleared_elsewhere(), "what was begun meanwhile is not part of it");
    block_on(page.clear()).unwrap();
    assert!(other.is_cleared_elsewhere(), "another one is another one");
}

#[test]
fn what_the_browser_clears_is_written_again_also_after_an_earlier_clearing() {
    let browser = with_draft("We write.");
    block_on(browser.page().clear()).unwrap();
    let page = browser.page();
    assert_eq!(save(&page, &with_mission("We write.")), Durability::Saved);
    browser.local.clear();
    browser.durable.clear();
    assert!(!page.is_cleared_elsewhere());
    page.heal(&id(), at(5));
    block_on(page.settle(&|| ()));
    assert_eq!(browser.mission(), "We write.");
}

#[test]
fn a_full_storage_is_cleared_and_marked() {
    let browser = with_draft("We write.");
    let other = browser.page();
    other.open(&id(), &nfc).unwrap();
    browser.local.fill_up();
    block_on(browser.page().clear()).unwrap();
    assert!(other.is_cleared_elsewhere());
    assert_eq!(left(&browser), [""; 0]);
}

#[test]
fn without_localstorage_the_database_is_cleared() {
    let browser = with_draft("We write.");
    browser.local.fails.always(Fault::Blocked);
    assert_eq!(block_on(browser.page().clear()), Err(Fault::Blocked));
    browser.local.fails.never();
    assert!(browser.durable.all().is_empty());
}
