//! Thin glue to the browser, one file per concern. Nothing here decides anything.
//!
//! Whatever a browser may refuse is a `Result` or an `Option`; a window and its document are always there in a page.

pub mod address;
pub mod background;
mod caret;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod database;
pub mod download;
pub mod drop;
pub mod early;
pub mod fetch;
pub mod field;
pub mod file;
pub mod focus;
pub mod idle;
pub mod indexed_db;
pub mod intl;
pub mod late;
pub mod local_storage;
pub mod locks;
mod long_text;
pub mod network;
pub mod nfc;
pub mod other_tabs;
pub mod page;
pub mod persistence;
pub mod random;
#[allow(dead_code)] // it is read, not run
#[cfg(clippy)]
mod refused;
pub mod screen;
mod scripts;
pub mod share;
pub mod tab;
pub mod task;
pub mod text_control;
pub mod theme;
pub mod typing;
pub mod version;

pub use long_text::long_text;
pub use nfc::nfc;
