//! The wiki's rendering, built as nodes from its list of harmless elements. Links lead nowhere here: their addresses
//! are plain text.

use leptos::prelude::*;

use report::import::{Harmless, RenderedPart, Rendering};

/// A page as the wiki renders it, in English and from left to right as there.
#[component]
pub fn Rendered(
    /// The wiki's rendering.
    rendering: Rendering,
    /// The name of the region.
    label: String,
) -> impl IntoView {
    view! {
        <div class="rendered" role="region" aria-label=label tabindex="0">
            <div translate="no" lang="en" dir="ltr">{parts(&rendering.parts)}</div>
        </div>
    }
}

fn parts(parts: &[RenderedPart]) -> Vec<AnyView> {
    parts.iter().map(part).collect()
}

fn part(part: &RenderedPart) -> AnyView {
    match part {
        RenderedPart::Text(text) => text.clone().into_any(),
        RenderedPart::Break => view! { <br/> }.into_any(),
        RenderedPart::Link(address, words) => link(address, words),
        RenderedPart::Element(harmless, inside) => element(*harmless, parts(inside)),
    }
}

fn element(harmless: Harmless, inside: Vec<AnyView>) -> AnyView {
    match harmless {
        Harmless::Paragraph => view! { <p>{inside}</p> }.into_any(),
        Harmless::Heading => view! { <p><b>{inside}</b></p> }.into_any(),
        Harmless::Bold => view! { <b>{inside}</b> }.into_any(),
        Harmless::Italic => view! { <i>{inside}</i> }.into_any(),
        Harmless::Bulleted => view! { <ul>{inside}</ul> }.into_any(),
        Harmless::Numbered => view! { <ol>{inside}</ol> }.into_any(),
        Harmless::Item => view! { <li>{inside}</li> }.into_any(),
        Harmless::Table => view! { <table>{inside}</table> }.into_any(),
        Harmless::Row => view! { <tr>{inside}</tr> }.into_any(),
        Harmless::Cell { is_heading: true, columns } => {
            view! { <th colspan=columns.to_string()>{inside}</th> }.into_any()
        }
        Harmless::Cell { is_heading: false, columns } => {
            view! { <td colspan=columns.to_string()>{inside}</td> }.into_any()
        }
        Harmless::Preformatted => view! { <pre>{inside}</pre> }.into_any(),
        Harmless::Division => view! { <div>{inside}</div> }.into_any(),
    }
}

fn link(address: &str, words: &[RenderedPart]) -> AnyView {
    let is_bare = matches!(words, [RenderedPart::Text(text)] if text == address);
    let shown = (!is_bare && !address.is_empty()).then(|| {
        view! { " " <span class="rendered__address quiet">"‹" {address.to_owned()} "›"</span> }
    });
    view! { <u>{parts(words)}</u> {shown} }.into_any()
}
