//! Views, built small: what [`view!`](crate::ui::dom::view) makes, and how it becomes elements.
//!
//! Leptos' signals and components are used as they are. Its views are types of their own, each compiled anew; here a
//! view is a value of one type, [`Content`], and one function builds it, whatever it shows.
//!
//! When a part is made anew, as a closure's view is when a signal changes, and it has the same plan as before, its elements
//! stay and only what was filled in changes. So the focus stays where it is.

mod boxed;
mod built;
mod content;
mod fill;
mod hole;
mod marks;
mod plan;
mod rows;
mod show;
mod signals;
mod soon;
mod steps;
mod value;
mod view;

pub use content::{Content, IntoContent, element, live};
pub use fill::{Fill, node_ref, on};
pub use rows::{For, ForProps};
pub use show::{Show, ShowProps};
pub use signals::{effect, memo};
pub use soon::soon;
pub use value::{IntoValue, Value};

/// What a view's file needs: Leptos' prelude with our own way to build views.
pub mod prelude {
    pub use super::{Content, For, ForProps, IntoContent, Show, ShowProps, effect, live, memo, soon};
    pub use ::view::view;
    pub use leptos::prelude::*;
}
