//! Chooses the headings among the lines that read like headings.
//!
//! An answer may have such a line, too ("Partnerships and collaboration" as a capacity), so a heading must be in a
//! possible place: right above a question or another heading and, according to the form, between the questions around
//! it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::{Line, Looks, heading_words};
use crate::import::collector::Collector;
use crate::import::pace::Pace;

/// Finds the lines that are headings: each part's title once.
pub(super) async fn standing(
    lines: &[Line<'_>],
    chosen: &BTreeSet<usize>,
    collector: &Collector<'_>,
    pace: &Pace,
) -> BTreeSet<usize> {
    let place_at = |line: Option<&usize>| {
        let Looks::Question(asked) = &lines.get(*line?)?.looks else { return None };
        collector.place(&asked.found.question)
    };
    let mut standing = BTreeSet::new();
    let mut seen = BTreeSet::new();
    // From the bottom up: what is below is known, and of two lines the one next to its questions counts.
    let mut below = None;
    let mut can_stand = true;
    for (at, line) in lines.iter().enumerate().rev() {
        pace.work(line.text.len() + 1).await;
        match &line.looks {
            Looks::Question(_) if chosen.contains(&at) => {
                below = place_at(Some(&at));
                can_stand = true;
            }
            Looks::Heading if can_stand => {
                let above = place_at(chosen.range(..at).next_back());
                let named = collector.headings.parts(heading_words(line.text)).iter();
                let fits = |part: &&Range<usize>| {
                    leads(part, above, below) && !seen.contains(&(part.start, part.end))
                };
                match named.filter(fits).max_by_key(|part| part.len()) {
                    Some(part) => {
                        seen.insert((part.start, part.end));
                        standing.insert(at);
                    }
                    None => can_stand = false,
                }
            }
            Looks::Blank => {}
            _ => can_stand = false,
        }
    }
    standing
}

/// Finds the lines at the end that are titles of the form, word for word, with nothing below them.
pub(super) fn last(
    lines: &[Line<'_>],
    chosen: &BTreeSet<usize>,
    collector: &Collector<'_>,
) -> BTreeSet<usize> {
    let below = chosen.last().map_or(0, |last| last + 1);
    let is_title = |line: &Line<'_>| {
        matches!(line.looks, Looks::Heading) && collector.headings.holds(heading_words(line.text))
    };
    let from_end = lines.iter().enumerate().skip(below).rev();
    let loose = from_end.take_while(|(_, line)| matches!(line.looks, Looks::Blank) || is_title(line));
    loose.filter(|(_, line)| is_title(line)).map(|(at, _)| at).collect()
}

/// Returns whether a part's title can be between two questions: above its own, or where its own are missing.
fn leads(part: &Range<usize>, above: Option<usize>, below: Option<usize>) -> bool {
    let leads_own =
        below.is_some_and(|below| part.contains(&below)) && above.is_none_or(|above| !part.contains(&above));
    let own_left_out =
        above.is_none_or(|above| above < part.start) && below.is_none_or(|below| below >= part.end);
    leads_own || own_left_out
}
