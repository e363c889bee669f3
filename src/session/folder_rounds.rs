//! Rounds through the team folder of the open draft: its files are read when the page is shown again, and the own file
//! is written soon after a save.
//!
//! ```text
//! draft opened, page looked at, saved ─▶ round: may it be used? ─▶ read what is new ─▶ merge ─▶ write the own file
//! page left ─────────────────────────────────────────────────────────────────────────────────▶ write the own file
//! ```
//!
//! Rounds run one after the other. A round runs to its end for as long as the page lives, even if the draft is not
//! shown any more; its result is shown only if the folder is still in use.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::team_folder::{FolderStage, FolderStatus, Turn, UsedFolder};
use super::{Session, draft_files, draft_now, remembered, sync};
use crate::browser::folder::{self, Folder, FolderError, KeptFolder, Permission};
use crate::browser::task::spawn_for_page;
use crate::browser::{clock, files, nfc, random};
use report::draft::file::{self, DraftCopy};
use report::draft::team_folder::{ListedFile, is_copy_name, own_file_name};
use report::draft::{Draft, DraftId, limits};
use report::store::{DraftInfo, key};

/// What a round does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Read what is new, then write.
    Whole,
    /// Only write, as the page may be closing.
    WriteOnly,
}

/// Begins to use the folder that is kept for the draft, if there is one, and looks into it.
pub fn begin(session: Session, id: DraftId) {
    spawn_for_page(async move {
        // A database that does not answer counts as having no folder.
        let Ok(Some(kept)) = folder::find(&key::team_folder(&id)).await else { return };
        let is_open = session.open.with_untracked(|open| open.is_some_and(|open| open.id() == id));
        if let (Some(folder), true) = (kept.folder, is_open) {
            take_up(session, id, folder, kept.file);
        }
    });
}

/// Writes what is not written yet, and stops using the folder, as the draft is closed.
pub fn leave(session: Session) {
    go_round(session, Round::Whole);
    let folder = session.team_folder;
    folder.used.set_value(None);
    folder.status.set(None);
}

/// Reads what is new in the folder, and writes the own file if it lacks something.
pub fn look(session: Session) {
    go_round(session, Round::Whole);
}

/// Writes the own file where it lacks something, at once, as the page may be about to go.
pub fn hurry(session: Session) {
    let stage = session
        .team_folder
        .status
        .with_untracked(|status| status.as_ref().map(|status| status.stage.clone()));
    if stage == Some(FolderStage::Done) {
        go_round(session, Round::WriteOnly);
    }
}

/// Lets the writer choose a folder for the open draft, and begins to use it. Returns whether one was chosen. Must be
/// called while a click is handled.
///
/// # Errors
/// [`FolderError`]
pub async fn choose(session: Session, draft: Draft) -> Result<bool, FolderError> {
    let Some(folder) = Folder::choose().await? else { return Ok(false) };
    let id = draft.id().clone();
    let key = key::team_folder(&id);
    // A writer who had a file in the folder gets the same one again.
    let kept = folder::find(&key).await.ok().flatten().map(|kept| kept.file);
    let file = kept.unwrap_or_else(|| {
        let info = DraftInfo::of(&draft);
        let name = session.repository().own_name().unwrap_or_default();
        #[allow(clippy::cast_possible_truncation, reason = "any of its bits are random")]
        own_file_name(&info.affiliate, &info.year, &name, random::bits() as u64)
    });
    // If the database refuses, the folder is in use only as long as the draft is open.
    let _ = folder::keep(&key, &KeptFolder { folder: Some(folder.clone()), file: file.clone() }).await;
    if session.open.with_untracked(|open| open.is_some_and(|open| open.id() == id)) {
        take_up(session, id, folder, file);
    }
    Ok(true)
}

/// Asks the writer to allow the folder again, and then reads it. Must be called while a click is handled.
pub async fn allow(session: Session) {
    let Some(used) = session.team_folder.used.get_value() else { return };
    let stage = match used.folder.ask().await {
        Permission::Granted => return look(session),
        Permission::Asks => FolderStage::Asks,
        Permission::Denied => FolderStage::Failed(FolderError::Forbidden),
    };
    session.team_folder.show(&used, |status| status.stage = stage);
}

/// Stops using the folder. The own file stays in it, and is used again if the writer returns to the folder.
pub async fn stop(session: Session) {
    let Some(used) = session.team_folder.used.get_value() else { return };
    session.team_folder.used.set_value(None);
    session.team_folder.status.set(None);
    let kept = KeptFolder { folder: None, file: used.file.clone() };
    // If the database refuses, the folder is in use again when the draft is next opened.
    let _ = folder::keep(&key::team_folder(&used.id), &kept).await;
}

fn take_up(session: Session, id: DraftId, folder: Folder, file: String) {
    let status = FolderStatus {
        folder: folder.name(),
        file: file.clone(),
        stage: FolderStage::Looking,
        troubles: Vec::new(),
        is_of_others: false,
        came: 0,
    };
    let (log, turn) = (RefCell::default(), Cell::new(Turn::Idle));
    session.team_folder.used.set_value(Some(Rc::new(UsedFolder { id, folder, file, log, turn })));
    session.team_folder.status.set(Some(status));
    look(session);
}

/// Starts a round, or another one after the running one.
fn go_round(session: Session, round: Round) {
    let Some(used) = session.team_folder.used.get_value() else { return };
    if used.turn.get() != Turn::Idle {
        return used.turn.set(Turn::Again);
    }
    used.turn.set(Turn::Busy);
    spawn_for_page(async move {
        let mut round = round;
        loop {
            let done = run(session, &used, round).await;
            let stage = done.unwrap_or_else(FolderStage::Failed);
            session.team_folder.show(&used, |status| {
                status.stage = stage;
                status.troubles = used.log.borrow().troubles();
                status.is_of_others = used.log.borrow().is_of_others(&used.file);
            });
            if used.turn.replace(Turn::Busy) != Turn::Again {
                break;
            }
            round = Round::Whole;
        }
        used.turn.set(Turn::Idle);
    });
}

async fn run(session: Session, used: &Rc<UsedFolder>, round: Round) -> Result<FolderStage, FolderError> {
    if round == Round::Whole {
        match used.folder.permission().await {
            Permission::Granted => {}
            Permission::Asks => return Ok(FolderStage::Asks),
            Permission::Denied => return Err(FolderError::Forbidden),
        }
        read(session, used).await?;
    }
    write(session, used).await?;
    Ok(FolderStage::Done)
}

/// Reads the files that may have changed, and merges what they contain.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes and times are whole numbers"
)]
async fn read(session: Session, used: &Rc<UsedFolder>) -> Result<(), FolderError> {
    let there = used.folder.files(is_copy_name).await?;
    let listed = |(name, file): &(String, Option<web_sys::File>)| ListedFile {
        name: name.clone(),
        bytes: file.as_ref().map_or(0, |file| file.size() as u64),
        modified: file.as_ref().map_or(i64::MIN, |file| file.last_modified() as i64),
    };
    let listed: Vec<ListedFile> = there.iter().map(listed).collect();
    let to_read = used.log.borrow_mut().to_read(&listed);
    let mut came = 0;
    for file in to_read {
        let handle =
            there.iter().find(|(name, _)| *name == file.name).and_then(|(_, handle)| handle.as_ref());
        let bytes = match handle {
            Some(handle) => files::read(handle, limits::FILE_BYTES).await.ok(),
            None => None,
        };
        let copies = used.log.borrow_mut().take(&file, bytes.as_deref(), &used.id, clock::now(), &nfc);
        for copy in copies {
            came += merge(session, &used.id, &copy).await;
        }
    }
    if came > 0 {
        session.team_folder.show(used, |status| status.came = came);
    }
    Ok(())
}

/// Merges a copy into the draft, as another tab's edits are merged. Returns how many fields it changes.
async fn merge(session: Session, id: &DraftId, copy: &DraftCopy) -> usize {
    let (repository, Some(replica)) = (session.repository(), copy.edits.replica()) else { return 0 };
    // A draft that is in the trash or deleted takes nothing in.
    let Ok(current) = draft_now::load(session, id).await else { return 0 };
    if repository.has_all_of(id, replica) {
        return 0;
    }
    let news = repository.news_in(id, replica).map_or(0, |news| news.theirs.len() + news.both.len());
    repository.note_names(copy, &nfc);
    let open = session.open.get_untracked().filter(|open| open.id() == *id);
    let typed_in = open.map(|open| sync::fields_typed_in(session, open)).unwrap_or_default();
    if news > 0 {
        sync::remember(session, current.clone());
    }
    if draft_now::take_copy(session, &current, replica, &typed_in).is_none() {
        return 0;
    }
    sync::catch_up(session, &typed_in);
    news
}

/// Writes the own file, where it has something else than the draft.
async fn write(session: Session, used: &Rc<UsedFolder>) -> Result<(), FolderError> {
    // A draft that is in the trash or deleted is not written any more.
    let Ok(draft) = draft_now::load(session, &used.id).await else { return Ok(()) };
    let copies = draft_files::copies(session, &[draft]);
    // A copy without edits cannot be merged: nothing was typed yet.
    if copies.iter().any(|copy| copy.edits.replica().is_none()) {
        return Ok(());
    }
    let Ok(text) = file::write_copies(&copies) else { return Ok(()) };
    if !used.log.borrow().is_due(&used.file, &text) {
        return Ok(());
    }
    used.folder.write(&used.file, &text).await?;
    used.log.borrow_mut().wrote(&used.file, &text);
    draft_files::note_shared(session, &copies);
    remembered::note_copy(&session.repository(), &used.id);
    Ok(())
}
