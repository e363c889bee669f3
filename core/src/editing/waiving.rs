//! Answers that say why there is none, put on and taken off a text.

use super::Change;
use crate::draft::{Waiver, waiver};

/// Waives an answer: puts the fixed words of `kind` ("Not applicable") before what is there, which becomes the reason. Fixed
/// words of another kind are replaced, and keep their reason.
pub fn waived(text: &str, kind: Waiver) -> Option<Change> {
    let reason = match waiver(text) {
        Some((_, reason)) => reason.unwrap_or_default(),
        None => text,
    };
    Change::between(text, &kind.text(reason))
}

/// Takes the fixed words of a waived answer away; the reason stays as the answer. `None` for an answer without them.
pub fn unwaived(text: &str) -> Option<Change> {
    let (_, reason) = waiver(text)?;
    Change::between(text, reason.unwrap_or_default())
}

/// Makes what was typed right behind a waiver's fixed words ("Not applicable we are new") their reason, by putting the colon
/// between the two. `None` where nothing is to be done, or not yet.
pub fn as_reason(text: &str) -> Option<Change> {
    let rest = Waiver::ALL.into_iter().find_map(|kind| text.strip_prefix(kind.words()))?;
    let typed = rest.trim_start();
    if typed.is_empty() || waiver(text).is_some() {
        return None;
    }
    let words = text.len() - rest.len();
    let end = words + COLON.len() + typed.len();
    Some(Change {
        place: words..text.len() - typed.len(),
        replacement: COLON.to_owned(),
        selection: end..end,
    })
}

/// The text between a waiver's fixed words and their reason, as [`Waiver::text`] writes it.
const COLON: &str = ": ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_and_go_and_the_reason_stays() {
        let cases = [
            ("", "Not applicable", ""),
            ("We have no members.", "Not applicable: We have no members.", "We have no members."),
            ("n/a - no members", "Not applicable: no members", "no members"),
            ("Not counted this year: too many", "Not applicable: too many", "too many"),
        ];
        for (text, with, without) in cases {
            let made =
                waived(text, Waiver::NotApplicable).map_or(text.to_owned(), |change| change.apply(text));
            assert_eq!(made, with);
            assert_eq!(unwaived(&made).map(|change| change.apply(&made)).as_deref(), Some(without));
        }
        assert_eq!(waived("Not applicable", Waiver::NotApplicable), None);
        assert_eq!(unwaived("Not applicable to us because we are new"), None);
    }

    #[test]
    fn what_is_typed_behind_the_words_becomes_the_reason() {
        let cases = [
            ("Not applicable we", Some("Not applicable: we")),
            ("Not applicablew", Some("Not applicable: w")),
            ("Sent to AffCom privately\t新", Some("Sent to AffCom privately: 新")),
            ("Not applicable", None),
            ("Not applicable ", None),
            ("Not applicable: we", None),
            ("Not applicable, we", None),
            ("Not applicable (we", None),
            ("We are not applicable", None),
        ];
        for (text, expected) in cases {
            let change = as_reason(text);
            assert_eq!(change.as_ref().map(|change| change.apply(text)).as_deref(), expected, "{text:?}");
            if let Some(change) = change {
                assert_eq!(change.selection.end, change.apply(text).len());
            }
        }
    }
}
