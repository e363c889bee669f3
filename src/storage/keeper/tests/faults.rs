//! A fault at every step of every operation, of either medium or of both: nothing that was stored is lost, and what is said
//! to be stored is.

use super::*;
use crate::draft::replica::Field;
use crate::storage::testing::Failing;
use crate::storage::{Fault, LoadError, Why};

/// Something that a page does with the draft, and whether it said that it succeeded.
type Operation = (&'static str, fn(&Keeper) -> bool);

fn current(page: &Keeper) -> Draft {
    page.open(&id(), &nfc).unwrap_or_else(|_| with_mission("old"))
}

/// Everything a page can do.
const OPERATIONS: [Operation; 20] = [
    ("open", |page| page.open(&id(), &nfc).is_ok()),
    ("load", |page| block_on(page.load(&id(), &nfc)).is_ok()),
    ("all", |page| block_on(page.all(&nfc)).len() == 1),
    ("save", |page| save(page, &typed(&current(page), "mission", "new", 9)) == Safety::Saved),
    ("create", |page| save(page, &with_mission("copy").with_id(DraftId::from_random(8))) == Safety::Saved),
    ("fetch", |page| block_on(page.fetch(&id(), &nfc)).is_ok()),
    ("gather", |page| page.gather(&id(), &nfc).is_ok()),
    ("absorb", |page| {
        let draft = current(page);
        let _ = block_on(page.fetch(&id(), &nfc));
        page.absorb(&draft, &[Field::Page], at(9)).is_none()
    }),
    ("heal", |page| {
        let _ = current(page);
        page.heal(&id(), at(9)) == Safety::Saved
    }),
    ("retry", |page| {
        page.save(&typed(&current(page), "mission", "new", 9), at(9));
        block_on(page.retry(at(9), &nfc, &|| ()));
        page.safety(&id()) == Safety::Saved
    }),
    ("shelf", |page| page.shelf(&nfc).local.is_none()),
    ("look", |page| block_on(page.look(&nfc)).is_ok()),
    ("tidy", |page| block_on(page.tidy(&id(), &[], at(1000), &nfc)).is_ok()),
    ("discard", |page| block_on(page.discard(&id(), at(9), &nfc)).is_ok()),
    ("restore", |page| block_on(page.restore(&id(), at(9), &nfc)).is_ok()),
    ("remove", |page| block_on(page.remove(&id(), &nfc)).is_ok()),
    ("sweep", |page| block_on(page.sweep(at(9), &nfc)).is_ok()),
    ("remember", |page| {
        let _ = current(page);
        block_on(page.remember(&id(), Why::Copy, at(9))).is_ok()
    }),
    ("history", |page| block_on(page.history(&id())).is_ok()),
    ("setting", |page| page.set_setting("theme", Some("dark")).is_ok() && page.bytes_used().is_ok()),
];

/// A draft with two slots in both media, its first page gone.
fn prepared() -> Browser {
    let browser = with_draft("older");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, "mission", "old", 1));
    block_on(browser.page().tidy(&id(), &[], at(2), &nfc)).unwrap();
    browser
}

fn faults() -> [Fault; 4] {
    let broken = |name: &str| Fault::Broken { name: name.into() };
    [Fault::Full, Fault::Blocked, broken("InvalidStateError"), broken("VersionError")]
}

/// What the draft says to whoever comes next, taken out of the trash if it is there.
fn after(browser: &Browser, what: &str) -> String {
    let page = browser.page();
    if block_on(page.load(&id(), &nfc)) == Err(LoadError::InTrash) {
        block_on(page.restore(&id(), at(20), &nfc)).unwrap();
    }
    let shelf = page.shelf(&nfc);
    assert!(shelf.aside.is_empty(), "{what}: {:?}", shelf.aside);
    browser.mission()
}

fn check(what: &str, browser: &Browser, operation: Operation, page: &Keeper, faults: &[&Failing]) -> bool {
    let (name, run) = operation;
    let succeeded = run(page);
    // Whether the step that was to fail was ever reached.
    let mut reached = true;
    for failing in faults {
        reached &= !failing.never();
    }
    let mission = after(browser, what);
    assert!(["old", "new"].contains(&mission.as_str()), "{what}: {mission:?}");
    if succeeded && ["save", "retry"].contains(&name) {
        assert_eq!(mission, "new", "{what}");
    }
    if name == "save" {
        let kept = page.open(&id(), &nfc).unwrap();
        assert_eq!(kept.text("mission"), "new", "{what}: the page itself still has it");
    }
    reached
}

#[test]
fn one_fault_anywhere_loses_nothing() {
    for operation in OPERATIONS {
        for fault in faults() {
            for in_mirror in [false, true] {
                for step in 0..60 {
                    let browser = prepared();
                    let page = browser.page();
                    let failing = if in_mirror { &browser.glass.fails } else { &browser.disk.fails };
                    failing.once(step, fault.clone());
                    let what =
                        format!("{} fails at step {step}, {fault:?}, mirror: {in_mirror}", operation.0);
                    if !check(&what, &browser, operation, &page, &[failing]) {
                        break;
                    }
                    assert!(step < 59, "{what}: it never ends");
                }
            }
        }
    }
}

#[test]
fn a_medium_that_fails_from_a_step_on_loses_nothing() {
    for operation in OPERATIONS {
        for (in_disk, in_mirror) in [(true, false), (false, true), (true, true)] {
            for step in 0..60 {
                let browser = prepared();
                let page = browser.page();
                let mut failing: Vec<&Failing> = Vec::new();
                failing.extend(in_disk.then_some(&*browser.disk.fails));
                failing.extend(in_mirror.then_some(&*browser.glass.fails));
                for each in &failing {
                    each.from(step, Fault::Full);
                }
                let what = format!("{} from step {step}, {in_disk} {in_mirror}", operation.0);
                if !check(&what, &browser, operation, &page, &failing) {
                    break;
                }
            }
        }
    }
}

#[test]
fn every_operation_succeeds_where_nothing_fails() {
    for operation in OPERATIONS {
        let browser = prepared();
        assert!(operation.1(&browser.page()), "{}", operation.0);
    }
}

#[test]
fn removing_for_good_goes_on_where_it_stopped() {
    for in_mirror in [false, true] {
        for without_mirror in [false, !in_mirror] {
            for step in 0..40 {
                let browser = prepared();
                if without_mirror {
                    browser.glass.fails.always(Fault::Blocked);
                }
                block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
                let failing = if in_mirror { &browser.glass.fails } else { &browser.disk.fails };
                failing.once(step, Fault::Broken { name: "UnknownError".into() });
                let removed = block_on(browser.page().remove(&id(), &nfc));
                let reached = !failing.never();
                let state = block_on(browser.page().load(&id(), &nfc));
                let nothing = LoadError::Fault(Fault::Blocked);
                let nothing = if without_mirror { nothing } else { LoadError::Missing };
                assert!(
                    [Err(nothing.clone()), Err(LoadError::InTrash)].contains(&state),
                    "{step}: {state:?}"
                );
                assert!(removed.is_err() || state == Err(nothing.clone()), "step {step}");
                let _ = block_on(browser.page().remove(&id(), &nfc));
                assert_eq!(block_on(browser.page().load(&id(), &nfc)), Err(nothing));
                if !reached {
                    break;
                }
            }
        }
    }
}
