//! Thin glue to the browser, one file per concern. Nothing here decides anything.
//!
//! Whatever a browser may refuse is a `Result` or an `Option`; a window and its document are always there in a page.

pub mod address;
pub mod caches;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod deflate;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod folder;
pub mod indexed_db;
pub mod intl;
pub mod kept_place;
pub mod late;
pub mod links;
pub mod local_storage;
mod long_text;
pub mod network;
pub mod nfc;
pub mod page;
pub mod persistence;
pub mod press;
pub mod random;
#[allow(dead_code)] // it is read, not run
#[cfg(clippy)]
mod refused;
pub mod screen;
pub mod scripts;
mod stream;
pub mod tab;
pub mod tabs;
pub mod task;
pub mod text_control;
pub mod text_decoder;
pub mod typing;

pub use long_text::long_text;
pub use nfc::nfc;
