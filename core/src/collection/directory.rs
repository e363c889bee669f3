//! The affiliates that the portal lists, and which of them owe a report.

use std::collections::HashMap;

use crate::date::Date;
use crate::meta::portal::Affiliate;
use crate::names::{folded, folded_name, telling_words};

/// The affiliates of the portal, found by the names that reports have for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    affiliates: Vec<Affiliate>,
    by_name: HashMap<String, usize>,
    by_code: HashMap<String, usize>,
    /// By the words that tell whose a name is, in order; `None` where several have the same.
    by_telling_words: HashMap<String, Option<usize>>,
}

impl Directory {
    /// Makes a directory of the portal's [rows](crate::meta::portal::affiliates). Of two with one name the first is found.
    pub fn new(affiliates: Vec<Affiliate>) -> Self {
        let mut directory = Self::default();
        for (at, affiliate) in affiliates.iter().enumerate() {
            directory.by_name.entry(folded_name(&affiliate.name)).or_insert(at);
            if !affiliate.code.is_empty() {
                directory.by_code.entry(folded(&affiliate.code)).or_insert(at);
            }
            let telling = telling_words(&affiliate.name).join(" ");
            directory.by_telling_words.entry(telling).and_modify(|found| *found = None).or_insert(Some(at));
        }
        directory.affiliates = affiliates;
        directory
    }

    /// Returns the affiliates in the portal's order by name.
    pub fn affiliates(&self) -> &[Affiliate] {
        &self.affiliates
    }

    /// Returns whether no affiliate is known.
    pub fn is_empty(&self) -> bool {
        self.affiliates.is_empty()
    }

    /// Finds the affiliate of a name: its official name or its code, whatever the case, accents and signs between words; else the only
    /// one whose name has the same words but those that many names have, such as *Wikimedia*, *Wikimedians of*, *User Group*.
    pub fn find(&self, name: &str) -> Option<&Affiliate> {
        self.affiliates.get(self.place(name)?)
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let exact = self.by_name.get(&folded_name(name)).or_else(|| self.by_code.get(&folded(name)));
        exact.copied().or_else(|| {
            let telling = telling_words(name).join(" ");
            if telling.is_empty() { None } else { self.by_telling_words.get(&telling).copied().flatten() }
        })
    }

    /// Returns the regions that affiliates are in, sorted.
    pub fn regions(&self) -> Vec<&str> {
        distinct(self.affiliates.iter().map(|affiliate| affiliate.region.as_str()))
    }

    /// Returns the kinds of affiliate that there are, sorted.
    pub fn kinds(&self) -> Vec<&str> {
        distinct(self.affiliates.iter().map(|affiliate| affiliate.kind.as_str()))
    }
}

/// Returns each text once, sorted, without the empty one.
pub(super) fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut distinct: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

/// The time until the day that the portal has for an affiliate's next report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueState {
    /// A day that the portal does not have.
    Unknown,
    /// A day that is still to come, or today.
    DueIn {
        /// The number of days until then, 0 today.
        days: u32,
    },
    /// A day that is over.
    Overdue {
        /// The number of days since then, from 1.
        days: u32,
    },
}

impl DueState {
    /// Finds the state of an affiliate's next report on a day.
    pub fn of(affiliate: &Affiliate, today: Date) -> Self {
        let Some(due) = affiliate.due else { return Self::Unknown };
        let days = today.days_until(due);
        let count = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
        if days < 0 { Self::Overdue { days: count } } else { Self::DueIn { days: count } }
    }
}

/// Returns whether an affiliate owes a report about a year: chapters, thematic organizations and user groups do that the portal lists
/// as recognized and that had their agreement by the end of that year. Other allied organizations owe none.
pub(super) fn owes(affiliate: &Affiliate, year: u16) -> bool {
    let is_allied = folded(&affiliate.kind).starts_with("allied");
    let since = affiliate.agreement.rsplit('/').next().and_then(|year| year.trim().parse::<u16>().ok());
    !is_allied && since.is_none_or(|since| since <= year)
}
