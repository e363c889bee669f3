//! The advice, one file per family. Each check looks at one answer and adds its suggestions.
//!
//! There are two lists: checks on any text in a field, and checks on text that is meant as an answer. A new check is a
//! function in a file of its own and a line in one of the lists.

mod accidental_lists;
mod capacities;
mod digit_groups;
mod email_addresses;
mod language;
mod missing_links;
mod no_number;
mod other_affiliates;
mod other_notation;
mod other_years;
mod phone_numbers;
mod private_links;
mod redirecting_links;
mod shown_as_typed;
mod standing;
mod tags;
mod too_long;
mod too_short;
mod typed_lists;
mod unshown_signs;
mod user_names;
mod years;

pub(crate) use private_links::closed_links;
pub use too_long::LONG_ANSWER;

pub(super) use standing::{carried_over, placeholder};

use super::subject::Subject;
use super::suggestion::Suggestion;

/// A check, which adds its suggestions on an answer that is not empty.
type Check = fn(&Subject<'_>, &mut Vec<Suggestion>);

/// The checks on any text in a field, which goes to the page in any state.
pub(super) const ON_TEXT: &[Check] = &[
    private_links::check,
    email_addresses::check,
    phone_numbers::check,
    shown_as_typed::check,
    other_notation::check,
    typed_lists::check,
    redirecting_links::check,
    accidental_lists::check,
    unshown_signs::check,
];

/// The checks on text that the writer regards as an answer: not marked for later, and not *Not applicable*.
pub(super) const ON_ANSWER: &[Check] = &[
    user_names::check,
    years::check,
    other_years::check,
    too_short::check,
    missing_links::check,
    no_number::check,
    capacities::check,
    other_affiliates::check,
    too_long::check,
    language::check,
];
