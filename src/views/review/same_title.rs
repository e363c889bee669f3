//! The part shown if another report has the page's title: what that means, and the ways out. Until the writer has
//! decided, the steps to the page on Meta are blocked.

use leptos::prelude::*;

use super::output::Outcome;
use crate::browser::focus;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::words::{say, t};
use crate::session::{OpenDraft, next_report};
use report::draft::PageParts;
use report::form::QuestionId;
use report::i18n::Message;
use report::report::{TitleOwner, year_words};

/// The id of the part, for links back to it.
pub(super) const PART: &str = "same-title";

/// The question of which report gets the title, as long as another one has it, and afterwards the decision.
#[component]
pub(super) fn SameTitle(outcome: Outcome) -> impl IntoView {
    let open = OpenDraft::here();
    let renamed = RwSignal::new(false);
    let shown = move || {
        if let Some(owner) = outcome.undecided() {
            return Some(question(outcome, open, owner, renamed));
        }
        let words = if outcome.owner.get().is_some() {
            t("ui-title-kept")
        } else if renamed.get() {
            say(&Message::new("ui-title-renamed").with(outcome.title_shown()))
        } else {
            return None;
        };
        Some(view! { <MessageBox kind=MessageKind::Success>{words}</MessageBox> }.into_any())
    };
    view! { <div id=PART class="review__same-title" tabindex="-1" role="status">{shown}</div> }
}

fn question(outcome: Outcome, open: OpenDraft, owner: TitleOwner, renamed: RwSignal<bool>) -> AnyView {
    let words = match owner {
        TitleOwner::Earlier => Message::new("ui-title-earlier"),
        TitleOwner::Here { .. } => Message::new("ui-title-here"),
    };
    let words = say(&words.with(outcome.title_shown()));
    let year = open.with_draft(|draft| next_report::year_from(year_words(draft)));
    let make = say(&Message::new("ui-title-make-year").with(&year));
    let make_year = move |_| {
        if set_year(open, &year) {
            renamed.set(true);
        }
        focus::element(PART);
    };
    let keep = move |_| {
        outcome.keep_title();
        focus::element(PART);
    };
    view! {
        <MessageBox kind=MessageKind::Warning>
            <p>{words}</p>
            <p class="actions">
                <button
                    type="button"
                    class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
                    on:click=make_year
                >
                    {make}
                </button>
                <button type="button" class="cdx-button" on:click=|_| focus::element("page-affiliate")>
                    {t("ui-title-change")}
                </button>
                <button type="button" class="cdx-button" on:click=keep>{t("ui-title-keep")}</button>
            </p>
        </MessageBox>
    }
    .into_any()
}

/// Makes the report one about `year`, by the answer, which the title follows. Returns whether the answer had room for
/// it.
fn set_year(open: OpenDraft, year: &str) -> bool {
    let parts = PageParts { year: String::new(), ..open.with_draft(|draft| draft.page().clone()) };
    let done =
        open.set_text(&QuestionId::new("reportingyear"), year).is_ok() && open.set_page(&parts).is_ok();
    open.settle();
    done
}
