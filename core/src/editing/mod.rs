//! What the tools beside a field do to its text: each is a pure function from a text, and maybe a selection, to a
//! [`Change`]. The caller makes the change through the browser, so that the browser's own undo takes it back.
//!
//! Places are in bytes of the text that is passed in. A place off the text, or inside a character, counts as the
//! nearest border before it.

pub mod autocomplete;
mod bold;
mod change;
mod lines;
mod link;
mod list;
mod list_key;
mod waiving;

pub use bold::bold;
pub use change::Change;
pub use lines::{has_line, toggle_line};
pub use link::{link, linked};
pub use list::bulleted_list;
pub use list_key::continued_list;
pub use waiving::{as_reason, unwaived, waived};
