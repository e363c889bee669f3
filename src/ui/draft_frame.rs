//! Around all views of one draft: loads it, and says so where that fails.

use leptos::prelude::*;

use super::check::Check;
use super::open::OpenView;
use super::put_aside::PutAside;
use super::session::session;
use super::state::OpenDraft;
use super::text::TextView;
use super::view::View;
use super::words::{say, t};
use super::write::Write;
use crate::browser::{download, nfc, page};
use crate::draft::DraftId;
use crate::form::Form;
use crate::i18n::Message;
use crate::route::{Purpose, Route};
use crate::storage::LoadError;

/// A draft's views, by route. The draft stays open while one goes from one to the other.
#[component]
pub fn DraftFrame(
    /// Which draft.
    id: DraftId,
) -> impl IntoView {
    let session = session();
    let draft = match session.drafts().load(&id, &nfc) {
        Ok(draft) => draft,
        Err(error) => return failed(&id, &error).into_any(),
    };
    let Some(form) = Form::by_id(draft.form()) else {
        return unreadable(&id, &say(&Message::new("ui-form-unknown").with(draft.form())), None).into_any();
    };
    let open = OpenDraft::new(form, draft, session.saver());
    provide_context(open);
    provide_context(PutAside::default());
    session.open.set(Some(open));
    on_cleanup(move || {
        session.saver().flush();
        session.open.set(None);
        session.elsewhere.set(false);
    });
    let part = Memo::new(move |_| Part::of(&session.route.get()));
    (move || match part.get() {
        Part::Write => view! { <Write/> }.into_any(),
        Part::Text => view! { <TextView/> }.into_any(),
        Part::Check => view! { <Check/> }.into_any(),
        Part::Open(draft) => view! { <OpenView purpose=Purpose::Into { draft }/> }.into_any(),
    })
    .into_any()
}

#[derive(Clone, PartialEq)]
enum Part {
    Write,
    Text,
    Check,
    Open(DraftId),
}

impl Part {
    fn of(route: &Route) -> Self {
        match route {
            Route::Text { .. } => Self::Text,
            Route::Check { .. } => Self::Check,
            Route::Open(Purpose::Into { draft }) => Self::Open(draft.clone()),
            _ => Self::Write,
        }
    }
}

fn failed(id: &DraftId, error: &LoadError) -> AnyView {
    let why = say(&error.message());
    match error {
        LoadError::Unreadable { text, .. } => unreadable(id, &why, Some(text.clone())).into_any(),
        LoadError::Slot { text, .. } => unreadable(id, &why, Some(text.clone())).into_any(),
        LoadError::InTrash => in_trash(id.clone(), why).into_any(),
        LoadError::Missing | LoadError::Fault(_) => unreadable(id, &why, None).into_any(),
    }
}

/// Says why a draft is not shown, and offers its record as it is.
fn unreadable(id: &DraftId, why: &str, record: Option<String>) -> impl IntoView {
    let name = format!("{id}.json");
    let offer = record.map(|record| {
        let save = move |_| drop(download::save(&name, "application/json", &record));
        view! { <button type="button" class="cdx-button" on:click=save>{t("ui-download-record")}</button> }
    });
    not_shown(why.to_owned(), offer)
}

/// Offers to take a draft out of the trash.
fn in_trash(id: DraftId, why: String) -> impl IntoView {
    let session = session();
    let restore = move |_| {
        // Where the storage refuses, the draft stays where it is, and so does this page.
        if session.drafts().restore(&id, &nfc).is_ok() {
            page::reload();
        }
    };
    let offer =
        view! { <button type="button" class="cdx-button" on:click=restore>{t("ui-restore")}</button> };
    not_shown(why, Some(offer))
}

fn not_shown(why: String, offer: impl IntoView + 'static) -> impl IntoView {
    view! {
        <View heading=t("ui-draft-not-shown") class="draft-not-shown">
            <div class="cdx-message cdx-message--block cdx-message--error">
                <span class="cdx-message__icon"></span>
                <div class="cdx-message__content">{why}</div>
            </div>
            <p class="actions">{offer} <a href=Route::Home.to_string()>{t("ui-all-reports")}</a></p>
        </View>
    }
}
