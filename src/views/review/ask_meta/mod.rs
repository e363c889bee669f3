//! *Ask Meta-Wiki*: what the affiliates' data portal says of the group, and whether the pages that the answers name
//! exist.

mod fact;
mod mentioned;
mod portal;

use leptos::prelude::*;

pub(super) use self::portal::{DueOffer, Portal};

use self::mentioned::MentionsChecked;
use self::portal::PortalRead;
use super::fold::Fold;
use super::output::Outcome;

/// The part of the review that sends requests to the wiki, folded.
#[component]
pub(super) fn AskMeta(outcome: Outcome, portal: Portal) -> impl IntoView {
    view! {
        <section class="review__part review__fold">
            <Fold id="review-ask" words="ui-meta-ask" symbol="expand">
                <PortalRead portal/>
                <MentionsChecked outcome/>
            </Fold>
        </section>
    }
}
