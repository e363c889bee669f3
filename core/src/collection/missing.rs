//! The affiliates of the portal that have no report of a year.

use std::collections::{HashMap, HashSet};

use super::directory::owes;
use super::{Collection, ReportId};
use crate::meta::portal::Affiliate;
use crate::names::telling_words;

/// The greatest number of reports that are offered as likely an affiliate's.
const MOST_NEAR: usize = 3;

/// The greatest number of reports that are compared for one word of their names.
const MOST_OF_WORD: usize = 20;

/// A report that may be a missing one: its name is not the affiliate's, but contains a distinctive word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearReport {
    /// The report.
    pub report: ReportId,
    /// The name that the report has.
    pub name: String,
}

/// An affiliate that owes a report of a year and has none in the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingReport {
    /// The affiliate.
    pub affiliate: Affiliate,
    /// The latest year for which there is a report of the affiliate.
    pub last_year: Option<u16>,
    /// The year's reports that may be the missing one, the likeliest first, at most three. A reviewer who knows that
    /// one is says so by [`Collection::call_same`].
    pub near: Vec<NearReport>,
}

impl Collection {
    /// Lists the affiliates of the directory that owe a report about a year and have none here, in the directory's order. Those that
    /// the portal does not recognize are not in it; allied organizations, and affiliates whose agreement is of a later year, owe none.
    pub fn missing(&self, year: u16) -> Vec<MissingReport> {
        let directory = self.directory();
        let mut reported = HashSet::new();
        let mut last_years: HashMap<usize, u16> = HashMap::new();
        let mut strangers = Vec::new();
        for report in self.reports() {
            let (place, of) = (self.listed_at(report), report.year());
            match (place, of) {
                (Some(place), Some(of)) if of == year => drop(reported.insert(place)),
                (Some(place), Some(of)) => {
                    let last = last_years.entry(place).or_insert(of);
                    *last = of.max(*last);
                }
                (None, of) if of == Some(year) => strangers.push(report),
                _ => {}
            }
        }
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, report) in strangers.iter().enumerate() {
            for word in telling_words(report.name()) {
                let places = by_word.entry(word).or_default();
                if places.len() < MOST_OF_WORD && places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        let near = |affiliate: &Affiliate| -> Vec<NearReport> {
            let mut shared: HashMap<usize, usize> = HashMap::new();
            for word in telling_words(&affiliate.name) {
                for place in by_word.get(&word).into_iter().flatten() {
                    *shared.entry(*place).or_default() += 1;
                }
            }
            let mut near: Vec<(usize, usize)> = shared.into_iter().collect();
            near.sort_by(|(one, words), (other, more)| more.cmp(words).then(one.cmp(other)));
            let near = near.into_iter().take(MOST_NEAR).filter_map(|(place, _)| strangers.get(place));
            near.map(|report| NearReport { report: report.id(), name: report.name().to_owned() }).collect()
        };
        let affiliates = directory.affiliates().iter().enumerate();
        let missing = affiliates.filter(|(at, affiliate)| !reported.contains(at) && owes(affiliate, year));
        missing
            .map(|(at, affiliate)| MissingReport {
                affiliate: affiliate.clone(),
                last_year: last_years.get(&at).copied(),
                near: near(affiliate),
            })
            .collect()
    }
}
