//! A report comes in: pasted, from a file, dropped, or read from Meta-Wiki.
//!
//! ```text
//! Source ─▶ Incoming (read as a kind) ─▶ Plan (what for, into which report, which answers) ─▶ take
//! ```
//!
//! Nothing changes until the writer has seen what was found, question by question, and what was not.

mod copy_found;
mod drafts;
mod from_wiki;
mod here;
mod incoming;
mod kept;
mod link;
mod milestones;
mod open_drafts;
mod plan;
mod progress;
mod reader;
mod reading;
mod rows;
mod source;
mod take;
mod target;

use leptos::prelude::*;

use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::{Purpose, Route};
use crate::session::OpenDraft;
use crate::session::session;
use crate::session::words::{say, t};
use incoming::Incoming;
pub use incoming::read_error;
pub use kept::forget;
use plan::Plan;
pub use reader::{Reader, Source, is_long};
pub use reading::UnplacedTexts;
use report::import::Import;

/// The view in which a report comes in.
#[component]
pub fn ImportView(
    /// The purpose for which the report comes in.
    purpose: Purpose,
) -> impl IntoView {
    let heading = t(match purpose {
        Purpose::LastYear => "ui-use-last-year",
        Purpose::GoOn | Purpose::Into { .. } => "ui-open-file",
    });
    let lead = t(match purpose {
        Purpose::LastYear => "ui-import-lead-last-year",
        Purpose::GoOn => "ui-import-lead-file",
        Purpose::Into { .. } => "ui-import-lead-into",
    });
    let back = match &purpose {
        Purpose::Into { draft } => Route::Write { draft: draft.clone(), question: None },
        Purpose::GoOn | Purpose::LastYear => Route::Home,
    };
    let back_words = t(if back == Route::Home { "ui-all-reports" } else { "ui-back-to-questions" });
    let form = session().open.get_untracked().map_or_else(|| session().form(), OpenDraft::form);
    let incoming = Incoming::new(form);
    let plan = Plan::new(incoming, purpose.clone());
    let is_last_year = purpose == Purpose::LastYear;
    kept::watch(incoming, plan, purpose);
    view! {
        <View heading class="open">
            <p><a href=back.to_string()>{back_words}</a></p>
            {is_last_year.then(|| view! { <here::Here plan/> })}
            <p>{lead}</p>
            <source::SourceFields incoming/>
            <from_wiki::FromWiki incoming/>
            <progress::Progress incoming/>
            <div class="open__found">{move || found(incoming, plan)}</div>
        </View>
    }
}

/// Draws what was read, or why nothing was. Drawn again only when something else comes in.
fn found(incoming: Incoming, plan: Plan) -> Option<AnyView> {
    let view = match incoming.result.get()? {
        Err(error) => view! {
            <MessageBox kind=MessageKind::Warning attr:role="alert">{say(&error.message())}</MessageBox>
        }
        .into_any(),
        Ok(Import::Drafts(copies)) => view! { <drafts::DraftsFound incoming plan copies/> }.into_any(),
        Ok(Import::Reading(reading)) => view! { <reading::ReadingFound incoming plan reading/> }.into_any(),
    };
    Some(view)
}
