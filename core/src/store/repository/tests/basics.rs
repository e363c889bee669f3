//! Saving, opening, listing.

use super::*;
use crate::draft::PageParts;
use crate::draft::replica::Field;
use crate::store::slot::{APART_EDIT_VERSION, Slot};
use crate::store::{Backend, DurableStore, Fault, LoadError, Refused, SlotError, key};

#[test]
fn what_is_saved_is_listed_and_opened() {
    let browser = Browser::default();
    let mut draft = with_mission("We write.");
    let parts = PageParts { year: "2024".into(), affiliate: "Wikimedia\nValdora".into() };
    draft.set_page(&parts, &nfc, at(1)).unwrap();
    let page = browser.page();
    assert_eq!(page.save(&draft, at(1)), Durability::Writing);
    block_on(page.settle(&|| ()));
    assert_eq!(page.durability(&id()), Durability::Saved);

    let next = browser.page();
    let shelf = next.shelf(&nfc);
    let summary = &shelf.drafts[0].info;
    assert_eq!((shelf.drafts.len(), shelf.trash.len(), shelf.quarantined.len()), (1, 0, 0));
    assert_eq!((summary.affiliate.as_str(), summary.year.as_str()), ("Wikimedia Valdora", "2024"));
    assert_eq!((summary.done, summary.total, summary.changed), (1, 30, at(1)));
    assert_eq!(next.open(&id(), &nfc), Ok(draft.clone()));
    assert_eq!(block_on(browser.page().all(&nfc)), [draft]);
}

#[test]
fn a_draft_that_two_pages_begin_under_one_id_has_what_both_typed() {
    for is_told in [false, true] {
        let browser = Browser::default();
        let (page, other) = (browser.page(), browser.page());
        save(&other, &typed(&draft(), "goals", "To meet", 1));
        if is_told {
            let (key, record) = other.last_record(&id()).unwrap();
            assert!(page.receive(&key, &record, &nfc));
        }
        let mine = typed(&draft(), "mission", "We write.", 2);
        page.save_fields(&mine, &[Field::Answer(QuestionId::new("mission"))], at(2));
        page.opened(&id());
        if !is_told {
            page.gather(&id(), &nfc).unwrap();
        }
        let both = page.absorb(&mine, &[], at(3)).unwrap_or(mine);
        assert_eq!((both.text("mission"), both.text("goals")), ("We write.", "To meet"), "{is_told}");
        assert_eq!(page.conflicts(&id()), []);
        save(&page, &typed(&both, "name", "Lake Orin", 4));
        let found = browser.found();
        assert_eq!(
            ["name", "mission", "goals"].map(|question| found.text(question)),
            ["Lake Orin", "We write.", "To meet"]
        );
    }
}

#[test]
fn each_medium_alone_is_enough() {
    for clear in [Disk::clear as fn(&Disk), |_| {}] {
        let browser = with_draft("We write.");
        clear(&browser.local);
        if !browser.local.keys("").is_empty() {
            browser.durable.clear();
        }
        assert_eq!(browser.mission(), "We write.");
        let page = browser.page();
        page.shelf(&nfc);
        block_on(page.look(&nfc)).unwrap();
        assert_eq!(page.shelf(&nfc).drafts.len(), 1);
        block_on(page.fetch(&id(), &nfc)).unwrap();
        let draft = page.open(&id(), &nfc).unwrap();
        assert_eq!(save(&page, &typed(&draft, "name", "Lake Orin", 5)), Durability::Saved);
        browser.local.clear();
        assert_eq!(browser.found().text("name"), "Lake Orin");
        assert_eq!(browser.mission(), "We write.");
    }
}

#[test]
fn nothing_is_there_where_nothing_was_saved() {
    let page = Browser::default().page();
    assert_eq!(page.open(&id(), &nfc), Err(LoadError::Missing));
    assert_eq!(block_on(page.load(&id(), &nfc)), Err(LoadError::Missing));
    assert_eq!(page.shelf(&nfc), crate::store::Shelf::default());
}

#[test]
fn the_unchanged_is_not_written_again() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    let before = (browser.local.all(), browser.durable.all());
    browser.durable.fails.log.borrow_mut().clear();
    assert_eq!(save(&page, &draft), Durability::Saved);
    assert_eq!((browser.local.all(), browser.durable.all()), before);
    let draft = typed(&draft, "name", "Lake Orin", 1);
    save(&page, &draft);
    browser.local.fails.log.borrow_mut().clear();
    browser.durable.fails.log.borrow_mut().clear();
    save(&page, &draft);
    assert!(browser.local.fails.log.borrow().iter().all(|step| step.starts_with("get ")));
    assert!(browser.durable.fails.log.borrow().is_empty());
}

#[test]
fn each_page_writes_only_its_own_slot() {
    let browser = with_draft("We write.");
    let before = browser.local.all();
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    assert_eq!(browser.local.all(), before, "opening writes nothing");
    save(&page, &typed(&draft, "name", "Lake Orin", 1));
    let after = browser.local.all();
    assert!(before.iter().all(|record| after.contains(record)));
    assert_eq!(browser.local.keys(&key::slots_of(&id())).len(), 2);
    assert!(browser.local.value(&key::slot(&id(), page.writer())).is_some());
    let (own, record) = page.last_record(&id()).unwrap();
    assert_eq!(browser.local.value(&own), Some(record));
}

#[test]
fn a_draft_that_was_left_and_opened_again_is_the_same_pages() {
    let browser = with_draft("We write.");
    let page = browser.page();
    for (number, text) in [(1, "one"), (2, "two"), (3, "three")] {
        let draft = page.open(&id(), &nfc).unwrap();
        block_on(page.fetch(&id(), &nfc)).unwrap();
        assert_eq!(save(&page, &typed(&draft, "name", text, number)), Durability::Saved);
        page.close(&id());
        assert_eq!(browser.found().text("name"), text);
    }
    assert_eq!(page.shelf(&nfc).quarantined, [], "its own slot is nobody else's");
    assert_eq!(browser.local.keys("").len(), 2);
}

#[test]
fn a_keystroke_costs_the_same_with_many_drafts() {
    let steps = |others: u128| {
        let browser = with_draft("We write.");
        let page = browser.page();
        for other in 0..others {
            save(&page, &with_mission("other").with_id(DraftId::from_random(100 + other)));
        }
        let draft = page.open(&id(), &nfc).unwrap();
        let draft = typed(&draft, "name", "L", 1);
        save(&page, &draft);
        browser.local.fails.log.borrow_mut().clear();
        browser.durable.fails.log.borrow_mut().clear();
        save(&page, &typed(&draft, "name", "Lake", 2));
        (browser.local.fails.log.take(), browser.durable.fails.log.take())
    };
    let (local, durable) = steps(0);
    // The stored record is compared before and after without copying its text, unless there were no edits beside the
    // slot before; each medium is written only after a check whether another page has cleared everything.
    assert_eq!((local.len(), durable.len()), (7, 1), "{local:?} {durable:?}");
    assert_eq!(steps(40), (local, durable));
}

#[test]
fn the_home_screen_reads_no_draft_where_the_heads_are_right() {
    let browser = with_draft("We write.");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, "name", "Lake Orin", 1));
    // The answers are unreadable now, and nothing notices.
    for (key, record) in browser.local.all() {
        let slot = Slot::read(&key, &record, &nfc).unwrap();
        browser.local.put(&key, &slot.head.record(&slot));
    }
    let shelf = browser.page().shelf(&nfc);
    assert_eq!((shelf.drafts[0].info.done, shelf.drafts.len()), (2, 1));
    assert!(browser.page().open(&id(), &nfc).is_err());
}

#[test]
fn a_missing_or_damaged_head_is_made_anew() {
    let browser = with_draft("We write.");
    browser.local.clear();
    let heads = browser.durable.keys(key::heads());
    for change in [None, Some("{"), Some("{\"slot\":1}")] {
        match change {
            Some(record) => browser.durable.put(&heads[0], record),
            None => browser.durable.remove(&heads[0]),
        }
        let page = browser.page();
        block_on(page.look(&nfc)).unwrap();
        assert_eq!(page.shelf(&nfc).drafts[0].info.done, 1, "{change:?}");
    }
}

#[test]
fn drafts_of_two_pages_are_summed_up_together() {
    let browser = with_draft("We write.");
    let (one, two) = (browser.page(), browser.page());
    let (first, second) = (one.open(&id(), &nfc).unwrap(), two.open(&id(), &nfc).unwrap());
    save(&one, &typed(&first, "name", "Lake Orin", 1));
    save(&two, &typed(&second, "goals", "More", 2));
    assert_eq!(browser.page().shelf(&nfc).drafts[0].info.done, 3);
    // The same if localStorage has one of them and the durable store the other.
    browser.local.memory.remove(&key::slot(&id(), two.writer())).unwrap();
    browser.durable.remove(&key::slot(&id(), one.writer()));
    let page = browser.page();
    page.shelf(&nfc);
    block_on(page.look(&nfc)).unwrap();
    assert_eq!(page.shelf(&nfc).drafts[0].info.done, 3);
}

#[test]
fn what_localstorage_refuses_the_durable_store_keeps() {
    let browser = with_draft("old");
    browser.local.fill_up();
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    assert_eq!(save(&page, &typed(&draft, "mission", "new and longer", 1)), Durability::Saved);
    assert_eq!(browser.mission(), "new and longer");
}

#[test]
fn what_both_refuse_is_kept_in_memory_until_there_is_room() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    browser.local.fails.always(Fault::Blocked);
    browser.durable.fails.always(Fault::Full);
    let new = typed(&draft, "mission", "new", 1);
    let safety = Durability::MemoryOnly { local: Fault::Blocked, durable: Fault::Full };
    assert_eq!(save(&page, &new), safety);
    page.close(&id());
    assert_eq!(page.durability(&id()), safety, "it stays in memory");
    assert!(page.is_anything_unsaved());
    assert_eq!(page.open(&id(), &nfc), Ok(new.clone()));
    assert_eq!(page.shelf(&nfc).drafts[0].info.changed, at(1));
    block_on(page.retry(at(2), &nfc, &|| ()));
    assert_eq!(page.durability(&id()), safety);

    browser.durable.fails.never();
    block_on(page.retry(at(3), &nfc, &|| ()));
    assert_eq!(page.durability(&id()), Durability::Saved);
    assert!(!page.is_anything_unsaved());
    browser.local.fails.never();
    assert_eq!(browser.mission(), "new");
    browser.durable.clear();
    block_on(page.retry(at(4), &nfc, &|| ()));
    assert_eq!(browser.mission(), "new", "localStorage gets it too");
}

#[test]
fn only_localstorage_is_said_to_be_only_that() {
    let browser = Browser::default();
    browser.durable.fails.always(Fault::Broken { name: "VersionError".into() });
    let page = browser.page();
    let fault = Fault::Broken { name: "VersionError".into() };
    assert_eq!(save(&page, &with_mission("new")), Durability::LocalOnly(fault.clone()));
    let next = browser.page();
    next.open(&id(), &nfc).unwrap();
    assert_eq!(block_on(next.fetch(&id(), &nfc)), Err(fault.clone()));
    assert_eq!(next.durability(&id()), Durability::LocalOnly(fault));
}

#[test]
fn a_browser_without_storage_keeps_drafts_in_memory() {
    let refused = || Refused(Fault::Blocked);
    let page = Repository::new(Box::new(refused()), Box::new(refused()), Writer::from_random(1));
    let draft = with_mission("new");
    assert_eq!(
        save(&page, &draft),
        Durability::MemoryOnly { local: Fault::Blocked, durable: Fault::Blocked }
    );
    assert_eq!(page.open(&id(), &nfc), Ok(draft.clone()));
    assert_eq!(block_on(page.load(&id(), &nfc)), Ok(draft));
    assert_eq!((page.shelf(&nfc).drafts.len(), page.shelf(&nfc).local), (1, Some(Fault::Blocked)));
    assert_eq!(block_on(page.clear()), Err(Fault::Blocked));
    assert!(Backend::get(&refused(), "").is_err() && block_on(DurableStore::get(&refused(), "")).is_err());
}

#[test]
fn what_is_cleared_under_a_running_page_is_written_again() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    for clear_durable in [false, true] {
        browser.local.clear();
        if clear_durable {
            browser.durable.clear();
        }
        page.heal(&id(), at(5));
        block_on(page.settle(&|| ()));
        assert_eq!(browser.local.keys(&key::slots_of(&id())).len(), 1);
        assert_eq!(browser.page().open(&id(), &nfc), Ok(draft.clone()));
    }
    browser.local.clear();
    assert_eq!(browser.mission(), "old", "the durable store has it again");
    // An edit without a word of it writes all again, too.
    save(&page, &typed(&draft, "name", "Lake Orin", 6));
    browser.local.clear();
    save(&page, &typed(&draft, "name", "Lake", 7));
    assert_eq!(browser.page().open(&id(), &nfc).unwrap().text("mission"), "old");
}

#[test]
fn a_durable_store_that_lacks_something_gets_it() {
    let browser = with_draft("old");
    browser.durable.clear();
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    assert_eq!(block_on(page.fetch(&id(), &nfc)), Ok(false));
    assert_eq!(page.durability(&id()), Durability::Writing);
    block_on(page.settle(&|| ()));
    assert_eq!(page.durability(&id()), Durability::Saved);
    browser.local.clear();
    assert_eq!(browser.mission(), "old");
    let before = browser.durable.all();
    let next = browser.page();
    block_on(next.fetch(&id(), &nfc)).unwrap();
    next.open(&id(), &nfc).unwrap();
    block_on(next.fetch(&id(), &nfc)).unwrap();
    block_on(next.settle(&|| ()));
    assert_eq!(browser.durable.all(), before, "it has everything");
}

#[test]
fn a_newer_version_stops_the_writing() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    // The same record, as a newer version would seal it.
    let writer = Writer::from_random(99 << 64);
    let newer = newer_record();
    let key = key::slot(&id(), writer);
    browser.local.put(&key, &newer);
    assert!(page.gather(&id(), &nfc).unwrap());
    let last = typed(&draft, "mission", "typed until then", 1);
    page.absorb(&last, &[], at(1));
    assert_eq!(page.durability(&id()), Durability::Stopped { version: APART_EDIT_VERSION + 1 });
    assert_eq!(browser.local.value(&key), Some(newer.clone()));
    browser.local.memory.remove(&key).unwrap();
    assert_eq!(browser.mission(), "typed until then", "what was typed until then is stored");

    browser.local.put(&key, &newer);
    let before = browser.local.all();
    assert!(matches!(save(&page, &typed(&last, "mission", "later", 2)), Durability::Stopped { .. }));
    assert_eq!(browser.local.all(), before);
    let error = SlotError::Newer { version: APART_EDIT_VERSION + 1 };
    assert_eq!(browser.page().open(&id(), &nfc), Err(LoadError::Slot { error, text: newer }));
}

/// A record that a newer version might write.
fn newer_record() -> String {
    let version = APART_EDIT_VERSION + 1;
    let body = |sum: &str| format!("{{\"slot\":{version},\"sum\":\"{sum}\",\"head\":[],\"fields\":[]}}");
    body(&crate::store::checksum(&body("")))
}

#[test]
fn settings_are_kept_and_the_room_is_counted() {
    let browser = Browser::default();
    let page = browser.page();
    assert_eq!(page.bytes_used(), Ok(0));
    page.set_setting("theme", Some("därk😀")).unwrap();
    assert_eq!(browser.page().setting("theme").as_deref(), Some("därk😀"));
    browser.local.put("other", "\"not ours\"");
    // The value with its quotes has 8 units, as the last character has two.
    assert_eq!(page.bytes_used(), Ok(2 * (key::setting("theme").len() + 8)));
    block_on(page.clear()).unwrap();
    assert_eq!(browser.local.keys(""), [key::CLEARED, "other"]);
    assert_eq!(page.setting("theme"), None);
}

#[test]
fn a_touched_field_is_saved_as_a_whole_draft_is() {
    let (whole, touched) = (Browser::default(), Browser::default());
    let (one, two) = (whole.page(), touched.page());
    let mission = [Field::Answer(QuestionId::new("mission"))];
    // A draft that is new to the page is saved as a whole, whatever was touched.
    let mut draft = with_mission("first");
    one.save(&draft, at(0));
    two.save_fields(&draft, &mission, at(0));
    for (seconds, text) in [(1, "second"), (2, "second"), (3, "third")] {
        draft = typed(&draft, "mission", text, seconds);
        one.save(&draft, at(seconds));
        two.save_fields(&draft, &mission, at(seconds));
        assert_eq!(one.last_record(&id()), two.last_record(&id()), "{text}");
    }
    assert_eq!(touched.mission(), "third");
    let slot = two.last_record(&id());
    two.save_fields(&typed(&draft, "name", "Lake Orin", 4), &mission, at(4));
    assert_eq!(two.last_record(&id()), slot, "nothing else is looked at");
}
