//! Decides which slots of a draft can be removed, from what both media hold.
//!
//! The slot of a page that is gone may be removed from a medium if another slot, which an earlier page load wrote and
//! which was just read back from that medium, contains everything that it holds in either medium, and if the merged
//! state of all slots stays the same. When in doubt, the slot stays.

use std::collections::BTreeSet;

use super::decode::Found;
use crate::draft::replica::{Replica, Writer};

/// The open and the gone pages, as far as this one knows them.
pub(super) struct Pages<'a> {
    /// The writer of this page load. No later page load has read back its slot yet, so it replaces no other slot.
    pub me: Writer,
    /// Whether no other page is open.
    pub alone: bool,
    /// Whether a writer has been gone for long enough.
    pub gone: &'a dyn Fn(Writer) -> bool,
}

/// Finds the slots that can be removed, by their indices in `here` (localStorage) and `there` (the durable store).
pub(super) fn removable(here: &[Found], there: &[Found], pages: &Pages<'_>) -> (Vec<usize>, Vec<usize>) {
    let (mut from_here, mut from_there) = (Vec::new(), Vec::new());
    let writers: BTreeSet<Writer> = here.iter().chain(there).map(|found| found.writer).collect();
    for writer in writers.into_iter().filter(|writer| *writer != pages.me && (pages.gone)(*writer)) {
        let old: Vec<&Replica> = by(writer, here).chain(by(writer, there)).collect();
        let mut next_here = from_here.clone();
        next_here.extend(replaced(here, &from_here, writer, &old, pages));
        let mut next_there = from_there.clone();
        next_there.extend(replaced(there, &from_there, writer, &old, pages));
        let all = join(here, &[]).merged(join(there, &[]));
        if join(here, &next_here).merged(join(there, &next_there)).holds_the_same(&all) {
            (from_here, from_there) = (next_here, next_there);
        }
    }
    (from_here, from_there)
}

fn by(writer: Writer, found: &[Found]) -> impl Iterator<Item = &Replica> {
    found.iter().filter(move |found| found.writer == writer).map(|found| &found.replica)
}

/// Finds a writer's slots in a medium that another writer's slot can replace; returns their indices in `found`.
fn replaced(
    found: &[Found],
    going: &[usize],
    writer: Writer,
    old: &[&Replica],
    pages: &Pages<'_>,
) -> Vec<usize> {
    let mut others = found
        .iter()
        .enumerate()
        .filter(|(at, other)| other.writer != writer && other.writer != pages.me && !going.contains(at));
    let stands_in = |other: &Found| old.iter().all(|old| has_all(&other.replica, old, pages.alone));
    if !others.any(|(_, other)| stands_in(other)) {
        return Vec::new();
    }
    let own = found.iter().enumerate().filter(|(_, found)| found.writer == writer);
    own.map(|(at, _)| at).collect()
}

/// Returns whether `state` contains everything that `old` holds. While other pages are open, it must also have seen
/// every edit that `old` has seen: one of those pages may still hold values that `old` knows to be replaced.
fn has_all(state: &Replica, old: &Replica, alone: bool) -> bool {
    let mut both = state.clone();
    both.merge(old);
    both.holds_the_same(state) && (alone || state.context().covers_all(old.context()))
}

fn join(found: &[Found], going: &[usize]) -> Replica {
    let mut all = Replica::empty();
    for (_, found) in found.iter().enumerate().filter(|(at, _)| !going.contains(at)) {
        all.merge(&found.replica);
    }
    all
}
