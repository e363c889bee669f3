//! Records of earlier formats, kept in `tests/storage/` as they were written, are read, edited, and replaced in time.

use super::*;
use crate::date::Date;
use crate::draft::Publication;
use crate::draft::replica::Replica;
use crate::store::slot::{Slot, SlotEdit};
use crate::store::{LoadError, QuarantineReason, SlotError, key};

/// The first format's record of a draft, and its summary: without and with the mark for the trash.
const RECORD: &str = include_str!("../../../../../tests/storage/first/draft.json");
const SUMMARY: &str = include_str!("../../../../../tests/storage/first/summary.json");
const IN_TRASH: &str = include_str!("../../../../../tests/storage/first/summary-in-trash.json");
const QUARANTINE: &str = include_str!("../../../../../tests/storage/first/aside.json");

/// Slots of the first format of slots: a whole draft, one with a choice, and a mark for the trash alone.
const SLOTS: [(&str, &str); 3] = [
    ("0000000000000005", include_str!("../../../../../tests/storage/slot-1/whole.json")),
    ("0000000000000006", include_str!("../../../../../tests/storage/slot-1/choice.json")),
    ("0000000000000007", include_str!("../../../../../tests/storage/slot-1/mark.json")),
];

/// A slot of the present format: a draft that is due and was published.
const SLOT: &str = include_str!("../../../../../tests/storage/slot-3/published.json");

/// A slot of a person who was asked one question, and has answered it.
const PART: &str = include_str!("../../../../../tests/storage/slot-4/part.json");

/// Edits beside the first of these slots: a text that was changed, and an answer that was cleared.
const EDIT: &str = include_str!("../../../../../tests/storage/edit-2/beside-whole.json");

fn old() -> DraftId {
    DraftId::new("0f3a").unwrap()
}

fn first(summary: Option<&str>) -> Browser {
    let browser = Browser::default();
    browser.local.put(&key::draft(&old()), RECORD);
    if let Some(summary) = summary {
        browser.local.put(&key::summary(&old()), summary);
    }
    browser
}

fn expected() -> Draft {
    crate::draft::file::read(RECORD, &nfc).unwrap().remove(0)
}

#[test]
fn the_first_format_is_listed_opened_and_left_alone() {
    assert_eq!(expected().text("goals"), "* Write\n* Meet");
    for summary in [Some(SUMMARY), None, Some("{"), Some("{}")] {
        let browser = first(summary);
        let before = browser.local.all();
        let page = browser.page();
        let shelf = page.shelf(&nfc);
        assert_eq!((shelf.drafts.len(), shelf.drafts[0].info.affiliate.as_str()), (1, "Wikimedia Example"));
        assert_eq!(page.open(&old(), &nfc), Ok(expected()));
        assert_eq!(browser.local.all(), before);
        // The durable store gets it as soon as it is opened.
        block_on(page.fetch(&old(), &nfc)).unwrap();
        block_on(page.settle(&|| ()));
        browser.local.clear();
        assert_eq!(block_on(browser.page().load(&old(), &nfc)), Ok(expected()));
    }
}

#[test]
fn the_same_record_is_the_same_state_however_often_it_is_read() {
    let browser = first(Some(SUMMARY));
    let (one, two) = (browser.page(), browser.page());
    let (draft, other) = (one.open(&old(), &nfc).unwrap(), two.open(&old(), &nfc).unwrap());
    save(&one, &typed(&draft, "name", "Lake Orin", 1));
    save(&two, &typed(&other, "mission", "More", 2));
    let next = browser.page();
    let merged = next.open(&old(), &nfc).unwrap();
    assert_eq!((merged.text("name"), merged.text("mission")), ("Lake Orin", "More"));
    assert_eq!(next.conflicts(&old()), []);
    assert_eq!(next.shelf(&nfc).drafts.len(), 1);
    assert_eq!(next.shelf(&nfc).drafts[0].info.affiliate, "Wikimedia Example");
}

#[test]
fn an_earlier_version_in_another_tab_makes_choices_and_loses_nothing() {
    let browser = first(Some(SUMMARY));
    let page = browser.page();
    let draft = page.open(&old(), &nfc).unwrap();
    save(&page, &typed(&draft, "name", "Lake Orin", 1));
    let earlier = typed(&typed(&expected(), "name", "Lake", 1), "mission", "Elsewhere", 1);
    browser.local.put(&key::draft(&old()), &crate::draft::file::write(&[earlier]).unwrap());
    let next = browser.page();
    next.open(&old(), &nfc).unwrap();
    let conflicts = next.conflicts(&old());
    let texts =
        |at: usize| conflicts[at].choices.iter().map(|choice| choice.value.text()).collect::<Vec<_>>();
    assert!(texts(conflicts.len() - 1).contains(&"Lake Orin".to_owned()), "{conflicts:?}");
    assert!(texts(conflicts.len() - 1).contains(&"Lake".to_owned()));
    assert!(
        conflicts
            .iter()
            .any(|conflict| conflict.choices.iter().any(|choice| choice.value.text() == "Elsewhere"))
    );
}

#[test]
fn the_first_formats_trash_is_trash() {
    let browser = first(Some(IN_TRASH));
    let page = browser.page();
    let shelf = page.shelf(&nfc);
    assert_eq!((shelf.drafts.len(), shelf.trash.len()), (0, 1));
    let deleted = shelf.trash[0].info.deleted;
    assert_eq!(page.open(&old(), &nfc), Err(LoadError::InTrash));
    // Thirty days from when it was put there.
    let later = |millis: i64| Timestamp::from_millis(deleted.unwrap().millis() + 30 * 86_400_000 + millis);
    let from = (deleted.unwrap().millis() - at(0).millis()).div_euclid(1000);
    sweep_for_thirty_days(&browser, from);
    assert!(sweep(&page, later(0)));
    assert_eq!(browser.page().shelf(&nfc).trash.len(), 1);
    block_on(browser.page().restore(&old(), at(1), &nfc)).unwrap();
    assert_eq!(browser.page().open(&old(), &nfc), Ok(expected()));

    let browser = first(Some(IN_TRASH));
    sweep_for_thirty_days(&browser, from);
    assert!(sweep(&browser.page(), later(1)));
    assert_eq!(browser.local.keys(""), Vec::<String>::new());
}

#[test]
fn the_first_format_goes_when_a_slot_has_everything() {
    let browser = first(Some(SUMMARY));
    let page = browser.page();
    let draft = page.open(&old(), &nfc).unwrap();
    let draft = typed(&draft, "name", "Lake Orin", 1);
    save(&page, &draft);
    for seconds in [10, 69] {
        block_on(browser.page().tidy(&old(), &[], at(seconds), &nfc)).unwrap();
        assert!(browser.local.value(&key::draft(&old())).is_some());
    }
    block_on(browser.page().tidy(&old(), &[], at(70), &nfc)).unwrap();
    assert_eq!(browser.local.value(&key::draft(&old())), None);
    assert_eq!(browser.local.value(&key::summary(&old())), None);
    assert_eq!(browser.page().open(&old(), &nfc), Ok(draft));
}

#[test]
fn what_the_first_format_set_aside_is_still_listed() {
    let browser = first(None);
    browser.local.put(&key::quarantined(&old(), at(1)), QUARANTINE);
    browser
        .local
        .put(&key::draft(&id()), "{\"format\":\"affiliate-report-builder\",\"version\":9,\"drafts\":[]}");
    browser.local.put(&format!("{}draft/no id", key::PREFIX), "{}");
    let quarantined = browser.page().shelf(&nfc).quarantined;
    let whys: Vec<_> = quarantined.iter().map(|quarantined| &quarantined.why).collect();
    assert_eq!(quarantined.len(), 3, "{whys:?}");
    assert!(whys.iter().any(|why| matches!(why, QuarantineReason::WrittenElsewhere { .. })));
    assert!(whys.contains(&&QuarantineReason::UnknownKey));
    assert!(whys.iter().any(|why| matches!(why, QuarantineReason::Unreadable(_))));
    assert!(browser.page().open(&id(), &nfc).is_err());
}

#[test]
fn every_byte_of_the_first_format_is_a_draft_or_an_error() {
    for place in 0..RECORD.len() {
        let mut damaged = RECORD.as_bytes().to_vec();
        damaged[place] = b'}';
        let browser = Browser::default();
        let record = String::from_utf8_lossy(&damaged).into_owned();
        browser.local.put(&key::draft(&old()), &record);
        let page = browser.page();
        let opened = page.open(&old(), &nfc);
        let shelf = page.shelf(&nfc);
        assert_eq!(opened.is_ok(), shelf.drafts.len() == 1 && shelf.quarantined.is_empty(), "byte {place}");
        assert_eq!(shelf.drafts.len() + shelf.quarantined.len(), 1, "byte {place}");
        // The record has no checksum, so changes within a text are not noticed; but nothing else is lost.
        assert!(opened.is_err() || opened.unwrap().answers().len() == expected().answers().len());
        assert_eq!(browser.local.value(&key::draft(&old())), Some(record));
    }
}

#[test]
fn slots_of_the_first_format_are_read_as_they_were_written() {
    let states = SLOTS.map(|(writer, record)| {
        let key = key::slot(&old(), Writer::parse(writer).unwrap());
        let slot = Slot::read(&key, record, &nfc).unwrap();
        let written = slot.write();
        assert!(written.starts_with("{\"slot\":3,"), "{written}");
        assert_eq!(Slot::read(&key, &written, &nfc).unwrap(), slot);
        (key, record, slot)
    });
    let [(.., whole), (.., choice), (.., mark)] = &states;
    assert_eq!((whole.replica.has_conflicts(), choice.replica.has_conflicts()), (false, true));
    assert_eq!((whole.head.info.is_some(), mark.head.info.is_some()), (true, false));
    let browser = Browser::default();
    for (key, record, _) in states.iter().take(2) {
        browser.local.put(key, record);
    }
    let page = browser.page();
    let draft = page.open(&old(), &nfc).unwrap();
    assert_eq!((draft.text("goals"), page.conflicts(&old()).len()), ("* Write\n* Meet", 1));
    browser.local.put(&states[2].0, states[2].1);
    assert_eq!(browser.page().open(&old(), &nfc), Err(LoadError::InTrash));
}

#[test]
fn slots_are_read_as_they_were_written() {
    let writer = Writer::parse("0000000000000008").unwrap();
    let key = key::slot(&old(), writer);
    let mut draft = expected();
    draft.set_due(Date::parse("2027-01-30"), at(20));
    let publication = Publication {
        date: Date::parse("2026-11-28").unwrap(),
        page: "https://meta.wikimedia.org/wiki/Reports/2024/Wikimedia_Example".to_owned(),
    };
    draft.set_publication(Some(&publication), &nfc, at(30)).unwrap();
    let slot = Slot::new(old(), writer, 1, Replica::of(&draft, writer, at(30)));
    assert_eq!(slot.write(), SLOT, "the format has changed: count its version on and keep this file");
    assert_eq!(Slot::read(&key, SLOT, &nfc).unwrap(), slot);
    let browser = Browser::default();
    browser.local.put(&key, SLOT);
    let shelf = browser.page().shelf(&nfc);
    let card = &shelf.drafts[0].info;
    assert_eq!((card.due, card.publication.clone()), (draft.due(), Some(publication)));
    assert!(card.minutes_left > 60 && !card.changed_since_publication);
}

#[test]
fn a_slot_of_a_part_is_read_as_it_was_written() {
    let writer = Writer::parse("0000000000000009").unwrap();
    let key = key::slot(&old(), writer);
    let slot = Slot::read(&key, PART, &nfc).unwrap();
    assert!(!slot.replica.context().is_even());
    let again = Slot::new(old(), writer, 1, slot.replica.clone()).write();
    assert_eq!(again, PART, "the format has changed: count its version on and keep this file");
    let browser = Browser::default();
    browser.local.put(&key, PART);
    assert_eq!(browser.page().open(&old(), &nfc).unwrap().text("mission"), "What they know");
}

#[test]
fn edits_beside_a_slot_are_read_as_they_were_written() {
    let (writer, slot) = (Writer::parse(SLOTS[0].0).unwrap(), SLOTS[0].1);
    let key = key::edit(&old(), writer);
    let edit = SlotEdit::read(&key, EDIT, &nfc).unwrap();
    assert_eq!(edit.write(), EDIT, "the format has changed: count its version on and keep this file");
    let browser = Browser::default();
    browser.local.put(&key::slot(&old(), writer), slot);
    browser.local.put(&key, EDIT);
    let draft = browser.page().open(&old(), &nfc).unwrap();
    assert_eq!((draft.text("mission"), draft.entry("languages")), ("We collect and share.", None));
    assert_eq!((draft.text("goals"), draft.changed()), ("* Write\n* Meet", at(60)));
    for place in
        [key::slot(&old(), writer), key::edit(&id(), writer), key::edit(&old(), Writer::from_random(9))]
    {
        assert!(
            SlotEdit::read(&place, EDIT, &nfc).is_err_and(|error| error == SlotError::Misplaced),
            "{place}"
        );
        assert!(Slot::read(&place, slot, &nfc).is_ok() == (place == key::slot(&old(), writer)), "{place}");
    }
}
