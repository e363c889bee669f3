//! *Copy wikitext*: copies the page to the clipboard, and says clearly whether that worked.

use leptos::html;
use leptos::prelude::*;

use super::copying::copy_page;
use super::next::{Step, Ticks};
use super::output::Outcome;
use crate::browser::focus;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::shortcut::on_shortcut;
use crate::session::OpenDraft;
use crate::session::keys::Shortcut;
use crate::session::page_copy::PageCopy;
use crate::session::remembered::{self, Copied};
use crate::session::scope::Scope;
use crate::session::session;
use crate::session::words::{say, t};
use report::i18n::Message;
use report::wikitext::check_size;

/// The id of the line that says whether the page is copied.
const STATUS: &str = "copy-status";

/// The state of copying the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// The page was not copied since the view was opened, or has changed since.
    Known(Copied),
    /// The page was just copied, or copying it failed.
    Just(PageCopy),
}

/// The action of copying the page, and its state. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Copying {
    scope: Scope,
    ticks: Ticks,
    status: RwSignal<Status>,
    /// The number of times that the writer had to copy by hand.
    by_hand: RwSignal<u32>,
}

impl Copying {
    /// Looks up whether the page was copied, listens for the key, and ticks off the step of copying.
    pub(super) fn begin(outcome: Outcome, ticks: Ticks) -> Self {
        let session = session();
        let id = StoredValue::new(OpenDraft::here().id());
        let status = RwSignal::new(Status::Known(Copied::Never));
        Effect::new(move || {
            let known = outcome.wikitext.with(|written| {
                remembered::copied_page(&session.repository(), &id.get_value(), &written.text)
            });
            status.set(Status::Known(known));
            if known != Copied::Never {
                ticks.set(Step::Copy, known == Copied::Same);
            }
        });
        let copying = Self { scope: Scope::here(), ticks, status, by_hand: RwSignal::new(0) };
        on_shortcut(Shortcut::CopyWikitext, move || copying.copy());
        copying
    }

    /// Copies the page, and shows the result, wherever in the view the writer is. Must be called while a click or a
    /// key is handled.
    pub(super) fn copy(self) {
        copy_page(self.scope, move |copied| {
            let is_same = matches!(
                self.status.get_untracked(),
                Status::Known(Copied::Same) | Status::Just(PageCopy::Done | PageCopy::DoneUndecided)
            );
            self.status.set(Status::Just(copied));
            if !copied.is_done() {
                self.by_hand.update(|count| *count = count.wrapping_add(1));
            } else if !is_same {
                self.ticks.copied_anew();
            }
            request_animation_frame(|| focus::show(STATUS));
        });
    }
}

/// The part that says whether the page is copied, with the wikitext.
#[component]
pub(super) fn Copy(outcome: Outcome, copying: Copying) -> impl IntoView {
    let status = copying.status;
    view! {
        <section class="review__part" aria-labelledby="review-copy">
            <h2 id="review-copy">{t("ui-copy-heading")}</h2>
            <Unfinished/>
            <TooLarge outcome/>
            <div role="status" class="copy__status" id=STATUS>{move || words(status.get())} {move || unowned(outcome, status.get())}</div>
            <Source outcome by_hand=copying.by_hand.read_only()/>
        </section>
    }
}

fn words(status: Status) -> Option<impl IntoView> {
    let (kind, key) = match status {
        Status::Known(Copied::Never) => return None,
        Status::Known(Copied::Same) => (MessageKind::Success, "ui-copied-same"),
        Status::Known(Copied::ChangedSince) => (MessageKind::Notice, "ui-copied-changed"),
        Status::Just(PageCopy::Done | PageCopy::DoneUndecided) => (MessageKind::Success, "ui-copied"),
        Status::Just(PageCopy::Refused) => (MessageKind::Warning, "ui-copy-refused"),
        Status::Just(PageCopy::Silent) => (MessageKind::Warning, "ui-copy-silent"),
    };
    Some(view! {
        <MessageBox kind><span prop:textContent=t(key)></span></MessageBox>
    })
}

/// Words for after copying a page whose title another report has.
fn unowned(outcome: Outcome, status: Status) -> Option<impl IntoView> {
    let is_copied = match status {
        Status::Just(copied) => copied.is_done(),
        Status::Known(copied) => copied == Copied::Same,
    };
    (is_copied && outcome.undecided().is_some()).then(|| {
        view! {
            <MessageBox kind=MessageKind::Warning>{t("ui-copied-undecided")}</MessageBox>
        }
    })
}

/// The note before copying that the report is unfinished. It can be copied all the same.
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

/// The wikitext to look at, unfolded and selected if the browser does not copy and the writer has to.
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
                <p>
                    <strong>{t("ui-review-output")}</strong>
                    " "
                    <span prop:textContent=move || outcome.wikitext.with(|written| say(&written.why))></span>
                </p>
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
