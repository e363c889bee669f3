//! Tracks bold and italic while reading HTML.

use std::collections::HashMap;

use super::css::Look;
use super::element::Element;
use super::token::Tag;
use crate::answer::Style;

/// The open elements that change the style, with the style that each sets. Elements may overlap: each is closed by its
/// own end tag.
#[derive(Default)]
pub(super) struct Styles {
    /// For every element opened so far, whether it is still open.
    open: Vec<bool>,
    /// The indices of the open elements in `open`, by kind.
    places: HashMap<Element, Vec<usize>>,
    bold: Vec<(usize, bool)>,
    italic: Vec<(usize, bool)>,
}

impl Styles {
    /// Returns the style that text has here.
    pub(super) fn current(&self) -> Style {
        let says = |stack: &[(usize, bool)]| stack.last().is_some_and(|(_, says)| *says);
        Style { bold: says(&self.bold), italic: says(&self.italic) }
    }

    /// Takes a start tag with this look. Google Docs wraps everything it copies in `<b style="font-weight:normal">`,
    /// and sets bold and italic in the styles of spans.
    pub(super) fn open(&mut self, tag: &Tag<'_>, look: Look) {
        let place = self.open.len();
        self.open.push(true);
        self.places.entry(tag.element).or_default().push(place);
        if let Some(bold) = look.bold.or((tag.element == Element::Bold).then_some(true)) {
            self.bold.push((place, bold));
        }
        if let Some(italic) = look.italic.or((tag.element == Element::Italic).then_some(true)) {
            self.italic.push((place, italic));
        }
    }

    /// Takes an end tag.
    pub(super) fn close(&mut self, element: Element) {
        let place = self.places.get_mut(&element).and_then(Vec::pop);
        if let Some(open) = place.and_then(|place| self.open.get_mut(place)) {
            *open = false;
        }
        let Self { open, bold, italic, .. } = self;
        for stack in [bold, italic] {
            while stack.last().is_some_and(|(place, _)| open.get(*place) == Some(&false)) {
                stack.pop();
            }
        }
    }
}
