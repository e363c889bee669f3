//! Edits beside a slot: saving costs only what was edited, and nothing depends on when they are folded into the slot.

use super::*;
use crate::draft::replica::Field;
use crate::store::slot::{EDIT_VERSION, Head, Slot, SlotEdit};
use crate::store::testing::Failing;
use crate::store::{Fault, LoadError, QuarantineReason, SlotError, key};

/// A draft that is long beside an edit of its mission.
fn long(mission: &str) -> Draft {
    typed(&with_mission(mission), "goals", &"We plan. ".repeat(500), 0)
}

/// A page that has the draft open and its slot written; its next edits go beside that.
fn at_work(browser: &Browser) -> (Repository, Draft) {
    assert_eq!(save(&browser.page(), &long("older")), Durability::Saved);
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    block_on(page.fetch(&id(), &nfc)).unwrap();
    let draft = typed(&draft, "name", "Lake Orin", 1);
    assert_eq!(save(&page, &draft), Durability::Saved);
    (page, draft)
}

/// The same, with an edit beside its slot.
fn edited(browser: &Browser) -> (Repository, Draft) {
    let (page, draft) = at_work(browser);
    let draft = typed(&draft, "mission", "old", 2);
    assert_eq!(save(&page, &draft), Durability::Saved);
    assert_eq!(edits(browser), (1, 1));
    (page, draft)
}

/// The number of records of edits in the two media.
fn edits(browser: &Browser) -> (usize, usize) {
    let count = |keys: Vec<String>| keys.iter().filter(|key| key.ends_with("/edit")).count();
    (count(browser.local.keys("")), count(browser.durable.keys("")))
}

/// A page that has the draft open and is prepared for its first edit.
fn prepared(browser: &Browser) -> (Repository, Draft) {
    assert_eq!(save(&browser.page(), &long("older")), Durability::Saved);
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    block_on(page.fetch(&id(), &nfc)).unwrap();
    page.prepare(&id());
    (page, draft)
}

#[test]
fn the_first_edit_is_written_beside_the_slot_that_was_prepared() {
    let browser = Browser::default();
    let (page, draft) = prepared(&browser);
    let slot_key = key::slot(&id(), page.writer());
    assert_eq!(browser.local.value(&slot_key), None, "nothing is written before");
    assert!(!page.is_anything_unsaved());
    assert_eq!(page.durability(&id()), Durability::Saved);
    block_on(page.settle(&|| ()));
    assert!(browser.durable.all().iter().all(|(key, _)| *key != slot_key), "nor to the durable store");
    assert_eq!(save(&page, &draft), Durability::Saved, "where nothing was edited");
    assert_eq!(browser.local.value(&slot_key), None);
    assert_eq!(save(&page, &typed(&draft, "mission", "first", 2)), Durability::Saved);
    assert_eq!((browser.mission().as_str(), edits(&browser)), ("first", (1, 1)));
    let slot = browser.local.value(&slot_key);
    assert!(slot.is_some());
    page.prepare(&id());
    assert_eq!(save(&page, &typed(&draft, "mission", "second", 3)), Durability::Saved);
    assert_eq!((browser.mission().as_str(), browser.local.value(&slot_key)), ("second", slot));
    browser.local.clear();
    assert_eq!(block_on(browser.page().load(&id(), &nfc)).unwrap().text("mission"), "second");
}

#[test]
fn what_came_meanwhile_is_not_taken_for_prepared() {
    let browser = Browser::default();
    let (page, draft) = prepared(&browser);
    let other = browser.page();
    let theirs = other.open(&id(), &nfc).unwrap();
    assert_eq!(save(&other, &typed(&theirs, "name", "Lake Orin", 2)), Durability::Saved);
    page.gather(&id(), &nfc).unwrap();
    let draft = page.absorb(&draft, &[], at(3)).unwrap();
    assert_eq!(save(&page, &typed(&draft, "mission", "first", 4)), Durability::Saved);
    assert_eq!(edits(&browser), (0, 0), "a slot with all that is known");
    let slot = browser.local.value(&key::slot(&id(), page.writer())).unwrap();
    assert!(slot.contains("Lake Orin") && slot.contains("first"), "{slot}");
}

#[test]
fn an_edit_is_written_beside_the_slot() {
    let browser = Browser::default();
    let (page, draft) = at_work(&browser);
    let slot_key = key::slot(&id(), page.writer());
    let slot = browser.local.value(&slot_key);
    for (number, text) in ["one", "two", "three"].into_iter().enumerate() {
        let draft = typed(&draft, "mission", text, 2 + i64::try_from(number).unwrap());
        assert_eq!(save(&page, &draft), Durability::Saved);
        assert_eq!((browser.mission().as_str(), browser.local.value(&slot_key)), (text, slot.clone()));
    }
    let (edit_key, record) = page.last_record(&id()).unwrap();
    assert_eq!((edit_key.clone(), edits(&browser)), (key::edit(&id(), page.writer()), (1, 1)));
    assert_eq!(browser.local.value(&edit_key).as_ref(), Some(&record));
    assert!(record.len() < 500, "{record}");
    assert!(browser.durable.all().contains(&(edit_key, record)));
    // Either medium alone has it, and the home screen of another page sums it up.
    let shelf = browser.page().shelf(&nfc);
    assert_eq!((shelf.drafts[0].info.changed, shelf.drafts[0].info.done), (at(4), 3));
    browser.local.clear();
    let next = browser.page();
    block_on(next.look(&nfc)).unwrap();
    assert_eq!((browser.mission().as_str(), next.shelf(&nfc).drafts[0].info.changed), ("three", at(4)));
    assert_eq!(next.shelf(&nfc).quarantined, []);
}

#[test]
fn a_field_that_is_cleared_is_an_edit_too() {
    let browser = Browser::default();
    let (page, mut draft) = edited(&browser);
    draft.remove(&QuestionId::new("name"), at(3)).unwrap();
    draft.remove(&QuestionId::new("mission"), at(4)).unwrap();
    save(&page, &draft);
    assert_eq!((browser.found(), edits(&browser)), (draft, (1, 1)));
}

#[test]
fn edits_become_a_slot_when_they_grow_and_when_nothing_more_is_to_come() {
    let grown = |_: &Browser, page: &Repository, draft: &Draft| {
        save(page, &typed(draft, "history", &"Then. ".repeat(1000), 5));
    };
    let left = |_: &Browser, page: &Repository, _: &Draft| {
        page.fold(&id(), at(5));
        assert_eq!(page.durability(&id()), Durability::Writing);
        block_on(page.settle(&|| ()));
        page.close(&id());
    };
    let trashed = |browser: &Browser, page: &Repository, _: &Draft| {
        block_on(page.discard(&id(), at(5), &nfc)).unwrap();
        block_on(browser.page().restore(&id(), at(6), &nfc)).unwrap();
    };
    let merged = |browser: &Browser, page: &Repository, draft: &Draft| {
        let other = browser.page();
        let theirs = other.open(&id(), &nfc).unwrap();
        save(&other, &typed(&theirs, "timeline", "theirs", 5));
        page.gather(&id(), &nfc).unwrap();
        let draft = page.absorb(draft, &[], at(6)).unwrap();
        save(page, &typed(&draft, "name", "Lake", 6));
        assert_eq!(browser.found().text("timeline"), "theirs");
    };
    let cases: [fn(&Browser, &Repository, &Draft); 4] = [grown, left, trashed, merged];
    for (number, fold) in cases.into_iter().enumerate() {
        let browser = Browser::default();
        let (page, draft) = edited(&browser);
        fold(&browser, &page, &draft);
        assert_eq!((browser.mission().as_str(), edits(&browser)), ("old", (0, 0)), "case {number}");
        assert_eq!(browser.page().shelf(&nfc).quarantined, [], "case {number}");
    }
}

#[test]
fn a_page_that_comes_back_to_its_draft_goes_on() {
    let browser = Browser::default();
    let (page, _) = edited(&browser);
    for (number, text) in [(3, "one"), (4, "two"), (5, "three")] {
        page.close(&id());
        let draft = page.open(&id(), &nfc).unwrap();
        block_on(page.fetch(&id(), &nfc)).unwrap();
        save(&page, &typed(&draft, "mission", text, number));
        save(&page, &typed(&draft, "mission", &format!("{text} more"), number));
        assert_eq!((browser.mission(), edits(&browser)), (format!("{text} more"), (1, 1)));
    }
    assert_eq!(page.shelf(&nfc).quarantined, [], "what is beside its slot is nobody else's");
}

#[test]
fn a_page_that_comes_back_loses_nothing_that_only_the_durable_store_has() {
    let browser = Browser::default();
    let (page, draft) = edited(&browser);
    browser.local.fails.always(Fault::Full);
    let draft = typed(&draft, "mission", "while it was full", 3);
    assert_eq!(save(&page, &draft), Durability::Saved);
    page.close(&id());
    browser.local.fails.never();
    // The durable store is not asked in between, as when it is slow.
    let again = page.open(&id(), &nfc).unwrap();
    assert_eq!(again.text("mission"), "while it was full");
    assert_eq!(save(&page, &typed(&again, "name", "after that", 4)), Durability::Saved);
    let found = browser.found();
    assert_eq!((found.text("mission"), found.text("name")), ("while it was full", "after that"));
}

#[test]
fn what_a_page_keeps_of_a_draft_that_it_left_does_not_bring_it_back() {
    let browser = Browser::default();
    let (page, draft) = edited(&browser);
    browser.local.fails.always(Fault::Full);
    save(&page, &typed(&draft, "mission", "while it was full", 3));
    page.close(&id());
    browser.local.fails.never();
    browser.local.clear();
    browser.durable.clear();
    assert!(!block_on(page.retry(at(5), &nfc, &|| ())));
    assert_eq!((browser.local.keys(""), browser.durable.keys("")), (vec![], vec![]));
}

/// An action of a page at work, with an edit beside its slot already.
type Work = (&'static str, fn(&Browser, &Repository, &Draft));

const WORK: [Work; 6] = [
    ("edit", |_, page, draft| drop(save(page, &typed(draft, "mission", "new", 3)))),
    ("grow", |_, page, draft| {
        let draft = typed(draft, "history", &"Then. ".repeat(300), 3);
        drop(save(page, &typed(&draft, "mission", "new", 3)));
    }),
    ("fold", |_, page, draft| {
        page.save_fields(
            &typed(draft, "mission", "new", 3),
            &[Field::Answer(QuestionId::new("mission"))],
            at(3),
        );
        page.fold(&id(), at(4));
        block_on(page.settle(&|| ()));
        page.close(&id());
    }),
    ("trash", |_, page, draft| {
        save(page, &typed(draft, "mission", "new", 3));
        let _ = block_on(page.discard(&id(), at(4), &nfc));
        let _ = block_on(page.restore(&id(), at(5), &nfc));
    }),
    ("retry", |_, page, draft| {
        save(page, &typed(draft, "mission", "new", 3));
        page.heal(&id(), at(4));
        block_on(page.retry(at(4), &nfc, &|| ()));
    }),
    ("tidy", |browser, page, draft| {
        save(page, &typed(draft, "mission", "new", 3));
        for seconds in [10, 100, 200] {
            let next = browser.page();
            if let Ok(draft) = next.open(&id(), &nfc) {
                save(&next, &typed(&draft, "timeline", &format!("{seconds}"), seconds));
            }
            let _ = block_on(next.tidy(&id(), &[], at(seconds), &nfc));
        }
    }),
];

/// A fault at each step of either medium or both: at that one, from it on (as where the page is killed), or in the
/// answer alone. Everything reported as saved is found, and nothing is put in quarantine.
#[test]
fn a_fault_at_any_step_loses_nothing() {
    for (name, work) in WORK {
        for (in_disk, in_durable) in [(true, false), (false, true), (true, true)] {
            for way in ["once", "from", "done"] {
                for step in 0..300 {
                    let browser = Browser::default();
                    let (page, draft) = edited(&browser);
                    let mut failing: Vec<&Failing> = Vec::new();
                    failing.extend(in_disk.then_some(&*browser.local.fails));
                    failing.extend(in_durable.then_some(&*browser.durable.fails));
                    for each in &failing {
                        each.done.set(way == "done");
                        match way {
                            "from" => each.from(step, Fault::Full),
                            _ => each.once(step, Fault::Silent),
                        }
                    }
                    work(&browser, &page, &draft);
                    let saved = page.durability(&id()) == Durability::Saved;
                    let reached = failing.iter().map(|each| each.never()).fold(true, |all, one| all & !one);
                    let what = format!("{name}, {way} {step}, {in_disk} {in_durable}");
                    let next = browser.page();
                    if block_on(next.load(&id(), &nfc)) == Err(LoadError::InTrash) {
                        block_on(next.restore(&id(), at(900), &nfc)).unwrap();
                    }
                    let found = browser.found();
                    let missions: &[&str] = if saved { &["new"] } else { &["old", "new"] };
                    assert!(missions.contains(&found.text("mission")), "{what}: {}", found.text("mission"));
                    assert_eq!(
                        (found.text("goals").len(), found.text("name")),
                        (4500, "Lake Orin"),
                        "{what}"
                    );
                    assert_eq!(browser.page().shelf(&nfc).quarantined, [], "{what}");
                    if !reached {
                        break;
                    }
                    assert!(step < 299, "{what}: it never ends");
                }
            }
        }
    }
}

#[test]
fn a_full_storage_keeps_what_it_has_and_the_durable_store_the_rest() {
    let browser = Browser::default();
    let (page, draft) = edited(&browser);
    browser.local.fill_up();
    let draft = typed(&draft, "history", &"Then. ".repeat(300), 5);
    assert_eq!(save(&page, &draft), Durability::Saved);
    assert_eq!((browser.mission().as_str(), browser.found().text("history").len()), ("old", 1800));
    browser.durable.fill_up();
    let draft = typed(&draft, "timeline", &"Next. ".repeat(300), 6);
    let refused = Durability::MemoryOnly { local: Fault::Full, durable: Fault::Full };
    assert_eq!((save(&page, &draft), browser.mission()), (refused, "old".into()));
    browser.local.room.set(None);
    browser.durable.room.set(None);
    block_on(page.retry(at(7), &nfc, &|| ()));
    assert_eq!((page.durability(&id()), browser.found()), (Durability::Saved, draft));
}

#[test]
fn edits_are_not_written_without_their_slot() {
    let cleared = |browser: &Browser| browser.durable.clear();
    let both = |browser: &Browser| {
        browser.durable.clear();
        browser.local.clear();
    };
    let trashed = |browser: &Browser| {
        block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
        block_on(browser.page().remove(&id(), &nfc)).unwrap();
        assert_eq!((browser.local.keys("").len(), browser.durable.keys("").len()), (0, 0));
    };
    let cases: [fn(&Browser); 3] = [cleared, both, trashed];
    for (number, gone) in cases.into_iter().enumerate() {
        let browser = Browser::default();
        let (page, draft) = edited(&browser);
        gone(&browser);
        // This page was not notified.
        let draft = typed(&draft, "mission", "new", 6);
        assert_eq!(save(&page, &draft), Durability::Saved);
        let (local, found) = (browser.page().open(&id(), &nfc), browser.found());
        browser.local.clear();
        assert_eq!(
            (local, browser.found(), found),
            (Ok(draft.clone()), draft.clone(), draft),
            "case {number}"
        );
    }
}

#[test]
fn a_damaged_edit_is_set_aside_and_its_slot_opens() {
    let browser = Browser::default();
    let (page, _) = edited(&browser);
    let key = key::edit(&id(), page.writer());
    let record = browser.local.value(&key).unwrap();
    for place in 0..record.len() {
        for bit in 0..8 {
            let mut damaged = record.clone().into_bytes();
            damaged[place] ^= 1 << bit;
            let damaged = String::from_utf8_lossy(&damaged).into_owned();
            assert_eq!(SlotEdit::read(&key, &damaged, &nfc), Err(SlotError::Damaged), "{bit} of {place}");
        }
    }
    let damaged = record.replacen("old", "odd", 1);
    browser.local.put(&key, &damaged);
    browser.durable.put(&key, &damaged);
    let next = browser.page();
    let draft = next.open(&id(), &nfc).unwrap();
    assert_eq!((draft.text("mission"), draft.text("name")), ("older", "Lake Orin"), "the slot as it was");
    block_on(next.look(&nfc)).unwrap();
    let quarantined = next.shelf(&nfc).quarantined;
    assert_eq!((quarantined.len(), &quarantined[0].why), (1, &QuarantineReason::Slot(SlotError::Damaged)));
    assert_eq!(
        (quarantined[0].text.as_str(), quarantined[0].draft.as_ref()),
        (damaged.as_str(), Some(&id()))
    );
    // Writing, tidying, deleting and emptying the trash do not touch it, either.
    save(&next, &typed(&draft, "mission", "new", 9));
    for seconds in [10, 100, 200] {
        block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
    }
    assert_eq!(browser.mission(), "new");
    block_on(browser.page().discard(&id(), at(300), &nfc)).unwrap();
    block_on(browser.page().remove(&id(), &nfc)).unwrap();
    assert_eq!(browser.local.value(&key).as_ref(), Some(&damaged));
    assert!(browser.durable.all().contains(&(key, damaged)));
}

#[test]
fn what_stands_in_place_of_the_edits_is_copied_aside() {
    for fold in [false, true] {
        let browser = Browser::default();
        let (page, draft) = edited(&browser);
        let key = key::edit(&id(), page.writer());
        browser.local.put(&key, "\"somebody else's\"");
        if fold {
            page.fold(&id(), at(5));
            assert_eq!(browser.local.value(&key).as_deref(), Some("\"somebody else's\""), "it stays");
        } else {
            save(&page, &typed(&draft, "mission", "new", 5));
        }
        let quarantined = browser.page().shelf(&nfc).quarantined;
        assert_eq!((quarantined.len(), quarantined[0].text.as_str()), (1, "\"somebody else's\""));
        assert_eq!(browser.mission(), if fold { "old" } else { "new" });
    }
}

#[test]
fn edits_whose_slot_is_damaged_need_what_they_build_on() {
    let browser = Browser::default();
    let (page, _) = edited(&browser);
    browser.local.put(&key::slot(&id(), page.writer()), "{\"slot\":");
    let next = browser.page();
    assert_eq!(next.open(&id(), &nfc).unwrap().text("mission"), "older", "the slot of the page before");
    let quarantined = next.shelf(&nfc).quarantined;
    let whys: Vec<&QuarantineReason> = quarantined.iter().map(|quarantined| &quarantined.why).collect();
    assert_eq!(quarantined.len(), 2, "{whys:?}");
    assert!(whys.contains(&&QuarantineReason::Slot(SlotError::Misplaced)), "{whys:?}");
    // The durable store has the slot, and with it the edits can be read again.
    block_on(next.fetch(&id(), &nfc)).unwrap();
    assert_eq!(browser.mission(), "old");
    browser.durable.remove(&key::edit(&id(), page.writer()));
    let last = browser.page();
    block_on(last.fetch(&id(), &nfc)).unwrap();
    assert_eq!(last.open(&id(), &nfc).unwrap().text("mission"), "old");
}

#[test]
fn a_version_that_knows_slots_alone_stops_until_they_are_folded() {
    let browser = Browser::default();
    let (page, _) = edited(&browser);
    // That version reads all records whose keys begin like a slot's as slots: their envelopes have the same form.
    let read = |browser: &Browser| -> Vec<SlotError> {
        let records = browser.local.all().into_iter().filter(|(key, _)| key.starts_with(key::slots()));
        let errors = records.filter_map(|(key, record)| Slot::read(&key, &record, &nfc).err());
        errors.collect()
    };
    assert_eq!(read(&browser), [SlotError::Newer { version: EDIT_VERSION }]);
    let (key, record) = page.last_record(&id()).unwrap();
    assert_eq!(Head::read(&key, &record), Err(SlotError::Newer { version: EDIT_VERSION }));
    page.fold(&id(), at(5));
    assert_eq!(read(&browser), []);
    // A newer form of edits stops this version.
    let newer = |sum: &str| format!("{{\"slot\":3,\"sum\":\"{sum}\",\"head\":[],\"fields\":[]}}");
    browser.local.put(&key, &newer(&crate::store::checksum(&newer(""))));
    let error = SlotError::Newer { version: 3 };
    assert!(matches!(browser.page().open(&id(), &nfc), Err(LoadError::Slot { error: e, .. }) if e == error));
}

#[test]
fn another_tab_gets_the_edit_alone() {
    let browser = Browser::default();
    let (page, draft) = at_work(&browser);
    let other = browser.page();
    let mut theirs = other.open(&id(), &nfc).unwrap();
    let stranger = Browser::default().page();
    let _ = stranger.open(&id(), &nfc);
    for (seconds, text) in [(5, "one"), (6, "two")] {
        save(&page, &typed(&draft, "mission", text, seconds));
        let (key, record) = page.last_record(&id()).unwrap();
        assert_eq!(key, key::edit(&id(), page.writer()));
        assert!(other.receive(&key, &record, &nfc) && !other.receive(&key, &record, &nfc));
        theirs = other.absorb(&theirs, &[], at(seconds)).unwrap();
        assert_eq!(theirs.text("mission"), text);
        assert!(!stranger.receive(&key, &record, &nfc), "it does not know what that builds on");
    }
    // If localStorage refuses, the others could not find the slot that the edit builds on.
    browser.local.fails.always(Fault::Full);
    save(&page, &typed(&draft, "mission", "three", 7));
    let (key, record) = page.last_record(&id()).unwrap();
    assert_eq!(key, key::slot(&id(), page.writer()));
    stranger.receive(&key, &record, &nfc);
    assert_eq!(stranger.open(&id(), &nfc).unwrap().text("mission"), "three");
}

#[test]
fn a_save_asks_and_writes_as_much_in_a_long_report_as_in_a_short_one() {
    let written = |answers: usize| {
        let browser = Browser::default();
        let mut draft = long("older");
        for number in 0..answers {
            draft = typed(&draft, &format!("q{number}"), &"x".repeat(3000), 0);
        }
        let page = browser.page();
        save(&page, &draft);
        save(&page, &typed(&draft, "mission", "old", 1));
        browser.local.fails.log.take();
        browser.durable.fails.log.take();
        save(&page, &typed(&draft, "mission", "new", 2));
        (
            browser.local.fails.log.take(),
            browser.durable.fails.log.take(),
            page.last_record(&id()).unwrap().1.len(),
        )
    };
    let (local, durable, bytes) = written(0);
    assert_eq!((local.len(), durable.len()), (6, 1), "{local:?} {durable:?}");
    let full = written(30);
    assert_eq!((full.0, full.1), (local, durable));
    assert!(full.2.abs_diff(bytes) < 10, "but for the digits of its numbers: {} and {bytes} bytes", full.2);
}
