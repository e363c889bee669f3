//! Before one starts: whom the form is for, which form it is, and what to have at hand.

use leptos::prelude::*;

use crate::browser::{clock, intl};
use crate::session::words::{language, say, t};
use report::draft::Timestamp;
use report::form::Form;
use report::i18n::Message;
use report::report::likely_year;

/// The foldable text to read before one starts.
#[component]
pub(super) fn BeforeYouStart() -> impl IntoView {
    // Words for a date are the first thing that takes a phone long (80 ms), and the questionnaire has to be read first
    // (16 ms), so they wait until somebody wants to read them.
    let opened = RwSignal::new(false);
    let which = move || {
        let which = || {
            let form = Form::latest();
            let year = likely_year(clock::today());
            say(&Message::new("ui-before-which").with(&form.name).with(year).with(checked(form)))
        };
        opened.get().then(which)
    };
    let at_hand =
        ["ui-before-hand-last", "ui-before-hand-links", "ui-before-hand-numbers", "ui-before-hand-contacts"];
    view! {
        <details class="cdx-accordion home__before" on:toggle=move |_| opened.set(true)>
            <summary>
                <h2 class="cdx-accordion__header">
                    <span class="cdx-accordion__header__title">{t("ui-before")}</span>
                </h2>
            </summary>
            <div class="cdx-accordion__content">
                <h3>{t("ui-before-whom")}</h3>
                <p>{t("ui-before-whom-text")}</p>
                <h3>{t("ui-before-form")}</h3>
                <p>{which}</p>
                <h3>{t("ui-before-hand")}</h3>
                <ul>{at_hand.map(|key| view! { <li>{t(key)}</li> }).collect_view()}</ul>
                <p>{t("ui-before-time")}</p>
            </div>
        </details>
    }
}

/// Writes the day on which the form was last compared with Meta.
fn checked(form: &Form) -> String {
    let day = Timestamp::parse(&format!("{}T00:00:00.000Z", form.checked));
    day.map_or_else(|| form.checked.clone(), |day| intl::date(&language(), day))
}
