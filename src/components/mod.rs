//! Small parts of which views are made. Each knows Codex's classes, so that a view does not have to.

pub mod bar_height;
pub mod dialog;
pub mod difference;
pub mod form_text;
pub mod icon;
pub mod message;
pub mod next_frame;
pub mod shortcut;
pub mod toolbar;
pub mod view;
