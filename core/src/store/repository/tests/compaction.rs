//! Old slots are removed late, and only if nothing depends on them.

use super::*;
use crate::store::{Fault, key};

fn slots(browser: &Browser) -> (usize, usize) {
    let prefix = key::slots_of(&id());
    (browser.local.keys(&prefix).len(), browser.durable.keys(&prefix).len())
}

/// A page opens the draft, tidies, and edits.
fn visit(browser: &Browser, seconds: i64, text: &str) -> Repository {
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    block_on(page.fetch(&id(), &nfc)).unwrap();
    block_on(page.tidy(&id(), &[page.writer()], at(seconds), &nfc)).unwrap();
    save(&page, &typed(&draft, "mission", text, seconds));
    page
}

#[test]
fn an_old_slot_goes_at_a_later_start_a_minute_after_its_page_was_seen_gone() {
    let browser = with_draft("one");
    visit(&browser, 10, "two");
    assert_eq!(slots(&browser), (2, 2), "the new slot was written after this start");
    visit(&browser, 69, "three");
    assert_eq!(slots(&browser), (3, 3), "59 seconds");
    visit(&browser, 70, "four");
    assert_eq!(slots(&browser), (3, 3), "the first is gone, a new one is there");
    visit(&browser, 1000, "five");
    assert_eq!(slots(&browser), (2, 2));
    assert_eq!(browser.mission(), "five");
    assert_eq!(browser.durable.keys(key::heads()).len(), 2, "heads go with their slots");
}

#[test]
fn nothing_goes_by_itself_while_it_may_be_needed() {
    // The page is still open.
    let browser = with_draft("one");
    let old = browser.local.keys(key::slots())[0].clone();
    let writer = key::slot_of(&old).unwrap().1;
    visit(&browser, 10, "two");
    for seconds in [100, 200, 300] {
        let page = browser.page();
        block_on(page.tidy(&id(), &[page.writer(), writer], at(seconds), &nfc)).unwrap();
    }
    assert_eq!(slots(&browser), (2, 2));
    // The page was found gone, came back, and is found gone again: the minute begins anew.
    let tidy = |alive: &[Writer], seconds| {
        block_on(browser.page().tidy(&id(), alive, at(seconds), &nfc)).unwrap();
    };
    tidy(&[], 400);
    tidy(&[writer], 500);
    tidy(&[], 600);
    assert_eq!(slots(&browser), (2, 2));
    tidy(&[], 660);
    assert_eq!(slots(&browser), (1, 1));
}

#[test]
fn a_page_does_not_stand_in_for_others_in_its_own_life() {
    let browser = with_draft("one");
    let page = visit(&browser, 10, "two");
    for seconds in [100, 200, 300] {
        block_on(page.tidy(&id(), &[page.writer()], at(seconds), &nfc)).unwrap();
    }
    assert_eq!(slots(&browser), (2, 2));
}

#[test]
fn what_only_one_medium_has_stays_there() {
    let browser = with_draft("one");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    // The durable store takes nothing of the second page's slot.
    browser.durable.fails.always(Fault::Full);
    save(&page, &typed(&draft, "mission", "two", 5));
    browser.durable.fails.never();
    for seconds in [10, 100, 200] {
        block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
    }
    assert_eq!(slots(&browser), (1, 1), "localStorage has the new one, the durable store the old");
    assert_eq!(browser.mission(), "two");
    browser.local.clear();
    assert_eq!(browser.mission(), "one");
}

#[test]
fn a_durable_store_that_is_further_than_localstorage_is_not_overruled() {
    let browser = with_draft("one");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    let two = typed(&draft, "mission", "two", 5);
    save(&page, &two);
    // The browser is killed: localStorage did not reach the disk, but the durable store did.
    let early = browser.local.all();
    save(&page, &typed(&two, "name", "Lake Orin", 6));
    browser.local.clear();
    for (key, value) in early {
        browser.local.put(&key, &value);
    }
    // The next page sees only localStorage, and edits.
    let next = browser.page();
    let draft = next.open(&id(), &nfc).unwrap();
    save(&next, &typed(&draft, "mission", "three", 7));
    for seconds in [10, 100, 200] {
        block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
    }
    assert_eq!((browser.mission().as_str(), browser.found().text("name")), ("three", "Lake Orin"));
}

#[test]
fn choices_are_not_tidied_away() {
    let browser = with_draft("one");
    let (here, there) = (browser.page(), browser.page());
    let draft = here.open(&id(), &nfc).unwrap();
    there.open(&id(), &nfc).unwrap();
    save(&here, &typed(&draft, "mission", "here", 1));
    save(&there, &typed(&draft, "mission", "there", 2));
    for seconds in [10, 100, 200] {
        block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
    }
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    let choices = |page: &Repository| page.conflicts(&id())[0].choices.len();
    assert_eq!((slots(&browser), choices(&page)), ((2, 2), 2), "only the slot before both is gone");
    // Later, one slot contains both.
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, "name", "Lake Orin", 300));
    for seconds in [310, 400, 500] {
        block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
    }
    let last = browser.page();
    last.open(&id(), &nfc).unwrap();
    assert_eq!((slots(&browser), choices(&last)), ((1, 1), 2));
}

#[test]
fn many_starts_leave_a_short_record() {
    let browser = with_draft("one");
    for number in 0..40 {
        visit(&browser, 1000 * number, &format!("text {number}"));
    }
    assert_eq!(slots(&browser), (2, 2));
    let longest = browser.local.all().iter().map(|(_, record)| record.len()).max().unwrap();
    assert!(longest < 1500, "{longest} bytes: the vector forgets who is gone");
    assert_eq!(browser.mission(), "text 39");
    assert!(browser.page().open(&id(), &nfc).is_ok());
}

#[test]
fn a_damaged_note_of_who_is_gone_only_makes_one_wait() {
    let browser = with_draft("one");
    visit(&browser, 10, "two");
    browser.local.put(&key::gone(&id()), "\"damaged\"");
    visit(&browser, 1000, "three");
    assert_eq!(slots(&browser), (3, 3));
    visit(&browser, 2000, "four");
    assert_eq!(slots(&browser), (2, 2));
    // A clock that goes back does not make any page gone earlier.
    browser.local.put(&key::gone(&id()), "[[\"0000000000000000\",99999999999999]]");
    visit(&browser, 2000, "five");
    assert_eq!(slots(&browser), (3, 3));
}

#[test]
fn a_fault_while_tidying_loses_nothing() {
    for in_durable in [false, true] {
        for step in 0..40 {
            let browser = with_draft("one");
            visit(&browser, 10, "two");
            block_on(browser.page().tidy(&id(), &[], at(20), &nfc)).unwrap();
            let fails = if in_durable { &browser.durable.fails } else { &browser.local.fails };
            fails.once(step, Fault::Broken { name: "UnknownError".into() });
            let tidied = block_on(browser.page().tidy(&id(), &[], at(1000), &nfc));
            let reached = !fails.never();
            assert_eq!(browser.mission(), "two", "step {step}");
            assert!(browser.page().shelf(&nfc).quarantined.is_empty());
            if !reached {
                assert_eq!((tidied, slots(&browser)), (Ok(()), (1, 1)));
                assert!(step >= 2);
                break;
            }
        }
    }
}
