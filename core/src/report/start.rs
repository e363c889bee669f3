//! A new year's report that starts from an earlier one.

use super::proposed_parts;
use crate::draft::{Draft, DraftError, Entry, Nfc, Timestamp};
use crate::ids::QuestionId;

/// Starts a report from an earlier one: its answers [carried over](Draft::carry_over) with `from`, the words for its year, but the
/// reporting year, which is `year`; no answer where that is blank. The draft remembers the earlier report's
/// [title](Draft::carried_over_from) and [answers](Draft::earlier_text).
///
/// # Errors
/// If a limit is passed.
pub fn start_from(
    mut draft: Draft,
    earlier: &Draft,
    (from, year): (&str, &str),
    nfc: Nfc<'_>,
    now: Timestamp,
) -> Result<Draft, DraftError> {
    draft.carry_over(earlier, from, nfc, now)?;
    draft.insert(&QuestionId::new("reportingyear"), Entry::typed(year.trim(), nfc)?, now)?;
    draft.note_carried_over_from(earlier, &proposed_parts(earlier), nfc)?;
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::draft::{Origin, PageParts, file};

    fn earlier() -> Draft {
        let mut earlier = draft();
        for (question, text) in
            [("name", "Lake Orin"), ("reportingyear", "2024"), ("mission", "Free knowledge")]
        {
            earlier.set_text(&QuestionId::new(question), text, &nfc, NOW).unwrap();
        }
        earlier
    }

    #[test]
    fn the_new_year_is_the_writers_word_and_all_else_is_to_be_checked() {
        let new = start_from(draft(), &earlier(), ("2024", " 2025 "), &nfc, NOW).unwrap();
        let year = new.entry("reportingyear").unwrap();
        assert_eq!((year.text(), year.origin()), ("2025", &Origin::Typed));
        assert_eq!(proposed_parts(&new), PageParts { year: "2025".into(), affiliate: "Lake Orin".into() });
        let mission = new.entry("mission").unwrap();
        assert_eq!(mission.origin(), &Origin::CarriedOver { from: "2024".into(), checked: false });
        assert!(new.edit_summary().contains("criteria report"), "{}", new.edit_summary());
        let from = PageParts { year: "2024".into(), affiliate: "Lake Orin".into() };
        assert_eq!(new.carried_over_from(), Some(from));
        assert_eq!((new.earlier_text("reportingyear"), new.earlier_text("goals")), (Some("2024"), None));
    }

    #[test]
    fn without_a_year_the_question_is_open() {
        let new = start_from(draft(), &earlier(), ("2024", " "), &nfc, NOW).unwrap();
        assert_eq!(new.text("reportingyear"), "");
    }

    #[test]
    fn a_file_keeps_where_it_came_from() {
        let new = start_from(draft(), &earlier(), ("2024", "2025"), &nfc, NOW).unwrap();
        let text = file::write(std::slice::from_ref(&new)).unwrap();
        assert_eq!(file::read(&text, &nfc).unwrap(), [new]);
    }
}
