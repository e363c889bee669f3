//! How far a report is on its way to Meta, as its card shows it, and the next step.

use leptos::prelude::*;

use super::card_element::element_id;
use super::shelf::HomeShelf;
use crate::route::Route;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::store::Card;

/// How far a report is on its way to Meta.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReportState {
    /// It is being written.
    Writing,
    /// All questions are answered, and its page was copied, in its present state or an earlier one.
    Copied,
    /// Its writer has said that it is published, and has not changed it since.
    Published,
}

impl ReportState {
    /// Returns how far a report is, from its card and what this browser remembers of it.
    fn of(card: &Card, shelf: HomeShelf) -> Self {
        let info = &card.info;
        if info.publication.is_some() && !info.changed_since_publication {
            Self::Published
        } else if shelf.is_page_copied(&card.id) && info.done == info.total {
            Self::Copied
        } else {
            Self::Writing
        }
    }

    /// Returns the message key of the state's name.
    fn word(self) -> &'static str {
        match self {
            Self::Writing => "ui-report-writing",
            Self::Copied => "ui-report-copied",
            Self::Published => "ui-report-published",
        }
    }

    /// Returns the words of the report's next step and the route where it is taken.
    fn next(self, card: &Card) -> (Message, Route) {
        let draft = card.id.clone();
        let left = card.info.total.saturating_sub(card.info.done);
        match self {
            Self::Copied => (Message::new("ui-report-next-publish"), Route::Review { draft }),
            Self::Published => (Message::new("ui-others-heading"), Route::Review { draft }),
            Self::Writing if left == 0 && card.info.total > 0 => {
                (Message::new("ui-review"), Route::Review { draft })
            }
            Self::Writing => {
                (Message::new("ui-report-next-write").with(left), Route::Write { draft, question: None })
            }
        }
    }
}

/// The word for how far a report is.
#[component]
pub(super) fn StateWord(card: Memo<Card>) -> impl IntoView {
    let shelf = HomeShelf::here();
    let word = move || card.with(|card| t(ReportState::of(card, shelf).word()));
    view! { <span class="card__state" prop:textContent=word></span> }
}

/// The report's next step, as a link to where it is taken.
#[component]
pub(super) fn NextStep(card: Memo<Card>) -> impl IntoView {
    let shelf = HomeShelf::here();
    let next = Memo::new(move |_| card.with(|card| ReportState::of(card, shelf).next(card)));
    let title = card.with_untracked(|card| element_id(&card.id));
    view! {
        <p class="card__next">
            <a
                href=move || next.with(|(_, route)| route.to_string())
                aria-describedby=title
                prop:textContent=move || next.with(|(words, _)| say(words))
            ></a>
        </p>
    }
}
