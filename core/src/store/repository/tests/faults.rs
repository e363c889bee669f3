//! A fault at every step of every operation, of either medium or of both: nothing that was stored is lost, and
//! everything reported as stored is stored.

use std::collections::BTreeSet;

use super::operations::{OPERATIONS, Operation, prepared};
use super::*;
use crate::store::testing::Failing;
use crate::store::{Fault, LoadError, Refused};

/// Every way in which a browser refuses: no room, not allowed, no answer, and other named errors, the last two for a
/// database that an older or a newer version holds.
fn faults() -> Vec<Fault> {
    let names = ["InvalidStateError", "AbortError", "UnknownError", "blocked", "VersionError"];
    let broken = names.map(|name| Fault::Broken { name: name.into() });
    [Fault::Full, Fault::Blocked, Fault::Silent].into_iter().chain(broken).collect()
}

/// The text that the next page load finds in the draft, restored from the trash if it is there.
fn after(browser: &Browser, what: &str) -> String {
    let page = browser.page();
    if block_on(page.load(&id(), &nfc)) == Err(LoadError::InTrash) {
        block_on(page.restore(&id(), at(20), &nfc)).unwrap();
    }
    let shelf = page.shelf(&nfc);
    assert!(shelf.quarantined.is_empty(), "{what}: {:?}", shelf.quarantined);
    browser.mission()
}

fn check(
    what: &str,
    browser: &Browser,
    operation: Operation,
    page: &Repository,
    faults: &[&Failing],
) -> bool {
    let (name, run) = operation;
    let succeeded = run(page);
    // Whether the step that should fail was ever reached.
    let mut reached = true;
    for failing in faults {
        reached &= !failing.never();
    }
    let mission = after(browser, what);
    assert!(["old", "new"].contains(&mission.as_str()), "{what}: {mission:?}");
    if succeeded && ["save", "edit", "fold", "retry"].contains(&name) {
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
    for operation in OPERATIONS.iter().copied() {
        for fault in faults() {
            for in_durable in [false, true] {
                for step in 0..60 {
                    let browser = prepared();
                    let page = browser.page();
                    let failing = if in_durable { &browser.durable.fails } else { &browser.local.fails };
                    failing.once(step, fault.clone());
                    let what = format!(
                        "{} fails at step {step}, {fault:?}, in the durable store: {in_durable}",
                        operation.0
                    );
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
    for operation in OPERATIONS.iter().copied() {
        for (in_disk, in_durable) in [(true, false), (false, true), (true, true)] {
            for step in 0..60 {
                let browser = prepared();
                let page = browser.page();
                let mut failing: Vec<&Failing> = Vec::new();
                failing.extend(in_disk.then_some(&*browser.local.fails));
                failing.extend(in_durable.then_some(&*browser.durable.fails));
                for each in &failing {
                    each.from(step, Fault::Full);
                }
                let what = format!("{} from step {step}, {in_disk} {in_durable}", operation.0);
                if !check(&what, &browser, operation, &page, &failing) {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_write_that_is_done_without_a_word_of_it_loses_nothing() {
    for operation in OPERATIONS.iter().copied() {
        for fault in [Fault::Silent, Fault::Broken { name: "AbortError".into() }] {
            for step in 0..60 {
                let browser = prepared();
                let page = browser.page();
                browser.durable.fails.done.set(true);
                browser.durable.fails.once(step, fault.clone());
                let what = format!("{} is done at step {step}, {fault:?}", operation.0);
                if !check(&what, &browser, operation, &page, &[&browser.durable.fails]) {
                    break;
                }
            }
        }
    }
}

/// The getter gives nothing from the start, or the browser has no database.
#[test]
fn a_medium_that_is_not_there_loses_nothing() {
    for operation in OPERATIONS.iter().copied() {
        for (local, durable) in [(true, false), (false, true)] {
            let browser = prepared();
            let refused = || Box::new(Refused(Fault::Blocked));
            let me = Writer::from_random(55 << 64);
            let page = match local {
                true => Repository::new(Box::new(browser.local.clone()), refused(), me),
                false => Repository::new(refused(), Box::new(browser.durable.clone()), me),
            };
            check(&format!("{}, {local} {durable}", operation.0), &browser, operation, &page, &[]);
        }
    }
}

/// The faults occur at the calls to a browser's storage, so every kind of call must have been made.
#[test]
fn the_operations_ask_for_everything_there_is() {
    let (mut local, mut durable) = (BTreeSet::new(), BTreeSet::new());
    let words = |log: &Failing| -> Vec<String> {
        log.log.take().iter().filter_map(|step| step.split(' ').next().map(str::to_owned)).collect()
    };
    for operation in OPERATIONS {
        let browser = prepared();
        operation.1(&browser.page());
        local.extend(words(&browser.local.fails));
        durable.extend(words(&browser.durable.fails));
    }
    assert_eq!(local.into_iter().collect::<Vec<_>>(), ["get", "getter", "key", "length", "remove", "set"]);
    assert_eq!(durable.into_iter().collect::<Vec<_>>(), ["entries", "get", "keys", "update", "write"]);
}

#[test]
fn every_operation_succeeds_where_nothing_fails() {
    for operation in OPERATIONS.iter().copied() {
        let browser = prepared();
        assert!(operation.1(&browser.page()), "{}", operation.0);
    }
}

#[test]
fn removing_for_good_goes_on_where_it_stopped() {
    for in_durable in [false, true] {
        for without_durable in [false, !in_durable] {
            for step in 0..40 {
                let browser = prepared();
                if without_durable {
                    browser.durable.fails.always(Fault::Blocked);
                }
                block_on(browser.page().discard(&id(), at(5), &nfc)).unwrap();
                let failing = if in_durable { &browser.durable.fails } else { &browser.local.fails };
                failing.once(step, Fault::Broken { name: "UnknownError".into() });
                let removed = block_on(browser.page().remove(&id(), &nfc));
                let reached = !failing.never();
                let state = block_on(browser.page().load(&id(), &nfc));
                let nothing = LoadError::Fault(Fault::Blocked);
                let nothing = if without_durable { nothing } else { LoadError::Missing };
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
