//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type and each way to compare, to 3.6 KB every time, and so it is
//! whenever a sorted set or map is collected. Here places only are sorted, whatever stands there, and by a plain merge, which is
//! a tenth of that.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts. What is equal stays in its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (one, other) in swaps(places) {
        items.swap(one, other);
    }
}

/// Sorts by a key. What has the same key stays in its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Each of them once, sorted.
pub(crate) fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sort_by(&mut items, T::cmp);
    items.dedup();
    items
}

/// The set of them.
pub(crate) fn set<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The map of them. Of two with the same key the later one counts.
pub(crate) fn map<K: Ord, V>(items: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

/// The places of this many items as they are in order: which one comes first, which second.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut length = 1;
    while length < count {
        // Neighbours of this length are sorted already.
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(length * 2) {
            let (one, other) = pair.split_at_checked(length).unwrap_or((pair, &[]));
            merge(one, other, compare, &mut merged);
        }
        places = merged;
        length *= 2;
    }
    places
}

/// Puts two sorted lists behind what is in `merged`, as one. What is equal comes from the first.
fn merge(
    mut one: &[usize],
    mut other: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    while let (Some((first, rest)), Some((second, later))) = (one.split_first(), other.split_first()) {
        if compare(*first, *second).is_gt() {
            merged.push(*second);
            other = later;
        } else {
            merged.push(*first);
            one = rest;
        }
    }
    merged.extend(one);
    merged.extend(other);
}

/// What to swap with what, one after the other, so that items come into this order of their places.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..places.len() {
        // Each place gets what belongs there, which leaves another one free, until the first item has found its place.
        let mut free = start;
        while let Some(place) = places.get_mut(free) {
            let from = std::mem::replace(place, free);
            if from == start {
                break;
            }
            swaps.push((free, from));
            free = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(key, _)| key % 16);
            theirs.sort_by_key(|(key, _)| key % 16);
            prop_assert_eq!(&ours, &theirs);

            sort_by(&mut ours, |one, other| other.cmp(one));
            theirs.sort_by(|one, other| other.cmp(one));
            prop_assert_eq!(&ours, &theirs);

            theirs.reverse();
            theirs.dedup();
            prop_assert_eq!(distinct(items.iter().copied()), theirs);
            prop_assert_eq!(map(items.iter().copied()), items.iter().copied().collect());
            prop_assert_eq!(set(items.iter().copied()), items.iter().copied().collect());
        }
    }

    #[test]
    fn moves_nothing_that_is_in_order() {
        assert_eq!(swaps(sorted(1000, &|one, other| one.cmp(&other))), []);
    }
}
