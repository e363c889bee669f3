//! Components: functions that Leptos' `#[component]` has made, called with their properties.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{NodeAttribute, NodeElement};
use syn::Error;
use syn::spanned::Spanned;

use crate::node;

/// The expression of the content that a component is.
///
/// # Errors
/// If a property is not understood, or something inside.
pub fn content(element: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    let name = element.name();
    let mut properties = Vec::new();
    let mut bound = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "a property is name=value, or a name alone"));
        };
        let key = attribute.key.to_string();
        if let Some(name) = key.strip_prefix("let:") {
            bound.push(format_ident!("{name}", span = attribute.key.span()));
            continue;
        }
        let property = format_ident!("{key}", span = attribute.key.span());
        properties.push(match attribute.value() {
            Some(value) => quote!(.#property(#value)),
            None => quote!(.#property(#property)),
        });
    }
    let children = children(element, &bound)?;
    Ok(quote_spanned! { name.span()=>
        crate::ui::dom::Content::View(::leptos::prelude::IntoAny::into_any(::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name)#(#properties)*#children.build()
        )))
    })
}

fn children(element: &NodeElement<Infallible>, bound: &[syn::Ident]) -> syn::Result<TokenStream> {
    if element.children.is_empty() {
        return Ok(TokenStream::new());
    }
    let children = node::contents(&element.children)?;
    if bound.is_empty() {
        return Ok(quote!(.children(::leptos::children::ToChildren::to_children(move || #children))));
    }
    Ok(quote!(.children(move |#(#bound),*| #children)))
}
