//! What reports of one affiliate have in common.

use super::ReportId;

/// The affiliate that a report is of. Two reports are of one affiliate exactly where their keys are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AffiliateKey {
    /// An affiliate by its name, [folded](crate::names::folded_name).
    Named(String),
    /// The unknown affiliate of one report that names none.
    Unnamed(ReportId),
}
