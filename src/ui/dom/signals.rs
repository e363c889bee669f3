//! Leptos' memos and effects, compiled once per type of value and not once per place.

use leptos::prelude::{Effect, Memo};

use super::boxed::{Remember, Run};

/// A [`Memo`] of what the function says. It is given what it said before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed(Box::new(value))
}

#[inline(never)]
fn boxed<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Remember<T>>) -> Memo<T> {
    Memo::new(move |before| value.value(before))
}

/// An [`Effect`]: runs the function soon, and again whenever a signal it has read changes.
pub fn effect(run: impl Fn() + 'static) {
    start(Box::new(run));
}

#[inline(never)]
fn start(run: Box<dyn Run>) {
    Effect::new(move || run.run());
}
