//! *Copy wikitext*: onto the clipboard, with a clear word whether it worked.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::output::Outcome;
use crate::browser::clipboard;
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::OpenDraft;
use crate::session::remembered::{self, Copied};
use crate::session::scope::Scope;
use crate::session::session;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::store::Reason;
use report::wikitext::check_size;

/// The id of the heading over the copy button.
pub(super) const HEADING: &str = "check-copy";

/// The time after which a browser that was asked to copy counts as silent.
const PATIENCE: Duration = Duration::from_secs(3);

/// The state of copying the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// The button has not been pressed since the view was opened, or the page has changed since.
    Known(Copied),
    /// The page was just copied.
    Done,
    /// The browser refused to copy the page.
    Refused,
    /// The browser was asked to copy the page, and does not answer.
    Silent,
}

/// The part with the button *Copy wikitext*.
#[component]
pub(super) fn Copy(outcome: Outcome) -> impl IntoView {
    let session = session();
    let open = OpenDraft::here();
    let id = StoredValue::new(open.id());
    let text = move || outcome.wikitext.with_untracked(|written| written.text.clone());
    let status = RwSignal::new(Status::Known(Copied::Never));
    Effect::new(move || {
        outcome.wikitext.with(|written| {
            status.set(Status::Known(remembered::copied_page(
                &session.repository(),
                &id.get_value(),
                &written.text,
            )));
        });
    });
    let scope = Scope::here();
    // How often the writer was left to copy by hand.
    let by_hand = RwSignal::new(0_u32);
    let is_unable = move |why| {
        status.set(why);
        by_hand.update(|count| *count = count.wrapping_add(1));
    };
    // How often the button was pressed and how often that was answered: the same where nothing is under way.
    let (pressed, answered) = (StoredValue::new(0_u32), StoredValue::new(0_u32));
    let copy = move |_| {
        let (draft, text) = (open.snapshot(), text());
        pressed.update_value(|count| *count = count.wrapping_add(1));
        let mine = pressed.get_value();
        let late = move || {
            let is_unanswered = pressed.get_value() == mine && answered.get_value() != mine;
            if is_unanswered {
                is_unable(Status::Silent);
            }
        };
        // The view may be gone by then.
        let late = move || scope.try_with(late).unwrap_or_default();
        set_timeout(late, PATIENCE);
        let copied = async move {
            let is_copied = clipboard::copy(&text).await.is_ok();
            if is_copied {
                remembered::note_copied_page(&session.repository(), draft.id(), &text);
                session.keep(vec![draft], Reason::Copy);
            }
            is_copied
        };
        scope.spawn(copied, move |is_copied| {
            answered.set_value(mine);
            if is_copied {
                status.set(Status::Done);
            } else {
                is_unable(Status::Refused);
            }
        });
    };
    view! {
        <section class="check__part" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t("ui-copy-heading")}</h2>
            <Unfinished/>
            <TooLarge outcome/>
            <p class="actions">
                <button
                    type="button"
                    class="cdx-button cdx-button--action-progressive cdx-button--weight-primary cdx-button--size-large"
                    on:click=copy
                >
                    {icon("copy")}
                    {t("ui-copy-wikitext")}
                </button>
            </p>
            <div role="status" class="copy__status">{move || words(status.get())} {move || unowned(outcome, status.get())}</div>
            <Source outcome by_hand=by_hand.read_only()/>
        </section>
    }
}

fn words(status: Status) -> Option<impl IntoView> {
    let (kind, key) = match status {
        Status::Known(Copied::Never) => return None,
        Status::Known(Copied::Same) => (MessageKind::Success, "ui-copied-same"),
        Status::Known(Copied::ChangedSince) => (MessageKind::Notice, "ui-copied-changed"),
        Status::Done => (MessageKind::Success, "ui-copied"),
        Status::Refused => (MessageKind::Warning, "ui-copy-refused"),
        Status::Silent => (MessageKind::Warning, "ui-copy-silent"),
    };
    Some(view! {
        <MessageBox kind><span prop:textContent=t(key)></span></MessageBox>
    })
}

/// Words for after copying a page whose title another report has.
fn unowned(outcome: Outcome, status: Status) -> Option<impl IntoView> {
    let is_copied = matches!(status, Status::Done | Status::Known(Copied::Same));
    (is_copied && outcome.undecided().is_some()).then(|| {
        view! {
            <MessageBox kind=MessageKind::Warning>{t("ui-copied-undecided")}</MessageBox>
        }
    })
}

/// The note before copying that the report is not finished. It can be copied all the same.
#[component]
fn Unfinished() -> impl IntoView {
    let counts = OpenDraft::here().whole();
    view! {
        <Show when=move || counts.get().left() != 0>
            <p prop:textContent=move || say(&Message::new("ui-copy-unfinished").with(counts.get().left()))></p>
        </Show>
    }
}

/// The warning that the wiki would not save the page.
#[component]
fn TooLarge(outcome: Outcome) -> impl IntoView {
    let problem = move || outcome.wikitext.with(|written| check_size(&written.text).err());
    view! {
        {move || problem().map(|problem| view! {
            <MessageBox kind=MessageKind::Warning>{say(&problem.message())}</MessageBox>
        })}
    }
}

/// The wikitext to look at, unfolded and selected where the browser does not copy and the writer does it by hand.
#[component]
fn Source(
    outcome: Outcome,
    /// A count that grows whenever the writer has to copy by hand.
    by_hand: ReadSignal<u32>,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let is_needed = by_hand.get() != 0;
        if let (true, Some(details), Some(field)) = (is_needed, details.get(), field.get()) {
            details.set_open(true);
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <details class="cdx-accordion" node_ref=details>
            <summary>
                <h3 class="cdx-accordion__header">
                    <span class="cdx-accordion__header__title">{t("ui-copy-source")}</span>
                </h3>
            </summary>
            <div class="cdx-accordion__content">
                <div class="cdx-text-area">
                    <textarea
                        class="cdx-text-area__textarea copy__source"
                        readonly
                        rows="12"
                        translate="no"
                        lang="en"
                        dir="ltr"
                        spellcheck="false"
                        aria-label=t("ui-copy-source")
                        node_ref=field
                        prop:value=move || outcome.wikitext.with(|written| written.text.clone())
                    ></textarea>
                </div>
            </div>
        </details>
    }
}
