//! A text field that shows what has changed elsewhere.

use super::text_control::TextControl;

/// Lets the field of this id show a text. Its caret stays between the same words, as far as they are still there.
pub fn show(id: &str, text: &str) {
    if let Some(control) = TextControl::of_id(id) {
        control.follow(text);
    }
}
