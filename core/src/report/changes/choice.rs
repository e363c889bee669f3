//! The earlier reports that are at hand, and which of them are compared.

use super::{EARLIER_REPORTS, ReportOfYear};

/// The earlier reports at hand, the latest year first and each year once, and which of them are compared: at most
/// [`EARLIER_REPORTS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierYears {
    rows: Vec<(ReportOfYear, bool)>,
}

/// What came of adding an earlier report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// The report is compared now.
    Chosen,
    /// The report has taken the place of another one of the same year.
    InPlaceOfOther,
    /// The report is at hand, but not compared: [`EARLIER_REPORTS`] others are.
    NoRoom,
    /// The report was not added: its year is not before the one that it was to be compared with.
    NotEarlier {
        /// The report's year.
        year: u16,
    },
    /// The report was not added: nothing is answered in it.
    Empty,
}

impl EarlierYears {
    /// Adds a report to be compared with one about `this_year`. One of the same year is replaced, and is compared if that was.
    pub fn add(&mut self, report: ReportOfYear, this_year: u16) -> Added {
        if let Some(year) = report.year().filter(|year| *year >= this_year) {
            return Added::NotEarlier { year };
        }
        if report.answered() == 0 {
            return Added::Empty;
        }
        if let Some((there, _)) = self.rows.iter_mut().find(|(there, _)| there.year() == report.year()) {
            *there = report;
            return Added::InPlaceOfOther;
        }
        let has_room = self.has_room();
        let place = self.rows.partition_point(|(there, _)| there.year() > report.year());
        self.rows.insert(place, (report, has_room));
        if has_room { Added::Chosen } else { Added::NoRoom }
    }

    /// Chooses the report at this place for the comparison, or leaves it out. Nothing changes where there is no room for it.
    pub fn choose(&mut self, at: usize, is_chosen: bool) {
        let is_possible = !is_chosen || self.has_room();
        if let Some((_, chosen)) = self.rows.get_mut(at).filter(|_| is_possible) {
            *chosen = is_chosen;
        }
    }

    /// Returns whether another report can be compared.
    pub fn has_room(&self) -> bool {
        self.chosen().count() < EARLIER_REPORTS
    }

    /// Walks the reports at hand, the latest year first, each with whether it is compared.
    pub fn rows(&self) -> impl Iterator<Item = (&ReportOfYear, bool)> {
        self.rows.iter().map(|(report, chosen)| (report, *chosen))
    }

    /// Walks the reports that are compared.
    pub fn chosen(&self) -> impl Iterator<Item = &ReportOfYear> {
        self.rows().filter_map(|(report, chosen)| chosen.then_some(report))
    }
}
