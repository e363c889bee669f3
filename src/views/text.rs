//! The whole report edited as one text: the same draft, for writers who hate forms.
//!
//! The text goes into the draft when typing pauses and when the field or the view is left. The text itself is never
//! replaced while the writer is in it. Text that belongs to no question is reported and kept, and is at the top of the
//! text the next time, until it has a place.

mod apply;
mod edited_text;

use crate::browser::page;
use crate::components::form_text::form_text_with_english;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, session};
use crate::views::import::UnplacedTexts;
use crate::views::write::Bar;
use apply::Applied;
use edited_text::EditedText;
use leptos::html;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use report::form::QuestionId;
use report::i18n::Message;

/// The view in which the whole report is one text.
#[component]
pub fn TextView() -> impl IntoView {
    let open = OpenDraft::here();
    let write = Route::Write { draft: open.id(), question: None }.to_string();
    let (edited, start) = EditedText::begin(session(), open);
    let (field, element, applied) = (edited.field, edited.element, edited.applied);
    let start_on_paper = start.clone();
    // Changes by another tab are shown as soon as the writer is not writing in the field.
    Effect::new(move || {
        open.answers().iter().for_each(|answer| answer.entry.track());
        edited.refresh();
    });
    // The question that *Next unanswered* has led to.
    let here = RwSignal::new(None::<QuestionId>);
    let go = move |question: QuestionId| {
        edited.go_to(&question);
        here.set(Some(question));
    };
    let leaving = page::on_leaving(move || edited.page_left());
    // A control's value is set a moment after the control is made.
    request_animation_frame(move || drop(element.try_set_value(field.try_get_untracked().flatten())));
    on_cleanup(move || {
        leaving.into_iter().for_each(WindowListenerHandle::remove);
        edited.view_left();
    });
    view! {
        <View heading=t("ui-edit-as-text") class="text">
            <p><a href=write>{t("ui-back-to-questions")}</a></p>
            <p id="text-help">{t("ui-text-help")}</p>
            <AppliedMessage applied/>
            <div class="cdx-text-area">
                <textarea
                    class="cdx-text-area__textarea text__field"
                    aria-label=t("ui-text-field")
                    aria-describedby="text-help"
                    translate="no"
                    lang="en"
                    dir="auto"
                    node_ref=field
                    prop:value=start
                    on:input=move |event| edited.typed(event_target_value(&event))
                    on:keydown=move |_| edited.key()
                    on:paste=move |event| edited.paste(&event)
                    on:change=move |_| edited.settle()
                    on:blur=move |_| edited.settle()
                ></textarea>
            </div>
            <Paper text=start_on_paper element/>
            <Bar here go settle=move || edited.settle()/>
        </View>
    }
}

/// The text on paper: browsers print only the visible part of a field.
#[component]
fn Paper(
    /// The text as the view begins.
    text: String,
    /// The field, once it is on the page.
    element: StoredValue<Option<web_sys::HtmlTextAreaElement>, LocalStorage>,
) -> impl IntoView {
    let paper = NodeRef::<html::Div>::new();
    let print = window_event_listener_untyped("beforeprint", move |_| {
        if let (Some(paper), Some(field)) = (paper.get_untracked(), element.get_value()) {
            paper.set_text_content(Some(&field.value()));
        }
    });
    on_cleanup(move || print.remove());
    view! { <div class="text__paper" translate="no" lang="en" dir="auto" node_ref=paper prop:textContent=text></div> }
}

/// The message about text that has no place, and about questions that the text has lost.
#[component]
fn AppliedMessage(applied: RwSignal<Applied>) -> impl IntoView {
    let open = OpenDraft::here();
    view! { <div role="status">{move || applied.with(|applied| unplaced(open, applied))}</div> }
}

/// Draws the text that has no place; nothing if all of it has one.
fn unplaced(open: OpenDraft, applied: &Applied) -> AnyView {
    let refused = applied.refused.iter().map(|why| {
        let words = say(why);
        view! {
            <MessageBox kind=MessageKind::Warning>{words}</MessageBox>
        }
    });
    let missing = (!applied.missing.is_empty()).then(|| missing(open, &applied.missing));
    view! {
        {refused.collect_view()}
        {missing}
        <UnplacedTexts form=open.form() unplaced=applied.unplaced.clone()/>
    }
    .into_any()
}

/// Draws the names of the questions that the text has lost.
fn missing(open: OpenDraft, missing: &[QuestionId]) -> AnyView {
    let words = say(&Message::new("ui-text-missing").with(missing.len()));
    let questions = missing.iter().filter_map(|id| open.form().question(id.as_str()));
    let names = questions
        .map(|question| view! { <li>{form_text_with_english(form_words::wording(&question.text))}</li> });
    view! {
        <details class="cdx-accordion" open>
            <summary>
                <h2 class="cdx-accordion__header"><span class="cdx-accordion__header__title">{words}</span></h2>
            </summary>
            <ul class="cdx-accordion__content">{names.collect_view()}</ul>
        </details>
    }
    .into_any()
}
