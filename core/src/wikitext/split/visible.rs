//! What is left of a piece of a page when it is viewed.

use std::borrow::Cow;

use super::angle::{Angle, Angles};

/// Removes from a piece of a page what vanishes when the page is viewed: comments, with their line where they stand alone on it;
/// the tags `<noinclude>` and `<onlyinclude>`; `<includeonly>` with all it encloses. Extension tags stay as they are, with
/// whatever they enclose.
///
/// `piece` is a whole page, or the name or value of an argument that [`calls`](super::calls) found in one: those never cut a
/// comment or a tag in two.
pub fn visible(piece: &str) -> Cow<'_, str> {
    let mut angles = Angles::new(piece);
    let mut kept = String::new();
    let mut kept_until = 0;
    let mut at = 0;
    while let Some(next) = piece.get(at..).and_then(|rest| rest.find('<')) {
        let angle = at + next;
        let (start, end) = match angles.read(angle) {
            Angle::Comment { start, end, .. } => (start, end),
            Angle::Dropped { end } => (angle, end),
            Angle::Extension { end } | Angle::Text { end } => {
                at = end;
                continue;
            }
        };
        kept.push_str(piece.get(kept_until..start).unwrap_or_default());
        kept_until = end;
        at = end;
    }
    if kept_until == 0 {
        return Cow::Borrowed(piece);
    }
    kept.push_str(piece.get(kept_until..).unwrap_or_default());
    Cow::Owned(kept)
}

/// Trims white space at the edges, as MediaWiki does with names and named values: PHP's `trim`, which leaves a no-break space and
/// a form feed where they are.
pub fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r', '\0', '\u{b}'])
}

/// Applies [`visible`], then [`trim`].
pub(super) fn visible_trimmed(piece: &str) -> Cow<'_, str> {
    match visible(piece) {
        Cow::Borrowed(text) => Cow::Borrowed(trim(text)),
        Cow::Owned(text) => Cow::Owned(trim(&text).to_owned()),
    }
}
