//! *What happens next*: the steps on Meta, the publication, and what else is due then.

mod copy_text;
mod others;
mod own_text;
mod published;
mod steps;
mod there;
mod tick;
mod ticks;

use leptos::prelude::*;

pub(super) use self::ticks::{Step, Ticks};

use self::others::Others;
use self::published::Published;
pub(super) use self::steps::LOG_IN;
use self::steps::Steps;
use super::output::Outcome;
use crate::session::words::t;

/// The part with everything that comes after copying.
#[component]
pub(super) fn Next(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    view! {
        <section class="review__part" aria-labelledby="review-next">
            <h2 id="review-next">{t("ui-next-heading")}</h2>
            <Steps outcome ticks/>
            <Published outcome ticks/>
            <Others outcome ticks/>
        </section>
    }
}
