//! What comes late: the parts of the program that nobody needs before the first words are typed.
//!
//! ```text
//! published:   program.wasm ──── what starts, writes and saves ──────┐ one memory, one table of functions
//!              late.wasm ─────── LateParts: the other views, advice ─────┘
//! otherwise:   one program, and LateParts is there from the start
//! ```
//!
//! A release is cut in two where the table of [`LateParts`] is entered (`split/` does it, [`crate::boot`] has the table), so what
//! is reached through it alone is loaded a moment after the app is ready, or at once when somebody wants to see it. Without it
//! one can begin a report, write, and everything is saved; a view that lives there says that it is coming, or that it did
//! not, and what to do.

mod loader;
mod parts;
mod view;

pub use loader::Late;
pub use parts::{LateParts, NameParts, Told};
pub use view::{part, piece, view};
