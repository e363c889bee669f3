//! The history.

use super::*;
use crate::date::Date;
use crate::store::{Fault, HISTORY_BYTES, LoadError, Reason, SlotError};

fn remember(page: &Repository, why: Reason, seconds: i64) {
    block_on(page.remember(&id(), why, at(seconds))).unwrap();
}

fn reasons(page: &Repository) -> Vec<Reason> {
    block_on(page.history(&id())).unwrap().iter().map(|revision| revision.why).collect()
}

#[test]
fn a_state_is_kept_once_and_comes_back() {
    let browser = with_draft("one");
    let page = browser.page();
    let first = page.open(&id(), &nfc).unwrap();
    remember(&page, Reason::Import, 1);
    remember(&page, Reason::Copy, 2);
    let second = typed(&first, "mission", "two", 3);
    save(&page, &second);
    remember(&page, Reason::Copy, 4);
    assert_eq!(reasons(&page), [Reason::Copy, Reason::Import], "the same state once, the latest first");

    let revisions = block_on(page.history(&id())).unwrap();
    assert_eq!((revisions[1].at, revisions[1].bytes > 100), (at(1), true));
    let past = block_on(page.revision(&id(), &revisions[1], &nfc)).unwrap();
    assert_eq!(past, first);
    let mut published = second.clone();
    published.set_due(Date::parse("2027-01-30"), at(4));
    let restored = page.restored(&published, &past, &nfc, at(5)).unwrap();
    assert_eq!(restored.due(), published.due(), "an earlier version says nothing of what is due");
    let restored = page.restored(&second, &past, &nfc, at(5)).unwrap();
    save(&page, &restored);
    assert_eq!((browser.mission().as_str(), browser.found().changed()), ("one", at(5)));
    remember(&page, Reason::Merge, 6);
    assert_eq!(reasons(&page).len(), 2, "only the time of the last edit differs");
}

#[test]
fn an_hour_of_work_is_an_hour() {
    let browser = with_draft("one");
    let page = browser.page();
    let mut draft = page.open(&id(), &nfc).unwrap();
    for (minute, kept) in [(0, 1), (1, 1), (59, 1), (60, 2), (119, 2), (121, 3)] {
        draft = typed(&draft, "mission", &format!("minute {minute}"), minute * 60);
        save(&page, &draft);
        remember(&page, Reason::Hourly, minute * 60);
        assert_eq!(reasons(&page).len(), kept, "minute {minute}");
    }
}

#[test]
fn the_first_hour_begins_with_the_draft_and_nothing_is_no_state() {
    let page = Browser::default().page();
    let mut draft = Draft::new(id(), "2024", at(0));
    save(&page, &draft);
    for why in [Reason::Import, Reason::Merge, Reason::Choice, Reason::Copy, Reason::Hourly, Reason::Restore]
    {
        remember(&page, why, 2 * 60 * 60);
    }
    draft = typed(&draft, "mission", " \n ", 1);
    save(&page, &draft);
    remember(&page, Reason::Copy, 1);
    assert_eq!(reasons(&page), [], "there is nothing in it");
    draft = typed(&draft, "mission", "F", 2);
    save(&page, &draft);
    for (minute, kept) in [(0, 0), (59, 0), (60, 1)] {
        remember(&page, Reason::Hourly, minute * 60);
        assert_eq!(reasons(&page).len(), kept, "minute {minute}");
    }
}

#[test]
fn many_merges_within_an_hour_are_one() {
    let browser = with_draft("one");
    let page = browser.page();
    let mut draft = page.open(&id(), &nfc).unwrap();
    for (minute, kept) in [(0, 1), (1, 1), (59, 1), (61, 2)] {
        block_on(page.keep(&draft, Reason::Merge, at(minute * 60))).unwrap();
        assert_eq!(reasons(&page).len(), kept, "minute {minute}");
        draft = typed(&draft, "mission", &format!("minute {minute}"), minute * 60);
        save(&page, &draft);
    }
    // A revision for another reason is kept all the same.
    remember(&page, Reason::Import, 62 * 60);
    assert_eq!(reasons(&page), [Reason::Import, Reason::Merge, Reason::Merge]);
}

#[test]
fn a_text_that_was_not_chosen_is_in_the_history() {
    let browser = with_draft("one");
    let (page, other) = (browser.page(), browser.page());
    let (draft, theirs) = (page.open(&id(), &nfc).unwrap(), other.open(&id(), &nfc).unwrap());
    save(&page, &typed(&draft, "mission", "mine", 1));
    save(&other, &typed(&theirs, "mission", "theirs", 2));
    let current = typed(&draft, "mission", "mine", 1);
    page.gather(&id(), &nfc).unwrap();
    page.absorb(&current, &[], at(3));
    let conflict = page.conflicts(&id()).remove(0);
    let text = |choice: &crate::draft::replica::Choice| choice.value.text();
    let theirs = conflict.choices.iter().find(|choice| text(choice) == "theirs").unwrap();
    let others = page.not_chosen(&id(), &conflict.field, theirs.dot);
    assert_eq!(others.iter().map(|draft| draft.text("mission")).collect::<Vec<_>>(), ["mine"]);
    assert_eq!(page.conflicts(&id()).first(), Some(&conflict), "nothing was chosen by asking");
    let chosen = page.choose(&current, &conflict.field, theirs.dot, at(4)).unwrap();
    for draft in others {
        block_on(page.keep(&draft, Reason::Choice, at(4))).unwrap();
    }
    assert_eq!((chosen.text("mission"), reasons(&page)), ("theirs", vec![Reason::Choice]));
    let revision = block_on(page.history(&id())).unwrap().remove(0);
    assert_eq!(block_on(page.revision(&id(), &revision, &nfc)).unwrap().text("mission"), "mine");
    assert_eq!(page.not_chosen(&id(), &conflict.field, theirs.dot), [], "there is no choice any more");
}

/// The clock was ahead by years while a revision was kept, and is right again.
#[test]
fn what_a_wrong_clock_dates_ahead_goes_before_what_is_new() {
    let browser = with_draft("one");
    let page = browser.page();
    let mut draft = page.open(&id(), &nfc).unwrap();
    for (number, seconds) in [1_000_000_000, 1_000_000_001, 10, 11, 12, 13, 14].into_iter().enumerate() {
        draft = typed(&draft, "mission", &format!("{number}{}", "x".repeat(900_000)), seconds);
        save(&page, &draft);
        remember(&page, Reason::Copy, seconds);
    }
    let kept: Vec<_> = block_on(page.history(&id())).unwrap().iter().map(|revision| revision.at).collect();
    assert_eq!(kept, [14, 13, 12, 11].map(at));
}

#[test]
fn the_history_is_bounded_and_the_oldest_goes_first() {
    let browser = with_draft("one");
    let page = browser.page();
    let mut draft = page.open(&id(), &nfc).unwrap();
    for number in 0..12 {
        draft = typed(&draft, "mission", &format!("{number}{}", "x".repeat(900_000)), number);
        save(&page, &draft);
        remember(&page, Reason::Copy, number);
    }
    let revisions = block_on(page.history(&id())).unwrap();
    let bytes: usize = revisions.iter().map(|revision| revision.bytes).sum();
    assert!(bytes <= HISTORY_BYTES && bytes + 900_000 > HISTORY_BYTES, "{bytes}");
    assert_eq!((revisions[0].at, revisions[revisions.len() - 1].at), (at(11), at(8)));
    // A revision that is too long by itself is kept alone.
    for question in ["a", "b", "c"] {
        draft = typed(&draft, question, &"\"".repeat(1 << 20), 20);
    }
    save(&page, &draft);
    remember(&page, Reason::Copy, 20);
    let revisions = block_on(page.history(&id())).unwrap();
    assert!(revisions.len() == 1 && revisions[0].bytes > HISTORY_BYTES);
}

#[test]
fn a_damaged_state_is_said_to_be_damaged() {
    let browser = with_draft("one");
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    remember(&page, Reason::Import, 1);
    let revision = block_on(page.history(&id())).unwrap().remove(0);
    let (_, text) = browser.durable.all().into_iter().find(|(key, _)| *key == revision.key).unwrap();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let damaged = String::from_utf8(bytes).unwrap();
        browser.durable.put(&revision.key, &damaged);
        let error = LoadError::Slot { error: SlotError::Damaged, text: damaged };
        assert_eq!(block_on(page.revision(&id(), &revision, &nfc)), Err(error), "byte {at}");
    }
    browser.durable.clear();
    assert_eq!(block_on(page.revision(&id(), &revision, &nfc)), Err(LoadError::Missing));
    // A key that is not a revision's is neither listed nor removed.
    browser.durable.put(&format!("{}x", crate::store::key::history_of(&id())), "");
    assert_eq!(block_on(page.history(&id())), Ok(vec![]));
}

#[test]
fn without_a_durable_store_there_is_no_history() {
    let browser = with_draft("one");
    let page = browser.page();
    page.open(&id(), &nfc).unwrap();
    browser.durable.fails.always(Fault::Blocked);
    assert_eq!(block_on(page.remember(&id(), Reason::Copy, at(1))), Err(Fault::Blocked));
    assert_eq!(block_on(page.history(&id())), Err(Fault::Blocked));
}
