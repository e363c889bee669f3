//! Drafts and settings in the browser's storage.
//!
//! ```text
//! Repository ─┬─▶ Backend        localStorage   at once, on disk late
//!             └─▶ DurableStore   IndexedDB      later, on disk when it says so
//! ```
//!
//! [`Repository`] knows drafts; [`Backend`] and [`DurableStore`] only keys and values. Every call to a store may fail,
//! and faults are values that say what happened. `docs/storage.md` describes what is written when, and what that
//! guarantees. The records (all keys begin with [`key::PREFIX`], as other tools share the origin):
//!
//! | key | where | value |
//! |---|---|---|
//! | `slot/<draft>/<writer>` | both | one page load's state of a draft ([`slot`]) |
//! | `slot/<draft>/<writer>/edit` | both | the fields that it has touched since it wrote that ([`slot::SlotEdit`]) |
//! | `head/<draft>/<writer>` | durable | what the home screen needs of a slot |
//! | `history/<draft>/<time>-…` | durable | an earlier state, as a file of its own ([`crate::draft::file`]) |
//! | `gone/<draft>` | localStorage | since when which writers are gone |
//! | `trash-time` | localStorage | how long drafts have been in the trash, by what starts have seen |
//! | `cleared` | localStorage | the mark that clearing everything leaves behind |
//! | `aside/<draft>/<time>` | localStorage | a record that stood where it should not, kept as it was |
//! | `setting/<name>` | localStorage | a choice of the user's |
//! | `draft/<id>`, `summary/<id>` | localStorage | the first format: a file, and its summary with the mark for the trash. Nothing in here writes it, but the page does (`public/early.js`): what is typed before the app is there |
//!
//! Records that cannot be read are never overwritten or removed. This module has no clock, no randomness and no
//! Unicode data: they are passed in.

mod backend;
mod compact;
mod decode;
mod durability;
mod durable_store;
pub mod key;
mod load_error;
mod memory;
mod quarantine;
mod refused;
mod repository;
mod with_timeout;

mod draft_info;
mod shelf;
pub mod slot;
#[cfg(test)]
pub(crate) mod testing;

pub use crate::checksum::checksum;
pub use backend::{Backend, Fault};
pub use draft_info::DraftInfo;
pub use durability::Durability;
pub use durable_store::{Decision, DurableStore, KeyDecision, Later, Write};
pub use load_error::LoadError;
pub use memory::{Memory, MemoryDurableStore};
pub use quarantine::{QuarantineReason, Quarantined};
pub use refused::Refused;
pub use repository::{HISTORY_BYTES, LastWritten, Reason, Repository, Revision, TakenCopy};
pub use shelf::{Card, Shelf};
pub use slot::SlotError;
pub use with_timeout::Timer;

/// The shortest time that a deleted draft stays in the trash, in milliseconds: 30 days.
pub const TRASH_MILLIS: i64 = 30 * 24 * 60 * 60 * 1000;
