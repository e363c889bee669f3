//! The header: the app's name, the open report's name, whether it is saved, light or dark.

use leptos::prelude::*;

use super::icon::icon;
use super::language::LanguageChoice;
use super::network::NetworkLine;
use super::save::Saved;
use super::session::session;
use super::state::OpenDraft;
use super::words::{say, t};
use crate::browser::theme::Theme;
use crate::route::Route;

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
            <div class="header__choices">
                <LanguageChoice/>
                <ThemeChoice/>
            </div>
            <NetworkLine/>
        </header>
    }
}

#[component]
fn Report(open: OpenDraft) -> impl IntoView {
    let name = Memo::new(move |_| open.name());
    let saved = session().saver().saved();
    view! {
        <p class="header__report" translate="no">
            {move || Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| t("ui-report-without-name"))}
        </p>
        <p class="header__saved">
            {move || match saved.get() {
                Saved::Saved => view! { <span>{icon("check")} <span prop:textContent=t("ui-saved")></span></span> }.into_any(),
                Saved::Saving => view! { <span>{icon("update")} <span prop:textContent=t("ui-saving")></span></span> }.into_any(),
                Saved::NotSaved(fault) => {
                    view! {
                        <button
                            class="cdx-button cdx-button--action-destructive"
                            title=say(&fault.message())
                            on:click=move |_| download_copy(open)
                        >
                            {icon("download")}
                            {t("ui-not-saved")}
                        </button>
                    }
                        .into_any()
                }
            }}
        </p>
        <p class="header__status" role="status" prop:textContent=move || {
            if session().elsewhere.get() { t("ui-elsewhere") } else { String::new() }
        }></p>
        // Announced: the first save, and every change between safe and not safe; not each save.
        <p class="off-screen" role="status" prop:textContent=move || match saved.get() {
            Saved::NotSaved(fault) => say(&fault.message()),
            Saved::Saved | Saved::Saving => String::new(),
        }></p>
    }
}

fn download_copy(open: OpenDraft) {
    super::files::save_draft(&open.snapshot());
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let session = session();
    let chosen = Theme::of_name(session.drafts().setting("theme").as_deref());
    let choose = move |event| {
        let theme = Theme::of_name(Some(&event_target_value(&event)));
        theme.show();
        // A choice that cannot be kept holds for this page.
        let _ = session.drafts().set_setting("theme", theme.name());
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
