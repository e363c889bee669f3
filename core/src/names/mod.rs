//! Names by MediaWiki's rules: page titles and user names, their normal forms, and why one is refused.
//!
//! The verdicts are a real wiki's; the tests ask it again.

pub mod title;
pub mod user_name;
