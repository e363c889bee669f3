//! What comes late: the parts of the program that nobody needs before the first words are typed.
//!
//! ```text
//! published:   program.wasm ──── what starts, writes and saves ──────┐ one memory, one table of functions
//!              late.wasm ─────── PARTS: the other views, advice ─────┘
//! otherwise:   one program, and PARTS is there from the start
//! ```
//!
//! A release is cut in two where [`parts`] is entered (`split/` does it, [`point`] is the place), so what is reached
//! through [`Parts`] alone is loaded a moment after the app is ready, or at once when somebody wants to see it. Without it
//! one can begin a report, write, and everything is saved; a view that lives there says that it is coming, or that it did
//! not, and what to do.

mod background;
mod loading;
mod parts;
mod point;
mod view;

pub use loading::Late;

pub use view::{part, piece, view};
