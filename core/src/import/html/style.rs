//! Bold and italic at a place in HTML.

use super::element::Element;
use super::token::Tag;
use crate::answer::Style;

/// The open elements that change the style, with what each adds.
#[derive(Default)]
pub(super) struct Styles {
    bold: Vec<Style>,
    italic: Vec<Style>,
    span: Vec<Style>,
    bold_depth: usize,
    italic_depth: usize,
}

impl Styles {
    /// Returns the style that text has here.
    pub(super) fn current(&self) -> Style {
        Style { bold: self.bold_depth > 0, italic: self.italic_depth > 0 }
    }

    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        let adds = added(tag);
        if let Some(stack) = self.stack(tag.element) {
            stack.push(adds);
            self.bold_depth += usize::from(adds.bold);
            self.italic_depth += usize::from(adds.italic);
        }
    }

    pub(super) fn close(&mut self, element: Element) {
        let added = self.stack(element).and_then(Vec::pop).unwrap_or_default();
        self.bold_depth = self.bold_depth.saturating_sub(usize::from(added.bold));
        self.italic_depth = self.italic_depth.saturating_sub(usize::from(added.italic));
    }

    fn stack(&mut self, element: Element) -> Option<&mut Vec<Style>> {
        match element {
            Element::Bold => Some(&mut self.bold),
            Element::Italic => Some(&mut self.italic),
            Element::Span => Some(&mut self.span),
            _ => None,
        }
    }
}

/// Returns the style that a tag adds by its element and its `style` attribute. Google Docs wraps all it copies in a
/// `<b style="font-weight:normal">`, and says bold and italic in spans' styles.
fn added(tag: &Tag<'_>) -> Style {
    let mut style = Style { bold: tag.element == Element::Bold, italic: tag.element == Element::Italic };
    let Some(css) = tag.attribute("style") else { return style };
    for (name, value) in css.split(';').filter_map(|rule| rule.split_once(':')) {
        match (name.trim(), value.trim()) {
            ("font-weight", "bold" | "600" | "700" | "800" | "900") => style.bold = true,
            ("font-weight", "normal" | "400") => style.bold = false,
            ("font-style", "italic") => style.italic = true,
            ("font-style", "normal") => style.italic = false,
            _ => {}
        }
    }
    style
}
