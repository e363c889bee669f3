//! MediaWiki's notation: writing answers into it and reading pages back.
//!
//! What a wiki does to text was measured on MediaWiki 1.39; the tests ask a real one again. Two rules carry all of
//! it: a value never holds a raw newline, and every character that could be markup is escaped unless the tree says
//! it is markup. Then a value shows the same in a template call, whatever the shape of the template's cell, and in a table.

mod call;
mod changes_table;
mod escape;
mod read;
mod size;
pub mod split;
mod table;
#[cfg(test)]
mod tests;
mod value;

pub use call::{NamesMissing, call};
pub use changes_table::changes_table;
pub use read::{Foreign, read_value};
pub use size::{MAX_PAGE_BYTES, PageTooLarge, check_size};
pub use table::table;
pub use value::value;
