//! What a view does after an `await`, when the view may be gone, and its signals and stored values with it.
//!
//! ```text
//! Scope::here() ─▶ spawn( work, then ) ─▶ work runs to its end ─┬─ the view lives ─▶ then
//!                                                               └─ it is gone ─────▶ nothing
//! ```
//!
//! Work gets its data by value (ids, texts, drafts) and may touch what lives as long as the page. Signals and stored
//! values of a view are touched in `then` only. So data is stored even if the view that started it is gone.

use std::future::Future;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

use crate::browser::task::spawn_for_page;

/// The reactive owner that was current when the scope was made, for as long as it lives. Copies are the same scope.
///
/// An owner lives until its view is removed or made anew.
#[derive(Clone, Copy)]
pub struct Scope(
    /// The owner, stored with its own values, so that both are gone together.
    StoredValue<Option<WeakOwner>>,
);

impl Scope {
    /// Returns the scope of the view that is being made. Timers and listeners of the window do not run under the view's
    /// owner, so they capture the scope.
    pub fn here() -> Self {
        Self(StoredValue::new(Owner::current().map(|owner| owner.downgrade())))
    }

    /// Runs `work` to its end, then calls `then` with the result, unless the scope is gone by that time.
    pub fn spawn<T: 'static>(self, work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
        spawn_for_page(async move {
            let result = work.await;
            self.try_with(|| then(result));
        });
    }

    /// Calls `act` under the scope's owner, so that it finds contexts and what it creates belongs to the view; `None`
    /// if the scope is gone. For work that returns to the view more than once.
    pub fn try_with<T>(self, act: impl FnOnce() -> T) -> Option<T> {
        let owner = self.0.try_get_value()??.upgrade()?;
        Some(owner.with(act))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone)]
    struct Name(&'static str);

    #[test]
    fn a_scope_finds_its_owner_again() {
        let owner = Owner::new();
        let scope = owner.with(|| {
            provide_context(Name("view"));
            Scope::here()
        });
        let name = scope.try_with(|| use_context::<Name>().map(|name| name.0));
        assert_eq!(name, Some(Some("view")));
    }

    #[test]
    fn nothing_is_called_once_the_view_is_made_anew() {
        let owner = Owner::new();
        let (scope, signal) = owner.with(|| (Scope::here(), RwSignal::new(1)));
        owner.with_cleanup(|| ());
        assert_eq!(scope.try_with(|| signal.get_untracked()), None);
    }

    #[test]
    fn nothing_is_called_once_a_view_around_it_is_gone() {
        let outer = Owner::new();
        let inner = outer.with(Owner::new);
        let (scope, signal) = inner.with(|| (Scope::here(), RwSignal::new(1)));
        assert_eq!(scope.try_with(|| signal.get_untracked()), Some(1));
        outer.cleanup();
        assert_eq!(scope.try_with(|| signal.get_untracked()), None);
    }

    #[test]
    fn a_scope_does_not_keep_its_owner_alive() {
        let owner = Owner::new();
        let scope = owner.with(Scope::here);
        drop(owner);
        assert!(scope.try_with(|| ()).is_none());
    }
}
