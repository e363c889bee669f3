//! A report of a form that this version does not know: its answers to read, the report as a file, and a link to the
//! form in use.

use leptos::prelude::*;

use crate::browser::{clock, nfc, random};
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::form_words;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{draft_files, next_report, session};
use report::draft::{Draft, DraftId};
use report::i18n::Message;
use report::store::LoadError;

/// The view of a report of an unknown form.
#[component]
pub fn OtherForm(
    /// The report.
    draft: Draft,
) -> impl IntoView {
    let session = session();
    let (id, form) = (draft.id().clone(), session.form());
    let scope = Scope::here();
    let refused = RwSignal::new(None::<Message>);
    let save = move |_| {
        let id = id.clone();
        let saved = async move {
            // Loaded again with the durable store's part: this may be the only copy, so nothing may be missing.
            let draft = session.repository().load(&id, &nfc).await?;
            draft_files::save_draft(session, draft).await;
            Ok(())
        };
        scope.spawn(saved, move |saved: Result<(), LoadError>| {
            refused.set(saved.err().map(|error| error.message()));
        });
    };
    let id = draft.id().clone();
    let go_over = move |_| {
        let id = id.clone();
        let loaded = async move { session.repository().load(&id, &nfc).await };
        scope.spawn(loaded, move |loaded| match loaded {
            Ok(draft) => {
                let copy = draft.with_id(DraftId::from_random(random::bits()));
                next_report::open(session, copy.moved(None, form, clock::now()));
            }
            Err(error) => refused.set(Some(error.message())),
        });
    };
    let answers = draft.answers().iter().filter(|(_, entry)| !entry.text().trim().is_empty());
    let answers: Vec<_> = answers
        .map(|(question, entry)| {
            let words = form.question(question.as_str()).map_or(question.as_str(), |question| &question.text);
            let (words, text) = (words.to_owned(), entry.text().to_owned());
            view! { <dt translate="no" dir="auto">{words}</dt> <dd translate="no" dir="auto" class="unplaced__text">{text}</dd> }
        })
        .collect();
    let stays = answers.len();
    let why = say(&Message::new("ui-form-unknown").with(draft.form()));
    let offer = say(&Message::new("ui-meta-form-move-text")
        .with(form_words::form_name(&form.name).shown)
        .with(&form.id));
    view! {
        <View heading=t("ui-draft-not-shown") class="draft-not-shown">
            <MessageBox kind=MessageKind::Warning>{why}</MessageBox>
            <p>{offer}</p>
            <p class="actions">
                <button type="button" class="cdx-button" on:click=go_over>{t("ui-meta-form-move")}</button>
                <button type="button" class="cdx-button" on:click=save>{t("ui-download")}</button>
                <a href=Route::Home.to_string()>{t("ui-all-reports")}</a>
            </p>
            {move || refused.get().map(|why| view! { <p role="alert">{say(&why)}</p> })}
            {(stays != 0).then(|| view! { <h2>{t("ui-meta-form-answers")}</h2> <dl>{answers}</dl> })}
        </View>
    }
}
