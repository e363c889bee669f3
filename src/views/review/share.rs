//! *Share*: the questions as a message, with or without the answers, or the draft as a file.

use leptos::prelude::*;

use super::fold::Fold;
use crate::browser::files::Shared;
use crate::browser::{clipboard, files};
use crate::components::icon::icon;
use crate::session::OpenDraft;
use crate::session::draft_files;
use crate::session::scope::Scope;
use crate::session::words::t;
use report::draft::{Draft, file};
use report::form::Form;
use report::report::{Report, write_edition};

/// A choice of what to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Questions,
    Answers,
    DraftFile,
}

impl What {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Questions, "ui-share-questions"),
        (Self::Answers, "ui-share-answers"),
        (Self::DraftFile, "ui-share-draft"),
    ];
}

/// The button *Share*, and the choices that it unfolds.
#[component]
pub(super) fn Share() -> impl IntoView {
    let open = OpenDraft::here();
    let status = RwSignal::new(None::<&'static str>);
    let scope = Scope::here();
    let choices = What::ALL.map(|(what, words)| {
        let act = move |_| {
            status.set(None);
            let draft = open.snapshot();
            scope.spawn(share(open.form(), draft, what), move |shown| status.set(shown));
        };
        view! { <li><button type="button" class="cdx-button" on:click=act>{icon("share")} {t(words)}</button></li> }
    });
    view! {
        <section class="review__part review__fold">
            <Fold id="review-share" words="ui-share" symbol="share">
                <p>{t("ui-share-text")}</p>
                <ul class="choices">{choices.collect_view()}</ul>
            </Fold>
            <p role="status" prop:textContent=move || status.get().map(t).unwrap_or_default()></p>
        </section>
    }
}

/// Shares what was chosen, and returns what to say of it where the writer would not see it.
async fn share(form: &'static Form, draft: Draft, what: What) -> Option<&'static str> {
    match what {
        What::Questions => message(&write_edition(&Report::of_texts(form, |_| ""))).await,
        What::Answers => message(&write_edition(&Report::of_draft(form, &draft))).await,
        What::DraftFile => draft_file(&draft).await,
    }
}

/// Shares a text by the share sheet, or copies it to the clipboard. Returns what to say of it.
async fn message(text: &str) -> Option<&'static str> {
    match files::share_text(text).await {
        Shared::Done => Some("ui-share-done"),
        Shared::Cancelled => None,
        Shared::Impossible if clipboard::copy(text).await.is_ok() => Some("ui-share-copied"),
        Shared::Impossible => Some("ui-share-refused"),
    }
}

/// Shares a draft's file by the share sheet, or downloads it. Chromium's sheet takes no `.json`, so the file is offered as `.txt`
/// too: opening a file looks at a file's content, not at its name.
async fn draft_file(draft: &Draft) -> Option<&'static str> {
    let Ok(text) = file::write(std::slice::from_ref(draft)) else { return Some("ui-share-refused") };
    for (extension, content_type) in [("json", "application/json"), ("txt", "text/plain")] {
        match files::share_file(&draft_files::name(draft, extension), content_type, &text).await {
            Shared::Done => return Some("ui-share-done"),
            Shared::Cancelled => return None,
            Shared::Impossible => {}
        }
    }
    match files::save(&draft_files::name(draft, "json"), "application/json", &text).await {
        Ok(()) => Some("ui-share-downloaded"),
        Err(_) => Some("ui-share-refused"),
    }
}
