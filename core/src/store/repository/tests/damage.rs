//! A damaged record gives an error and is put in quarantine, or gives the same draft: never another one, never an
//! empty one.

use proptest::prelude::*;

use super::*;
use crate::draft::replica::testing::{World, any_steps};
use crate::store::slot::Slot;
use crate::store::{LoadError, QuarantineReason, SlotError, key};

fn a_slot() -> (String, String) {
    let browser = with_draft("We \"write\".\nIn Қазақша too. ,\"fields\":");
    let key = browser.local.keys(&key::slots_of(&id())).remove(0);
    let record = browser.local.value(&key).unwrap();
    (key, record)
}

fn read(key: &str, record: &[u8]) -> Result<Slot, SlotError> {
    // A browser's storage contains texts: invalid bytes arrive replaced.
    Slot::read(key, &String::from_utf8_lossy(record), &nfc)
}

#[test]
fn every_byte_matters() {
    let (key, record) = a_slot();
    let record = record.as_bytes();
    assert!(read(&key, record).is_ok());
    for at in 0..record.len() {
        for bit in 0..8 {
            let mut flipped = record.to_vec();
            flipped[at] ^= 1 << bit;
            assert_eq!(read(&key, &flipped), Err(SlotError::Damaged), "bit {bit} of byte {at}");
        }
        assert_eq!(read(&key, &record[..at]), Err(SlotError::Damaged), "cut before byte {at}");
        assert_eq!(read(&key, &record[at + 1..]), Err(SlotError::Damaged), "cut after byte {at}");
    }
}

#[test]
fn every_range_matters() {
    let (key, record) = a_slot();
    let record = record.as_bytes();
    for length in [1, 2, 3, 16, 100] {
        for start in 0..record.len() - length {
            let range = start..start + length;
            let mut doubled = record.to_vec();
            doubled.splice(range.end..range.end, record[range.clone()].to_vec());
            assert_eq!(read(&key, &doubled), Err(SlotError::Damaged), "{range:?} doubled");
            let mut gone = record.to_vec();
            gone.drain(range.clone());
            assert_eq!(read(&key, &gone), Err(SlotError::Damaged), "{range:?} gone");
            for by in [0, b' ', b'0', b'}'] {
                let mut replaced = record.to_vec();
                replaced[range.clone()].fill(by);
                let same = replaced == record;
                assert_eq!(read(&key, &replaced).is_ok(), same, "{range:?} replaced by {by}");
            }
        }
    }
}

#[test]
fn a_record_in_anothers_place_is_no_draft() {
    let (key, record) = a_slot();
    let writer = key::slot_of(&key).unwrap().1;
    let places = [
        key::slot(&DraftId::from_random(8), writer),
        key::slot(&id(), Writer::from_random(1234)),
        key::draft(&id()),
        String::new(),
    ];
    for place in places {
        assert_eq!(Slot::read(&place, &record, &nfc), Err(SlotError::Misplaced), "{place}");
    }
}

#[test]
fn what_is_damaged_is_set_aside_and_stays_as_it_is() {
    let (key, record) = a_slot();
    for damaged in ["", "{", "null", &record[..record.len() - 1], &record.replacen("We", "Me", 1)] {
        let browser = Browser::default();
        browser.pages.set(50);
        browser.local.put(&key, damaged);
        let page = browser.page();
        let error = SlotError::Damaged;
        assert_eq!(
            page.open(&id(), &nfc),
            Err(LoadError::Slot { error: error.clone(), text: damaged.into() })
        );
        let shelf = page.shelf(&nfc);
        assert!(shelf.drafts.is_empty());
        assert_eq!(
            (&shelf.quarantined[0].why, shelf.quarantined[0].text.as_str()),
            (&QuarantineReason::Slot(error), damaged)
        );
        // A draft of the same id that comes in is stored beside it.
        assert_eq!(save(&page, &with_mission("imported")), Durability::Saved);
        assert_eq!(browser.local.value(&key).as_deref(), Some(damaged));
        assert_eq!(browser.mission(), "imported");
        assert_eq!(browser.page().shelf(&nfc).quarantined.len(), 1);
    }
}

#[test]
fn the_other_medium_makes_up_for_a_damaged_one() {
    let (key, record) = a_slot();
    let whole = with_draft("We write.");
    for in_durable in [false, true] {
        let browser = with_draft("We write.");
        let damaged = record.replacen("We", "Me", 1);
        let own = browser.local.keys(&key::slots_of(&id())).remove(0);
        assert_eq!(own, key);
        if in_durable {
            browser.durable.put(&key, &damaged);
            browser.durable.put(&key.replacen("/slot/", "/head/", 1), "{}");
        } else {
            browser.local.put(&key, &damaged);
        }
        assert_eq!(browser.found(), whole.found());
        let page = browser.page();
        page.shelf(&nfc);
        block_on(page.look(&nfc)).unwrap();
        let shelf = page.shelf(&nfc);
        assert_eq!(
            (shelf.drafts.len(), shelf.quarantined.len()),
            (1, 1),
            "in the durable store: {in_durable}"
        );
        assert_eq!(shelf.quarantined[0].text, damaged);
        // Tidying, deleting and restoring from the trash do not touch it, either.
        let draft = block_on(page.load(&id(), &nfc)).unwrap();
        save(&page, &typed(&draft, "name", "Lake Orin", 3));
        for seconds in [10, 100, 200] {
            block_on(browser.page().tidy(&id(), &[], at(seconds), &nfc)).unwrap();
        }
        block_on(browser.page().discard(&id(), at(300), &nfc)).unwrap();
        block_on(browser.page().remove(&id(), &nfc)).unwrap();
        let left = if in_durable { browser.durable.all() } else { browser.local.all() };
        assert!(left.contains(&(key.clone(), damaged)), "in the durable store: {in_durable}: {left:?}");
    }
}

#[test]
fn what_stands_in_the_own_place_is_copied_aside() {
    let browser = with_draft("old");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    let draft = typed(&draft, "mission", "new", 1);
    save(&page, &draft);
    browser.local.put(&key::slot(&id(), page.writer()), "\"somebody else's\"");
    save(&page, &typed(&draft, "mission", "newer", 2));
    let quarantined = browser.page().shelf(&nfc).quarantined;
    assert_eq!((quarantined.len(), quarantined[0].text.as_str()), (1, "\"somebody else's\""));
    assert_eq!(browser.mission(), "newer");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any state, any damage.
    #[test]
    fn a_damaged_slot_is_an_error_or_the_same(
        steps in any_steps(20),
        place in any::<prop::sample::Index>(),
        length in 0_usize..60,
        damage in 0..4,
        bytes in proptest::collection::vec(any::<u8>(), 0..20),
    ) {
        let world = World::after(&steps);
        let page = &world.pages[0];
        let slot = Slot::new(id(), page.me, 7, page.replica.clone());
        let key = key::slot(&id(), page.me);
        let record = slot.write().into_bytes();
        prop_assert_eq!(read(&key, &record), Ok(slot));
        let start = place.index(record.len());
        let end = record.len().min(start + length);
        let mut damaged = record.clone();
        match damage {
            0 => drop(damaged.splice(start..end, bytes)),
            1 => drop(damaged.drain(start..end)),
            2 => drop(damaged.splice(end..end, record[start..end].to_vec())),
            _ => damaged[start..end].reverse(),
        }
        if damaged != record {
            prop_assert_eq!(read(&key, &damaged), Err(SlotError::Damaged));
        }
    }
}
