//! Comments of a document's reviewers, which programs copy along: their marks in the text, and the blocks with their
//! text.

use super::css::Look;
use super::token::Tag;

/// Classes of Word's comments and their marks.
pub(super) const CLASSES: [&str; 5] =
    ["MsoCommentReference", "msocomanchor", "msocomoff", "msocomtxt", "msocomhide"];

/// Returns whether an element is a comment, a list of them, or the mark of one in the text, judged by anything but its
/// class ([`CLASSES`]).
pub(super) fn is_part(tag: &Tag<'_>, look: Look) -> bool {
    look.comment
        || leads_to(tag, &["cmnt", "_msocom_"])
        || tag.attribute("id").is_some_and(|id| is_numbered(&id, "_com_"))
}

/// Returns whether an element begins a comment: the link back to its mark in the text.
pub(super) fn begins(tag: &Tag<'_>) -> bool {
    leads_to(tag, &["cmnt_ref", "_msoanchor_"])
}

/// Returns whether a link leads to a place in the document that has one of these names and a number.
fn leads_to(tag: &Tag<'_>, names: &[&str]) -> bool {
    if !tag.is("a") {
        return false;
    }
    let address = tag.attribute("href").unwrap_or_default();
    let place = address.rsplit_once('#').map(|(_, place)| place);
    place.is_some_and(|place| names.iter().any(|name| is_numbered(place, name)))
}

fn is_numbered(text: &str, name: &str) -> bool {
    let number = text.trim().strip_prefix(name);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
