//! The folder that the writers of the open draft keep in step: how it stands with it. `folder_rounds` reads and writes it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::folder::{Folder, FolderError};
use report::draft::DraftId;
use report::draft::team_folder::{FileTrouble, FolderLog};

/// The folder of the open draft. Copies are the same.
#[derive(Clone, Copy)]
pub struct TeamFolder {
    /// How it stands with the folder; `None` where none is in use.
    pub stand: RwSignal<Option<FolderStand>>,
    pub(super) used: StoredValue<Option<Rc<UsedFolder>>, LocalStorage>,
}

/// How it stands with a folder, for whoever looks at the report.
#[derive(Clone, Debug, PartialEq)]
pub struct FolderStand {
    /// The folder's name.
    pub folder: String,
    /// The name of the own file.
    pub file: String,
    /// How far the last round has got.
    pub stage: FolderStage,
    /// The files that bring nothing, with the reasons.
    pub troubles: Vec<(String, FileTrouble)>,
    /// Whether the others' files are all of other reports.
    pub is_of_others: bool,
    /// The number of changes that came in with the last round that brought any.
    pub came: usize,
}

/// How far a round through a folder has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderStage {
    /// A round that goes on.
    Looking,
    /// A round to the end.
    Done,
    /// A round that waits for a press, as the browser wants to be asked.
    Asks,
    /// A round that has failed.
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

/// Whether a round goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Idle,
    Busy,
    /// Another round follows.
    Again,
}

impl TeamFolder {
    pub(super) fn new() -> Self {
        Self { stand: RwSignal::new(None), used: StoredValue::new_local(None) }
    }

    fn is_used(self, used: &Rc<UsedFolder>) -> bool {
        self.used.with_value(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, used)))
    }

    /// Shows how it stands with a folder, where that is still in use.
    pub(super) fn show(self, used: &Rc<UsedFolder>, change: impl FnOnce(&mut FolderStand)) {
        if !self.is_used(used) {
            return;
        }
        let Some(before) = self.stand.get_untracked() else { return };
        let mut stand = before.clone();
        change(&mut stand);
        if stand != before {
            self.stand.set(Some(stand));
        }
    }
}
