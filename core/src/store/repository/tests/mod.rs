//! The repository on stores that fail, damage and forget.

mod basics;
mod clearing;
mod compaction;
mod copies;
mod damage;
mod faults;
mod first_format;
mod journal;
mod operations;
mod read_cache;
mod remembering;
mod scale;
mod silence;
mod tabs;
mod team_folder;
mod trashing;

use std::cell::Cell;

use crate::draft::replica::Writer;
use crate::draft::testing::{draft, nfc};
use crate::draft::{Draft, DraftId, Timestamp};
use crate::form::QuestionId;
use crate::store::testing::{Disk, Glass, block_on, impatience};
use crate::store::{Durability, Repository};

/// Times after 2026-11-22T14:00Z, in seconds.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(1_795_356_000_000 + seconds * 1000)
}

fn id() -> DraftId {
    draft().id().clone()
}

/// A browser: two media, and pages that come and go.
#[derive(Default)]
struct Browser {
    local: Disk,
    durable: Glass,
    pages: Cell<u128>,
}

impl Browser {
    /// A new page load.
    fn page(&self) -> Repository {
        self.pages.set(self.pages.get() + 1);
        let me = Writer::from_random(self.pages.get() << 64);
        Repository::new(Box::new(self.local.clone()), Box::new(self.durable.clone()), me)
            .with_timer(impatience)
    }

    /// The draft that a new page load finds in both media.
    fn found(&self) -> Draft {
        block_on(self.page().load(&id(), &nfc)).unwrap()
    }

    /// The answer to the mission that a new page load finds.
    fn mission(&self) -> String {
        self.found().text("mission").to_owned()
    }
}

fn typed(draft: &Draft, question: &str, text: &str, seconds: i64) -> Draft {
    let mut draft = draft.clone();
    draft.set_text(&QuestionId::new(question), text, &nfc, at(seconds)).unwrap();
    draft
}

fn with_mission(text: &str) -> Draft {
    typed(&draft(), "mission", text, 0)
}

/// Saves, and waits for the durable store.
fn save(page: &Repository, draft: &Draft) -> Durability {
    page.save(draft, draft.changed());
    block_on(page.settle(&|| ()));
    page.durability(draft.id())
}

/// A browser in which a page has saved a draft and was closed.
fn with_draft(text: &str) -> Browser {
    let browser = Browser::default();
    assert_eq!(save(&browser.page(), &with_mission(text)), Durability::Saved);
    browser
}

/// Starts a page on each day for thirty days from `from` on, and has it remove old drafts from the trash.
fn sweep_for_thirty_days(browser: &Browser, from: i64) {
    for day in 0..=30 {
        assert!(sweep(&browser.page(), at(from + day * 24 * 60 * 60)), "day {day}");
    }
}

/// Removes old drafts from the trash, as a new page does at its start.
fn sweep(page: &Repository, now: Timestamp) -> bool {
    block_on(page.look(&nfc)).is_ok() & block_on(page.sweep(now, &nfc)).is_ok()
}
