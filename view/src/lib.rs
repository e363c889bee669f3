//! The `view!` macro of the app: Leptos' syntax, compiled to little.
//!
//! Leptos' own macro makes Rust code of every element and attribute, and the compiler makes each of them anew for every type
//! that is put in. Half of the app's bytes were that. This one writes what never changes, an element with its attributes and
//! texts, as one string (a *plan*), and hands what is filled in beside it, in the order of the plan. `crate::ui::dom` of the
//! app builds the elements: what is made here names it, so the macro is for the app alone. How a plan is written is one file
//! that both have, `marks.rs`.
//!
//! ```text
//! <p class="quiet" title=why>"Left: " {number}</p>
//!
//!     element("OPEN p ATTRIBUTE class VALUE quiet SETATTRIBUTE title TEXT Left:  CHILD CLOSE",
//!             vec![Fill::Set(why), Fill::Child(number)])
//! ```
//!
//! What it understands is what the app uses: elements with `name=value`, `class:name`, `style:name`, `prop:name`,
//! `on:event`, `node_ref`; components with properties, children and `let:name`; texts in quotes and blocks of Rust.
//! Anything else is an error where it stands.

mod component;
mod element;
#[path = "../../src/ui/dom/marks.rs"]
mod marks;
mod node;
mod plan;
#[cfg(test)]
#[path = "../../src/ui/dom/steps.rs"]
mod steps;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

/// Makes a `Content` of elements, components, texts and blocks.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(tokens.into()).into()
}

/// The expression that a view is. What is wrong in it becomes errors of the compiler, each where it stands.
fn expand(view: TokenStream) -> TokenStream {
    // A block that is not finished, as while one types, is still one to an editor.
    let parser = rstml::Parser::new(rstml::ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(view).split_vec();
    let mut problems = Vec::new();
    for error in errors {
        problems.push(error.emit_as_expr_tokens());
    }
    let content = node::contents(&nodes).unwrap_or_else(syn::Error::into_compile_error);
    quote! {{
        #(#problems;)*
        #[allow(unused_braces)]
        #content
    }}
}
