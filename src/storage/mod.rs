//! Drafts and settings in the browser's storage.
//!
//! ```text
//! Drafts ──▶ Backend ──▶ the browser's localStorage (`LocalStorage`), or memory
//! ```
//!
//! [`Drafts`] knows records, [`Backend`] only keys and values; every call of it may fail, and faults are
//! values that carry what happened. What is stored (all keys begin with [`key::PREFIX`], other tools share the origin):
//!
//! | key | value |
//! |---|---|
//! | `draft/<id>` | the draft as a file of its own ([`crate::draft::file`]) |
//! | `summary/<id>` | what the home screen shows of it, the record's checksum, and when it was put into the trash |
//! | `aside/<id>/<time>` | a record that could not be read, or that another tab had written, kept as it was |
//! | `setting/<name>` | a choice of the user's |
//!
//! Nothing that cannot be read is ever overwritten: before a draft is written over a record that this page load
//! neither read nor wrote, that record is copied aside. No clock and no Unicode data in here: both are passed in.

mod aside;
mod backend;
mod checksum;
mod compact;
mod drafts;
mod gate;
#[cfg(feature = "app")]
mod indexed;
mod keeper;
pub mod key;
mod load_error;
#[cfg(feature = "app")]
mod local;
mod memory;
mod mirror;
mod refused;
mod safety;
mod shelf;
pub mod slot;
mod summary;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use aside::{Aside, WhyAside};
pub use backend::{Backend, Fault};
pub use checksum::checksum;
pub use drafts::Drafts;
#[cfg(feature = "app")]
pub use indexed::IndexedDb;
pub use keeper::{Absorbed, HISTORY_BYTES, Keeper, Moment, Why};
pub use load_error::LoadError;
#[cfg(feature = "app")]
pub use local::LocalStorage;
pub use memory::Memory;
pub use mirror::{Change, Later, MemoryMirror, Mirror};
pub use refused::Refused;
pub use safety::Safety;
pub use shelf::{Card, Shelf};
pub use slot::SlotError;
pub use summary::Summary;

/// How long a deleted draft stays in the trash, in milliseconds: 30 days.
pub const TRASH_MILLIS: i64 = 30 * 24 * 60 * 60 * 1000;
