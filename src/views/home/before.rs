//! What to know before starting: whom the form is for, how long it takes, what to have at hand, and which form it is.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::browser::clock;
use crate::session::form_words;
use crate::session::locale;
use crate::session::session;
use crate::session::words::{say, t};
use report::date::Date;
use report::form::Form;
use report::i18n::Message;
use report::report::likely_year;

/// The text to read before starting: open while there is no report, folded afterwards. It is on the page before the
/// app is loaded (`index.html`, `public/early.js`).
#[component]
pub(super) fn BeforeYouStart() -> impl IntoView {
    // Deleting the last report here, or making the first one in another tab, must not move anything on the page.
    let is_first_visit = untrack(|| HomeShelf::here().drafts().is_empty());
    let at_hand =
        ["ui-before-hand-last", "ui-before-hand-links", "ui-before-hand-numbers", "ui-before-hand-contacts"];
    view! {
        <details id="before" class="home__before" class:home__before--first=is_first_visit open=is_first_visit>
            <summary>{t("ui-before")}</summary>
            <h2>{t("ui-before-whom")}</h2>
            <p>{t("ui-before-whom-text")}</p>
            <h2>{t("ui-before-time")}</h2>
            <p>{t("ui-before-time-text")}</p>
            <h2>{t("ui-before-hand")}</h2>
            <ul>{at_hand.map(|key| view! { <li>{t(key)}</li> }).collect_view()}</ul>
        </details>
    }
}

/// The line that says which form it is. It comes late, as words for a date take a phone 80 ms, and reading the
/// questionnaire takes 16 ms.
#[component]
pub(super) fn WhichForm() -> impl IntoView {
    let form = session().form();
    let which = Message::new("ui-before-which")
        .with(form_words::form_name(&form.name).shown)
        .with(likely_year(clock::today()));
    view! { <p class="quiet">{say(&which.with(checked(form)))}</p> }
}

/// Writes the day on which the form was last compared with Meta.
fn checked(form: &Form) -> String {
    Date::parse(&form.checked).map_or_else(|| form.checked.clone(), locale::date)
}
