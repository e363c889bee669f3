//! Asks the writer what to do if another tab has put the open draft into the trash.

use leptos::prelude::*;

use crate::browser::{address, clock, focus, nfc};
use crate::components::message::{MessageBox, MessageKind};
use crate::route::Route;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, Session, session};
use report::draft::DraftId;
use report::i18n::Message;
use report::store::Fault;

/// The message above each view of the open draft, and the two ways on.
#[component]
pub(super) fn Trashed() -> impl IntoView {
    let session = session();
    let refused = RwSignal::new(None::<Message>);
    let scope = Scope::here();
    let decide = move |is_kept: bool| {
        session.saver().flush();
        let Some(id) = session.open.with_untracked(|open| open.map(OpenDraft::id)) else { return };
        scope.spawn(decided(session, id, is_kept), move |done| match done {
            Ok(()) => {
                session.settle_trash();
                session.saver().note_open_written();
                if is_kept {
                    focus::heading();
                } else {
                    address::go(&Route::Home);
                }
            }
            Err(fault) => refused.set(Some(fault.message())),
        });
    };
    let message = move || {
        view! {
            <MessageBox kind=MessageKind::Warning>
                <p>{t("ui-trashed-elsewhere")}</p>
                <p class="actions">
                    <button type="button" class="cdx-button" on:click=move |_| decide(true)>{t("ui-trashed-keep")}</button>
                    <button type="button" class="cdx-button" on:click=move |_| decide(false)>{t("ui-trashed-leave")}</button>
                </p>
                {move || refused.get().map(|why| view! { <p role="alert">{say(&why)}</p> })}
            </MessageBox>
        }
    };
    // The element exists from the start, so that screen readers announce its content.
    view! { <div role="status" class="trashed">{move || session.trashed.get().then(message)}</div> }
}

/// Takes a draft out of the trash, or puts it there again, as typing may have taken it out.
async fn decided(session: Session, id: DraftId, is_kept: bool) -> Result<(), Fault> {
    let repository = session.repository();
    if is_kept {
        repository.restore(&id, clock::now(), &nfc).await
    } else {
        repository.discard(&id, clock::now(), &nfc).await
    }
}
