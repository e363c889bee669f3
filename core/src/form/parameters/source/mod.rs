//! Learning from a template's source: the question's text stands beside `{{{name}}}`, whatever the table's shape.
//!
//! The source goes through three steps, each linear in its length: what readers of a page would not see is taken away
//! ([`shown`](shown::shown)), the rest is cut into texts, parameters and breaks ([`pieces`]), and each parameter is paired with the
//! question before it ([`pairing`]).

mod pairing;
mod piece;
mod pieces;
mod rows;
mod shown;
mod tags;

pub use rows::{TemplateRow, template_rows};

use super::position::pair_by_position;
use super::{LearnError, Learned};
use crate::form::Form;
use crate::form::wording::Wordings;

/// Learns parameter names from the source of the form's template, or from its page's text or HTML where they stand as
/// `{{{name}}}`.
///
/// The questions are known by their wording. Only where the source has none of them (they may stand on other pages) does the
/// position of the names tell, as in [`learn_from_template_data`](super::learn_from_template_data).
///
/// # Errors
/// [`LearnError`] if the text is empty, has no parameters, or has nothing to do with the form.
pub fn learn_from_template_source(form: &Form, source: &str) -> Result<Learned, LearnError> {
    if source.trim().is_empty() {
        return Err(LearnError::Empty);
    }
    let shown = shown::shown(source);
    let mut findings = pairing::pair(&Wordings::new(form), &shown);
    if findings.seen().is_empty() {
        return Err(LearnError::NoParameters);
    }
    if findings.is_unpaired() {
        if !findings.knows_one(form) {
            return Err(LearnError::NotThisForm { template: form.template.clone() });
        }
        pair_by_position(form, &mut findings);
    }
    findings.settle_known(form);
    Ok(findings.compare(form))
}
