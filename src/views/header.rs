//! The header, one row: the app's name, the open report's name, whether it is saved, and the menu.

use leptos::prelude::*;

use super::keys::KeysButton;
use super::menu::Menu;
use super::network::NetworkLine;
use super::share::ShareButton;
use crate::browser::screen::Theme;
use crate::browser::task::spawn_for_page;
use crate::components::icon::{icon, icon_class};
use crate::components::late;
use crate::components::message::{MessageBox, MessageKind};
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::words::{say, t};
use crate::session::{draft_files, session};
use report::store::{Durability, Fault};

/// The name of the setting that keeps the colours.
const THEME: &str = "theme";

/// The header of every view.
#[component]
pub fn Header() -> impl IntoView {
    let session = session();
    view! {
        <header class="header">
            <a class="header__app" href=Route::Home.to_string()>
                <span class="header__logo" aria-hidden="true"></span>
                <span class="header__name">{t("ui-app-name")}</span>
            </a>
            {move || session.open.get().map(|open| view! { <Report open/> })}
            {move || session.open.with(Option::is_some).then(|| view! { <ShareButton/> })}
            <Menu>
                {late::part(|parts| (parts.language)())}
                <ThemeChoice/>
                <KeysButton/>
            </Menu>
            <Trouble/>
            <NetworkLine/>
        </header>
    }
}

#[component]
fn Report(open: OpenDraft) -> impl IntoView {
    let name = Memo::new(move |_| open.name());
    let year = Memo::new(move |_| open.year());
    let session = session();
    view! {
        <div class="header__open">
        <p class="header__report" translate="no">
            <span dir="auto">
                {move || Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| t("ui-report-without-name"))}
            </span>
            " "
            <span class="header__report-year" prop:textContent=move || year.get()></span>
        </p>
        <p class="header__saved"><Saved open/></p>
        <p class="header__status" role="status" prop:textContent=move || {
            if session.elsewhere.get() { t("ui-elsewhere") } else { String::new() }
        }></p>
        </div>
    }
}

/// How safe the open report is, in a few words; if no storage has it, a button that downloads it. The words change
/// with each save, but their elements stay.
#[component]
fn Saved(open: OpenDraft) -> impl IntoView {
    let session = session();
    let saved = session.saver().saved();
    let said = Memo::new(move |_| match saved.get() {
        Durability::Opening => Some(("update", "ui-opening")),
        // A report that was only begun is not stored yet.
        Durability::Saved if session.has_nothing_yet(&open.id()) => None,
        Durability::Saved => Some(("check", "ui-saved")),
        Durability::Writing => Some(("update", "ui-saving")),
        Durability::LocalOnly(_) => Some(("check", "ui-saved-partly")),
        Durability::MemoryOnly { .. } | Durability::Stopped { .. } => None,
    });
    let is_said = Memo::new(move |_| said.get().is_some());
    let is_refused = Memo::new(move |_| {
        saved.with(|saved| matches!(saved, Durability::MemoryOnly { .. } | Durability::Stopped { .. }))
    });
    let icon_class = move || said.get().map(|(name, _)| icon_class(name));
    let words = move || said.get().map(|(_, key)| t(key));
    let save = move |_| spawn_for_page(draft_files::save_draft(session, open.snapshot()));
    view! {
        {move || is_said.get().then(|| view! {
            <span><span class=icon_class aria-hidden="true"></span> " " <span prop:textContent=words></span></span>
        })}
        {move || is_refused.get().then(|| view! {
            <button class="cdx-button cdx-button--action-destructive" on:click=save>{icon("download")} {t("ui-not-saved")}</button>
        })}
    }
}

/// The line that says what is wrong with saving and what to do, for as long as that lasts. It exists from the start,
/// so that screen readers announce every change between safe and unsafe, but not each save.
#[component]
fn Trouble() -> impl IntoView {
    let session = session();
    let saved = session.saver().saved();
    let shown = move || if session.open.get().is_some() { saved.get() } else { Durability::Saved };
    let words = Memo::new(move |_| match shown() {
        Durability::MemoryOnly { local: fault, .. } => Some((MessageKind::Error, say(&fault.message()))),
        Durability::Stopped { .. } => Some((MessageKind::Error, t("ui-stopped"))),
        Durability::LocalOnly(Fault::Full) => Some((MessageKind::Warning, t("ui-saved-partly-full"))),
        Durability::LocalOnly(Fault::Silent) => Some((MessageKind::Warning, t("ui-saved-partly-silent"))),
        Durability::LocalOnly(_) => Some((MessageKind::Warning, t("ui-saved-partly-text"))),
        Durability::Opening | Durability::Saved | Durability::Writing => None,
    });
    view! {
        <div class="header__trouble" role="status">
            {move || words.get().map(|(kind, words)| view! {
                <MessageBox kind><span prop:textContent=words></span></MessageBox>
            })}
        </div>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let session = session();
    let chosen = Theme::of_name(session.repository().setting(THEME).as_deref());
    let choose = move |event| {
        let theme = Theme::of_name(Some(&event_target_value(&event)));
        theme.show();
        // A choice that cannot be stored holds for this page load.
        let _ = session.repository().set_setting(THEME, theme.name());
    };
    let options = Theme::ALL.map(|theme| {
        let words = t(match theme {
            Theme::System => "ui-theme-system",
            Theme::Light => "ui-theme-light",
            Theme::Dark => "ui-theme-dark",
        });
        view! { <option value=theme.name().unwrap_or_default() selected=theme == chosen>{words}</option> }
    });
    view! {
        <select class="cdx-select header__theme" aria-label=t("ui-theme") on:change=choose>
            {options.collect_view()}
        </select>
    }
}
