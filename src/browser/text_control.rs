//! A text control of the page: its text, its selection, and changes that its undo takes back.
//!
//! Places are in UTF-16 units, as the browser counts.

use std::ops::Range;

use js_sys::{Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTextAreaElement};

/// A `<textarea>` of the page.
#[derive(Clone)]
pub struct TextControl(HtmlTextAreaElement);

impl TextControl {
    /// Returns the text control of this id, if it is on the page.
    pub fn of_id(id: &str) -> Option<Self> {
        document().get_element_by_id(id)?.dyn_into().ok().map(Self)
    }

    /// Wraps this `<textarea>`.
    pub fn of(area: HtmlTextAreaElement) -> Self {
        Self(area)
    }

    /// Returns the `<textarea>`.
    pub fn element(&self) -> &HtmlTextAreaElement {
        &self.0
    }

    /// Returns the control's text, with LF at line ends.
    pub fn text(&self) -> String {
        self.0.value()
    }

    /// Sets the control's text, and the caret to its end. In the focused control this counts as typing, which the
    /// browser's undo takes back; in any other control the undo history is lost.
    pub fn set_text(&self, text: &str) {
        if self.has_focus() {
            self.replace(0..u32::MAX, text);
        } else {
            self.0.set_value(text);
        }
    }

    /// Sets a text that another tab or a tool has made. In the control that has the focus, the caret stays between the same
    /// words, as far as they are still there.
    pub fn follow(&self, text: &str) {
        let before = self.text();
        if before == text {
            return;
        }
        let caret = self.has_focus().then(|| self.selection());
        self.0.set_value(text);
        if let Some(caret) = caret {
            let change = TextShift::between(&before, text);
            self.select(change.moved(caret.start)..change.moved(caret.end));
        }
    }

    /// Returns the selected part in UTF-16 units; an empty range is the caret.
    pub fn selection(&self) -> Range<u32> {
        let place = |place: Result<Option<u32>, JsValue>| place.ok().flatten().unwrap_or(0);
        place(self.0.selection_start())..place(self.0.selection_end())
    }

    /// Selects a part of the text, in UTF-16 units.
    pub fn select(&self, range: Range<u32>) {
        // Fails only for controls that have no selection.
        let _ = self.0.set_selection_range(range.start, range.end);
    }

    /// Gives the control the focus, without scrolling if it is in sight.
    pub fn focus(&self) {
        let _ = self.0.focus();
    }

    /// Returns whether the control has the focus.
    pub fn has_focus(&self) -> bool {
        let element: &Element = &self.0;
        document().active_element().as_ref() == Some(element)
    }

    /// Replaces a part of the text, in UTF-16 units, as if it were typed: the browser's undo takes it back, and an
    /// `input` event is fired. The control has the focus afterwards.
    pub fn replace(&self, range: Range<u32>, replacement: &str) {
        self.focus();
        self.select(range.clone());
        let done = match replacement {
            "" if range.is_empty() => true,
            "" => command("delete", ""),
            text => command("insertText", text),
        };
        if !done {
            self.replace_without_undo(range, replacement);
        }
    }

    /// Replaces a part of the text, in UTF-16 units, for browsers that lack or refuse the command for it; the undo
    /// history is lost.
    fn replace_without_undo(&self, range: Range<u32>, replacement: &str) {
        // Fails only for a range that ends before it begins.
        let _ = self.0.set_range_text_with_start_and_end(replacement, range.start, range.end);
        self.tell();
    }

    /// Fires an `input` event, which tells listeners that the control's text has changed, as typing does.
    pub fn tell(&self) {
        if let Ok(event) = web_sys::CustomEvent::new("input") {
            let _ = self.0.dispatch_event(&event);
        }
    }
}

/// Calls `document.execCommand`, which is deprecated but the only way to edit a field undoably.
fn command(name: &str, text: &str) -> bool {
    let document = document();
    let function = Reflect::get(&document, &JsValue::from_str("execCommand")).ok();
    let function = function.and_then(|function| function.dyn_into::<Function>().ok());
    let done = function.and_then(|function| {
        function.call3(&document, &name.into(), &JsValue::FALSE, &JsValue::from_str(text)).ok()
    });
    done.and_then(|done| done.as_bool()).unwrap_or(false)
}

/// The part of a text that was changed: what remains without the beginning and the end that both texts share, in
/// UTF-16 units.
pub(super) struct TextShift {
    start: usize,
    old_end: usize,
    new_end: usize,
}

impl TextShift {
    /// Finds the part in which two texts differ.
    pub(super) fn between(before: &str, after: &str) -> Self {
        let (old, new): (Vec<u16>, Vec<u16>) =
            (before.encode_utf16().collect(), after.encode_utf16().collect());
        let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let longest = old.len().min(new.len()) - start;
        let end =
            old.iter().rev().zip(new.iter().rev()).take(longest).take_while(|(old, new)| old == new).count();
        Self { start, old_end: old.len() - end, new_end: new.len() - end }
    }

    /// Maps a position in the old text to the new one. A position inside the changed part moves to that part's end.
    pub(super) fn moved(&self, place: u32) -> u32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let moved = if place <= self.start {
            place
        } else if place >= self.old_end {
            place - self.old_end + self.new_end
        } else {
            self.new_end
        };
        u32::try_from(moved).unwrap_or(u32::MAX)
    }
}

/// Shows a text in the field of this id. Its caret stays between the same words, as far as they are still there.
pub fn show_in_field(id: &str, text: &str) {
    if let Some(control) = TextControl::of_id(id) {
        control.follow(text);
    }
}

#[cfg(test)]
mod tests {
    use super::TextShift;

    #[test]
    fn the_caret_stays_between_its_words() {
        let cases = [
            ("one three", "one two three", 3, 3),
            ("one three", "one two three", 9, 13),
            ("one big three", "one three", 6, 4),
            // Both words begin with a `t`, so the removed part may as well be `wo t`: the caret is after the `t` that
            // is left.
            ("one two three", "one three", 6, 5),
            ("ab", "ab", 1, 1),
            ("\u{1F600}b", "\u{1F600}ab", 3, 4),
            ("", "new", 0, 0),
        ];
        for (before, after, caret, expected) in cases {
            assert_eq!(
                TextShift::between(before, after).moved(caret),
                expected,
                "{before:?} {after:?} {caret}"
            );
        }
    }
}
