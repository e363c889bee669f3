//! Every action of a page on a draft, each with whether it reported success.

use super::*;
use crate::draft::replica::Field;
use crate::store::{Fault, Reason, Refused, key};

/// An action of a page on the draft, which returns whether it reported success.
pub(super) type Operation = (&'static str, fn(&Repository) -> bool);

fn current(page: &Repository) -> Draft {
    page.open(&id(), &nfc).unwrap_or_else(|_| with_mission("old"))
}

/// The draft with two texts to choose from, one of them left by another page.
fn divided(page: &Repository) -> Draft {
    let draft = current(page);
    let nowhere = || Box::new(Refused(Fault::Blocked));
    let elsewhere = Repository::new(nowhere(), nowhere(), Writer::from_random(77));
    elsewhere.save(&typed(&with_mission("old"), "goals", "theirs", 3), at(3));
    page.save(&typed(&draft, "goals", "mine", 4), at(4));
    let (key, record) = elsewhere.last_record(&id()).unwrap();
    page.receive(&key, &record, &nfc);
    let mine = typed(&draft, "goals", "mine", 4);
    page.absorb(&mine, &[], at(5)).unwrap_or(mine)
}

/// A draft with two slots in both media, its first page gone.
pub(super) fn prepared() -> Browser {
    let browser = with_draft("older");
    let page = browser.page();
    let draft = page.open(&id(), &nfc).unwrap();
    save(&page, &typed(&draft, "mission", "old", 1));
    block_on(browser.page().tidy(&id(), &[], at(2), &nfc)).unwrap();
    browser
}

/// All actions.
pub(super) const OPERATIONS: &[Operation] = &[
    ("open", |page| page.open(&id(), &nfc).is_ok()),
    ("close", |page| {
        let _ = current(page);
        page.close(&id());
        page.open(&id(), &nfc).is_ok()
    }),
    ("load", |page| block_on(page.load(&id(), &nfc)).is_ok()),
    ("all", |page| block_on(page.all(&nfc)).len() == 1),
    ("save", |page| save(page, &typed(&current(page), "mission", "new", 9)) == Durability::Saved),
    ("edit", |page| {
        // Long enough for the next edit to go beside the slot.
        let draft = typed(&current(page), "history", &"Then. ".repeat(300), 8);
        save(page, &draft);
        save(page, &typed(&draft, "mission", "new", 9)) == Durability::Saved
    }),
    ("fold", |page| {
        let draft = typed(&current(page), "history", &"Then. ".repeat(300), 8);
        save(page, &draft);
        page.save(&typed(&draft, "mission", "new", 9), at(9));
        page.fold(&id(), at(10));
        block_on(page.settle(&|| ()));
        page.durability(&id()) == Durability::Saved
    }),
    ("create", |page| {
        save(page, &with_mission("copy").with_id(DraftId::from_random(8))) == Durability::Saved
    }),
    ("fetch", |page| block_on(page.fetch(&id(), &nfc)).is_ok()),
    ("gather", |page| page.gather(&id(), &nfc).is_ok()),
    ("receive", |page| {
        let _ = current(page);
        let (key, record) = (key::slot(&id(), Writer::from_random(5)), "{}");
        !page.receive(&key, record, &nfc)
    }),
    ("absorb", |page| {
        let draft = current(page);
        let _ = block_on(page.fetch(&id(), &nfc));
        page.absorb(&draft, &[Field::Page], at(9)).is_none()
    }),
    ("choose", |page| {
        let draft = divided(page);
        let goals = Field::Answer(QuestionId::new("goals"));
        let mut conflicts = page.conflicts(&id()).into_iter();
        let Some(conflict) = conflicts.find(|conflict| conflict.field == goals) else {
            return false;
        };
        let dot = conflict.choices[1].dot;
        let kept = page.not_chosen(&id(), &conflict.field, dot).len() == 1;
        let chosen = page.choose(&draft, &conflict.field, dot, at(9)).is_some();
        block_on(page.settle(&|| ()));
        kept && chosen && page.durability(&id()) == Durability::Saved
    }),
    ("heal", |page| {
        let _ = current(page);
        page.heal(&id(), at(9)) == Durability::Saved
    }),
    ("retry", |page| {
        page.save(&typed(&current(page), "mission", "new", 9), at(9));
        block_on(page.retry(at(9), &nfc, &|| ()));
        page.durability(&id()) == Durability::Saved
    }),
    ("shelf", |page| page.shelf(&nfc).local.is_none()),
    ("look", |page| block_on(page.look(&nfc)).is_ok()),
    ("tidy", |page| block_on(page.tidy(&id(), &[], at(1000), &nfc)).is_ok()),
    ("discard", |page| block_on(page.discard(&id(), at(9), &nfc)).is_ok()),
    ("restore", |page| block_on(page.restore(&id(), at(9), &nfc)).is_ok()),
    ("discard and restore", |page| {
        block_on(page.discard(&id(), at(9), &nfc)).is_ok()
            & block_on(page.restore(&id(), at(10), &nfc)).is_ok()
    }),
    ("remove", |page| block_on(page.remove(&id(), &nfc)).is_ok()),
    ("sweep", |page| sweep(page, at(9))),
    ("remember", |page| {
        let _ = current(page);
        block_on(page.remember(&id(), Reason::Copy, at(9))).is_ok()
    }),
    ("history", |page| block_on(page.history(&id())).is_ok()),
    ("revision", |page| {
        let _ = block_on(page.keep(&current(page), Reason::Copy, at(9)));
        let revisions = block_on(page.history(&id())).unwrap_or_default();
        revisions.first().is_some_and(|revision| block_on(page.revision(&id(), revision, &nfc)).is_ok())
    }),
    ("setting", |page| {
        let set = page.set_setting("theme", Some("dark")).is_ok() && page.setting("theme").is_some();
        set & page.set_setting("theme", None).is_ok()
    }),
    ("room", |page| page.bytes_used().is_ok()),
];
