//! Nodes: what each of them becomes, at the top of a view or inside an element.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::Infallible;
use rstml::node::{Node, NodeElement};
use syn::Error;
use syn::spanned::Spanned;

use crate::marks::Mark;
use crate::plan::Plan;
use crate::{component, element};

/// The expression of the content that these nodes are.
///
/// # Errors
/// If one of them is not understood.
pub fn contents(nodes: &[Node]) -> syn::Result<TokenStream> {
    let mut contents = nodes.iter().map(content).collect::<syn::Result<Vec<_>>>()?;
    if contents.len() == 1 {
        return Ok(contents.swap_remove(0));
    }
    Ok(quote!(crate::ui::dom::Content::Many(::std::vec![#(#contents),*])))
}

fn content(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(element) if is_component(element) => component::content(element),
        Node::Element(element) => {
            let mut plan = Plan::default();
            element::write(element, &mut plan)?;
            Ok(plan.into_content())
        }
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote!(crate::ui::dom::IntoContent::into_content(#text)))
        }
        Node::Block(block) => Ok(quote!(crate::ui::dom::IntoContent::into_content(#block))),
        other => {
            Err(Error::new(other.span(), "only elements, components, quoted texts and blocks can be shown"))
        }
    }
}

/// Writes nodes as the children of the element that is open.
///
/// # Errors
/// If one of them is not understood.
pub fn write_children(nodes: &[Node], plan: &mut Plan) -> syn::Result<()> {
    for node in nodes {
        match node {
            Node::Element(element) if !is_component(element) => element::write(element, plan)?,
            Node::Text(text) => plan.mark(Mark::Text, &text.value_string(), text.value.span())?,
            other => {
                let content = content(other)?;
                plan.hole(Mark::Child, "", other.span(), quote!(crate::ui::dom::Fill::Child(#content)))?;
            }
        }
    }
    Ok(())
}

/// Components are named like types, elements like tags.
fn is_component(element: &NodeElement<Infallible>) -> bool {
    let name = element.name().to_string();
    let last = name.rsplit("::").next().unwrap_or(&name);
    last.starts_with(|first: char| first.is_ascii_uppercase())
}
