//! The shown part of the table for other programs, as files and on the clipboard.

use leptos::prelude::*;

use super::reviewing::Reviewing;
use crate::browser::files::{self, DownloadError};
use crate::components::icon::icon;
use crate::components::text_copy::{TextByHand, TextCopy, copy_text};
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use report::collection::{
    Collection, ReportsTable, portal_entries, reports_csv, reports_json, reports_wikitext,
};
use report::i18n::Message;

/// A form in which the table is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Export {
    Csv,
    Json,
    Wikitext,
    Portal,
}

/// The result of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// The browser has saved the file of this name.
    Saved(String),
    /// The browser does not save files.
    NotSaved,
    /// The result of copying this text.
    Copied(TextCopy, String),
}

impl Export {
    fn written(
        self,
        reports: &Collection,
        table: &ReportsTable,
        rows: &[usize],
        columns: &[usize],
    ) -> String {
        match self {
            Self::Csv => reports_csv(reports, table, rows, columns),
            Self::Json => reports_json(reports, table, rows, columns),
            Self::Wikitext => reports_wikitext(reports, table, rows, columns),
            Self::Portal => portal_entries(reports, table, rows),
        }
    }

    fn of(self, reviewing: Reviewing) -> String {
        let (table, rows, columns) =
            untrack(|| (reviewing.table.get(), reviewing.rows.get(), reviewing.columns.get()));
        reviewing.collection.with_untracked(|reports| self.written(reports, &table, &rows, &columns))
    }

    /// Returns the file's name and type.
    fn file(self, year: Option<u16>) -> (String, &'static str) {
        let year = year.map(|year| format!("-{year}")).unwrap_or_default();
        let (what, extension, content_type) = match self {
            Self::Csv => ("", "csv", "text/csv;charset=utf-8"),
            Self::Json => ("", "json", "application/json"),
            Self::Wikitext => ("", "wiki", "text/plain;charset=utf-8"),
            Self::Portal => ("-portal", "lua", "text/plain;charset=utf-8"),
        };
        (format!("affiliate-reports{year}{what}.{extension}"), content_type)
    }
}

/// The buttons, each exporting what the table shows, and the result of the last one.
#[component]
pub(super) fn Exports(reviewing: Reviewing) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let scope = Scope::here();
    let save = move |export: Export| {
        outcome.set(None);
        let text = export.of(reviewing);
        let (name, content_type) = export.file(untrack(|| reviewing.shown_year()));
        let saved = async move { files::save(&name, content_type, &text).await.map(|()| name) };
        scope.spawn(saved, move |saved| match saved {
            Ok(name) => outcome.set(Some(Outcome::Saved(name))),
            Err(DownloadError::Cancelled) => {}
            Err(DownloadError::Refused) => outcome.set(Some(Outcome::NotSaved)),
        });
    };
    let copy = move |export: Export| {
        outcome.set(None);
        let text = export.of(reviewing);
        let copied = text.clone();
        copy_text(scope, copied, move |done| outcome.set(Some(Outcome::Copied(done, text.clone()))));
    };
    let saves = [
        (Export::Csv, "ui-reports-save-csv"),
        (Export::Json, "ui-reports-save-json"),
        (Export::Wikitext, "ui-reports-save-wikitext"),
        (Export::Portal, "ui-reports-save-portal"),
    ];
    let saves = saves.map(|(export, key)| {
        view! { <button type="button" class="cdx-button" on:click=move |_| save(export)>{icon("download")} {t(key)}</button> }
    });
    let copies = [(Export::Wikitext, "ui-reports-copy-wikitext"), (Export::Portal, "ui-reports-copy-portal")];
    let copies = copies.map(|(export, key)| {
        view! { <button type="button" class="cdx-button" on:click=move |_| copy(export)>{icon("copy")} {t(key)}</button> }
    });
    let told = move || match outcome.get() {
        None => String::new(),
        Some(Outcome::Saved(name)) => say(&Message::new("ui-reports-saved").with(name)),
        Some(Outcome::NotSaved) => t("ui-reports-not-saved"),
        Some(Outcome::Copied(copied, _)) => t(copied.words()),
    };
    let by_hand = move || match outcome.get() {
        Some(Outcome::Copied(copied, text)) if !copied.is_done() => {
            Some(view! { <TextByHand text label=t("ui-reports-exports")/> })
        }
        _ => None,
    };
    view! {
        <section class="reports__part" aria-labelledby="reports-exports">
            <h2 id="reports-exports">{t("ui-reports-exports")}</h2>
            <p>{t("ui-reports-exports-text")}</p>
            <p class="actions">{saves}</p>
            <p class="actions">{copies}</p>
            <p role="status" prop:textContent=told></p>
            {by_hand}
        </section>
    }
}
