//! A line of a card: when the report is due and how long the rest of it takes, or when and where it was published.

use leptos::prelude::*;

use super::card_element::name;
use super::shelf::HomeShelf;
use crate::browser::clock;
use crate::session::time_words;
use crate::session::words::{say, t};
use report::draft::Publication;
use report::i18n::Message;
use report::store::{Card, DraftInfo};

/// The line about a report's milestones; nothing if there is nothing to say.
#[component]
pub(super) fn Milestones(
    /// The report's card.
    card: Memo<Card>,
) -> impl IntoView {
    let shelf = HomeShelf::here();
    move || {
        card.with(|card| match card.info.publication.clone() {
            Some(publication) => {
                let revision = shelf.found_revision(&card.id, &publication);
                published(shelf, &card.info, publication, revision)
            }
            None => to_do(&card.info),
        })
    }
}

fn to_do(summary: &DraftInfo) -> AnyView {
    let due = summary.due.map(|due| time_words::due(due, clock::today()));
    let parts = [due, time_words::left(summary.minutes_left)];
    let words: Vec<String> = parts.iter().flatten().map(say).collect();
    (!words.is_empty()).then(|| view! { <p class="card__milestone quiet">{words.join(" · ")}</p> }).into_any()
}

fn published(
    shelf: HomeShelf,
    summary: &DraftInfo,
    publication: Publication,
    revision: Option<u64>,
) -> AnyView {
    let date = publication.date;
    // The words for a day come once the cards are painted; until then the day itself keeps their place.
    let day = move || shelf.day_in_words(date).unwrap_or_else(|| date.to_string());
    let words = move || match revision {
        Some(revision) => {
            say(&Message::new("ui-published-on-revision").with(day()).with(revision.to_string()))
        }
        None => say(&Message::new("ui-published-on").with(day())),
    };
    let changed = summary.changed_since_publication.then(|| view! { " " {t("ui-published-changed")} });
    let link = (!publication.page.is_empty()).then(|| {
        let label = say(&Message::new("ui-open-page-named").with(name(summary)));
        view! {
            " "
            <a href=publication.page target="_blank" rel="noopener noreferrer" aria-label=label>{t("ui-open-page")}</a>
        }
    });
    view! {
        <p class="card__milestone">
            <span class:card__changed--to-come=move || !shelf.is_painted() prop:textContent=words></span>
            {changed}
            {link}
        </p>
    }
    .into_any()
}
