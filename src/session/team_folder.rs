//! The state of the open draft's team folder. `folder_rounds` reads and writes the folder.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::folder::{Folder, FolderError};
use report::draft::DraftId;
use report::draft::team_folder::{FileTrouble, FolderLog};

/// The team folder of the open draft. Copies are the same.
#[derive(Clone, Copy)]
pub struct TeamFolder {
    /// The folder's state; `None` if none is in use.
    pub status: RwSignal<Option<FolderStatus>>,
    pub(super) used: StoredValue<Option<Rc<UsedFolder>>, LocalStorage>,
}

/// The state of a team folder, as shown to the writer.
#[derive(Clone, Debug, PartialEq)]
pub struct FolderStatus {
    /// The folder's name.
    pub folder: String,
    /// The name of the own file.
    pub file: String,
    /// How far the last round has got.
    pub stage: FolderStage,
    /// The files from which nothing was taken, with the reasons.
    pub troubles: Vec<(String, FileTrouble)>,
    /// Whether all of the other writers' files belong to other reports.
    pub is_of_others: bool,
    /// The number of changes that came in with the last round that brought any.
    pub came: usize,
}

/// How far a round through a folder has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderStage {
    /// A round is under way.
    Looking,
    /// The last round is complete.
    Done,
    /// The round waits for a press of a button, as the browser requires permission.
    Asks,
    /// The last round has failed.
    Failed(FolderError),
}

/// A folder that is in use for a draft.
pub(super) struct UsedFolder {
    pub id: DraftId,
    pub folder: Folder,
    /// The name of the own file.
    pub file: String,
    pub log: RefCell<FolderLog>,
    pub turn: Cell<Turn>,
}

/// Whether a round is under way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Idle,
    Busy,
    /// Another round follows.
    Again,
}

impl TeamFolder {
    pub(super) fn new() -> Self {
        Self { status: RwSignal::new(None), used: StoredValue::new_local(None) }
    }

    fn is_used(self, used: &Rc<UsedFolder>) -> bool {
        self.used.with_value(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, used)))
    }

    /// Changes the shown state of a folder, if it is still in use.
    pub(super) fn show(self, used: &Rc<UsedFolder>, change: impl FnOnce(&mut FolderStatus)) {
        if !self.is_used(used) {
            return;
        }
        let Some(before) = self.status.get_untracked() else { return };
        let mut status = before.clone();
        change(&mut status);
        if status != before {
            self.status.set(Some(status));
        }
    }
}
