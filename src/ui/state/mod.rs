//! The open draft as signals.
//!
//! The truth is one [`Draft`] of the core, whose gate normalizes and keeps limits; it is what gets saved. Every change
//! goes through [`OpenDraft`], which changes the draft and then the one signal that mirrors what has changed:
//!
//! ```text
//! set_text ─▶ Draft ─▶ entry (one per question) ─▶ state ─▶ section counts ─▶ whole counts
//!                └─▶ saver                     ├─▶ tree ─▶ preview, the page's text
//!                                              └─▶ suggestions
//! ```
//!
//! So one keystroke makes its field, its preview cell and its counts anew, and nothing else.

mod answer;
mod counts;
mod open_draft;

pub use answer::Answer;
pub use open_draft::OpenDraft;
