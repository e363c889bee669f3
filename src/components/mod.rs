//! Small building blocks of views. They know Codex's classes, so that views need not.

pub mod bar_height;
pub mod checkbox;
pub mod dialog;
pub mod difference;
pub mod form_text;
pub mod icon;
pub mod late;
pub mod message;
pub mod next_frame;
pub mod radios;
pub mod shortcut;
pub mod text_copy;
pub mod toolbar;
pub mod view;
