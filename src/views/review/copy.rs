//! *Copy wikitext*: onto the clipboard, with a clear word whether it worked.

use leptos::html;
use leptos::prelude::*;

use super::copying::copy_page;
use super::output::Outcome;
use crate::browser::focus;
use crate::components::icon::icon;
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

/// The id of the heading over the copy button.
pub(super) const HEADING: &str = "review-copy";

/// The id of the line that says whether the page is copied.
const STATUS: &str = "copy-status";

/// The state of copying the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// The page was not copied since the view was opened, or has changed since.
    Known(Copied),
    /// The page was just copied, or should have been.
    Just(PageCopy),
}

/// The part with the button *Copy wikitext*.
#[component]
pub(super) fn Copy(outcome: Outcome) -> impl IntoView {
    let session = session();
    let id = StoredValue::new(OpenDraft::here().id());
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
    let told = move |copied| {
        status.set(Status::Just(copied));
        if !copied.is_done() {
            by_hand.update(|count| *count = count.wrapping_add(1));
        }
    };
    // Whoever copies by a key may be anywhere in the view.
    let told_by_key = move |copied| {
        told(copied);
        request_animation_frame(|| focus::show(STATUS));
    };
    on_shortcut(Shortcut::CopyWikitext, move || copy_page(scope, told_by_key));
    view! {
        <section class="review__part" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t("ui-copy-heading")}</h2>
            <Unfinished/>
            <TooLarge outcome/>
            <p class="actions">
                <button
                    type="button"
                    class="cdx-button cdx-button--action-progressive cdx-button--weight-primary cdx-button--size-large"
                    on:click=move |_| copy_page(scope, told)
                >
                    {icon("copy")}
                    {t("ui-copy-wikitext")}
                </button>
            </p>
            <div role="status" class="copy__status" id=STATUS>{move || words(status.get())} {move || unowned(outcome, status.get())}</div>
            <Source outcome by_hand=by_hand.read_only()/>
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
