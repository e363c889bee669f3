//! The late part: what of the program nobody needs before the first words are typed.
//!
//! ```text
//! published:   program.wasm ──── what starts, writes and saves ──────┐ one memory, one table of functions
//!              late.wasm ─────── LateParts: the other views, advice ─────┘
//! otherwise:   one program, and LateParts is there from the start
//! ```
//!
//! A release is cut in two where the table of [`LateParts`] is entered (`split/` does it, [`crate::boot`] has the
//! table): code that is reached only through the table is loaded a moment after the app is ready, or at once when one
//! of its views is opened. Without it, writers can begin a report and write, and everything is saved; a view of the
//! late part says that it is coming, or that it did not come and what to do.

mod loader;
mod parts;

pub use loader::{Late, Stage};
pub use parts::{LateParts, NameParts, OnFailure};
