//! What belongs to the draft's page on Meta besides the answers: the parts of its title and the edit summary.

use serde::Serialize;

use super::Draft;

/// The parts of a report's page title, as typed; `PageTitle` checks and normalizes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PageParts {
    /// One year (`2024`), even if the answer to *Reporting year* names two.
    pub year: String,
    /// The affiliate's name as on Meta; it can differ from the answer to the first question.
    pub affiliate: String,
}

impl PageParts {
    pub(super) fn bytes(&self) -> usize {
        self.year.len() + self.affiliate.len()
    }
}

impl Draft {
    /// Returns the edit summary for Meta, on one line: the writer's own, or a default if that is blank.
    ///
    /// The default is in English, like the report, as it is read in the page histories on Meta. MediaWiki keeps the
    /// first 500 characters (`CommentStore::COMMENT_CHARACTER_LIMIT`).
    pub fn edit_summary(&self) -> String {
        let own = one_line(self.summary());
        if own.is_empty() { default_summary(self.page()) } else { own }
    }
}

fn default_summary(page: &PageParts) -> String {
    let mut summary = String::from("Affiliate health criteria report");
    for (before, part) in [(" ", one_line(&page.year)), (": ", one_line(&page.affiliate))] {
        if !part.is_empty() {
            summary.push_str(before);
            summary.push_str(&part);
        }
    }
    summary
}

/// Joins a text's words by single blanks, without white space at the ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};

    fn with_page(year: &str, affiliate: &str) -> Draft {
        let mut draft = draft();
        let page = PageParts { year: year.into(), affiliate: affiliate.into() };
        draft.set_page(&page, &nfc, NOW).unwrap();
        draft
    }

    #[test]
    fn the_default_summary_names_what_is_known() {
        let cases = [
            ("", "", "Affiliate health criteria report"),
            ("2024", "", "Affiliate health criteria report 2024"),
            ("", "Wikimedia A", "Affiliate health criteria report: Wikimedia A"),
            ("2024", " Wikimedia\nA ", "Affiliate health criteria report 2024: Wikimedia A"),
        ];
        for (year, affiliate, summary) in cases {
            assert_eq!(with_page(year, affiliate).edit_summary(), summary);
        }
    }

    #[test]
    fn own_words_go_before_the_default() {
        let mut draft = with_page("2024", "Wikimedia A");
        draft.set_summary(" Add\nthe report ", &nfc, NOW).unwrap();
        assert_eq!(draft.edit_summary(), "Add the report");
        draft.set_summary(" \n", &nfc, NOW).unwrap();
        assert_eq!(draft.edit_summary(), "Affiliate health criteria report 2024: Wikimedia A");
    }
}
