//! Changes to a question's text control, made through the browser so that its undo includes them.

use std::ops::Range;

use leptos::prelude::{WithUntracked, document};

use crate::browser::text_control::TextControl;
use crate::session::element_ids::{field_id, question_of_field};
use crate::session::{OpenAnswer, OpenDraft};
use report::checks::utf16_range;
use report::editing::Change;
use report::form::Question;

/// Returns a question's text control, if it is on the page.
pub(super) fn of(question: &Question) -> Option<TextControl> {
    TextControl::of_id(&field_id(question.id.as_str()))
}

/// Returns the answer whose control has the focus, if one has.
pub(super) fn in_use(open: OpenDraft) -> Option<OpenAnswer> {
    let id = document().active_element()?.id();
    open.answer(question_of_field(&id)?.as_str())
}

/// Returns an answer's text in the draft. Does not subscribe.
pub(super) fn text(answer: OpenAnswer) -> String {
    answer.entry.with_untracked(|entry| entry.text().to_owned())
}

/// Makes a change in the control that was computed for the answer's text, and leaves the focus in the field.
pub(super) fn change(answer: OpenAnswer, change: &Change) {
    let text = text(answer);
    let Some(control) = of(answer.question) else { return };
    control.focus();
    agree(&control, &text);
    control.replace(units(&text, &change.place), &change.replacement);
    control.select(units(&control.text(), &change.selection));
}

/// Lets a tool change the answer's text, given its selection in bytes. Returns whether the tool has changed anything.
pub(super) fn with_selection(
    answer: OpenAnswer,
    tool: impl FnOnce(&str, &Range<usize>) -> Option<Change>,
) -> bool {
    let Some(control) = of(answer.question) else { return false };
    let text = text(answer);
    let selection = control.selection();
    let selection = bytes(&text, selection.start)..bytes(&text, selection.end);
    let found = tool(&text, &selection);
    if let Some(found) = &found {
        change(answer, found);
    }
    found.is_some()
}

/// Returns whether the control shows the draft's text, so that changing it cannot lose text that the draft lacks.
pub(super) fn is_agreed(answer: OpenAnswer) -> bool {
    of(answer.question).is_some_and(|control| control.text() == text(answer))
}

/// Sets the control's text to the draft's. They differ only if normalization has changed what was typed.
pub(super) fn agree(control: &TextControl, text: &str) {
    if control.text() != text {
        control.set_text(text);
    }
}

/// Converts a byte range into UTF-16 units, in which the browser counts.
pub(super) fn units(text: &str, bytes: &Range<usize>) -> Range<u32> {
    let units = utf16_range(text, bytes);
    let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    unit(units.start)..unit(units.end)
}

/// Converts a position in UTF-16 units, in which the browser counts, into bytes.
pub(super) fn bytes(text: &str, units: u32) -> usize {
    let mut left = usize::try_from(units).unwrap_or(usize::MAX);
    for (at, character) in text.char_indices() {
        if left < character.len_utf16() {
            return at;
        }
        left -= character.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn places_come_back_from_units() {
        let text = "é😀x";
        for (units, place) in [(0, 0), (1, 2), (2, 2), (3, 6), (4, 7), (99, 7)] {
            assert_eq!(bytes(text, units), place, "{units}");
        }
    }
}
