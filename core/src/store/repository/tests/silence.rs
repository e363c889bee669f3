//! A durable store that does not answer: in time, or ever.

use std::pin::pin;

use super::*;
use crate::store::testing::poll_for;
use crate::store::{Backend as _, Fault, LoadError, Reason};

const SILENT: Durability = Durability::LocalOnly(Fault::Silent);

#[test]
fn a_write_that_is_not_done_in_time_is_said_to_be_so_and_heals_when_it_is() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    browser.durable.hangs.set(true);
    let notified = Cell::new(0);
    let notify = || notified.set(notified.get() + 1);
    let mut settling = pin!(page.settle(&notify));
    assert_eq!(poll_for(10, &mut settling), Some(()), "nothing to do, nothing to wait for");

    assert_eq!(page.save(&typed(&draft, "mission", "new", 1), at(1)), Durability::Writing);
    let mut settling = pin!(page.settle(&notify));
    assert_eq!((poll_for(2, &mut settling), page.durability(&id())), (None, Durability::Writing));
    assert_eq!((poll_for(10, &mut settling), notified.get()), (None, 1));
    assert_eq!(page.durability(&id()), SILENT, "localStorage has it, and nobody says more");

    // Work goes on, in this draft and in others, and nothing piles up.
    let asked = browser.durable.fails.log.borrow().len();
    assert_eq!(page.save(&typed(&draft, "mission", "newer", 2), at(2)), SILENT);
    assert_eq!(page.save(&with_mission("other").with_id(DraftId::from_random(8)), at(2)), SILENT);
    block_on(page.settle(&notify));
    assert!(!block_on(page.retry(at(3), &nfc, &notify)));
    assert_eq!((browser.durable.fails.log.borrow().len(), notified.get()), (asked, 1));
    // Three slots, and the edits beside one of them.
    assert_eq!(browser.local.keys(crate::store::key::slots()).len(), 4);

    browser.durable.hangs.set(false);
    assert_eq!(poll_for(20, &mut settling), Some(()));
    assert_eq!(page.durability(&id()), Durability::Saved, "the late answer, and what was typed since");
    assert_eq!(page.durability(&DraftId::from_random(8)), Durability::Saved);
    browser.local.clear();
    assert_eq!(browser.mission(), "newer");
}

#[test]
fn a_late_refusal_is_one_too() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    browser.durable.hangs.set(true);
    browser.durable.fails.always(Fault::Full);
    page.save(&typed(&draft, "mission", "new", 1), at(1));
    let mut settling = pin!(page.settle(&|| ()));
    assert_eq!((poll_for(10, &mut settling), page.durability(&id())), (None, SILENT));
    browser.durable.hangs.set(false);
    assert_eq!(poll_for(10, &mut settling), Some(()));
    assert_eq!(page.durability(&id()), Durability::LocalOnly(Fault::Full));
}

#[test]
fn where_localstorage_refuses_too_it_is_in_memory() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    browser.durable.hangs.set(true);
    browser.local.fill_up();
    page.save(&typed(&draft, "mission", "new and longer", 1), at(1));
    let mut settling = pin!(page.settle(&|| ()));
    assert_eq!(poll_for(10, &mut settling), None);
    assert_eq!(page.durability(&id()), Durability::MemoryOnly { local: Fault::Full, durable: Fault::Silent });
}

#[test]
fn what_localstorage_refuses_is_unsaved_while_the_durable_store_still_writes() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    browser.durable.hangs.set(true);
    browser.local.fill_up();
    assert_eq!(page.save(&typed(&draft, "mission", "new and longer", 1), at(1)), Durability::Writing);
    assert!(page.is_anything_unsaved(), "nothing is known yet of the durable store");
    let mut settling = pin!(page.settle(&|| ()));
    assert_eq!((poll_for(2, &mut settling), page.is_anything_unsaved()), (None, true));
    browser.durable.hangs.set(false);
    assert_eq!(poll_for(10, &mut settling), Some(()));
    assert_eq!((page.durability(&id()), page.is_anything_unsaved()), (Durability::Saved, false));

    browser.local.room.set(None);
    browser.local.clear();
    browser.durable.hangs.set(true);
    page.save(&typed(&draft, "mission", "newest", 2), at(2));
    assert!(!page.is_anything_unsaved(), "localStorage has it");
}

#[test]
fn opening_waits_for_nobody_and_hears_of_it_later() {
    let browser = with_draft("We write.");
    let other = browser.page();
    let draft = other.open(&id(), &nfc).unwrap();
    save(&other, &typed(&draft, "goals", "Only the durable store has it", 1));
    browser.local.memory.remove(&crate::store::key::slot(&id(), other.writer())).unwrap();

    browser.durable.hangs.set(true);
    let page = browser.page();
    assert_eq!(page.open(&id(), &nfc), Ok(draft.clone()));
    assert_eq!(block_on(page.fetch(&id(), &nfc)), Err(Fault::Silent));
    assert_eq!(
        page.durability(&id()),
        SILENT,
        "nothing was typed, and nobody knows whether the durable store has it"
    );
    assert!(!block_on(page.retry(at(2), &nfc, &|| ())), "still nothing");
    browser.durable.hangs.set(false);
    assert!(block_on(page.retry(at(3), &nfc, &|| ())), "what the durable store has waits to be shown");
    let absorbed = page.absorb(&draft, &[], at(3)).unwrap();
    assert_eq!(absorbed.text("goals"), "Only the durable store has it");
    assert_eq!(page.durability(&id()), Durability::Saved);
}

#[test]
fn what_the_durable_store_has_said_that_it_has_stays_saved() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    let wanted = id();
    let fetching = page.fetch(&wanted, &nfc);
    assert_eq!(save(&page, &typed(&draft, "mission", "new", 1)), Durability::Saved);
    browser.durable.hangs.set(true);
    assert_eq!(block_on(fetching), Err(Fault::Silent));
    assert_eq!(page.durability(&id()), Durability::Saved);
}

#[test]
fn nothing_waits_for_ever() {
    let browser = with_draft("We write.");
    block_on(browser.page().remember(&id(), Reason::Copy, at(1))).unwrap();
    browser.durable.hangs.set(true);
    let page = browser.page();
    assert_eq!(block_on(page.look(&nfc)), Err(Fault::Silent));
    assert_eq!((page.shelf(&nfc).drafts.len(), page.shelf(&nfc).durable), (1, Some(Fault::Silent)));
    assert_eq!(block_on(page.all(&nfc)).len(), 1, "a file of all that is known");
    assert_eq!(
        block_on(page.load(&id(), &nfc)).map(|draft| draft.text("mission").to_owned()),
        Ok("We write.".into())
    );
    assert_eq!(block_on(page.history(&id())), Err(Fault::Silent));
    assert_eq!(block_on(page.remember(&id(), Reason::Copy, at(2))), Err(Fault::Silent));
    assert_eq!(block_on(page.tidy(&id(), &[], at(1000), &nfc)), Err(Fault::Silent));
    // The trash is then in localStorage, and nothing is removed permanently.
    assert_eq!(block_on(page.discard(&id(), at(5), &nfc)), Ok(()));
    assert_eq!(block_on(page.load(&id(), &nfc)), Err(LoadError::InTrash));
    assert_eq!(block_on(page.remove(&id(), &nfc)), Err(Fault::Silent));
    assert_eq!(block_on(page.restore(&id(), at(6), &nfc)), Ok(()));
    assert_eq!(block_on(browser.page().load(&id(), &nfc)).unwrap().text("mission"), "We write.");
    assert_eq!(block_on(page.clear()), Err(Fault::Silent));
    browser.local.clear();
    assert_eq!(
        block_on(page.load(&id(), &nfc)),
        Err(LoadError::Fault(Fault::Silent)),
        "it may well be there"
    );
}
