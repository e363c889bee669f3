//! A list of which each row stays the same elements for as long as its item is in the list, wherever it stands.

use std::mem;

use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use web_sys::{Comment, Element};

use super::built::{Built, insert_before, mark};
use super::content::Content;

/// Shows a row for each item. Compiled once per type of item, but for what the types have nothing to do with: Leptos' own
/// component of this name is six times as large.
#[component]
pub fn For<IF, T, KF, K, EF>(
    /// The items.
    each: IF,
    /// What an item is known by when the list changes.
    key: KF,
    /// An item's row, which is made once.
    children: EF,
) -> impl IntoView
where
    IF: Fn() -> Vec<T> + Send + 'static,
    KF: Fn(&T) -> K + Send + 'static,
    K: PartialEq + Send + 'static,
    EF: Fn(T) -> Content + Send + 'static,
    T: 'static,
{
    let parent = Owner::current().unwrap_or_default();
    let mut known: Vec<Option<K>> = Vec::new();
    Content::Rows(Box::new(move || {
        let mut keys = Vec::new();
        let mut rows = Vec::new();
        for item in each() {
            let key = Some(key(&item));
            let place = known.iter().position(|known| *known == key);
            rows.push(match place.and_then(|place| Some((place, known.get_mut(place)?))) {
                Some((place, known)) => {
                    // Another item of this key is another row.
                    *known = None;
                    Row::Stays(place)
                }
                None => {
                    let owner = parent.with(Owner::new);
                    let content = owner.with(|| untrack(|| children(item)));
                    Row::New(content, owner)
                }
            });
            keys.push(key);
        }
        known = keys;
        rows
    }))
}

/// A row, told from how the list was before.
pub enum Row {
    /// The row that was at this place.
    Stays(usize),
    /// A new one, and who owns the signals in it.
    New(Content, Owner),
}

/// The rows on the page, and the mark behind them.
pub struct Rows {
    rows: Vec<(Built, Owner)>,
    end: Comment,
}

impl Rows {
    /// None yet.
    pub fn none() -> Self {
        Self { rows: Vec::new(), end: mark() }
    }

    /// Shows these from now on.
    pub fn change_to(&mut self, rows: Vec<Row>) {
        let mut before: Vec<_> = mem::take(&mut self.rows).into_iter().map(Some).collect();
        let mut places = Vec::new();
        for row in rows {
            let (place, row) = match row {
                Row::Stays(place) => (Some(place), before.get_mut(place).and_then(Option::take)),
                Row::New(content, owner) => {
                    let built = owner.with(|| untrack(|| Built::new(content)));
                    (None, Some((built, owner)))
                }
            };
            if let Some(row) = row {
                self.rows.push(row);
                places.push(place);
            }
        }
        for (mut gone, _) in before.into_iter().flatten() {
            gone.unmount();
        }
        self.put_in_order(&places);
    }

    /// Puts rows where they belong, each with the place it had. From the last to the first those stay whose places go down,
    /// so that nothing else moves when a row comes to the front.
    fn put_in_order(&mut self, places: &[Option<usize>]) {
        let mut lowest = usize::MAX;
        for (at, place) in places.iter().enumerate().rev() {
            if let Some(place) = place.filter(|place| *place < lowest) {
                lowest = place;
                continue;
            }
            let (rows, behind) = self.rows.split_at_mut(at + 1);
            if let Some((row, _)) = rows.last_mut() {
                match behind.first() {
                    Some((next, _)) => next.insert_before_this(row),
                    None => insert_before(&self.end, row),
                };
            }
        }
    }
}

impl Mountable for Rows {
    fn unmount(&mut self) {
        for (row, _) in &mut self.rows {
            row.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&web_sys::Node>) {
        for (row, _) in &mut self.rows {
            row.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some((first, _)) => first.insert_before_this(child),
            None => insert_before(&self.end, child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|(row, _)| row.elements()).collect()
    }
}
