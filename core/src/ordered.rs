//! Sorting, compiled once, and sorted lists.
//!
//! The standard library's sort is compiled anew for each type and each way to compare, to 3.6 KB every time, and so it is
//! whenever a sorted set or map is collected. Here places only are sorted, whatever stands there, and by a plain merge, which is
//! a tenth of that.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// Values by key, sorted: for few of them, or for keys that come in order. The standard library's map is 5 KB of code for each
/// two types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<K, V>(Vec<(K, V)>);

/// Each of some items once, sorted; as [`Map`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Map<K, V> {
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a value in place of what was there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    *old = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    /// The keys with their values, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The values, sorted by key.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values, sorted by key.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Set<T> {
    /// Whether an item is there.
    pub fn contains(&self, item: &T) -> bool {
        self.0.binary_search(item).is_ok()
    }

    /// Puts an item in.
    pub fn insert(&mut self, item: T) {
        if let Err(at) = self.0.binary_search(&item) {
            self.0.insert(at, item);
        }
    }

    /// The last item before one that need not be there.
    pub fn before(&self, item: &T) -> Option<&T> {
        let at = self.0.binary_search(item).unwrap_or_else(|at| at);
        self.0.get(at.checked_sub(1)?)
    }

    /// The items, sorted.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

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
pub(crate) fn set<T: Ord>(items: impl Iterator<Item = T>) -> Set<T> {
    Set(distinct(items))
}

/// The map of them. Of two with the same key the later one counts.
pub(crate) fn map<K: Ord, V>(items: impl Iterator<Item = (K, V)>) -> Map<K, V> {
    let mut items: Vec<(K, V)> = items.collect();
    sort_by(&mut items, |(one, _), (other, _)| one.cmp(other));
    // Of equal neighbours the first stays; the later value comes there.
    items.dedup_by(|later, first| {
        let is_same = later.0 == first.0;
        if is_same {
            std::mem::swap(later, first);
        }
        is_same
    });
    Map(items)
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
    use std::collections::{BTreeMap, BTreeSet};

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
        }

        #[test]
        fn maps_are_as_those_of_the_standard_library(items: Vec<(u8, u16)>, other: Vec<(u8, u16)>) {
            let mut ours = map(items.iter().copied());
            let mut theirs: BTreeMap<u8, u16> = items.iter().copied().collect();
            for (key, value) in other {
                prop_assert_eq!(ours.contains_key(&key), theirs.contains_key(&key));
                prop_assert_eq!(ours.get(&key), theirs.get(&key));
                if value % 2 == 0 {
                    ours.insert(key, value);
                    theirs.insert(key, value);
                } else {
                    prop_assert_eq!(ours.remove(&key), theirs.remove(&key));
                }
                prop_assert!(ours.iter().eq(theirs.iter()) && ours.values().eq(theirs.values()));
            }
            prop_assert!(ours.into_values().eq(theirs.into_values()));
        }

        #[test]
        fn sets_are_as_those_of_the_standard_library(items: Vec<u8>, other: Vec<u8>) {
            let mut ours = set(items.iter().copied());
            let mut theirs: BTreeSet<u8> = items.iter().copied().collect();
            for item in other {
                prop_assert_eq!(ours.contains(&item), theirs.contains(&item));
                prop_assert_eq!(ours.before(&item), theirs.range(..item).next_back());
                ours.insert(item);
                theirs.insert(item);
                prop_assert!(ours.as_slice().iter().eq(theirs.iter()));
            }
        }
    }

    #[test]
    fn moves_nothing_that_is_in_order() {
        assert_eq!(swaps(sorted(1000, &|one, other| one.cmp(&other))), []);
    }
}
