//! Drafts and settings in the browser's storage.
//!
//! ```text
//! Keeper ─┬─▶ Backend   localStorage      at once, on disk late
//!         └─▶ Mirror    IndexedDB         later, on disk when it says so
//! ```
//!
//! [`Keeper`] knows drafts; [`Backend`] and [`Mirror`] only keys and values. Every call of them may fail, and faults are values that
//! carry what happened. `docs/storage.md` says what is written when, and what that guarantees. What is stored (all
//! keys begin with [`key::PREFIX`], other tools share the origin):
//!
//! | key | where | value |
//! |---|---|---|
//! | `slot/<draft>/<writer>` | both | one page load's state of a draft ([`slot`]) |
//! | `head/<draft>/<writer>` | mirror | what the home screen needs of a slot |
//! | `history/<draft>/<time>-…` | mirror | an earlier state, as a file of its own ([`crate::draft::file`]) |
//! | `gone/<draft>` | localStorage | since when which writers are gone |
//! | `aside/<draft>/<time>` | localStorage | a record that stood where it should not, kept as it was |
//! | `setting/<name>` | localStorage | a choice of the user's |
//! | `draft/<id>`, `summary/<id>` | localStorage | the first format: a file, and its summary with the mark for the trash. Only read |
//!
//! Nothing that cannot be read is ever overwritten or removed. No clock, no randomness and no Unicode data in here: they are passed in.

mod aside;
mod backend;
mod checksum;
mod compact;
mod durability;
mod gate;
mod keeper;
pub mod key;
mod load_error;
#[cfg(test)]
mod memory;
mod mirror;
mod patient;
mod refused;

mod shelf;
pub mod slot;
mod summary;
#[cfg(test)]
pub(crate) mod testing;

pub use aside::{Aside, WhyAside};
pub use backend::{Backend, Fault};
pub use checksum::checksum;
pub use durability::Durability;
pub use keeper::{Absorbed, HISTORY_BYTES, Keeper, Moment, Why};
pub use load_error::LoadError;
#[cfg(test)]
pub(crate) use memory::{Memory, MemoryMirror};
pub use mirror::{Later, Mirror, Write};
pub use patient::Timer;
pub use refused::Refused;
pub use shelf::{Card, Shelf};
pub use slot::SlotError;
pub use summary::Summary;

/// How long a deleted draft stays in the trash, in milliseconds: 30 days.
pub const TRASH_MILLIS: i64 = 30 * 24 * 60 * 60 * 1000;
