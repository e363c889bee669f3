//! All there is in the part that comes late, as functions.

use super::background;
use crate::route::Purpose;
use crate::ui::session::Session;
use crate::ui::state::Answer;
use crate::ui::write::{Advice, LinkTool, NameParts};
use crate::ui::{check, choose, history, home, open, preview, text, write};
use leptos::prelude::*;
use report::answer::Token;
use report::checks::{Suggestion, Surroundings};
use report::draft::{Draft, DraftId};
use report::form::{Form, Question};
use report::names::user_name::user_name;
use report::{checks, import};

/// The functions. Whatever only they use is in the part that comes late, too; a call of one of these that does not go
/// through here would bring it back into the first.
pub struct Parts {
    /// The words of all that, in English.
    pub words: &'static str,
    /// The view *Check and copy*.
    pub check: fn() -> AnyView,
    /// The report as one text.
    pub text: fn() -> AnyView,
    /// Earlier states.
    pub history: fn() -> AnyView,
    /// A report comes in, for this purpose.
    pub open: fn(Purpose) -> AnyView,
    /// The page as Meta will show it.
    pub page: fn() -> AnyView,
    /// The texts to choose between, where two tabs changed the same.
    pub choices: fn() -> AnyView,
    /// What stands on the home screen below the reports.
    pub below_reports: fn() -> AnyView,
    /// Advice on an answer, as [`checks::suggestions_by_tokens`].
    pub suggestions_by_tokens: fn(&Form, &Draft, &Question, &[Token], &Surroundings) -> Vec<Suggestion>,
    /// The advice under a field.
    pub suggestions: fn(Answer, Advice) -> AnyView,
    /// The form for a link, opened with the words that were selected.
    pub link_form: fn(Answer, LinkTool, String) -> AnyView,
    /// What suggests names of languages and countries.
    pub names: NameParts,
    /// A user name in its normal form, if it can be one.
    pub user_name: fn(&str) -> Option<String>,
    /// Removes from the trash what has been there for long enough, and says when that is done.
    pub sweep: fn(Session, Box<dyn FnOnce()>),
    /// Removes what a draft's pages that are gone have left.
    pub tidy: fn(Session, DraftId),
    /// The source of rich text from the clipboard, as [`import::pasted`].
    pub pasted: fn(&str) -> Option<String>,
}

/// They are in English with the others where nothing comes late.
#[cfg(not(split))]
const WORDS: &str = "{}";
#[cfg(split)]
const WORDS: &str = include_str!("../../../.built/english/late.json");

/// They.
pub(super) static PARTS: Parts = Parts {
    words: WORDS,
    check: || view! { <check::Check/> }.into_any(),
    text: || view! { <text::TextView/> }.into_any(),
    history: || view! { <history::HistoryView/> }.into_any(),
    open: |purpose| view! { <open::OpenView purpose/> }.into_any(),
    page: || view! { <preview::PageView/> }.into_any(),
    choices: choose::choices,
    below_reports: home::below_reports,
    suggestions_by_tokens: checks::suggestions_by_tokens,
    suggestions: write::suggestions,
    link_form: write::link_form,
    names: NameParts::ALL,
    user_name: |typed| user_name(typed).ok(),
    sweep: background::sweep,
    tidy: background::tidy,
    pasted: import::pasted,
};
