//! How far a draft's last state has got on its way to disk.

use super::Fault;

/// How far a draft's last state has got on its way to disk, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Durability {
    /// The durable store has confirmed its transaction: not even a killed browser loses the state.
    Saved,
    /// The durable store has not yet answered what it has of the draft.
    Opening,
    /// The state is on its way to the durable store.
    Writing,
    /// Only localStorage has the state, because of this fault of the durable store: a killed browser may lose the last minute.
    LocalOnly(Fault),
    /// The state is in memory only, and will be lost with the page.
    MemoryOnly {
        /// The reason why localStorage refused the state.
        local: Fault,
        /// The reason why the durable store refused the state.
        durable: Fault,
    },
    /// A newer version of this app has written the draft: this page no longer writes it.
    Stopped {
        /// The newer version's format.
        version: u64,
    },
}

impl Durability {
    /// Returns whether the writer must be warned and the write tried again.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::LocalOnly(_) | Self::MemoryOnly { .. } | Self::Stopped { .. })
    }
}
