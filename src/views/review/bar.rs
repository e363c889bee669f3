//! *Copy wikitext*, always within reach, beside the number of questions left.

use leptos::html;
use leptos::prelude::*;

use crate::components::bar_height;
use crate::components::icon::icon;
use crate::session::OpenDraft;
use crate::session::time_words;
use crate::session::words::{say, t};
use report::i18n::Message;

/// The bar at the bottom of the window. It comes first on the page, so that keyboard users need not go through every
/// answer.
#[component]
pub(super) fn Bar(
    /// Copies the page.
    copy: impl Fn() + 'static,
) -> impl IntoView {
    let open = OpenDraft::here();
    let left = move || {
        let left = open.whole().get().left();
        let words = if left == 0 {
            t("ui-review-nothing-left")
        } else {
            say(&Message::new("ui-review-questions-left").with(left))
        };
        let time = time_words::left(open.minutes_left()).map(|time| say(&time));
        [Some(words), time].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let element = NodeRef::<html::Div>::new();
    let is_high = bar_height::is_too_high(element);
    view! {
        <div class="review__bar" class:review__bar--still=is_high node_ref=element>
            <p class="review__left" prop:textContent=left></p>
            <button
                type="button"
                class="cdx-button cdx-button--action-progressive cdx-button--weight-primary cdx-button--size-large"
                on:click=move |_| copy()
            >
                {icon("copy")}
                {t("ui-copy-wikitext")}
            </button>
        </div>
    }
}
