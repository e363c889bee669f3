//! What the home screen remembers of localStorage: it reads again only what has changed.

use super::*;
use crate::store::{Shelf, key};

/// A page that has seen all of another page's twenty drafts; nothing is counted yet.
fn seen(browser: &Browser) -> Repository {
    let other = browser.page();
    for number in 0..20 {
        save(&other, &with_mission("other").with_id(DraftId::from_random(100 + number)));
    }
    other.set_setting("theme", Some("dark")).unwrap();
    let page = browser.page();
    page.shelf(&nfc);
    page.bytes_used().unwrap();
    browser.local.fails.log.take();
    page
}

/// The keys of the records that were read since.
fn read(browser: &Browser) -> Vec<String> {
    let log = browser.local.fails.log.take();
    log.iter().filter_map(|step| step.strip_prefix("get ")).map(str::to_owned).collect()
}

fn done(shelf: &Shelf, id: &DraftId) -> Option<usize> {
    shelf.drafts.iter().find(|card| card.id == *id).map(|card| card.info.done)
}

#[test]
fn nothing_is_read_again_that_has_not_changed() {
    let browser = Browser::default();
    let page = seen(&browser);
    let before = page.shelf(&nfc);
    assert_eq!((before.drafts.len(), page.shelf(&nfc) == before), (20, true));
    let used: usize = browser.local.all().iter().map(|(key, value)| 2 * (key.len() + value.len())).sum();
    assert_eq!(page.bytes_used(), Ok(used));
    assert_eq!(read(&browser), Vec::<String>::new());
}

#[test]
fn what_this_page_writes_is_read_again() {
    let browser = Browser::default();
    let page = seen(&browser);
    let id = DraftId::from_random(100);
    let draft = page.open(&id, &nfc).unwrap();
    save(&page, &typed(&draft, "name", "Lake Orin", 1));
    let before = page.bytes_used().unwrap();
    // So much that the slot is made anew.
    save(&page, &typed(&draft, "goals", &"More. ".repeat(1000), 2));
    browser.local.fails.log.take();
    assert_eq!(done(&page.shelf(&nfc), &id), Some(2));
    assert_eq!(read(&browser), [key::slot(&id, page.writer())]);
    assert_ne!(page.bytes_used(), Ok(before));
    assert_eq!(read(&browser), Vec::<String>::new());
}

#[test]
fn what_another_page_writes_is_read_again_once_that_is_told() {
    let browser = Browser::default();
    let page = seen(&browser);
    let (other, id) = (browser.page(), DraftId::from_random(100));
    let draft = other.open(&id, &nfc).unwrap();
    let slot = key::slot(&id, other.writer());
    // So much that the slot is made anew each time.
    for (question, answered) in [("name", 2), ("goals", 3)] {
        let text = "More. ".repeat(1000);
        save(&other, &typed(&other.open(&id, &nfc).unwrap_or(draft.clone()), question, &text, 1));
        page.changed_elsewhere(Some(&slot));
        browser.local.fails.log.take();
        assert_eq!(done(&page.shelf(&nfc), &id), Some(answered));
        assert_eq!(read(&browser), std::slice::from_ref(&slot));
    }
    // Notified without a key, it reads everything.
    page.changed_elsewhere(None);
    page.shelf(&nfc);
    assert_eq!(read(&browser).len(), 21);
}

#[test]
fn what_is_gone_is_gone_though_nobody_tells() {
    let browser = Browser::default();
    let page = seen(&browser);
    browser.local.clear();
    assert_eq!((page.shelf(&nfc), page.bytes_used()), (Shelf::default(), Ok(0)));
}

#[test]
fn a_damaged_record_is_read_once_and_listed_each_time() {
    let browser = with_draft("We write.");
    let key = browser.local.keys(key::slots()).remove(0);
    browser.local.put(&key, "{\"slot\":");
    let page = browser.page();
    let quarantined = page.shelf(&nfc).quarantined;
    assert_eq!((quarantined.len(), quarantined[0].text.as_str()), (1, "{\"slot\":"));
    browser.local.fails.log.take();
    assert_eq!((page.shelf(&nfc).quarantined, read(&browser)), (quarantined, vec![]));
}

#[test]
fn a_summary_of_the_first_format_is_part_of_its_draft() {
    let browser = Browser::default();
    let record = crate::draft::file::write(&[with_mission("old")]).unwrap();
    browser.local.put(&key::draft(&id()), &record);
    let page = browser.page();
    assert_eq!(page.shelf(&nfc).drafts.len(), 1);
    let summary =
        r#"{"sum":"","form":"2024","affiliate":"","year":"","done":0,"total":30,"changed":0,"deleted":"5"}"#;
    browser.local.put(&key::summary(&id()), summary);
    page.changed_elsewhere(Some(&key::summary(&id())));
    let shelf = page.shelf(&nfc);
    assert_eq!((shelf.drafts.len(), shelf.trash.len()), (0, 1));
}

#[test]
fn what_is_opened_is_always_read() {
    let browser = with_draft("We write.");
    let page = browser.page();
    page.shelf(&nfc);
    let other = browser.page();
    let draft = other.open(&id(), &nfc).unwrap();
    save(&other, &typed(&draft, "mission", "We read.", 1));
    // The page was not notified yet.
    assert_eq!(page.open(&id(), &nfc).unwrap().text("mission"), "We read.");
}
