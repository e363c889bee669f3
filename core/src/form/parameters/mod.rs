//! The template's parameters: which question each belongs to, as far as it is known, and learning the rest.
//!
//! A name is never guessed: a wrong one loses the answer on the page without a word. What is known stands in the
//! form's definition; the rest is learned from the wiki (`templatedata`) or from the template's source, and only
//! where it is certain. What disagrees with what is known is reported and not taken.
//!
//! ```text
//! templatedata ─▶ names in order, labels ──▶ by label, then by position ─┐
//!                                                                        ├─▶ findings ─▶ learned
//! source ───────▶ question text beside {{{name}}} ───────────────────────┘
//! ```

mod error;
mod findings;
mod learned;
mod names;
mod position;
mod source;
mod template_data;

pub use error::LearnError;
pub use learned::{Disagreement, Learned};
pub use names::{ParameterNames, valid_name};
pub use source::{TemplateRow, learn_from_template_source, template_rows};
pub use template_data::learn_from_template_data;

use super::Form;

/// Learns parameter names from a file that a user gives: the wiki's `templatedata` answer (JSON) or the template's source
/// (wikitext, or its page's text or HTML).
///
/// # Errors
/// As [`learn_from_template_data`] and [`learn_from_template_source`].
pub fn learn(form: &Form, text: &str) -> Result<Learned, LearnError> {
    if is_json(text) { learn_from_template_data(form, text) } else { learn_from_template_source(form, text) }
}

/// Returns whether a text is meant as a JSON object: wikitext that starts with a brace goes on with another one or a pipe.
fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let inside = text.strip_prefix('{').map(str::trim_start);
    inside.is_some_and(|inside| inside.starts_with('"') || inside.starts_with('}'))
}
