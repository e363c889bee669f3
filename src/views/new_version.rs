//! Offers a new version of the app. The new version is used only when the writer says so, and never while that would
//! lose anything typed.

use leptos::prelude::*;

use crate::browser::scripts;
use crate::browser::scripts::Newer;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::session;
use crate::session::words::t;
use report::store::Durability;

/// The offer, if there is one. The line exists from the start, so that screen readers announce its content.
#[component]
pub fn NewVersion() -> impl IntoView {
    let newer = RwSignal::new(scripts::newer_version());
    let listener = scripts::on_newer_version(move || newer.set(scripts::newer_version()));
    on_cleanup(move || listener.remove());
    view! { <div class="new-version" role="status">{move || newer.get().map(|newer| view! { <Offer newer/> })}</div> }
}

#[component]
fn Offer(newer: Newer) -> impl IntoView {
    let (words, action) = match newer {
        Newer::Waiting => (t("ui-new-version"), t("ui-new-version-use")),
        Newer::TakenElsewhere => (t("ui-new-version-elsewhere"), t("ui-new-version-load")),
    };
    let (wanted, unsaved) = (RwSignal::new(false), RwSignal::new(false));
    let session = session();
    let saved = session.saver().saved();
    let take = move |_| {
        session.saver().flush();
        wanted.set(true);
    };
    Effect::new(move |_| {
        // Saving must finish first: reloading the page would interrupt it.
        if !wanted.get() || saved.with(|saved| *saved == Durability::Writing) {
            return;
        }
        let is_unsaved = session.repository().is_anything_unsaved();
        wanted.set(false);
        unsaved.set(is_unsaved);
        if !is_unsaved {
            scripts::use_newest_version();
        }
    });
    view! {
        <MessageBox kind=MessageKind::Notice><div class="new-version__content">
                <span prop:textContent=move || if unsaved.get() { t("ui-new-version-unsaved") } else { words.clone() }></span>
                <button type="button" class="cdx-button" on:click=take>{action}</button>
            </div></MessageBox>
    }
}
