//! Which other report a report's page belongs to: an earlier report's page must not be replaced by a new one by
//! mistake, and a report that comes back from another person is recognized.

use super::proposed_parts;
use super::year::last_year;
use crate::draft::{Draft, DraftId, Origin, PageParts};
use crate::excerpt::excerpt;
use crate::names::title::clean;
use crate::store::Card;

/// Another report that has a report's page title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TitleOwner {
    /// The earlier report that answers were carried over from.
    Earlier,
    /// Another report in this browser.
    Here {
        /// The other report's id.
        draft: DraftId,
    },
}

/// Finds another report with the page title of this one: the one whose answers it started from, or one of `cards`, those of the
/// reports in this browser. `None` while the title is not complete.
pub fn title_owner(draft: &Draft, cards: &[Card]) -> Option<TitleOwner> {
    let title = proposed_parts(draft);
    if clean(&title.year).is_empty() || clean(&title.affiliate).is_empty() {
        return None;
    }
    if is_earlier(draft, &title) {
        return Some(TitleOwner::Earlier);
    }
    let same = cards.iter().find(|card| card.id != *draft.id() && has_title(card, draft.form(), &title))?;
    Some(TitleOwner::Here { draft: same.id.clone() })
}

/// Finds the report in this browser, of those on `cards`, that a draft from elsewhere is a version of: the one of its id, or of the
/// id `named` with answers that come back, else one with the same name and year.
pub fn version_here<'c>(draft: &Draft, named: Option<&DraftId>, cards: &'c [Card]) -> Option<&'c Card> {
    let title = proposed_parts(draft);
    let is_whole = !clean(&title.year).is_empty() && !clean(&title.affiliate).is_empty();
    let same_title = || cards.iter().find(|card| is_whole && has_title(card, draft.form(), &title));
    cards.iter().find(|card| card.id == *named.unwrap_or(draft.id())).or_else(same_title)
}

/// Returns whether the title is that of the report that answers were carried over from. A draft of an older version of this
/// program knows only that report's year.
fn is_earlier(draft: &Draft, title: &PageParts) -> bool {
    if let Some(from) = draft.carried_over_from() {
        return same(&from.year, &title.year) && same(&from.affiliate, &title.affiliate);
    }
    draft.answers().iter().any(|(_, entry)| match entry.origin() {
        Origin::CarriedOver { from, .. } => is_year(from, &title.year),
        Origin::Typed | Origin::Imported => false,
    })
}

/// Returns whether a card's report has this title. A card has excerpts of what its title is made of.
fn has_title(card: &Card, form: &str, title: &PageParts) -> bool {
    let info = &card.info;
    info.form == form && same(&info.affiliate, &excerpt(&title.affiliate)) && is_year(&info.year, &title.year)
}

/// Returns whether words for a year, such as `2023-2024`, make this year of a title.
fn is_year(words: &str, year: &str) -> bool {
    same(words, year) || same(&last_year(words), year)
}

fn same(one: &str, other: &str) -> bool {
    clean(one) == clean(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::draft::{Entry, Timestamp};
    use crate::ids::QuestionId;
    use crate::report::start_from;
    use crate::store::DraftInfo;

    fn report(id: u128, name: &str, year: &str) -> Draft {
        let mut report = draft().with_id(DraftId::from_random(id));
        for (question, text) in [("name", name), ("reportingyear", year), ("mission", "Free knowledge")] {
            report.set_text(&QuestionId::new(question), text, &nfc, NOW).unwrap();
        }
        report
    }

    fn card(report: &Draft) -> Card {
        Card { id: report.id().clone(), info: DraftInfo::of(report) }
    }

    fn begun(year: &str) -> Draft {
        let earlier = report(1, "Lake Orin", "2024");
        start_from(draft().with_id(DraftId::from_random(2)), &earlier, ("2024", year), &nfc, NOW).unwrap()
    }

    #[test]
    fn the_title_of_the_report_that_was_carried_over() {
        assert_eq!(title_owner(&begun("2024"), &[]), Some(TitleOwner::Earlier));
        assert_eq!(title_owner(&begun("2023-2024"), &[]), Some(TitleOwner::Earlier));
        assert_eq!(title_owner(&begun("2025"), &[]), None);
        assert_eq!(title_owner(&begun("2024-2025"), &[]), None);
        // Nothing can be said of a title that is not whole.
        assert_eq!(title_owner(&begun(""), &[]), None);
    }

    #[test]
    fn it_is_still_the_same_title_when_no_answer_is_as_it_was() {
        let mut new = begun("2024");
        new.set_text(&QuestionId::new("mission"), "Something else", &nfc, NOW).unwrap();
        new.set_text(&QuestionId::new("name"), " Lake Orin ", &nfc, NOW).unwrap();
        assert_eq!(title_owner(&new, &[]), Some(TitleOwner::Earlier));
    }

    #[test]
    fn another_name_is_another_title() {
        let mut new = begun("2024");
        let page = PageParts { year: String::new(), affiliate: "Other Lake".into() };
        new.set_page(&page, &nfc, NOW).unwrap();
        assert_eq!(title_owner(&new, &[]), None);
    }

    #[test]
    fn a_draft_of_an_older_version_knows_the_year_only() {
        let mut old = report(1, "Lake Orin", "2024");
        let origin = |from: &str| Origin::CarriedOver { from: from.into(), checked: true };
        let mission = QuestionId::new("mission");
        old.insert(&mission, Entry::new("a", origin("2023-2024"), &nfc).unwrap(), Timestamp::MIN).unwrap();
        assert_eq!(title_owner(&old, &[]), Some(TitleOwner::Earlier));
        old.insert(&mission, Entry::new("a", origin("2023"), &nfc).unwrap(), Timestamp::MIN).unwrap();
        assert_eq!(title_owner(&old, &[]), None);
    }

    #[test]
    fn a_version_is_known_by_its_id_or_by_name_and_year() {
        let cards = [card(&report(1, "Lake Orin", "2024")), card(&report(2, "Lake Orin", "2025"))];
        let found = |draft: &Draft| version_here(draft, None, &cards).map(|card| card.id.clone());
        assert_eq!(found(&report(1, "Lake Orin", "2025")), Some(DraftId::from_random(1)));
        assert_eq!(found(&report(3, "Lake Orin", "2024-2025")), Some(DraftId::from_random(2)));
        assert_eq!(found(&report(3, "Lake Orin", "2023")), None);
        assert_eq!(found(&report(3, "Other Lake", "2024")), None);
        assert_eq!(found(&draft().with_id(DraftId::from_random(3))), None);
        let named = |id: u128| {
            version_here(&draft(), Some(&DraftId::from_random(id)), &cards).map(|card| card.id.clone())
        };
        assert_eq!((named(2), named(4)), (Some(DraftId::from_random(2)), None));
    }

    #[test]
    fn the_title_of_another_report_here() {
        let own = report(1, "Lake  Orin", "2024-2025");
        let here = |other: &Draft| title_owner(&own, &[card(&own), card(other)]);
        let same = Some(TitleOwner::Here { draft: DraftId::from_random(2) });
        assert_eq!(here(&report(2, "Lake Orin", "2025")), same);
        assert_eq!(here(&report(2, "Lake_Orin", "2025")), same);
        assert_eq!(here(&report(2, "Lake Orin", "2024")), None);
        assert_eq!(here(&report(2, "Lake orin", "2025")), None);
        let long = "An affiliate with a very long name ".repeat(5);
        let own = report(1, &long, "2025");
        assert_eq!(title_owner(&own, &[card(&report(2, &long, "2025"))]), same);
    }
}
