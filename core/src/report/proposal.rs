//! What a report's page is called after where its writer has not said so: what the answers say. And which year it is about.

use super::year::{last_year, likely_year};
use crate::checks::Date;
use crate::draft::{Draft, Entry, Origin, PageParts};

/// Returns the title's parts as the writer gave them, each blank one filled from its answer: the affiliate's name from the first
/// question, the year from the reporting year. Of two years (`2024-2025`) the last is taken, as titles have one; the writer can
/// change both.
pub fn proposed_parts(draft: &Draft) -> PageParts {
    let given = draft.page();
    PageParts {
        year: or(&given.year, || last_year(draft.text("reportingyear"))),
        affiliate: or(&given.affiliate, || draft.text("name").trim().to_owned()),
    }
}

/// Returns the words for the year that a draft is about: the answer on the reporting year, else the year in the title.
pub fn year_words(draft: &Draft) -> &str {
    let answer = draft.text("reportingyear").trim();
    if answer.is_empty() { draft.page().year.trim() } else { answer }
}

/// The greatest number of years between the likely year and the one that a report is about; a year farther off is a
/// slip or another calendar's.
const FAR: u16 = 10;

/// Returns the year that a draft's report is about: the reporting year, of two the last, else the year in the page's title, else
/// the one that `today` makes likely. A reporting year that was carried over and not checked is an earlier report's and not this one's.
pub fn report_year(draft: &Draft, today: Date) -> u16 {
    let likely = likely_year(today);
    let answer = draft.entry("reportingyear");
    let answer = answer.filter(|entry| !matches!(entry.origin(), Origin::CarriedOver { checked: false, .. }));
    let given = answer.map_or("", Entry::text);
    let years = [given, &draft.page().year].map(|text| last_year(text).parse().ok());
    years.into_iter().flatten().find(|year: &u16| year.abs_diff(likely) <= FAR).unwrap_or(likely)
}

fn or(given: &str, proposed: impl FnOnce() -> String) -> String {
    if given.trim().is_empty() { proposed() } else { given.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, Timestamp};
    use crate::form::QuestionId;

    fn draft(name: &str, year: &str) -> Draft {
        let nfc = |text: &str| text.to_owned();
        let now = Timestamp::from_millis(0);
        let mut draft = Draft::new(DraftId::from_random(1), "2024", now);
        draft.set_text(&QuestionId::new("name"), name, &nfc, now).unwrap();
        draft.set_text(&QuestionId::new("reportingyear"), year, &nfc, now).unwrap();
        draft
    }

    #[test]
    fn years_are_taken_from_the_answer() {
        let cases = [
            ("2024", "2024"),
            ("2024-2025", "2025"),
            ("2024-25", "2025"),
            ("2024/25", "2025"),
            ("2024 – 25", "2025"),
            ("July 2023 to June 2024", "2024"),
            ("2024-06", "2024"),
            ("from 2024, 12 months", "2024"),
            ("12345", ""),
            ("last year", ""),
            ("", ""),
        ];
        for (answer, year) in cases {
            assert_eq!(proposed_parts(&draft("A", answer)).year, year, "{answer}");
        }
    }

    #[test]
    fn a_report_is_about_the_year_it_says_or_else_a_likely_one() {
        let today = Date::new(2026, 11, 28).unwrap();
        for (answer, title, year) in [
            ("2025", "", 2025),
            ("2024-2025", "2023", 2025),
            ("", "2024", 2024),
            ("20", "2024", 2024),
            ("", "", 2026),
            ("last year", "", 2026),
            ("2569", "", 2026),
        ] {
            let mut draft = draft("A", answer);
            let page = PageParts { year: title.into(), affiliate: String::new() };
            draft.set_page(&page, &str::to_owned, Timestamp::from_millis(0)).unwrap();
            assert_eq!(report_year(&draft, today), year, "{answer}, {title}");
        }
    }

    #[test]
    fn a_year_carried_over_is_the_reports_own_once_it_was_checked() {
        let today = Date::new(2027, 2, 1).unwrap();
        let nfc = |text: &str| text.to_owned();
        for (checked, year) in [(false, 2026), (true, 2024)] {
            let mut draft = draft("A", "");
            let origin = Origin::CarriedOver { from: "2024".into(), checked };
            let entry = Entry::new("2024", origin, &nfc).unwrap();
            draft.insert(&QuestionId::new("reportingyear"), entry, Timestamp::from_millis(0)).unwrap();
            assert_eq!(report_year(&draft, today), year, "{checked}");
        }
    }

    #[test]
    fn what_the_writer_gave_stays() {
        let nfc = |text: &str| text.to_owned();
        let mut draft = draft(" Wikimedia A ", "2024");
        assert_eq!(proposed_parts(&draft).affiliate, "Wikimedia A");
        let page = PageParts { year: " ".into(), affiliate: "WM A".into() };
        draft.set_page(&page, &nfc, Timestamp::from_millis(0)).unwrap();
        let parts = proposed_parts(&draft);
        assert_eq!((parts.year.as_str(), parts.affiliate.as_str()), ("2024", "WM A"));
    }
}
