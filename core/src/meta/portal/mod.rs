//! The affiliates' data portal: its public tables on Meta-Wiki, which its gadgets write as modules that return one table
//! (`Module:Organizational_Informations`, `Module:Activities_Reports`).

mod facts;
mod tables;

pub use facts::{Fact, FactSource, facts};
pub use tables::{
    Affiliate, PortalError, PortalReport, affiliates, affiliates_named, last_report, portal_reports,
};

use super::{PageAsked, Request, page_request};
use crate::names::title::PageTitle;

/// A table of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalTable {
    /// The affiliates: names, contacts, fiscal years, due dates.
    Affiliates,
    /// The activity reports that staff have entered, of all years.
    Reports,
}

impl PortalTable {
    /// Returns the title of the table's page.
    pub fn title(self) -> &'static str {
        match self {
            Self::Affiliates => "Module:Organizational Informations",
            Self::Reports => "Module:Activities Reports",
        }
    }

    /// Returns what is asked for where the table is read.
    pub fn asked(self) -> PageAsked {
        // A title that is spelled out above is one; were it none, the wiki would say that page 0 does not exist.
        PageTitle::new(self.title()).map_or(PageAsked::Number(0), PageAsked::Title)
    }

    /// Makes the request for the table's page.
    pub fn request(self) -> Request {
        page_request(&self.asked())
    }
}
