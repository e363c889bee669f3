//! Elements: their tag and fixed attributes go into the plan, what changes becomes a hole.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, NodeAttribute, NodeElement};
use syn::spanned::Spanned;
use syn::{Error, Expr, Lit};

use crate::marks::Mark;
use crate::node;
use crate::plan::Plan;

/// Attributes and properties that would take their value for markup.
const MARKUP: [&str; 4] = ["inner_html", "innerHTML", "outerHTML", "srcdoc"];

/// Writes an element with all that is in it.
///
/// # Errors
/// If an attribute or something inside is not understood.
pub fn write(element: &NodeElement<Infallible>, plan: &mut Plan) -> syn::Result<()> {
    let tag = element.name().to_string();
    let at = element.name().span();
    plan.mark(Mark::Open, &tag, at)?;
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "an attribute is name=value"));
        };
        write_attribute(&tag, attribute, plan)?;
    }
    node::write_children(&element.children, plan)?;
    plan.mark(Mark::Close, "", at)
}

fn write_attribute(tag: &str, attribute: &KeyedAttribute, plan: &mut Plan) -> syn::Result<()> {
    let key = attribute.key.to_string();
    let at = attribute.key.span();
    let (kind, name) = key.split_once(':').unwrap_or(("", &key));
    if MARKUP.contains(&name) {
        return Err(Error::new(at, format!("`{name}` would make markup of text: put elements inside")));
    }
    let Some(value) = attribute.value() else {
        return match kind {
            "" => write_fixed(name, "", attribute, plan),
            _ => Err(Error::new(at, format!("`{key}` needs a value"))),
        };
    };
    match kind {
        "" if name == "node_ref" => plan.hole(Mark::Holder, "", at, holder(tag, value)),
        "" => match text(value) {
            Some(text) => write_fixed(name, &text, attribute, plan),
            None => plan.hole(Mark::SetAttribute, name, at, set(value)),
        },
        "on" => {
            let event = format_ident!("{name}", span = at);
            let fill = quote!(crate::ui::dom::on(::leptos::ev::#event, #value));
            plan.hole(Mark::Listener, name, at, fill)
        }
        "prop" => plan.hole(Mark::SetProperty, name, at, set(value)),
        "class" => plan.hole(Mark::SetClass, name, at, set(value)),
        "style" => plan.hole(Mark::SetStyle, name, at, set(value)),
        _ => Err(Error::new(at, format!("`{kind}:` is not known: on, prop, class and style are"))),
    }
}

fn write_fixed(name: &str, value: &str, attribute: &KeyedAttribute, plan: &mut Plan) -> syn::Result<()> {
    plan.mark(Mark::Attribute, name, attribute.key.span())?;
    plan.mark(Mark::Value, value, attribute.key.span())
}

/// What follows a value.
fn set(value: &Expr) -> TokenStream {
    quote!(crate::ui::dom::Fill::Set(crate::ui::dom::IntoValue::into_value(#value)))
}

/// What lets a `NodeRef` hold the element: one for elements of this tag, or the compiler complains.
fn holder(tag: &str, value: &Expr) -> TokenStream {
    let mut letters = tag.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let kind = format_ident!("{}", first.into_iter().chain(letters).collect::<String>());
    quote!(crate::ui::dom::node_ref::<::leptos::html::#kind>(#value))
}

/// The text of a literal.
fn text(value: &Expr) -> Option<String> {
    let Expr::Lit(literal) = value else { return None };
    match &literal.lit {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}
