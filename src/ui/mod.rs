//! The screen. It may know everything; nothing knows it.
//!
//! ```text
//! App ─┬─ Header            the report's name, saved state, theme
//!      ├─ Views (by route) ─┬─ home
//!      │                    ├─ open            a report comes in
//!      │                    └─ DraftFrame ─┬─ write      loads the draft and makes its `OpenDraft`
//!      │                                   ├─ text
//!      │                                   ├─ check
//!      │                                   ├─ history         earlier states
//!      │                                   └─ open       answers come into this draft
//!      └─ Footer
//! ```
//!
//! What views share: [`session`] (storage, route, saving, the open draft), [`state`] (the open draft as signals),
//! [`scope`] (what comes after an `await`), [`words`] (messages in the reader's language), and small parts such as [`icon`], [`dialog`] and [`view`].

mod app;
pub mod check;
mod choose;
pub mod copies;
pub mod dialog;
mod difference;
mod draft_frame;
mod draft_now;
mod elsewhere;
pub mod files;
mod footer;
mod header;
mod history;
pub mod home;
pub mod icon;
mod language;
mod lasting;
pub mod late;
mod network;
mod new_version;
mod next_frame;
pub mod open;
pub mod preview;
pub mod put_aside;
mod rehearsal;
pub mod save;
pub mod scope;
pub mod session;
pub mod state;
pub mod text;
mod typing;
pub mod view;
pub mod words;
pub mod write;

use std::mem;

use any_spawner::Executor;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::task::spawn_for_page;
use crate::browser::{clock, crash, early};
use report::form::Form;
use session::Session;

/// Puts the app in the place of what the page showed until now.
pub fn start() {
    crash::watch();
    let Some(place) = document().get_element_by_id("app") else { return };
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return };
    // Leptos does so itself only when something is mounted.
    let _ = Executor::init_wasm_bindgen();
    spawn_for_page(async move {
        prepare().await;
        // The words shown until now stay until those of the chosen language are there; English where they are not.
        let keeper = session::keeper();
        if let Some(code) = keeper.setting(language::SETTING) {
            let _ = words::speak(&code).await;
        }
        // It lives as long as the page.
        let owner = Owner::new();
        let session = owner.with(|| Session::begin(keeper));
        mem::forget(owner);
        clock::wait(0).await;
        early::given().await;
        place.set_text_content(None);
        mount_to(place, move || view! { <app::App session/> }).forget();
        // Leptos sets properties, and so what fields hold, a moment later: in a microtask.
        tick().await;
        early::taken();
    });
}

/// Reads what every view needs, each in a task of its own: in one long task a slow phone would answer to no key meanwhile
/// (`docs/speed.md`).
async fn prepare() {
    clock::wait(0).await;
    drop(words::t("ui-app-name"));
    clock::wait(0).await;
    Form::latest();
    clock::wait(0).await;
    rehearsal::rehearse().await;
}
