//! The line with the message about the last action, with *Undo* if it can be undone.

use leptos::prelude::*;

use super::notice::Notice;
use super::shelf::HomeShelf;
use crate::components::message::MessageBox;
use crate::session::words::{say, t};

/// The line in which a notice is shown. It exists from the start, so that screen readers announce its content.
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
