//! What is there only while something is so.

use leptos::prelude::*;

use super::content::Content;
use super::signals::memo;

/// Shows its children while `when` is true, and `fallback`, or nothing, while it is not.
#[component]
pub fn Show(
    /// Whether they are shown. What it reads may change often: they are made anew only when the answer changes.
    #[prop(into)]
    when: Condition,
    /// What is shown.
    children: ChildrenFn,
    /// What is shown instead.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView {
    let is_so = memo(move |_| (when.0)());
    Content::Live(Box::new(move || Content::View(if is_so.get() { children() } else { fallback.run() })))
}

/// A question that signals answer.
pub struct Condition(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(condition: F) -> Self {
        Self(Box::new(condition))
    }
}
