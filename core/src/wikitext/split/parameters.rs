//! A call's name and parameters as the template sees them.

use std::borrow::Cow;

use super::visible::{visible, visible_trimmed};
use super::{Argument, Call};
use crate::names::title::{Namespace, PageTitle};

/// A parameter of a call as the template sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedParameter<'a> {
    /// The parameter's name without white space at the edges and without comments, or its number: `1` for the first argument
    /// without a name. A call in the name stays as it is written.
    pub name: Cow<'a, str>,
    /// The parameter's value without comments. A named parameter's has no white space at the edges, a numbered one's keeps it.
    /// Calls in the value stay as they are written.
    pub value: Cow<'a, str>,
    /// Whether a later argument of the call has the same name; MediaWiki uses that one.
    pub overridden: bool,
    /// The argument's place on the page.
    pub argument: &'a Argument,
}

/// The words before a call's name that change how the page is taken in, not which: MediaWiki's magic words `subst`, `safesubst`,
/// `msgnw`, `msg` and `raw`.
const MODIFIERS: [&str; 5] = ["subst", "safesubst", "msgnw", "msg", "raw"];

impl Call {
    /// Lists the call's parameters in the page's order. `page` is what [`calls`](super::calls) split.
    pub fn parameters<'a>(&'a self, page: &'a str) -> Vec<PassedParameter<'a>> {
        let mut number = 0;
        let mut parameters: Vec<_> = self
            .arguments
            .iter()
            .map(|argument| {
                let value = page.get(argument.value.clone()).unwrap_or_default();
                let (name, value) = match &argument.name {
                    Some(name) => {
                        (visible_trimmed(page.get(name.clone()).unwrap_or_default()), visible_trimmed(value))
                    }
                    None => {
                        number += 1;
                        (Cow::Owned(number.to_string()), visible(value))
                    }
                };
                PassedParameter { name, value, overridden: false, argument }
            })
            .collect();
        // Of one name the last counts.
        let mut sorted: Vec<&mut PassedParameter<'_>> = parameters.iter_mut().collect();
        sorted.sort_by(|one, other| one.name.cmp(&other.name));
        let mut next: Option<&PassedParameter<'_>> = None;
        for parameter in sorted.into_iter().rev() {
            parameter.overridden = next.is_some_and(|next| next.name == parameter.name);
            next = Some(&*parameter);
        }
        parameters
    }

    /// Returns the page that the call takes in, `Template:Foo` for `{{foo|…}}`. `None` where the name is no title, as with
    /// `{{#if:…}}` or a name with a call in it. A variable such as `{{PAGENAME}}` counts as a template of that name.
    pub fn template(&self, page: &str) -> Option<PageTitle> {
        let name = visible_trimmed(page.get(self.name.clone())?);
        let mut name = name.as_ref();
        while let Some((word, rest)) = name.split_once(':') {
            if !MODIFIERS.iter().any(|modifier| modifier.eq_ignore_ascii_case(word)) {
                break;
            }
            name = rest;
        }
        PageTitle::in_namespace(name, Namespace::TEMPLATE).ok()
    }
}
