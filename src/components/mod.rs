//! Small parts of which views are made. Each knows Codex's classes, so that a view does not have to.

pub mod bar_height;
pub mod checkbox;
pub mod dialog;
pub mod difference;
pub mod form_text;
pub mod icon;
pub mod message;
pub mod next_frame;
pub mod radios;
pub mod shortcut;
pub mod text_copy;
pub mod toolbar;
pub mod view;
