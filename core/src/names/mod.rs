//! Names: page titles and user names by MediaWiki's rules, their normal forms and why one is refused; the addresses of pages; names of files.
//!
//! The verdicts on titles and user names are a real wiki's; the tests ask it again.

mod file_name;
mod folded;
pub mod title;
pub mod user_name;
mod wiki;

pub use file_name::file_name_part;
pub use folded::{folded, folded_name, telling_words};
pub use wiki::Wiki;
