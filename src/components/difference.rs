//! Two texts with their differences marked: by colour and line, and for screen readers by the elements' roles.

use leptos::prelude::*;

use report::difference::{Piece, difference};

/// The part of two texts that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Both texts in one, with removed words before added ones.
    #[default]
    Both,
    /// The first text, for a column of its own.
    First,
    /// The second text, for a column of its own.
    Second,
}

/// Two texts, `first` and `second`, with the differences between them marked.
#[component]
pub fn Difference(
    /// The text before.
    first: String,
    /// The text after.
    second: String,
    /// The part that is shown; both if not given.
    #[prop(optional)]
    shown: Shown,
) -> impl IntoView {
    let pieces = difference(&first, &second).into_iter().map(|piece| {
        let text = piece.text().to_owned();
        match piece {
            Piece::Same(_) => Some(view! { <span>{text}</span> }.into_any()),
            Piece::Removed(_) => (shown != Shown::Second).then(|| view! { <del>{text}</del> }.into_any()),
            Piece::Added(_) => (shown != Shown::First).then(|| view! { <ins>{text}</ins> }.into_any()),
        }
    });
    view! { <p class="difference" translate="no" dir="auto">{pieces.collect_view()}</p> }
}
