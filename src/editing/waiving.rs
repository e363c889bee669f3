//! Answers that say why there is none, put on and taken off a text.

use super::Change;
use crate::draft::{Waiver, waiver};

/// Says that there is no answer: the fixed words come before what is there, which becomes the reason. Words of another
/// such kind are replaced, and keep their reason.
pub fn waived(text: &str, kind: Waiver) -> Option<Change> {
    let reason = match waiver(text) {
        Some((_, reason)) => reason.unwrap_or_default(),
        None => text,
    };
    Change::between(text, &kind.text(reason))
}

/// Takes the fixed words away again; the reason stays as the answer. `None` for an answer without them.
pub fn unwaived(text: &str) -> Option<Change> {
    let (_, reason) = waiver(text)?;
    Change::between(text, reason.unwrap_or_default())
}

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
}
