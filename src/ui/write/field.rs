//! The one text control of a question.
//!
//! What is typed goes into the draft at once, and the control is left alone: text that is still being composed (Japanese,
//! Korean) would break otherwise. Only when the control is left does it show what the draft made of it.

use std::time::Duration;

use crate::ui::dom::prelude::*;
use leptos::ev;
use leptos::leptos_dom::helpers::queue_microtask;

use super::control::{self, field_id};
use super::listed::{NamesList, Suggested};
use super::suggestions::Advice;
use super::waivers::Bare;
use crate::browser::text_control::TextControl;
use crate::checks::State;
use crate::draft::DraftError;
use crate::editing::{Change, pasted};
use crate::form::{Kind, Markup};
use crate::names::user_name::user_name;
use crate::ui::state::{Answer, OpenDraft};
use crate::ui::words::say;

/// How long a field is left before its advice is shown: a click that left it has reached its button by then.
const AFTER_LEAVING: Duration = Duration::from_millis(300);

/// The field.
#[component]
pub(super) fn Field(answer: Answer, advice: Advice, bare: Bare, described_by: String) -> impl IntoView {
    let open = OpenDraft::here();
    let refused = RwSignal::new(None::<DraftError>);
    let id = field_id(answer.question.id.as_str());
    let input = move |event: ev::Event| {
        let typed = event_target_value(&event);
        let result = open.set_text(&answer.question.id, &typed);
        if refused.with_untracked(Option::is_some) || result.is_err() {
            refused.set(result.err());
        }
        advice.typed();
        fit(&id);
        if !is_composing(&event) {
            // Once this is over: it types as well, and a listener cannot be called while it runs.
            queue_microtask(move || bare.typed(open, answer));
        }
    };
    let keep = KeepUp { open, answer };
    effect(move || keep.follow());
    // A control of many lines never goes back to one line while it is there: it may be in use.
    let many = memo(move |before| before == Some(&true) || needs_lines(answer));
    let left = move |_| {
        keep.leave();
        set_timeout(move || advice.left(), AFTER_LEAVING);
    };
    live(move || {
        let (input, described_by) = (input.clone(), described_by.clone());
        let error = view! {
            {move || refused.get().map(|error| view! { <p class="question__refused" role="alert">{say(&error.message())}</p> })}
        };
        if many.get() {
            view! { <Area answer described_by on_input=input on_left=left/> {error} }
        } else {
            view! { <Line answer described_by on_input=input on_left=left/> {error} }
        }
    })
}

/// Whether an event comes from text that an input method is still composing.
fn is_composing(event: &ev::Event) -> bool {
    js_sys::Reflect::get(event, &"isComposing".into()).is_ok_and(|composing| composing.is_truthy())
}

/// Short kinds have one line; an answer that came with several keeps them.
fn needs_lines(answer: Answer) -> bool {
    match answer.question.kind {
        Kind::Short | Kind::Line | Kind::UserName | Kind::Months | Kind::Year => {
            answer.entry.with(|entry| entry.text().contains('\n'))
        }
        Kind::Long | Kind::Number | Kind::YesNo | Kind::Links | Kind::Three => true,
    }
}

#[component]
fn Line(
    answer: Answer,
    described_by: String,
    on_input: impl Fn(ev::Event) + 'static,
    on_left: impl Fn(ev::FocusEvent) + 'static,
) -> impl IntoView {
    let names = Suggested::of(answer);
    let input = move |event: ev::Event| {
        on_input(event);
        if let Some(names) = names {
            names.typed();
        }
    };
    let left = move |event| {
        if let Some(names) = names {
            names.close();
        }
        on_left(event);
    };
    let enter = move |_| {
        if let Some(names) = names {
            names.load();
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if let Some(names) = names {
            names.key(&event);
        }
    };
    view! {
        <div class="cdx-text-input">
            <input
                class="cdx-text-input__input"
                type="text"
                id=field_id(answer.question.id.as_str())
                aria-describedby=described_by
                aria-autocomplete=names.map(|_| "list")
                aria-controls=names.map(Suggested::list_id)
                aria-activedescendant=move || names.and_then(Suggested::active_id)
                translate="no"
                dir="auto"
                autocomplete="off"
                prop:value=control::text(answer)
                on:focus=enter
                on:keydown=key
                on:input=input
                on:blur=left
            />
            {names.map(|suggested| view! { <NamesList suggested/> })}
        </div>
    }
}

#[component]
fn Area(
    answer: Answer,
    described_by: String,
    on_input: impl Fn(ev::Event) + 'static,
    on_left: impl Fn(ev::FocusEvent) + 'static,
) -> impl IntoView {
    let open = OpenDraft::here();
    let id = field_id(answer.question.id.as_str());
    let large = matches!(answer.question.kind, Kind::Long | Kind::Links);
    let drawn = id.clone();
    request_animation_frame(move || fit(&drawn));
    view! {
        <div class="cdx-text-area" class:question__large=large>
            <textarea
                class="cdx-text-area__textarea"
                id=id
                aria-describedby=described_by
                translate="no"
                dir="auto"
                rows="1"
                prop:value=control::text(answer)
                on:input=on_input
                on:blur=on_left
                on:paste=move |event| paste(open, answer, &event)
            ></textarea>
        </div>
    }
}

/// Rich text keeps its lists and links, as source. Everything else the browser pastes itself.
fn paste(open: OpenDraft, answer: Answer, event: &ev::ClipboardEvent) {
    if answer.question.kind.markup() == Markup::None {
        return;
    }
    let html = event.clipboard_data().and_then(|data| data.get_data("text/html").ok());
    let Some(source) = html.and_then(|html| pasted(&html)) else { return };
    event.prevent_default();
    control::with_selection(open, answer, |_, selection| {
        let caret = selection.start + source.len();
        Some(Change { place: selection.clone(), replacement: source, selection: caret..caret })
    });
}

/// Where the browser cannot grow a field by itself (`field-sizing`), it gets the height of its text.
fn fit(id: &str) {
    let Some(TextControl::Area(area)) = TextControl::of_id(id) else { return };
    if grows_by_itself() {
        return;
    }
    let style = web_sys::HtmlElement::style(&area);
    let _ = style.set_property("block-size", "auto");
    let border = area.offset_height() - area.client_height();
    let _ = style.set_property("block-size", &format!("{}px", area.scroll_height() + border));
}

fn grows_by_itself() -> bool {
    thread_local! {
        static SUPPORTED: bool = crate::browser::screen::supports("field-sizing", "content");
    }
    SUPPORTED.with(|supported| *supported)
}

/// Whether a reader would see the difference between what was typed and what the draft made of it. Where nobody would,
/// such as a blank at a line's end, the control keeps its text: giving it another would end what undo can take back.
fn looks_different(typed: &str, kept: &str) -> bool {
    let mut lines = (typed.trim().lines(), kept.trim().lines());
    loop {
        match (lines.0.next(), lines.1.next()) {
            (None, None) => return false,
            (Some(one), Some(other)) if one.trim_end() == other.trim_end() => {}
            _ => return true,
        }
    }
}

/// Keeps the control and the draft in step.
#[derive(Clone, Copy)]
struct KeepUp {
    open: OpenDraft,
    answer: Answer,
}

impl KeepUp {
    /// Shows what has changed the draft from elsewhere, unless the writer is in the field.
    fn follow(self) {
        let text = self.answer.text();
        if let Some(control) = control::of(self.answer.question)
            && !control.has_focus()
        {
            control::agree(&control, &text);
            fit(&field_id(self.answer.question.id.as_str()));
        }
    }

    /// The field is left: what was typed becomes what the draft has, and a user name its normal form.
    fn leave(self) {
        // A field that is taken away loses the focus, too. Whoever takes it away lets it be left before.
        if self.answer.entry.is_disposed() {
            return;
        }
        let text = control::text(self.answer);
        let is_name = self.answer.question.kind == Kind::UserName
            && self.answer.state.get_untracked() == State::Answered;
        if is_name && let Ok(name) = user_name(&text) {
            // The same name again changes nothing, and a shorter text passes no limit.
            drop(self.open.set_text(&self.answer.question.id, &name));
        }
        self.open.settle();
        let text = control::text(self.answer);
        if let Some(control) = control::of(self.answer.question)
            && looks_different(&control.text(), &text)
        {
            control::agree(&control, &text);
        }
    }
}
