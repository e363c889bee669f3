//! The table of the late part's functions, and the place where the program is cut.
//!
//! The splitter (the crate `wasm_split_cli_support`, called by `split/`) looks for an import and an export of these
//! names, puts code that is reached only from the export into the module `late`, and turns a call of the import into
//! one of the export. It does not read types, so both must have the same.
//!
//! `wasm_split_helpers`' macro (0.2) writes the same two functions and a loader, which does not fit here. It makes
//! each call asynchronous, but a loaded view must be shown at once. It imports a second script, which does `fetch( new
//! URL( './….wasm', import.meta.url ) )`: that script would need a name made of its content and permission in the
//! content security policy, it cannot bypass the browser's cache after a failure, and in the one-file edition there is
//! nothing to fetch.

use leptos::prelude::*;

use crate::browser::nfc;
use crate::session::late::LateParts;
use crate::session::{AnswerReader, background, next_report};
use crate::views::{
    changes, conflicts, history, home, import, keys, language, meeting, other_form, preview, reports, review,
    share, text, write,
};
use report::answer::{Parsed, parse};
use report::checks::suggestions_by_tokens;
use report::editing::linked;
use report::import::{Note, pasted};
use report::names::user_name::user_name;
use report::store::Repository;

/// The late part's English words: none in a program that is not cut, as they are with the others then.
#[cfg(not(split))]
const WORDS: &str = "{}";
#[cfg(split)]
const WORDS: &str = include_str!("../../.built/english/late.json");

/// The table of the late part's functions. Nothing but [`parts`] leads to it.
static PARTS: LateParts = LateParts {
    words: WORDS,
    review: || view! { <review::Review/> }.into_any(),
    text: || view! { <text::TextView/> }.into_any(),
    other_form: |draft| view! { <other_form::OtherForm draft/> }.into_any(),
    changes: || view! { <changes::ChangesView/> }.into_any(),
    meeting: || view! { <meeting::MeetingView/> }.into_any(),
    history: || view! { <history::HistoryView/> }.into_any(),
    import: |purpose| view! { <import::ImportView purpose/> }.into_any(),
    reports: || view! { <reports::ReportsView/> }.into_any(),
    page: || view! { <preview::PageView/> }.into_any(),
    answer: |source, markup| {
        view! { <preview::AnswerView answer=Signal::stored(parse(source, markup).into())/> }.into_any()
    },
    start_next: next_report::start,
    conflicts: conflicts::choices,
    below_reports: home::below_reports,
    reader: AnswerReader { parse: Parsed::of, suggestions_on: suggestions_by_tokens },
    suggestions: write::suggestions,
    keep_all: write::keep_all,
    written: write::written,
    with_names: |repository, copy| repository.with_names(copy, &nfc),
    note_shared: Repository::note_shared,
    link_form: write::link_form,
    names: write::NAME_PARTS,
    user_name: |typed| user_name(typed).ok(),
    sweep: background::sweep,
    tidy: background::tidy,
    pasted: |html, text, markup| {
        let pasted = pasted(html, text, markup)?;
        Some((pasted.source, pasted.notes.iter().map(Note::message).collect()))
    },
    linked,
    copy_page: |scope, told| review::copy_page(scope, move |copied| told(copied)),
    team_folder: || view! { <share::FolderNotice/> }.into_any(),
    share: share::choices,
    language: || view! { <language::LanguageChoice/> }.into_any(),
    keys: keys::list,
};

/// Returns the late part's functions. In a release, [`crate::browser::late::load`] must have succeeded before.
#[cfg(not(split))]
pub fn parts() -> &'static LateParts {
    &PARTS
}

#[cfg(split)]
pub use cut::parts;

#[cfg(split)]
#[allow(unsafe_code, reason = "a name that is not Rust's own is what the splitter finds the place by")]
mod cut {
    use super::{LateParts, PARTS};

    /// Returns the late part's functions, under the name of an export that the splitter looks for.
    #[unsafe(no_mangle)]
    pub extern "C" fn __wasm_split_00late00_export_00000000000000000000000000000000_parts()
    -> &'static LateParts {
        &PARTS
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes, reason = "both sides are of one program, and a reference is a number")]
    unsafe extern "C" {
        safe fn __wasm_split_00late00_import_00000000000000000000000000000000_parts() -> &'static LateParts;
    }

    /// Returns the late part's functions once they are loaded. A call before that ends the program.
    pub fn parts() -> &'static LateParts {
        __wasm_split_00late00_import_00000000000000000000000000000000_parts()
    }
}
