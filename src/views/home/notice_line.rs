//! The line that says what has just been done, with *Undo* where there is one.

use leptos::prelude::*;

use super::notice::Notice;
use super::shelf::HomeShelf;
use crate::components::message::MessageBox;
use crate::session::words::{say, t};

/// The line in which a notice stands. It is there from the start, so that screen readers tell what comes into it.
#[component]
pub(super) fn NoticeLine() -> impl IntoView {
    let shelf = HomeShelf::here();
    let line = move |notice: Notice| {
        let undo = notice.undo.clone().map(|id| {
            view! {
                <button type="button" class="cdx-button notice__undo" on:click=move |_| shelf.restore(id.clone())>
                    {t("ui-undo")}
                </button>
            }
        });
        view! {
            <div class="notice" tabindex="-1"><MessageBox kind=notice.kind><span prop:textContent=say(&notice.message)></span> " " {undo}</MessageBox></div>
        }
    };
    view! { <div role="status">{move || shelf.notice.get().map(line)}</div> }
}
