//! Content as one of Leptos' views, so that its components can return it and its lists can show it.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use super::built::Built;
use super::content::Content;

impl Render for Content {
    type State = Built;

    fn build(self) -> Built {
        Built::new(self)
    }

    fn rebuild(self, built: &mut Built) {
        built.change_to(self);
    }
}

no_attrs!(Content);

/// There is no server that renders, so there is nothing to be written as HTML or to be taken over from it.
impl RenderHtml for Content {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        Built::new(self)
    }

    fn into_owned(self) -> Self {
        self
    }
}
