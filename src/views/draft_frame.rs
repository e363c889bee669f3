//! The frame around all views of one draft: opens the draft, and says so if that fails.

use leptos::prelude::*;

use super::conflicts::Choices;
use super::paper::Paper;
use super::trashed::Trashed;
use super::write::Write;
use crate::browser::task::spawn_for_page;
use crate::browser::{clock, files, nfc};
use crate::components::late;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::{Purpose, Route};
use crate::session::OpenDraft;
use crate::session::remembered::Dismissed;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{Session, session, sync};
use report::draft::{Draft, DraftId};
use report::i18n::Message;
use report::store::{Fault, LoadError};

/// The time after which a durable store that does not answer is asked again, in milliseconds.
const AGAIN: u32 = 5000;

/// The stage that opening a draft has reached.
#[derive(Clone)]
enum Opened {
    /// The draft is not in `localStorage`, or not readable there; the durable store is being asked.
    Looking,
    /// The draft is open; the flag says whether the durable store's part is merged already.
    Draft(Box<Draft>, bool),
    /// The draft is in neither store, or cannot be opened.
    Failed(LoadError),
}

/// A draft's views, by route. The draft stays open while the writer goes from one to another.
///
/// The state in `localStorage` is shown at once; the durable store's is merged when it arrives.
#[component]
pub fn DraftFrame(
    /// The draft to show.
    id: DraftId,
) -> impl IntoView {
    let session = session();
    let opened = RwSignal::new(match session.repository().open(&id, &nfc) {
        Ok(draft) => Opened::Draft(Box::new(draft), false),
        Err(LoadError::Missing | LoadError::Fault(_)) => {
            let begun = session.begun_report(&id);
            begun.map_or(Opened::Looking, |draft| Opened::Draft(Box::new(draft), false))
        }
        Err(_) => Opened::Looking,
    });
    let left = id.clone();
    on_cleanup(move || {
        session.saver().leave(&left);
        session.open.set(None);
        session.elsewhere.set(false);
        session.conflicts.set(Vec::new());
        session.trashed.set(false);
        // The dialog is about the draft that was open before.
        session.sharing.shown.set(false);
        session.tabs().closed();
        session.repository().close(&left);
    });
    let shown_id = id.clone();
    Effect::new(move || {
        session.forms.reopened.track();
        // The draft is opened again once, and only if it is shown.
        let reopened = session.forms.reopened.try_update_untracked(Option::take).flatten();
        if let Some(draft) = reopened.filter(|draft| *draft.id() == shown_id) {
            opened.set(Opened::Draft(Box::new(draft), true));
        }
    });
    let asked = id.clone();
    spawn_for_page(complete(Scope::here(), session, asked, opened));
    move || match opened.get() {
        Opened::Looking => view! { <p class="quiet" role="status">{t("ui-opening-report")}</p> }.into_any(),
        Opened::Draft(draft, whole) => shown(session, *draft, whole),
        Opened::Failed(error) => failed(&id, &error),
    }
}

/// Merges the durable store's part into a draft, and removes what is not needed any more.
async fn complete(scope: Scope, session: Session, id: DraftId, opened: RwSignal<Opened>) {
    let repository = session.repository();
    let mut fetched = repository.fetch(&id, &nfc).await;
    let find_it = |fetched: &Result<bool, Fault>| {
        let is_to_find = opened.with_untracked(|opened| !matches!(opened, Opened::Draft(..)));
        if is_to_find {
            find(session, &id, opened, fetched);
        }
        is_to_find
    };
    while scope.try_with(|| find_it(&fetched)) == Some(true) {
        if fetched != Err(Fault::Silent) {
            break;
        }
        clock::wait(AGAIN).await;
        fetched = repository.fetch(&id, &nfc).await;
    }
    scope.try_with(|| {
        if fetched == Ok(true) {
            sync::absorb(session);
        }
        session.saver().opened(&id);
        // Fetching has shown what the durable store lacks.
        session.saver().settle();
        let id = id.clone();
        session.late.then(move |parts| {
            // The writer may have left the draft meanwhile.
            if session.open.with_untracked(|open| open.is_some_and(|open| open.id() == id)) {
                (parts.tidy)(session.repository(), id);
            }
        });
    });
}

/// Opens a draft that only the durable store may have, once that has answered, or says why that failed.
fn find(session: Session, id: &DraftId, opened: RwSignal<Opened>, fetched: &Result<bool, Fault>) {
    let found = match (session.repository().open(id, &nfc), fetched) {
        (Ok(draft), _) => Opened::Draft(Box::new(draft), true),
        // A durable store that exists may well have the draft.
        (Err(LoadError::Missing), Err(fault)) if *fault != Fault::Blocked => {
            Opened::Failed(fault.clone().into())
        }
        (Err(error), _) => Opened::Failed(error),
    };
    let is_told = opened.with_untracked(|opened| match (opened, &found) {
        (Opened::Failed(shown), Opened::Failed(error)) => shown == error,
        _ => false,
    });
    if !is_told {
        opened.set(found);
    }
}

fn shown(session: Session, draft: Draft, whole: bool) -> AnyView {
    let id = draft.id().clone();
    let Some(form) = session.form_of(&draft) else {
        return late::view(move |parts| (parts.other_form)(draft.clone()));
    };
    let open = OpenDraft::new(form, draft, session.saver(), session.late);
    if whole {
        session.saver().opened(&id);
    }
    provide_context(open);
    provide_context(Dismissed::load(session.repository(), &id));
    session.open.set(Some(open));
    session.settle_trash();
    session.look_for_conflicts();
    session.tabs().opened(&id);
    let part = Memo::new(move |_| Part::of(&session.route.get()));
    view! {
        <Trashed/>
        <Choices/>
        {late::part(|parts| (parts.team_folder)())}
        {move || match part.get() {
            Part::Write => view! { <Write/> }.into_any(),
            Part::Text => late::view(|parts| (parts.text)()),
            Part::Review => late::view(|parts| (parts.review)()),
            Part::History => late::view(|parts| (parts.history)()),
            Part::Meeting => late::view(|parts| (parts.meeting)()),
            Part::Changes => late::view(|parts| (parts.changes)()),
            Part::Import(draft) => late::view(move |parts| (parts.import)(Purpose::Into { draft: draft.clone() })),
        }}
        <Paper/>
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
enum Part {
    Write,
    Text,
    Review,
    History,
    Changes,
    Meeting,
    Import(DraftId),
}

impl Part {
    fn of(route: &Route) -> Self {
        match route {
            Route::Text { .. } => Self::Text,
            Route::Review { .. } => Self::Review,
            Route::History { .. } => Self::History,
            Route::Changes { .. } => Self::Changes,
            Route::Meeting { .. } => Self::Meeting,
            Route::Import(Purpose::Into { draft }) => Self::Import(draft.clone()),
            _ => Self::Write,
        }
    }
}

fn failed(id: &DraftId, error: &LoadError) -> AnyView {
    let why = say(&error.message());
    match error {
        LoadError::Unreadable { text, .. } | LoadError::Slot { text, .. } => {
            unreadable(id, &why, Some(text.clone()).filter(|text| !text.is_empty()))
        }
        LoadError::InTrash => in_trash(id.clone(), why),
        LoadError::Missing | LoadError::Fault(_) => unreadable(id, &why, None),
    }
}

/// Draws the message why a draft is not shown, with its record unchanged.
fn unreadable(id: &DraftId, why: &str, record: Option<String>) -> AnyView {
    let name = format!("{id}.json");
    let offer = record.map(|record| {
        let save = move |_| files::offer(name.clone(), "application/json", record.clone());
        view! { <button type="button" class="cdx-button" on:click=save>{t("ui-download-record")}</button> }
    });
    not_shown(why.to_owned(), offer)
}

/// Draws the offer to take a draft out of the trash.
fn in_trash(id: DraftId, why: String) -> AnyView {
    let session = session();
    let scope = Scope::here();
    let refused = RwSignal::new(None::<Message>);
    let restore = move |_| {
        let id = id.clone();
        refused.set(None);
        let restored = async move { session.repository().restore(&id, clock::now(), &nfc).await };
        scope.spawn(restored, move |restored| match restored {
            Ok(()) => crate::browser::page::reload(),
            Err(fault) => refused.set(Some(fault.message())),
        });
    };
    let offer = view! {
        <button type="button" class="cdx-button" on:click=restore>{t("ui-restore")}</button>
        {move || refused.get().map(|why| view! { <span role="alert">{say(&why)}</span> })}
    };
    not_shown(why, Some(offer))
}

fn not_shown(why: String, offer: Option<impl IntoView + 'static>) -> AnyView {
    view! {
        <View heading=t("ui-draft-not-shown") class="draft-not-shown">
            <MessageBox kind=MessageKind::Error>{why}</MessageBox>
            <p class="actions">{offer} <a href=Route::Home.to_string()>{t("ui-all-reports")}</a></p>
        </View>
    }
    .into_any()
}
