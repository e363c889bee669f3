//! The views, by route.
//!
//! ```text
//! App ─┬─ Header            the report's name, saved state, menu
//!      ├─ home
//!      ├─ import            a report comes in
//!      ├─ reports           many reports compared
//!      ├─ DraftFrame ─┬─ write      loads the draft and makes its `OpenDraft`
//!      │              ├─ text       the whole report as one text
//!      │              ├─ review     the page is reviewed and copied
//!      │              ├─ history    earlier states
//!      │              └─ import     answers come into this draft
//!      └─ Footer            what this is
//! ```

mod asking;
pub mod changes;
pub mod conflicts;
pub mod draft_frame;
pub mod footer;
pub mod header;
pub mod history;
pub mod home;
pub mod import;
pub mod keys;
pub mod language;
pub mod meeting;
mod menu;
mod network;
pub mod new_version;
pub mod other_form;
mod paper;
pub mod preview;
pub mod rehearsal;
pub mod reports;
pub mod review;
pub mod share;
pub mod text;
mod trashed;
pub mod write;
