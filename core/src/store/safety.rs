//! How safe a draft is.

use super::Fault;

/// Where a draft's last state has got.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// The mirror has said that its transaction is complete: not even a killed browser loses it.
    Saved,
    /// On its way to the mirror.
    Writing,
    /// Only localStorage has it: a browser that is killed may lose the last minute. The mirror's fault.
    LocalOnly(Fault),
    /// It is in memory only, and gone with the page.
    MemoryOnly {
        /// Why localStorage refused it.
        local: Fault,
        /// Why the mirror did.
        mirror: Fault,
    },
    /// A newer version of this app has written this draft: this page does not write it any more.
    Stopped {
        /// That version's format.
        version: u64,
    },
}

impl Safety {
    /// Whether something has to be said, and tried again.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::LocalOnly(_) | Self::MemoryOnly { .. } | Self::Stopped { .. })
    }
}
