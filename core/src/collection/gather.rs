//! Gathers reports one by one, and determines whose they are.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::{AffiliateKey, CollectedReport, Directory, ReportId, ReportSource};
use crate::draft::Draft;
use crate::form::Form;
use crate::meta::portal::Affiliate;
use crate::names::folded_name;

/// The result of adding a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddedReport {
    /// A report that was not there yet.
    New(ReportId),
    /// Another version of a report that is there: the same affiliate and year, other answers. Both are kept.
    Version {
        /// The report that was added.
        added: ReportId,
        /// The report of the same affiliate and year that was there before it.
        before: ReportId,
    },
    /// The very report that is there, under this number. Nothing was added.
    Same(ReportId),
}

impl AddedReport {
    /// Returns the report's number.
    pub fn id(self) -> ReportId {
        match self {
            Self::New(id) | Self::Version { added: id, .. } | Self::Same(id) => id,
        }
    }
}

/// Reports of many affiliates and years.
///
/// Reports are of one affiliate where its official name is the same, [folded](crate::names::folded_name), where the
/// [directory](Collection::set_directory) knows both names for one affiliate, or where
/// [a reviewer has said so](Collection::call_same).
///
/// ```
/// use report::collection::{AddedReport, Collection, ReportSource};
/// use report::draft::{Draft, DraftId, Timestamp};
/// use report::form::{Form, QuestionId};
///
/// let now = Timestamp::from_millis(0);
/// let mut draft = Draft::new(DraftId::from_random(1), "2024", now);
/// for (question, text) in [("name", "Lake Orin"), ("reportingyear", "2026"), ("participants", "157")] {
///     draft.set_text(&QuestionId::new(question), text, &str::to_owned, now)?;
/// }
/// let mut collection = Collection::default();
/// let added = collection.add(Form::latest(), draft.clone(), ReportSource::Pasted);
/// assert_eq!(collection.add(Form::latest(), draft, ReportSource::Pasted), AddedReport::Same(added.id()));
/// let table = collection.table(Form::latest(), Some(2026));
/// assert_eq!(table.rows.len(), 1);
/// # Ok::<(), report::draft::DraftError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The reports by number, in the order they came; `None` for those that were taken out.
    reports: Vec<Option<CollectedReport>>,
    directory: Directory,
    /// Other names of affiliates, folded, each with the name that it stands for. No name leads back to itself.
    called: HashMap<String, String>,
    /// The affiliates of the reports, by number.
    keys: Vec<AffiliateKey>,
    /// The reports by affiliate and year, in the order they came.
    by_key: HashMap<(AffiliateKey, Option<u16>), Vec<ReportId>>,
    /// The reports by a hash of what a reader sees of them.
    by_content: HashMap<u64, Vec<ReportId>>,
}

impl Collection {
    /// Adds a report to a form's questions. One of the same affiliate's name and year whose answers show a reader the same is not added
    /// twice; where it comes from a page now, the page is noted.
    pub fn add(&mut self, form: &'static Form, draft: Draft, source: ReportSource) -> AddedReport {
        let id = ReportId(self.reports.len());
        let report = CollectedReport::new(id, form, draft, source);
        let content = content_of(&report);
        let alike = self.by_content.get(&content).map_or(&[][..], Vec::as_slice);
        let same = alike
            .iter()
            .copied()
            .find(|id| self.report(*id).is_some_and(|other| other.seen().eq(report.seen())));
        if let Some(same) = same {
            if let Some(Some(known)) = self.reports.get_mut(same.0) {
                known.found_at(report.source().clone());
            }
            return AddedReport::Same(same);
        }
        let key = self.key(&report);
        let versions = self.by_key.entry((key.clone(), report.year())).or_default();
        let before = versions.last().copied();
        versions.push(id);
        self.keys.push(key);
        self.by_content.entry(content).or_default().push(id);
        self.reports.push(Some(report));
        match before {
            Some(before) => AddedReport::Version { added: id, before },
            None => AddedReport::New(id),
        }
    }

    /// Takes a report out again. Returns whether it was there.
    pub fn remove(&mut self, id: ReportId) -> bool {
        let Some(report) = self.reports.get_mut(id.0).and_then(Option::take) else { return false };
        if let Some(alike) = self.by_content.get_mut(&content_of(&report)) {
            alike.retain(|other| *other != id);
        }
        self.bring_together();
        true
    }

    /// Sets the affiliates of the portal, by whose official names reports are brought together from now on.
    pub fn set_directory(&mut self, directory: Directory) {
        self.directory = directory;
        self.bring_together();
    }

    /// Returns the affiliates of the portal, none where they were not set.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Notes that two names belong to one affiliate, the second being its proper one: a page's old title that
    /// redirects to a new one, or a name that a reviewer has assigned.
    pub fn call_same(&mut self, other_name: &str, name: &str) {
        let (other, name) = (self.proper_name(other_name).to_owned(), self.proper_name(name).to_owned());
        let (other_key, key) = (folded_name(&other), folded_name(&name));
        if other_key != key && !other_key.is_empty() && !key.is_empty() {
            self.called.insert(other_key, name);
            self.bring_together();
        }
    }

    /// Returns the report of this number; `None` for one that was taken out.
    pub fn report(&self, id: ReportId) -> Option<&CollectedReport> {
        self.reports.get(id.0)?.as_ref()
    }

    /// Returns all reports, in the order they came.
    pub fn reports(&self) -> impl Iterator<Item = &CollectedReport> {
        self.reports.iter().flatten()
    }

    /// Returns whether there is no report.
    pub fn is_empty(&self) -> bool {
        self.reports().next().is_none()
    }

    /// Returns the years that reports are about, the latest first.
    pub fn years(&self) -> Vec<u16> {
        let mut years: Vec<u16> = self.reports().filter_map(CollectedReport::year).collect();
        years.sort_unstable_by(|one, other| other.cmp(one));
        years.dedup();
        years
    }

    /// Returns the affiliate that a report of this collection is of.
    pub fn affiliate_of(&self, report: ReportId) -> Option<&AffiliateKey> {
        self.keys.get(report.0)
    }

    /// Returns the affiliate that the directory has for a report; `None` where it has none, or several that it may be of.
    pub fn listed(&self, report: &CollectedReport) -> Option<&Affiliate> {
        self.directory.find(self.proper_name(report.name()))
    }

    /// Returns the place in the directory of a report's affiliate.
    pub(super) fn listed_at(&self, report: &CollectedReport) -> Option<usize> {
        self.directory.place(self.proper_name(report.name()))
    }

    /// Returns all reports of an affiliate, the latest year first, those without a year last.
    pub fn reports_of(&self, affiliate: &AffiliateKey) -> Vec<&CollectedReport> {
        let is_of = |report: &&CollectedReport| self.affiliate_of(report.id()) == Some(affiliate);
        let mut reports: Vec<_> = self.reports().filter(is_of).collect();
        reports.sort_by_key(|report| Reverse(report.year()));
        reports
    }

    /// Returns the reports of each affiliate in each year, in the order they came.
    pub(super) fn versions(&self) -> &HashMap<(AffiliateKey, Option<u16>), Vec<ReportId>> {
        &self.by_key
    }

    /// Determines again which reports are of one affiliate.
    fn bring_together(&mut self) {
        self.by_key.clear();
        self.keys = self
            .reports
            .iter()
            .enumerate()
            .map(|(at, report)| match report {
                Some(report) => self.key(report),
                None => AffiliateKey::Unnamed(ReportId(at)),
            })
            .collect();
        for (report, key) in self.reports.iter().zip(&self.keys) {
            if let Some(report) = report {
                self.by_key.entry((key.clone(), report.year())).or_default().push(report.id());
            }
        }
    }

    fn key(&self, report: &CollectedReport) -> AffiliateKey {
        let name = self.proper_name(report.name());
        let name = self.directory.find(name).map_or(name, |affiliate| affiliate.name.as_str());
        match folded_name(name) {
            key if key.is_empty() => AffiliateKey::Unnamed(report.id()),
            key => AffiliateKey::Named(key),
        }
    }

    /// Returns the name that a name stands for.
    fn proper_name<'n>(&'n self, name: &'n str) -> &'n str {
        let mut proper = name;
        while let Some(other) = self.called.get(&folded_name(proper)) {
            proper = other;
        }
        proper
    }
}

/// Hashes what makes a report the same as another.
fn content_of(report: &CollectedReport) -> u64 {
    let mut hasher = DefaultHasher::new();
    report.seen().for_each(|seen| seen.hash(&mut hasher));
    hasher.finish()
}
