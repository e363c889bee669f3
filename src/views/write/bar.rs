//! The bar at the bottom: how far the report is, what is next, and the way to the page. It hides while a touch
//! screen's keyboard is shown.

use leptos::html;
use leptos::prelude::*;

use super::copy_by_key::CopyByKey;
use super::states;
use crate::browser::screen;
use crate::components::bar_height;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::words::{say, t};
use report::checks::{Counts, State};
use report::form::QuestionId;
use report::i18n::Message;

/// The id of the link that leads on to the page.
pub(super) const REVIEW: &str = "to-review";

/// The bar at the bottom of a view in which a report is written.
#[component]
pub fn Bar(
    /// The question that the writer is at.
    #[prop(into)]
    here: Signal<Option<QuestionId>>,
    /// Leads to a question.
    go: impl Fn(QuestionId) + Copy + Send + Sync + 'static,
    /// Puts text that is typed but not in the draft yet into it.
    settle: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let open = OpenDraft::here();
    let whole = open.whole();
    let typing = RwSignal::new(false);
    StoredValue::new_local(screen::on_keyboard(move |is_open| typing.set(is_open)));
    let element = NodeRef::<html::Div>::new();
    let is_high = bar_height::is_too_high(element);
    let done = Memo::new(move |_| whole.get().left() == 0);
    let count = move || count(whole.get());
    let next = move |_| {
        if let Some(question) = open.next(here.get_untracked().as_ref()) {
            go(question);
        }
    };
    view! {
        <div class="bar" class:bar--hidden=typing class:bar--still=is_high node_ref=element>
            <div class="bar__row">
                <Progress counts=whole/>
                <p class="bar__count" prop:textContent=count></p>
                <div class="bar__buttons">
                <Show
                    when=move || done.get()
                    fallback=move || view! {
                        <button type="button" class="cdx-button" on:click=next>{move || t(next_words(whole.get()))}</button>
                    }
                >
                    <p class="bar__done" prop:textContent=move || say(&Message::new("ui-all-done").with(whole.get().total()))></p>
                </Show>
                <a
                    class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled cdx-button--action-progressive cdx-button--weight-primary"
                    id=REVIEW
                    href=Route::Review { draft: open.id() }.to_string()
                >
                    {t("ui-review")}
                </a>
                </div>
            </div>
            <Completed/>
            <CopyByKey settle/>
        </div>
    }
}

/// Returns the words for going to the next question: if none is empty, the ones left have answers to check.
fn next_words(counts: Counts) -> &'static str {
    if counts.of(State::Empty) == 0 && counts.of(State::CarriedOver) > 0 {
        "ui-next-to-check"
    } else {
        "ui-next-unanswered"
    }
}

/// Writes how many questions are done, answered or not applicable, out of all: "20 of 30".
fn count(counts: Counts) -> String {
    say(&Message::new("ui-count").with(counts.done()).with(counts.total()))
}

/// The counts as a bar: done is solid, carried over hatched, marked for later outlined.
#[component]
fn Progress(counts: Memo<Counts>) -> impl IntoView {
    let text = move || {
        let counts = counts.get();
        say(&Message::new("ui-count-answered").with(counts.done()).with(counts.total()))
    };
    let shown = [State::Answered, State::NotApplicable, State::CarriedOver, State::Later, State::Empty];
    let parts = shown.map(|state| {
        let share = Memo::new(move |_| counts.get().of(state).to_string());
        view! { <span class=format!("progress__part mark--{}", states::class(state)) style:flex-grow=share></span> }
    });
    view! {
        <div
            class="progress"
            role="progressbar"
            aria-label=t("ui-progress")
            aria-valuemin="0"
            aria-valuemax=move || counts.get().total()
            aria-valuenow=move || counts.get().done()
            aria-valuetext=text
        >
            {parts.collect_view()}
        </div>
    }
}

/// A line for screen readers that says when a section, or the whole report, has become complete, and nothing else.
#[component]
fn Completed() -> impl IntoView {
    let open = OpenDraft::here();
    let words = RwSignal::new(String::new());
    for (section, counts) in open.form().sections.iter().zip(open.sections()) {
        Effect::new(move |before: Option<bool>| {
            let complete = counts.get().left() == 0;
            if before == Some(false) && complete {
                words.set(format!("{}: {}", form_words::heading(&section.title).shown, t("ui-section-done")));
            }
            complete
        });
    }
    view! { <p class="off-screen" role="status" prop:textContent=move || words.get()></p> }
}
