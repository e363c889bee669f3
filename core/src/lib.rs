//! The report core: what a yearly affiliate health criteria report goes through, room by room.
//!
//! ```text
//! form ─┐
//! draft ┼─▶ checks                                   what is missing, what looks wrong
//!       └─▶ report ─▶ answer trees ─▶ wikitext · text · HTML
//!                          ▲
//! a page, a file, a text ──┴── import                and back
//! ```
//!
//! Everything here is pure: no browser, no screen, no clock, no locale, no network. What depends on the
//! surroundings (Unicode normalization, today's date) is passed in. Nothing here panics on any input.

pub mod answer;
#[cfg(test)]
#[allow(clippy::unwrap_used)] // Outside of `#[test]` functions clippy.toml does not allow it, and all there is test.
#[path = "../../tests/support/bless.rs"]
mod bless;
pub mod checks;
mod checksum;
pub mod collection;
pub mod date;
pub mod difference;
pub mod draft;
pub mod editing;
pub mod entities;
mod excerpt;
pub mod form;
pub mod i18n;
pub mod ids;
pub mod import;
pub mod input;
mod json;
mod letters;
pub mod meta;
pub mod names;
pub mod report;
pub mod store;
mod web;
pub mod wikitext;
