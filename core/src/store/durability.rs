//! How far a draft's last state has got on its way to the disk.

use super::Fault;

/// Where a draft's last state is kept: what the header says of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Durability {
    /// The mirror has said that its transaction is complete: not even a killed browser loses it.
    Saved,
    /// What the mirror has of it is still being looked for.
    Opening,
    /// On its way to the mirror.
    Writing,
    /// Only localStorage has it: a browser that is killed may lose the last minute. The mirror's fault.
    LocalOnly(Fault),
    /// It is in memory only, and gone with the page.
    MemoryOnly {
        /// Why localStorage refused it.
        local: Fault,
        /// Why the mirror did.
        durable: Fault,
    },
    /// A newer version of this app has written this draft: this page does not write it any more.
    Stopped {
        /// That version's format.
        version: u64,
    },
}

impl Durability {
    /// Whether something has to be said, and tried again.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::LocalOnly(_) | Self::MemoryOnly { .. } | Self::Stopped { .. })
    }
}
