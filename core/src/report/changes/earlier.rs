//! Which of the reports in this browser are earlier ones of the same affiliate.

use super::EARLIER_REPORTS;
use crate::date::Date;
use crate::draft::{Draft, DraftId};
use crate::excerpt::excerpt;
use crate::names::title::clean;
use crate::report::year::last_year;
use crate::report::{proposed_parts, report_year};
use crate::store::Card;

/// Finds the earlier reports of a draft's affiliate in this browser, the latest year first, of each year the one that was edited last
/// and at most [`EARLIER_REPORTS`] of them. `cards` are those of the reports in this browser, the last edited first. The affiliate is
/// known by its name, in whatever case, as this report or the one that it was started from has it.
pub fn earlier_here(draft: &Draft, today: Date, cards: &[Card]) -> Vec<DraftId> {
    let from = draft.carried_over_from().map(|from| from.affiliate);
    let names = [Some(proposed_parts(draft).affiliate), from].map(|name| key(&name.unwrap_or_default()));
    let this_year = report_year(draft, today);
    let is_ours = |card: &&Card| {
        let name = key(&card.info.affiliate);
        card.id != *draft.id() && !name.is_empty() && names.contains(&name)
    };
    let dated = |card: &Card| Some((last_year(&card.info.year).parse::<u16>().ok()?, card.id.clone()));
    let mut earlier: Vec<(u16, DraftId)> = cards.iter().filter(is_ours).filter_map(dated).collect();
    earlier.retain(|(year, _)| *year < this_year);
    // The sort is stable: of one year the last edited stays first.
    earlier.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    earlier.dedup_by_key(|(year, _)| *year);
    earlier.into_iter().take(EARLIER_REPORTS).map(|(_, id)| id).collect()
}

/// Reduces a name to what two spellings of it have in common. A card has only an excerpt of it.
fn key(name: &str) -> String {
    excerpt(&clean(name)).to_lowercase()
}
