//! Records and faults, on a store in memory that fails on demand.

use std::cell::Cell;
use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::draft::file;
use crate::draft::file::FileError;
use crate::draft::testing::{any_draft, draft, nfc};
use crate::draft::{Draft, DraftId, PageParts, Timestamp};
use crate::form::QuestionId;

/// 2026-11-22T14:00Z, which leaves room for what comes later.
fn now() -> Timestamp {
    Timestamp::from_millis(1_795_356_000_000)
}

const LATER: Timestamp = Timestamp::MAX;

/// Memory shared with the test, which may fail one operation.
#[derive(Clone, Default)]
struct Disk {
    memory: Rc<Memory>,
    /// How many operations still succeed before one fails; none fails if not set.
    fails_after: Rc<Cell<Option<usize>>>,
    fault: Rc<Cell<Option<Fault>>>,
    lengths: Rc<Cell<Option<usize>>>,
}

impl Disk {
    fn drafts(&self) -> Drafts {
        Drafts::new(Box::new(self.clone()))
    }

    fn fail_after(&self, operations: usize, fault: Fault) {
        self.fails_after.set(Some(operations));
        self.fault.set(Some(fault));
    }

    /// Whether the operation that was to fail has failed.
    fn has_failed(&self) -> bool {
        self.fails_after.take().is_none()
    }

    fn step(&self) -> Result<(), Fault> {
        match self.fails_after.get() {
            Some(0) => {
                self.fails_after.set(None);
                Err(self.fault.take().unwrap_or(Fault::Full))
            }
            left => {
                self.fails_after.set(left.map(|left| left - 1));
                Ok(())
            }
        }
    }

    /// From now on no value may become longer than it is.
    fn fill_up(&self) {
        self.lengths.set(Some(0));
    }

    fn put(&self, key: &str, value: &str) {
        self.memory.set(key, value).unwrap();
    }

    fn record(&self, draft: &Draft) -> Option<String> {
        self.memory.get(&key::draft(draft.id())).unwrap()
    }
}

impl Backend for Disk {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.step()?;
        self.memory.keys(prefix)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.step()?;
        self.memory.get(key)
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        self.step()?;
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{key}: {json}");
        let before = self.memory.get(key)?.map_or(0, |value| value.len());
        if self.lengths.get().is_some() && json.len() > before {
            return Err(Fault::Full);
        }
        self.memory.set(key, json)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.step()?;
        self.memory.remove(key)
    }

    fn is_lasting(&self) -> bool {
        true
    }
}

fn with_mission(text: &str) -> Draft {
    let mut draft = draft();
    draft.set_text(&QuestionId::new("mission"), text, &nfc, now()).unwrap();
    draft
}

#[test]
fn what_is_saved_is_listed_and_loaded() {
    let disk = Disk::default();
    let mut draft = with_mission("We write.");
    let page = PageParts { year: "2024".into(), affiliate: "Wikimedia\nValdora".into() };
    draft.set_page(&page, &nfc, now()).unwrap();
    disk.drafts().save(&draft, now()).unwrap();

    let shelf = disk.drafts().shelf(&nfc).unwrap();
    let summary = &shelf.drafts[0].summary;
    assert_eq!((shelf.drafts.len(), shelf.trash.len(), shelf.aside.len()), (1, 0, 0));
    assert_eq!((summary.affiliate.as_str(), summary.year.as_str()), ("Wikimedia Valdora", "2024"));
    assert_eq!((summary.done, summary.total, summary.changed), (1, 30, now()));
    assert_eq!(disk.drafts().load(draft.id(), &nfc), Ok(draft.clone()));
    assert_eq!(disk.drafts().all(&nfc), Ok(vec![draft]));
}

#[test]
fn a_missing_damaged_or_stale_summary_is_made_anew() {
    let draft = with_mission("We write.");
    for summary in [None, Some("{\"sum\":"), Some("7"), Some("{}")] {
        let disk = Disk::default();
        disk.drafts().save(&draft, now()).unwrap();
        let good = disk.drafts().shelf(&nfc).unwrap();
        match summary {
            Some(json) => disk.put(&key::summary(draft.id()), json),
            None => disk.memory.remove(&key::summary(draft.id())).unwrap(),
        }
        assert_eq!(disk.drafts().shelf(&nfc).unwrap(), good, "{summary:?}");
    }
    let disk = Disk::default();
    disk.drafts().save(&draft, now()).unwrap();
    let other = file::write(&[with_mission("")]).unwrap();
    disk.put(&key::draft(draft.id()), &other);
    assert_eq!(disk.drafts().shelf(&nfc).unwrap().drafts[0].summary.done, 0);
}

#[test]
fn what_cannot_be_read_is_listed_and_never_written_over() {
    let draft = with_mission("We write.");
    let whole = file::write(std::slice::from_ref(&draft)).unwrap();
    let newer = whole.replacen("\"version\": 1", "\"version\": 999", 1);
    let two = file::write(&[draft.clone(), draft.clone()]).unwrap();
    for record in ["", "{", "null", &whole[..whole.len() - 1], &newer, &two] {
        let disk = Disk::default();
        disk.put(&key::draft(draft.id()), record);
        let shelf = disk.drafts().shelf(&nfc).unwrap();
        assert!(shelf.drafts.is_empty());
        assert!(matches!(shelf.aside[0].why, WhyAside::Unreadable(_)), "{record}");
        assert_eq!(shelf.aside[0].text, record);
        assert!(
            matches!(disk.drafts().load(draft.id(), &nfc), Err(LoadError::Unreadable { text, .. }) if text == record)
        );

        disk.drafts().save(&draft, now()).unwrap();
        let shelf = disk.drafts().shelf(&nfc).unwrap();
        assert_eq!(shelf.aside[0].why, WhyAside::WrittenElsewhere { at: now() });
        assert_eq!(shelf.aside[0].text, record);
        assert_eq!(disk.drafts().load(draft.id(), &nfc), Ok(draft.clone()));
    }
}

#[test]
fn a_newer_record_says_so() {
    let disk = Disk::default();
    let draft = draft();
    let record = file::write(std::slice::from_ref(&draft)).unwrap();
    disk.put(&key::draft(draft.id()), &record.replacen("\"version\": 1", "\"version\": 2", 1));
    let error = disk.drafts().load(draft.id(), &nfc).unwrap_err();
    assert!(
        matches!(error, LoadError::Unreadable { error: FileError::Newer { version: 2 }, .. }),
        "{error:?}"
    );
}

#[test]
fn another_tabs_version_is_kept_aside() {
    let disk = Disk::default();
    let (here, there) = (disk.drafts(), disk.drafts());
    let draft = with_mission("begun");
    here.save(&draft, now()).unwrap();
    there.load(draft.id(), &nfc).unwrap();
    assert_eq!(there.changed_elsewhere(draft.id()), Ok(false));

    here.save(&with_mission("here"), now()).unwrap();
    assert_eq!(there.changed_elsewhere(draft.id()), Ok(true));
    there.save(&with_mission("there"), now()).unwrap();
    there.save(&with_mission("there again"), LATER).unwrap();

    let shelf = disk.drafts().shelf(&nfc).unwrap();
    assert_eq!(shelf.aside.len(), 1);
    assert_eq!(shelf.aside[0].draft.as_ref(), Some(draft.id()));
    assert!(shelf.aside[0].text.contains("\"here\""));
    assert_eq!(disk.drafts().load(draft.id(), &nfc).unwrap().text("mission"), "there again");
}

#[test]
fn the_trash_keeps_drafts_for_thirty_days() {
    let disk = Disk::default();
    let draft = with_mission("We write.");
    let drafts = disk.drafts();
    drafts.save(&draft, now()).unwrap();
    drafts.discard(draft.id(), now(), &nfc).unwrap();
    let shelf = disk.drafts().shelf(&nfc).unwrap();
    assert_eq!((shelf.drafts.len(), shelf.trash.len()), (0, 1));
    assert_eq!(disk.drafts().load(draft.id(), &nfc), Err(LoadError::InTrash));

    disk.drafts().restore(draft.id(), &nfc).unwrap();
    assert_eq!(disk.drafts().load(draft.id(), &nfc), Ok(draft.clone()));
    disk.drafts().remove(draft.id()).unwrap();
    assert_eq!(
        disk.drafts().load(draft.id(), &nfc),
        Ok(draft.clone()),
        "only what is in the trash is removed"
    );

    drafts.discard(draft.id(), now(), &nfc).unwrap();
    let day = |days: i64| Timestamp::from_millis(now().millis() + days * 86_400_000);
    drafts.sweep(day(30), &nfc).unwrap();
    assert_eq!(disk.drafts().shelf(&nfc).unwrap().trash.len(), 1);
    drafts.sweep(Timestamp::from_millis(day(30).millis() + 1), &nfc).unwrap();
    assert_eq!(disk.memory.keys("").unwrap(), Vec::<String>::new());
}

#[test]
fn a_full_storage_can_be_emptied() {
    let disk = Disk::default();
    let draft = with_mission("We write.");
    disk.drafts().save(&draft, now()).unwrap();
    disk.fill_up();
    disk.drafts().discard(draft.id(), now(), &nfc).unwrap();
    disk.drafts().restore(draft.id(), &nfc).unwrap();
    disk.drafts().discard(draft.id(), now(), &nfc).unwrap();
    disk.drafts().remove(draft.id()).unwrap();
    assert_eq!(disk.memory.keys("").unwrap(), Vec::<String>::new());
}

#[test]
fn what_a_full_storage_refuses_is_kept_in_memory_until_there_is_room() {
    let disk = Disk::default();
    let drafts = disk.drafts();
    drafts.save(&with_mission("old"), now()).unwrap();
    let (new, id) = (with_mission("new and longer"), draft().id().clone());
    disk.fill_up();
    assert_eq!(drafts.save(&new, now()), Err(Fault::Full));
    assert_eq!(drafts.load(&id, &nfc), Ok(new.clone()));
    assert_eq!(drafts.shelf(&nfc).unwrap().drafts.len(), 1);
    assert_eq!(disk.drafts().load(&id, &nfc).unwrap().text("mission"), "old");

    disk.lengths.set(None);
    drafts.save(&new, now()).unwrap();
    assert_eq!(disk.drafts().load(&id, &nfc), Ok(new));
    assert!(disk.drafts().shelf(&nfc).unwrap().aside.is_empty());
}

#[test]
fn only_our_own_keys_are_read_and_removed() {
    let disk = Disk::default();
    disk.put("other", "1");
    disk.put("affiliate-report-builder", "2");
    disk.put(&format!("{}draft/no id", key::PREFIX), "{}");
    disk.put(&format!("{}from-the-future", key::PREFIX), "{}");
    let drafts = disk.drafts();
    drafts.save(&draft(), now()).unwrap();
    drafts.set_setting("theme", Some("dark")).unwrap();
    assert_eq!(drafts.shelf(&nfc).unwrap().aside[0].why, WhyAside::UnknownKey);
    assert_eq!(disk.drafts().setting("theme").as_deref(), Some("dark"));
    drafts.clear().unwrap();
    assert_eq!(disk.memory.keys("").unwrap(), ["affiliate-report-builder", "other"]);
    assert_eq!(drafts.setting("theme"), None);
}

/// What a page does with one draft, told to a store that fails at its nth step.
fn every_operation(drafts: &Drafts) -> Result<(), Fault> {
    let id = draft().id().clone();
    drafts.save(&with_mission("new"), LATER)?;
    drafts.shelf(&nfc)?;
    drafts.discard(&id, now(), &nfc)?;
    drafts.restore(&id, &nfc)?;
    drafts.set_setting("theme", Some("dark"))?;
    drafts.sweep(now(), &nfc)
}

#[test]
fn a_fault_at_any_step_leaves_the_old_or_the_new_draft() {
    let id: DraftId = draft().id().clone();
    for fault in [Fault::Full, Fault::Blocked, Fault::Broken { name: "InvalidStateError".into() }] {
        for step in 0.. {
            let disk = Disk::default();
            disk.drafts().save(&with_mission("old"), now()).unwrap();
            let drafts = disk.drafts();
            drafts.load(&id, &nfc).unwrap();
            disk.fail_after(step, fault.clone());
            let _ = every_operation(&drafts);
            let failed = disk.has_failed();

            let shelf = disk.drafts().shelf(&nfc).unwrap();
            assert!(shelf.aside.is_empty(), "step {step}");
            assert_eq!(shelf.drafts.len() + shelf.trash.len(), 1, "step {step}");
            if !shelf.trash.is_empty() {
                disk.drafts().restore(&id, &nfc).unwrap();
            }
            let stored = disk.drafts().load(&id, &nfc).unwrap();
            assert!(["old", "new"].contains(&stored.text("mission")), "step {step}");
            assert_eq!(disk.record(&stored), file::write(std::slice::from_ref(&stored)).ok());
            if !failed {
                assert!(step > 10, "only {step} steps could fail");
                break;
            }
        }
    }
}

#[test]
fn a_fault_while_saving_keeps_the_new_draft_in_this_page() {
    for step in 0..10 {
        let disk = Disk::default();
        let drafts = disk.drafts();
        disk.fail_after(step, Fault::Blocked);
        let saved = drafts.save(&with_mission("new"), now());
        let failed = disk.has_failed();
        assert_eq!(drafts.load(draft().id(), &nfc).unwrap().text("mission"), "new");
        if saved.is_ok() {
            assert_eq!(disk.drafts().load(draft().id(), &nfc).unwrap().text("mission"), "new");
        }
        if !failed {
            assert!(step > 2);
            return;
        }
    }
    panic!("saving takes more steps than it should");
}

proptest! {
    #[test]
    fn any_draft_comes_back(draft in any_draft()) {
        let disk = Disk::default();
        disk.drafts().save(&draft, now()).unwrap();
        prop_assert_eq!(disk.drafts().load(draft.id(), &nfc), Ok(draft.clone()));
        // The stored summary is what the draft itself says.
        let shelf = disk.drafts().shelf(&nfc).unwrap();
        prop_assert_eq!(&shelf.drafts[0].summary, &Summary::of(&draft));
    }

    #[test]
    fn a_damaged_record_is_an_error_or_the_same_draft(at in any::<prop::sample::Index>(), with in "[ -~]?|\u{0}|é") {
        let disk = Disk::default();
        let draft = with_mission("We write.");
        disk.drafts().save(&draft, now()).unwrap();
        let mut record = disk.record(&draft).unwrap();
        let at = at.index(record.len());
        record.replace_range(at..=at, &with);
        disk.put(&key::draft(draft.id()), &record);
        let shelf = disk.drafts().shelf(&nfc).unwrap();
        prop_assert_eq!(shelf.drafts.len() + shelf.aside.len(), 1);
        if let Some(aside) = shelf.aside.first() {
            prop_assert_eq!(&aside.text, &record);
        }
    }
}
