//! What a network makes easier: the page as Meta-Wiki shows it, and the wiki's own editor with the report in it.
//! Copying alone is always enough.

mod before;
mod differences;
mod editor;
mod preview;
mod read;
mod rendered;

use leptos::prelude::*;

pub(super) use self::differences::Differences;
pub(super) use self::read::{PageRead, day, read_title, standing};

use self::editor::OpenEditor;
use self::preview::PreviewOnMeta;
use super::next::Ticks;
use super::output::Outcome;
use crate::session::words::t;

/// The part with the requests to the wiki before publishing.
#[component]
pub(super) fn OnMeta(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    let has_title = Memo::new(move |_| outcome.title.with(Result::is_ok) && outcome.undecided().is_none());
    view! {
        <section class="review__part" aria-labelledby="review-meta">
            <h2 id="review-meta">{t("ui-meta-out-heading")}</h2>
            <p>{t("ui-meta-out-lead")}</p>
            <Show when=move || has_title.get() fallback=|| view! { <p>{t("ui-meta-out-no-title")}</p> }>
                <PreviewOnMeta outcome/>
                <OpenEditor outcome ticks/>
            </Show>
        </section>
    }
}
