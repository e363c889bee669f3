//! A link that carries a draft: made when the dialog is shown, with its length and where it fits, and copied on a
//! press.

use leptos::prelude::*;

use super::extent::Handed;
use crate::browser::deflate::{self, DeflateError};
use crate::browser::links;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use report::draft::file::DraftCopy;
use report::draft::link::{LinkFit, PAYLOAD_CHARS, link_fragment, link_text};
use report::i18n::Message;

/// A link, or why there is none.
#[derive(Clone, PartialEq)]
enum Link {
    /// The link is being made.
    Coming,
    /// The link is ready to be copied.
    Ready {
        /// The link.
        address: String,
        /// The copy that it carries.
        copy: Box<DraftCopy>,
    },
    /// No link, as the report is longer than one may carry.
    TooLong,
    /// No link, as this browser cannot make one.
    NoStream,
    /// No link, as this page was opened from a disk and has no address for others.
    NoAddress,
}

/// The link's length and where it fits, and the button that passes it to `give` together with the copy in it.
#[component]
pub(super) fn LinkChoice(
    handed: Handed,
    /// A function that copies a link, and says the result.
    give: impl Fn(String, DraftCopy) + Copy + Send + 'static,
) -> impl IntoView {
    let link = RwSignal::new(Link::Coming);
    let scope = Scope::here();
    let turn = StoredValue::new(0_u32);
    Effect::new(move || {
        let copy = handed.copy();
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        scope.spawn(make(copy), move |made| {
            // Another choice may have been made meanwhile.
            if turn.get_value() == mine {
                link.set(made);
            }
        });
    });
    let words = move || link.with(words_of);
    let button = move || match link.get() {
        Link::Ready { address, copy } => Some(view! {
            <button type="button" class="cdx-button" on:click=move |_| give(address.clone(), (*copy).clone())>
                {t("ui-share-link-copy")}
            </button>
        }),
        Link::Coming | Link::TooLong | Link::NoStream | Link::NoAddress => None,
    };
    view! {
        <p role="status" prop:textContent=words></p>
        {button}
    }
}

fn words_of(link: &Link) -> String {
    match link {
        Link::Coming => String::new(),
        Link::Ready { address, .. } => {
            let chars = address.len();
            let words = match LinkFit::of(chars) {
                LinkFit::Everywhere => Message::new("ui-share-link-everywhere"),
                LinkFit::Mostly => Message::new("ui-share-link-mostly"),
                LinkFit::Hardly => Message::new("ui-share-link-hardly"),
            };
            say(&words.with(chars))
        }
        Link::TooLong => t("ui-share-link-too-long"),
        Link::NoStream => t("ui-share-link-no-stream"),
        Link::NoAddress => t("ui-share-link-no-address"),
    }
}

/// Makes the link that carries a copy.
async fn make(copy: Option<DraftCopy>) -> Link {
    let (Some(address), Some(copy)) = (links::address(), copy) else { return Link::NoAddress };
    let Ok(text) = link_text(std::slice::from_ref(&copy)) else { return Link::TooLong };
    // Three bytes make four characters.
    match deflate::deflate(text.as_bytes(), PAYLOAD_CHARS / 4 * 3).await {
        Ok(deflated) => Link::Ready { address: address + &link_fragment(&deflated), copy: Box::new(copy) },
        Err(DeflateError::TooLarge) => Link::TooLong,
        Err(DeflateError::NoStream | DeflateError::Broken) => Link::NoStream,
    }
}
