//! Editing the whole report as one text: the same draft, for those who hate forms.
//!
//! What one types goes into the draft while typing pauses and when the field or the view is left. The text itself is
//! never written over while one is here. What belongs to no question is reported, kept, and stands on top of the text
//! the next time, until it has a place.

mod apply;

use std::time::Duration;

use crate::browser::text_control::TextControl;
use crate::browser::{nfc, page, typing};
use crate::components::form_text::form_text_with_english;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::form_words;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, Session, session};
use crate::views::import::Unplaceds;
use crate::views::write::Bar;
use apply::Applied;
use leptos::html;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use report::draft::DraftId;
use report::form::QuestionId;
use report::i18n::Message;
use report::import::Importer;
use report::report::write_edition;
use report::store::key::{self, Beside};

/// The pause in typing after which the text is read.
const PAUSE: Duration = Duration::from_millis(600);

/// The view in which the whole report is one text.
#[component]
pub fn TextView() -> impl IntoView {
    let session = session();
    let open = OpenDraft::here();
    let id = open.id();
    let kept = load_unplaced(session, &id);
    let edition = untrack(|| write_edition(&open.report()));
    let start = with_kept(&kept, edition);
    let said = StoredValue::new(apply::said(open));
    let importer = StoredValue::new(Importer::new(open.form()));
    let field = NodeRef::<html::Textarea>::new();
    let applied = RwSignal::new(Applied::default());
    // The last text that the field was seen with. Writing assistants set another one and tell nobody.
    let text = StoredValue::new(start.clone());
    // The field leaves the page before its view is left, and keeps its text.
    let element = StoredValue::new_local(None::<web_sys::HtmlTextAreaElement>);
    let start_on_paper = start.clone();
    let write = Route::Write { draft: id.clone(), question: None }.to_string();
    let read = move || {
        let applied = text.with_value(|text| {
            importer.with_value(|importer| {
                said.try_update_value(|said| apply::apply(open, importer, text, said)).unwrap_or_default()
            })
        });
        store_unplaced(session, &open.id(), &applied);
        applied
    };
    // Returns whether the field shows something that it has not reported.
    let hear = move || {
        let shown = element.with_value(|element| element.as_ref().map(web_sys::HtmlTextAreaElement::value));
        let other = shown.filter(|shown| text.with_value(|text| text != shown));
        other.is_some_and(|shown| {
            text.set_value(shown);
            true
        })
    };
    // What was kept from the last time is reported at once.
    if !kept.is_empty() {
        applied.set(read());
    }
    // What another tab has changed is shown as soon as nobody is writing in the field.
    let refresh = move || {
        if hear() {
            applied.set(read());
        }
        let in_use = field.get_untracked().is_none_or(|field| TextControl::of(field).has_focus());
        if in_use || said.with_value(|said| *said == apply::said(open)) {
            return;
        }
        let fresh = with_kept(&load_unplaced(session, &open.id()), untrack(|| write_edition(&open.report())));
        if let Some(field) = field.get_untracked() {
            field.set_value(&fresh);
        }
        text.set_value(fresh);
        said.set_value(apply::said(open));
    };
    Effect::new(move || {
        open.answers().iter().for_each(|answer| answer.entry.track());
        refresh();
    });
    // Only the last of several waits for a pause finds that it was one.
    let keystrokes = StoredValue::new(0_u32);
    let typed = move || {
        keystrokes.update_value(|count| *count = count.wrapping_add(1));
        let mine = keystrokes.get_value();
        let paused = move || {
            // The view may be gone by now; it was read when it was left.
            if keystrokes.try_get_value() == Some(mine) {
                applied.set(read());
            }
        };
        set_timeout(paused, PAUSE);
    };
    let input = move |event| {
        text.set_value(event_target_value(&event));
        typed();
    };
    let key = move |_| {
        if hear() {
            typed();
        }
    };
    let paste = move |event: web_sys::ClipboardEvent| {
        let (Some(data), Some(field)) = (event.clipboard_data(), field.get_untracked()) else { return };
        if typing::is_pasting_plain() {
            return;
        }
        let [html, plain] = ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
        if let Some(edition) = importer.with_value(|importer| importer.pasted_edition(&html, &plain, &nfc)) {
            event.prevent_default();
            let control = TextControl::of(field);
            control.replace(control.selection(), &edition);
        }
    };
    let settle = move || {
        // A field that is taken away loses the focus too; the text was read before that.
        if applied.is_disposed() {
            return;
        }
        hear();
        applied.set(read());
        open.settle();
        refresh();
    };
    // The question that *Next unanswered* has led to.
    let here = RwSignal::new(None::<QuestionId>);
    let go = move |question: QuestionId| {
        let words = open.form().question(question.as_str()).map(|question| question.text.as_str());
        if let (Some(words), Some(field)) = (words, field.get_untracked()) {
            show_heading(&TextControl::of(field), words);
        }
        here.set(Some(question));
    };
    let leaving = page::on_leaving(move || {
        if hear() {
            applied.set(read());
            session.saver().rest();
        }
    });
    // What a control shows is set a moment after it is made.
    request_animation_frame(move || drop(element.try_set_value(field.try_get_untracked().flatten())));
    on_cleanup(move || {
        leaving.into_iter().for_each(WindowListenerHandle::remove);
        hear();
        read();
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
                    on:input=input
                    on:keydown=key
                    on:paste=paste
                    on:change=move |_| settle()
                    on:blur=move |_| settle()
                ></textarea>
            </div>
            <Paper text=start_on_paper element/>
            <Bar here go settle/>
        </View>
    }
}

/// Puts the caret below the heading of a question, where its answer begins, and shows it; nothing where the text has no such heading.
fn show_heading(control: &TextControl, question: &str) {
    let text = control.text();
    // A heading that came back from a document may have other marks.
    let Some(at) = text.find(&format!("=== {question} ===\n")).or_else(|| text.find(question)) else {
        return;
    };
    let line = text.get(at..).and_then(|rest| rest.find('\n'));
    let before = line.map_or(text.as_str(), |end| text.get(..at + end + 1).unwrap_or_default());
    let units = u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX);
    // A field shows where the caret is when it gets the focus.
    control.element().blur().ok();
    control.select(units..units);
    control.focus();
}

/// The text on paper: browsers print only the part of a field that one sees.
#[component]
fn Paper(
    /// The text as the view begins.
    text: String,
    /// The field, once it is there.
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

/// Puts the kept text, which has no place in the report yet, before the report's text.
fn with_kept(kept: &str, edition: String) -> String {
    if kept.is_empty() { edition } else { format!("{kept}\n\n{edition}") }
}

/// The message about text that has no place, and about questions that the text has lost.
#[component]
fn AppliedMessage(applied: RwSignal<Applied>) -> impl IntoView {
    let open = OpenDraft::here();
    view! { <div role="status">{move || applied.with(|applied| unplaced(open, applied))}</div> }
}

/// Draws what of the text has no place; nothing where all of it has.
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
        <Unplaceds form=open.form() unplaced=applied.unplaced.clone()/>
    }
    .into_any()
}

/// Draws the questions that the text does not have any more, by name.
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

/// Returns the name of the setting that keeps the text of a draft which has no place in it yet.
fn setting_of(id: &DraftId) -> String {
    key::beside(id, Beside::Unplaced)
}

/// Reads the kept text of a draft that has no place in it; empty where there is none.
fn load_unplaced(session: Session, id: &DraftId) -> String {
    session.repository().setting(&setting_of(id)).unwrap_or_default()
}

/// Keeps the text that has no place in the draft, or forgets it once all has one.
fn store_unplaced(session: Session, id: &DraftId, applied: &Applied) {
    let pieces: Vec<&str> = match &applied.whole {
        Some(whole) => vec![whole],
        None => applied.unplaced.iter().map(|piece| piece.text.as_str()).collect(),
    };
    let text = pieces.join("\n\n");
    if text == load_unplaced(session, id) {
        return;
    }
    // A storage that refuses is reported with the draft itself, which is saved at the same moments.
    let _ = session
        .repository()
        .set_setting(&setting_of(id), Some(text.as_str()).filter(|text| !text.is_empty()));
}
