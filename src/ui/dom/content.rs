//! What a view shows, before it is built.

use std::borrow::Cow;

use leptos::prelude::{AnyView, Get, Memo, RwSignal};

use super::boxed::Say;
use super::fill::Fill;
use super::rows::Row;

/// Something to be shown.
pub enum Content {
    /// Nothing, at a place where something may come.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element by its plan, and what fills the plan's holes, in their order.
    Element(&'static str, Vec<Fill>),
    /// What a component made.
    View(AnyView),
    /// One after the other.
    Many(Vec<Content>),
    /// What the function says, again whenever a signal it has read changes.
    Live(Box<dyn Say<Content>>),
    /// The rows that the function says, again whenever a signal it has read changes.
    Rows(Box<dyn Say<Vec<Row>>>),
}

/// An element by its plan, which `view!` has written.
pub fn element(plan: &'static str, fills: Vec<Fill>) -> Content {
    Content::Element(plan, fills)
}

/// What the function says, again whenever a signal it has read changes.
pub fn live<C: IntoContent>(content: impl FnMut() -> C + Send + 'static) -> Content {
    content.into_content()
}

/// What can stand in a view's braces.
pub trait IntoContent {
    /// As content.
    fn into_content(self) -> Content;
}

impl IntoContent for Content {
    fn into_content(self) -> Content {
        self
    }
}

impl IntoContent for AnyView {
    fn into_content(self) -> Content {
        Content::View(self)
    }
}

impl IntoContent for String {
    fn into_content(self) -> Content {
        Content::Text(self.into())
    }
}

impl IntoContent for &'static str {
    fn into_content(self) -> Content {
        Content::Text(self.into())
    }
}

impl IntoContent for usize {
    fn into_content(self) -> Content {
        Content::Text(self.to_string().into())
    }
}

impl IntoContent for Memo<String> {
    fn into_content(self) -> Content {
        (move || self.get()).into_content()
    }
}

impl IntoContent for RwSignal<String> {
    fn into_content(self) -> Content {
        (move || self.get()).into_content()
    }
}

impl<C: IntoContent> IntoContent for Option<C> {
    fn into_content(self) -> Content {
        self.map_or(Content::Nothing, C::into_content)
    }
}

impl<C: IntoContent> IntoContent for Vec<C> {
    fn into_content(self) -> Content {
        Content::Many(self.into_iter().map(C::into_content).collect())
    }
}

impl<C: IntoContent, const N: usize> IntoContent for [C; N] {
    fn into_content(self) -> Content {
        Content::Many(self.into_iter().map(C::into_content).collect())
    }
}

impl<F: FnMut() -> C + Send + 'static, C: IntoContent> IntoContent for F {
    fn into_content(mut self) -> Content {
        Content::Live(Box::new(move || self().into_content()))
    }
}
