//! The plan of an element: what never changes about it, as one string. `src/ui/dom/plan.rs` of the app reads it.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Error;

use crate::marks::{Mark, ends_word};

/// A plan as it is written, with what fills its holes.
#[derive(Default)]
pub struct Plan {
    text: String,
    fills: Vec<TokenStream>,
}

impl Plan {
    /// Writes a mark and its word.
    ///
    /// # Errors
    /// If the word has a control character: those are the marks.
    pub fn mark(&mut self, mark: Mark, word: &str, at: Span) -> syn::Result<()> {
        if word.contains(ends_word) {
            return Err(Error::new(
                at,
                "a fixed text or name has no line break and no other control character",
            ));
        }
        self.text.push(mark.character());
        self.text.push_str(word);
        Ok(())
    }

    /// Writes a hole, which `fill` fills.
    ///
    /// # Errors
    /// As [`Plan::mark`].
    pub fn hole(&mut self, mark: Mark, word: &str, at: Span, fill: TokenStream) -> syn::Result<()> {
        self.fills.push(fill);
        self.mark(mark, word, at)
    }

    /// The expression that makes the element's content.
    pub fn into_content(self) -> TokenStream {
        let Self { text, fills } = self;
        quote!(crate::ui::dom::element(#text, ::std::vec![#(#fills),*]))
    }
}
