//! Builds an element by its plan.
//!
//! A plan is a string that `view!` has written: marks, each followed by a word. An element opens with its tag and closes;
//! between stand its attributes, texts, elements, and holes, which are filled one by one in their order.

use web_sys::{Document, Element};

use super::fill::Fill;
use super::hole::{Filled, Place};
use super::marks::Mark;
use super::steps::Steps;

/// Builds the element, and says what its holes have been filled with, in the order of the plan.
///
/// `None` if the plan has no whole element or more holes than there are fills, which `view!` does not write.
pub fn build(document: &Document, plan: &'static str, fills: Vec<Fill>) -> Option<(Element, Vec<Filled>)> {
    let mut fills = fills.into_iter();
    let mut filled = Vec::new();
    let mut open: Vec<Element> = Vec::new();
    let mut attribute = "";
    for (mark, word) in Steps::of(plan) {
        match mark {
            Mark::Open => open.push(document.create_element(word).ok()?),
            Mark::Close => {
                let element = open.pop()?;
                match open.last() {
                    Some(parent) => drop(parent.append_child(&element)),
                    None => return Some((element, filled)),
                }
            }
            Mark::Attribute => attribute = word,
            Mark::Value => drop(open.last()?.set_attribute(attribute, word)),
            Mark::Text => drop(open.last()?.append_child(&document.create_text_node(word))),
            hole => {
                let place = Place::new(open.last()?.clone(), hole, word);
                filled.push(place.fill(fills.next()?));
            }
        }
    }
    None
}
