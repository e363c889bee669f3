//! Two texts, with what differs between them marked: for the eye by colour and line, for the ear by the elements' roles.

use leptos::prelude::*;

use report::difference::{Piece, difference};

/// Two texts, `first` and `second`, with the differences between them marked.
#[component]
pub fn Difference(
    /// The text before.
    first: String,
    /// The text after.
    second: String,
) -> impl IntoView {
    let pieces = difference(&first, &second).into_iter().map(|piece| {
        let text = piece.text().to_owned();
        match piece {
            Piece::Same(_) => view! { <span>{text}</span> }.into_any(),
            Piece::Removed(_) => view! { <del>{text}</del> }.into_any(),
            Piece::Added(_) => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    view! { <p class="difference" translate="no" dir="auto">{pieces.collect_view()}</p> }
}
