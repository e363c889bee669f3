//! What an operation costs with one draft and with many: calls to the media are counted, not timed.

use super::operations::{OPERATIONS, prepared};
use super::*;
use crate::store::key;
use crate::store::testing::Failing;

/// The operations on all drafts: those of the home screen, and those on all at once.
const OF_ALL: [&str; 5] = ["shelf", "look", "sweep", "all", "room"];

/// A browser with the draft and `others` other drafts, and nothing counted yet.
fn with_others(others: u128) -> Browser {
    let browser = prepared();
    let page = browser.page();
    for other in 0..others {
        save(&page, &with_mission("other").with_id(DraftId::from_random(100 + other)));
    }
    for fails in [&browser.local.fails, &browser.durable.fails] {
        fails.log.borrow_mut().clear();
    }
    browser
}

/// The calls about drafts since. Listing the names of all keys in localStorage does not count as reading.
fn asked(fails: &Failing) -> Vec<String> {
    let log = fails.log.take();
    log.into_iter()
        .filter(|step| !step.starts_with("key ") && *step != format!("get {}", key::CLEARED))
        .collect()
}

#[test]
fn an_operation_reads_its_own_draft_and_no_other() {
    for (name, run) in OPERATIONS.iter().filter(|(name, _)| !OF_ALL.contains(name)) {
        let steps = |others| {
            let browser = with_others(others);
            // The page gets the same name, as its records contain it.
            browser.pages.set(50);
            assert!(run(&browser.page()), "{name}");
            (asked(&browser.local.fails), asked(&browser.durable.fails))
        };
        let alone = steps(0);
        assert_eq!(steps(20), alone, "{name}");
        assert!(alone.0.len() + alone.1.len() < 40, "{name}: {alone:?}");
    }
}

#[test]
fn the_first_look_reads_every_record_once() {
    let browser = with_others(20);
    let page = browser.page();
    let shelf = page.shelf(&nfc);
    assert_eq!(shelf.drafts.len(), 21);
    let read =
        asked(&browser.local.fails).into_iter().filter(|step| step.starts_with("get ")).collect::<Vec<_>>();
    assert_eq!(read.len(), browser.local.keys(crate::store::key::slots()).len());
    block_on(page.look(&nfc)).unwrap();
    assert_eq!(
        asked(&browser.durable.fails).len(),
        2,
        "all heads at once, and the names of what they are of"
    );
    // The result is remembered: reading the shelf again asks nothing of the durable store.
    page.shelf(&nfc);
    assert_eq!(asked(&browser.durable.fails), Vec::<String>::new());
}
