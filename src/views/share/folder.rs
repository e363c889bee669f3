//! The team folder: chosen in *Share*, with its messages above the report.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::folder::{Folder, FolderError};
use crate::browser::{focus, page};
use crate::components::message::{MessageBox, MessageKind};
use crate::session::scope::Scope;
use crate::session::team_folder::{FolderStage, FolderStatus};
use crate::session::words::{say, t};
use crate::session::{OpenDraft, Session, folder_rounds, session};
use report::i18n::Message;

/// The time from a save to the writing of the own file. A throttle: it does not wait for a pause in typing.
const SOON: Duration = Duration::from_secs(3);

/// The choice of a folder for the open draft, or the state of the one in use.
#[component]
pub(super) fn FolderChoice(session: Session, open: OpenDraft) -> impl IntoView {
    let told = RwSignal::new(None::<Message>);
    let scope = Scope::here();
    // A writer who opens the dialog wants to see the present state.
    folder_rounds::look(session);
    let choose = move |_| {
        told.set(None);
        let chosen = folder_rounds::choose(session, open.snapshot());
        scope.spawn(chosen, move |chosen| match chosen {
            // The button disappears, so the focus moves to the result.
            Ok(true) => focus::soon("#share-folder"),
            Ok(false) => {}
            Err(error) => told.set(Some(words_of(&error, ""))),
        });
    };
    let stop = move |_| {
        scope.spawn(folder_rounds::stop(session), move |()| {
            told.set(Some(Message::new("ui-folder-stopped")));
            focus::soon("#share-folder");
        });
    };
    let is_used = Memo::new(move |_| session.team_folder.status.with(Option::is_some));
    let shown = move || match (is_used.get(), Folder::is_possible()) {
        (true, _) => view! {
            <p>{in_use(session)}</p>
            {status(session, scope)}
            <button type="button" class="cdx-button" on:click=stop>{t("ui-folder-stop")}</button>
        }
        .into_any(),
        (false, true) => view! {
            <p>{t("ui-folder-text")}</p>
            <button type="button" class="cdx-button" on:click=choose>{t("ui-folder-use")}</button>
        }
        .into_any(),
        (false, false) => view! { <p>{t("ui-folder-none")}</p> }.into_any(),
    };
    view! {
        <section class="share__folder" aria-labelledby="share-folder">
            <h3 id="share-folder" tabindex="-1">{t("ui-folder")}</h3>
            {shown}
            <div role="status">{move || told.get().map(|words| view! { <p>{say(&words)}</p> })}</div>
        </section>
    }
}

/// Keeps the folder of the open draft in step as long as the draft is shown, and says above it what has come in and
/// what is wrong. Draws a live region.
#[component]
pub fn FolderNotice() -> impl IntoView {
    let (session, open, scope) = (session(), OpenDraft::here(), Scope::here());
    folder_rounds::begin(session, open.id());
    let looks = page::on_look(move || folder_rounds::look(session));
    let leaves = page::on_leaving(move || folder_rounds::hurry(session));
    let is_waiting = StoredValue::new(false);
    let saved = session.saver().saved();
    Effect::new(move |before: Option<()>| {
        saved.track();
        if before.is_none() || is_waiting.get_value() {
            return;
        }
        is_waiting.set_value(true);
        set_timeout(
            move || {
                scope.try_with(|| {
                    is_waiting.set_value(false);
                    folder_rounds::look(session);
                });
            },
            SOON,
        );
    });
    on_cleanup(move || {
        looks.into_iter().chain(leaves).for_each(WindowListenerHandle::remove);
        folder_rounds::leave(session);
    });
    let came =
        move || session.team_folder.status.with(|status| status.as_ref().map_or(0, |status| status.came));
    let told = move || match came() {
        0 => None,
        came => Some(view! { <p class="quiet">{say(&Message::new("ui-folder-came").with(came))}</p> }),
    };
    let is_wrong = Memo::new(move |_| {
        session.team_folder.status.with(|status| status.as_ref().is_some_and(is_to_be_seen))
    });
    let wrong = move || {
        is_wrong
            .get()
            .then(|| view! { <MessageBox kind=MessageKind::Warning>{status(session, scope)}</MessageBox> })
    };
    // The element exists from the start, so that screen readers announce its content.
    view! { <div role="status" class="team-folder">{told} {wrong}</div> }
}

/// Returns whether the writer of the report should know or do something. That the others' files belong to another
/// report is said only where the folder is chosen: last year's files may stay in it.
fn is_to_be_seen(status: &FolderStatus) -> bool {
    !matches!(status.stage, FolderStage::Looking | FolderStage::Done) || !status.troubles.is_empty()
}

fn in_use(session: Session) -> impl Fn() -> String {
    move || {
        session.team_folder.status.with(|status| {
            let words = |status: &FolderStatus| {
                Message::new("ui-folder-in-use").with(&status.folder).with(&status.file)
            };
            status.as_ref().map(|status| say(&words(status))).unwrap_or_default()
        })
    }
}

/// Draws the state of the folder, and the actions on it.
fn status(session: Session, scope: Scope) -> impl Fn() -> Option<AnyView> {
    move || {
        session.team_folder.status.with(|status| status.as_ref().map(|status| drawn(session, scope, status)))
    }
}

fn drawn(session: Session, scope: Scope, status: &FolderStatus) -> AnyView {
    let is_whole = status.troubles.is_empty() && !status.is_of_others;
    let words = match &status.stage {
        FolderStage::Looking => Some(Message::new("ui-folder-looking")),
        FolderStage::Done => is_whole.then(|| Message::new("ui-folder-done")),
        FolderStage::Asks => Some(Message::new("ui-folder-asks").with(&status.folder)),
        FolderStage::Failed(error) => Some(words_of(error, &status.folder)),
    };
    let can_be_allowed =
        matches!(status.stage, FolderStage::Asks | FolderStage::Failed(FolderError::Forbidden));
    let allow = move |_| scope.spawn(folder_rounds::allow(session), |()| ());
    let others = status.is_of_others.then(|| view! { <p>{t("ui-folder-others")}</p> });
    let troubles: Vec<_> = status
        .troubles
        .iter()
        .map(|(file, trouble)| view! { <li><strong translate="no"><bdi>{file.clone()}</bdi></strong> " " {say(&trouble.message())}</li> })
        .collect();
    view! {
        {words.map(|words| view! { <p>{say(&words)}</p> })}
        {others}
        {(!troubles.is_empty()).then(|| {
            let lead = Message::new("ui-folder-troubles").with(&status.folder).with(troubles.len());
            view! { <p>{say(&lead)}</p> <ul>{troubles}</ul> }
        })}
        {can_be_allowed.then(|| view! {
            <p class="actions"><button type="button" class="cdx-button" on:click=allow>{t("ui-folder-allow")}</button></p>
        })}
    }
    .into_any()
}

fn words_of(error: &FolderError, folder: &str) -> Message {
    match error {
        FolderError::Gone => Message::new("ui-folder-gone").with(folder),
        FolderError::Forbidden => Message::new("ui-folder-forbidden").with(folder),
        FolderError::Full => Message::new("ui-folder-full"),
        FolderError::Broken { name } => Message::new("ui-folder-failed").with(name),
    }
}
