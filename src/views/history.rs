//! The revisions of a report: to look at, to compare with its present state, and to go back to.

use leptos::prelude::*;

use crate::browser::{clock, focus, nfc};
use crate::components::difference::Difference;
use crate::components::form_text::form_text_with_english;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::locale;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{Session, draft_now, session};
use report::draft::{Draft, DraftError, DraftId};
use report::i18n::Message;
use report::store::{Fault, LoadError, Reason, Revision};

/// The revision that is looked at, if any.
#[derive(Clone)]
enum Looked {
    No,
    At(Revision, Box<Draft>),
    Failed(LoadError),
}

/// The outcome of putting a revision back.
#[derive(Clone)]
enum Outcome {
    Done,
    Failed(NotPutBack),
}

impl Outcome {
    fn kind(&self) -> MessageKind {
        match self {
            Self::Done => MessageKind::Success,
            Self::Failed(_) => MessageKind::Error,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Done => t("ui-history-restored"),
            Self::Failed(why) => say(&why.message()),
        }
    }
}

/// The reason why a revision was not put back. The report is unchanged then.
#[derive(Clone, Debug, PartialEq)]
enum NotPutBack {
    /// The report cannot be read any more.
    NotLoaded(LoadError),
    /// The present state could not be kept, so that there would be no way back to it.
    NotKept(Fault),
    /// The revision passes a limit.
    Refused(DraftError),
}

impl NotPutBack {
    fn message(&self) -> Message {
        match self {
            Self::NotLoaded(error) => error.message(),
            Self::NotKept(fault) => Message::new("ui-history-not-kept").with(say(&fault.message())),
            Self::Refused(error) => error.message(),
        }
    }
}

/// The view *Earlier versions*.
#[component]
pub fn HistoryView() -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let looked = RwSignal::new(Looked::No);
    let outcome = RwSignal::new(None::<Outcome>);
    let id = open.id();
    let write = Route::Write { draft: id.clone(), question: None }.to_string();
    let past = LocalResource::new(move || {
        // Putting a revision back adds another one.
        outcome.track();
        let (repository, id) = (session.repository(), id.clone());
        async move { repository.history(&id).await }
    });
    view! {
        <View heading=t("ui-history") class="history">
            <p class="actions"><a href=write>{t("ui-back-to-questions")}</a></p>
            <p>{t("ui-history-text")}</p>
            <div role="status" class="history__told">{move || outcome.get().map(|outcome| view! {
                <MessageBox kind={outcome.kind()}>{outcome.words()}</MessageBox>
            })}</div>
            {move || match past.get() {
                None => ().into_any(),
                Some(Err(fault)) => view! { <p class="quiet">{say(&fault.message())}</p> }.into_any(),
                Some(Ok(revisions)) if revisions.is_empty() => view! { <p class="quiet">{t("ui-history-none")}</p> }.into_any(),
                Some(Ok(revisions)) => list(session, revisions, looked),
            }}
            {move || match looked.get() {
                Looked::No => ().into_any(),
                Looked::Failed(error) => view! { <p role="alert">{say(&error.message())}</p> }.into_any(),
                Looked::At(revision, draft) => view! { <Compared revision draft=*draft looked outcome/> }.into_any(),
            }}
        </View>
    }
}

fn list(session: Session, revisions: Vec<Revision>, looked: RwSignal<Looked>) -> AnyView {
    let rows = revisions.into_iter().map(move |revision| {
        let when = locale::date_time(revision.at);
        let why = say(&Message::new(match revision.why {
            Reason::Import => "ui-history-import",
            Reason::Merge => "ui-history-merge",
            Reason::Choice => "ui-history-choice",
            Reason::Copy => "ui-history-copy",
            Reason::Hourly => "ui-history-hourly",
            Reason::Restore => "ui-history-restore-before",
        }));
        let label = say(&Message::new("ui-history-look-named").with(&when));
        let at = revision.at.to_string();
        let (scope, id) = (Scope::here(), OpenDraft::here().id());
        let look = move |_| {
            let (repository, id, revision) = (session.repository(), id.clone(), revision.clone());
            let found = async move {
                let found = repository.revision(&id, &revision, &nfc).await;
                found.map_or_else(Looked::Failed, |draft| Looked::At(revision, Box::new(draft)))
            };
            scope.spawn(found, move |found| {
                looked.set(found);
                focus::soon("#history-moment");
            });
        };
        view! {
            <li class="row">
                <span class="row__text"><time class="row__time" datetime=at>{when}</time> " " <span class="quiet">{why}</span></span>
                <button type="button" class="cdx-button" aria-label=label on:click=look>{t("ui-history-look")}</button>
            </li>
        }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// Puts a report back to an earlier state, after keeping its present one, so that this can be undone, too. In the report's
/// history it is an edit like any other.
async fn put_back(session: Session, id: DraftId, past: Draft) -> Result<(), NotPutBack> {
    let repository = session.repository();
    let mut kept = draft_now::load(session, &id).await.map_err(NotPutBack::NotLoaded)?;
    loop {
        repository.keep(&kept, Reason::Restore, clock::now()).await.map_err(NotPutBack::NotKept)?;
        let now = draft_now::load(session, &id).await.map_err(NotPutBack::NotLoaded)?;
        if now == kept {
            break;
        }
        // The draft was changed meanwhile: this state is kept as well.
        kept = now;
    }
    let restored = repository.restored(&kept, &past, &nfc, clock::now()).map_err(NotPutBack::Refused)?;
    draft_now::replace(session, restored);
    Ok(())
}

/// The differences between a revision and the present report, question by question, and the way back.
#[component]
fn Compared(
    revision: Revision,
    draft: Draft,
    looked: RwSignal<Looked>,
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let when = locale::date_time(revision.at);
    let changed: Vec<_> = open
        .answers()
        .into_iter()
        .filter_map(|answer| {
            let now = answer.entry.with_untracked(|entry| entry.text().to_owned());
            let then = draft.text(answer.question.id.as_str()).to_owned();
            (now != then).then_some((answer.question, then, now))
        })
        .collect();
    let same = changed.is_empty().then(|| view! { <p>{t("ui-history-same")}</p> });
    let rows = changed.into_iter().map(|(question, then, now)| {
        view! {
            <h3>{form_text_with_english(form_words::wording(&question.text))}</h3>
            <Difference first=then second=now/>
        }
    });
    let scope = Scope::here();
    let go_back = move |_| {
        scope.spawn(put_back(session, open.id(), draft.clone()), move |done| match done {
            Ok(()) => {
                outcome.set(Some(Outcome::Done));
                looked.set(Looked::No);
                focus::soon("main h1");
            }
            Err(why) => outcome.set(Some(Outcome::Failed(why))),
        });
    };
    view! {
        <section class="history__compared" aria-labelledby="history-moment">
            <h2 id="history-moment" tabindex="-1">{say(&Message::new("ui-history-then").with(when))}</h2>
            <p class="quiet">{t("ui-history-legend")}</p>
            {same}
            {rows.collect_view()}
            <p class="actions">
                <button type="button" class="cdx-button cdx-button--action-progressive" on:click=go_back>{t("ui-history-restore")}</button>
            </p>
        </section>
    }
}
