//! Into the trash and out again, in both media and with one.

use std::pin::pin;
use std::task::{Context, Waker};

use super::*;
use crate::store::key::Beside;
use crate::store::testing::poll_for;
use crate::store::{DurableStore as _, Fault, LoadError, Write, key};

const DAY: i64 = 24 * 60 * 60;

fn shelf(browser: &Browser) -> (usize, usize) {
    let page = browser.page();
    page.shelf(&nfc);
    let _ = block_on(page.look(&nfc));
    let shelf = page.shelf(&nfc);
    (shelf.drafts.len(), shelf.trash.len())
}

#[test]
fn the_trash_is_in_the_durable() {
    let browser = with_draft("We write.");
    let page = browser.page();
    page.set_setting("theme", Some("dark")).unwrap();
    block_on(page.discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!(browser.local.keys(""), [key::setting("theme")], "localStorage has room again");
    assert_eq!((page.shelf(&nfc).trash.len(), shelf(&browser)), (1, (0, 1)));
    assert_eq!(block_on(browser.page().load(&id(), &nfc)), Err(LoadError::InTrash));

    let page = browser.page();
    block_on(page.restore(&id(), at(6), &nfc)).unwrap();
    assert_eq!((page.shelf(&nfc).drafts.len(), shelf(&browser)), (1, (1, 0)));
    assert_eq!(browser.page().open(&id(), &nfc).unwrap().text("mission"), "We write.");
    block_on(browser.page().remove(&id(), &nfc)).unwrap();
    assert_eq!(browser.mission(), "We write.", "only what is in the trash is removed");
}

#[test]
fn an_open_draft_knows_that_it_was_put_into_the_trash_elsewhere() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    assert_eq!(page.trash_marks(&id()), []);
    block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!(block_on(page.fetch(&id(), &nfc)), Ok(true));
    page.absorb(&draft, &[], at(6));
    assert_eq!(page.trash_marks(&id()).len(), 1);
    // What is typed brings it back; that it was in the trash is known all the same.
    save(&page, &typed(&draft, "mission", "We write on.", 7));
    assert_eq!((page.trash_marks(&id()).len(), shelf(&browser)), (1, (1, 0)));
    block_on(page.restore(&id(), at(8), &nfc)).unwrap();
    assert_eq!((page.trash_marks(&id()), shelf(&browser)), (vec![], (1, 0)));
    assert_eq!(browser.mission(), "We write on.");
}

#[test]
fn without_a_durable_store_the_trash_is_in_localstorage() {
    for fault in [Fault::Blocked, Fault::Broken { name: "UnknownError".into() }] {
        let browser = Browser::default();
        browser.durable.fails.always(fault.clone());
        save(&browser.page(), &with_mission("We write."));
        block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
        assert_eq!(shelf(&browser), (0, 1));
        assert_eq!(browser.page().open(&id(), &nfc), Err(LoadError::InTrash));
        block_on(browser.page().restore(&id(), at(6), &nfc)).unwrap();
        assert_eq!(shelf(&browser), (1, 0));
        assert_eq!(browser.mission(), "We write.");
        block_on(browser.page().discard(&id(), at(7), &nfc)).unwrap();
        let removed = block_on(browser.page().remove(&id(), &nfc));
        if fault == Fault::Blocked {
            assert_eq!((removed, browser.local.keys("")), (Ok(()), vec![]));
        } else {
            // It may have something that brings the draft back.
            assert_eq!((removed, shelf(&browser)), (Err(fault), (0, 1)));
        }
    }
}

#[test]
fn a_full_storage_can_be_emptied() {
    let browser = with_draft(&"We write. ".repeat(500));
    let room = browser.local.all().iter().map(|(key, value)| key.len() + value.len()).sum::<usize>();
    // Without a durable store, too: the mark alone is small.
    browser.durable.fails.always(Fault::Blocked);
    browser.local.room.set(Some(room + 2000));
    block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!(shelf(&browser), (0, 1));
    let page = browser.page();
    block_on(page.restore(&id(), at(6), &nfc)).unwrap();
    assert_eq!(shelf(&browser), (1, 0));
    block_on(page.discard(&id(), at(7), &nfc)).unwrap();
    block_on(page.remove(&id(), &nfc)).unwrap();
    assert_eq!(browser.local.keys(""), Vec::<String>::new());
}

#[test]
fn emptying_the_trash_makes_room_and_writing_goes_on() {
    let browser = with_draft(&"We write. ".repeat(500));
    let page = browser.page();
    block_on(page.discard(&id(), at(5), &nfc)).unwrap();
    browser.local.fill_up();
    browser.durable.fill_up();
    assert!(!page.shelf(&nfc).full, "nobody has asked for room");
    let other = with_mission("Something else").with_id(DraftId::from_random(8));
    let safety = save(&page, &other);
    assert_eq!(safety, Durability::MemoryOnly { local: Fault::Full, durable: Fault::Full });
    assert!(page.shelf(&nfc).full);
    block_on(page.remove(&id(), &nfc)).unwrap();
    block_on(page.retry(at(6), &nfc, &|| ()));
    assert_eq!(
        (page.durability(other.id()), page.shelf(&nfc).full),
        (Durability::Saved, true),
        "localStorage is still full"
    );
    assert_eq!(block_on(browser.page().load(other.id(), &nfc)).unwrap().text("mission"), "Something else");
    browser.local.room.set(None);
    block_on(page.retry(at(7), &nfc, &|| ()));
    assert!(!page.shelf(&nfc).full);
}

#[test]
fn where_neither_takes_the_mark_the_draft_stays() {
    let browser = with_draft("We write.");
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    page.close(&id());
    browser.durable.fails.always(Fault::Blocked);
    browser.local.fill_up();
    assert_eq!(block_on(page.discard(&id(), at(5), &nfc)), Err(Fault::Full));
    assert_eq!(page.shelf(&nfc).drafts.len(), 1);
    assert_eq!(shelf(&browser), (1, 0));
}

#[test]
fn an_edit_in_another_page_brings_the_draft_back() {
    let browser = with_draft("We write.");
    let other = browser.page();
    let draft = other.open(&id(), &nfc).unwrap();
    let draft = typed(&draft, "name", "Lake", 1);
    save(&other, &draft);
    block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!((shelf(&browser), browser.local.keys("").len()), ((0, 1), 0));
    save(&other, &typed(&draft, "name", "Lake Orin", 6));
    assert_eq!(shelf(&browser), (1, 0));
    assert_eq!((browser.mission().as_str(), browser.found().text("name")), ("We write.", "Lake Orin"));
    assert_eq!(browser.page().open(&id(), &nfc).unwrap().text("mission"), "We write.");
}

#[test]
fn thirty_days_and_no_longer() {
    let browser = with_draft("We write.");
    block_on(browser.page().remember(&id(), crate::store::Reason::Copy, at(1))).unwrap();
    let page = browser.page();
    block_on(page.discard(&id(), at(5), &nfc)).unwrap();
    block_on(page.remember(&id(), crate::store::Reason::Copy, at(1))).unwrap();
    assert!(!browser.durable.keys(&key::history_of(&id())).is_empty());
    sweep_for_thirty_days(&browser, 5);
    assert_eq!(shelf(&browser), (0, 1));
    assert!(sweep(&browser.page(), at(6 + 30 * DAY)));
    assert_eq!((shelf(&browser), browser.durable.all()), ((0, 0), vec![]));
}

/// A start with a clock that is wrong by a month, by years, or by turns.
#[test]
fn one_odd_clock_deletes_nothing() {
    for odd in [31, 36, 730, 40_000] {
        let browser = with_draft("We write.");
        block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
        assert!(sweep(&browser.page(), at(5)));
        for day in [odd, odd, 1, odd, 2] {
            assert!(sweep(&browser.page(), at(5 + day * DAY)));
            assert_eq!(shelf(&browser), (0, 1), "{odd} days");
        }
        block_on(browser.page().restore(&id(), at(3 * DAY), &nfc)).unwrap();
        assert_eq!(browser.mission(), "We write.");
    }
}

#[test]
fn without_a_place_for_its_time_the_trash_stays() {
    let browser = with_draft("We write.");
    block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
    browser.local.fails.always(Fault::Full);
    for day in 0..40 {
        assert!(!sweep(&browser.page(), at(5 + day * DAY)));
    }
    assert_eq!(shelf(&browser), (0, 1));
    // Damaged, it begins anew.
    browser.local.fails.never();
    sweep_for_thirty_days(&browser, 5);
    browser.local.put(key::TRASH_TIME, "{");
    assert!(sweep(&browser.page(), at(6 + 30 * DAY)));
    assert_eq!(shelf(&browser), (0, 1));
    sweep_for_thirty_days(&browser, 6 + 30 * DAY);
    assert!(sweep(&browser.page(), at(7 + 60 * DAY)));
    assert_eq!((shelf(&browser), browser.local.keys("")), ((0, 0), vec![]));
}

#[test]
fn what_was_taken_back_since_it_was_looked_at_stays() {
    let browser = with_draft("We write.");
    block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
    sweep_for_thirty_days(&browser, 5);
    let page = browser.page();
    block_on(page.look(&nfc)).unwrap();
    block_on(browser.page().restore(&id(), at(6), &nfc)).unwrap();
    block_on(page.sweep(at(6 + 30 * DAY), &nfc)).unwrap();
    assert_eq!(shelf(&browser), (1, 0));
    // Deleted again, its thirty days begin anew.
    block_on(browser.page().discard(&id(), at(30 * DAY), &nfc)).unwrap();
    block_on(page.sweep(at(6 + 30 * DAY), &nfc)).unwrap();
    assert_eq!(shelf(&browser), (0, 1));
}

/// Another page takes the draft out of the trash, or edits it, between any two steps of its removal.
#[test]
fn what_is_taken_back_while_it_is_removed_stays() {
    let blocked = Some(Fault::Blocked);
    for (fault, edited) in [(None, false), (None, true), (blocked.clone(), false), (blocked, true)] {
        for steps in 0..30 {
            let browser = with_draft("We write.");
            if let Some(fault) = &fault {
                browser.durable.fails.always(fault.clone());
                save(&browser.page(), &with_mission("We write."));
            }
            let other = browser.page();
            let draft = other.open(&id(), &nfc).unwrap();
            save(&other, &typed(&draft, "name", "Lake", 1));
            if !edited {
                other.close(&id());
                block_on(other.discard(&id(), at(4), &nfc)).unwrap();
            }
            block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
            let page = browser.page();
            let wanted = id();
            let mut removing = pin!(page.remove(&wanted, &nfc));
            let removed = poll_for(steps, &mut removing);
            if edited {
                save(&other, &typed(&draft, "name", "Lake Orin", 6));
            } else {
                block_on(other.restore(&id(), at(6), &nfc)).unwrap();
            }
            if removed.is_none() {
                block_on(removing).unwrap();
            }
            assert_eq!(browser.mission(), "We write.", "{fault:?}, edited: {edited}, after {steps} steps");
            assert_eq!(shelf(&browser), (1, 0));
            page.shelf(&nfc);
            if removed.is_none() && fault.is_none() {
                assert_eq!(page.shelf(&nfc).trash.len(), 0, "the page itself knows it, after {steps} steps");
            }
        }
    }
}

#[test]
fn what_is_in_the_trash_is_not_written_back() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, "name", "Lake Orin", 1));
    page.close(&id());
    block_on(page.discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!(browser.local.keys(""), Vec::<String>::new());
    block_on(page.retry(at(6), &nfc, &|| ()));
    assert_eq!(page.heal(&id(), at(7)), Durability::Saved);
    assert_eq!(browser.local.keys(""), Vec::<String>::new(), "the room stays free");
    // Where the durable store could not take it, localStorage is where it is.
    browser.durable.fails.always(Fault::Full);
    block_on(page.restore(&id(), at(8), &nfc)).unwrap();
    block_on(page.discard(&id(), at(9), &nfc)).unwrap();
    block_on(page.retry(at(10), &nfc, &|| ()));
    browser.durable.fails.never();
    browser.durable.clear();
    assert_eq!(block_on(browser.page().load(&id(), &nfc)), Err(LoadError::InTrash));
    block_on(browser.page().restore(&id(), at(11), &nfc)).unwrap();
    assert_eq!(browser.found().text("name"), "Lake Orin");
}

#[test]
fn what_is_kept_beside_a_draft_goes_with_it() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let other = DraftId::from_random(8);
    for (draft, what) in [(&id(), Beside::Dismissed), (&id(), Beside::Unplaced), (&other, Beside::Dismissed)]
    {
        page.set_setting(&key::beside(draft, what), Some("words")).unwrap();
    }
    page.set_setting("theme", Some("dark")).unwrap();
    block_on(page.discard(&id(), at(5), &nfc)).unwrap();
    assert_eq!(browser.local.keys("").len(), 4, "it may come back");
    sweep_for_thirty_days(&browser, 5);
    assert!(sweep(&browser.page(), at(6 + 30 * DAY)));
    let mut left = browser.local.keys("");
    left.sort();
    assert_eq!(left, [key::setting(&key::beside(&other, Beside::Dismissed)), key::setting("theme")]);
}

#[test]
fn everything_can_be_removed_and_nothing_else() {
    let browser = with_draft("We write.");
    browser.local.put("other", "1");
    browser.local.put("affiliate-report-builder", "2");
    block_on(browser.durable.memory.write(vec![Write::Put { key: "other".into(), value: "3".into() }]))
        .unwrap();
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    block_on(page.clear()).unwrap();
    assert_eq!(browser.local.keys(""), ["affiliate-report-builder", key::CLEARED, "other"]);
    assert_eq!(browser.durable.keys(""), ["other"]);
    assert_eq!(page.open(&id(), &nfc), Err(LoadError::Missing));
}

#[test]
fn what_is_removed_while_one_looks_is_not_shown_again() {
    for steps in 0..20 {
        let browser = with_draft("We write.");
        block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
        let page = browser.page();
        let mut look = pin!(page.look(&nfc));
        let mut context = Context::from_waker(Waker::noop());
        let looked = (0..steps).any(|_| look.as_mut().poll(&mut context).is_ready());
        block_on(page.remove(&id(), &nfc)).unwrap();
        if !looked {
            block_on(look).unwrap();
        }
        assert_eq!(page.shelf(&nfc).trash.len(), 0, "removed after {steps} steps");
    }
}
