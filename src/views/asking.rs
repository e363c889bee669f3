//! A button that sends requests to the wiki: it says what will be sent, shows the progress, and says why a request
//! failed.

use leptos::prelude::*;

use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Flow, FlowState};
use crate::session::words::{say, t};
use report::form::Form;
use report::i18n::Message;

/// The button, with the words about what it sends and the outcome.
#[component]
pub fn Asking(
    /// The requests behind the button.
    flow: Flow,
    /// The words on the button.
    label: String,
    /// What is sent, as the end of a sentence: `the title of the page`.
    sends: String,
    /// Called when the button is pressed; it runs the flow.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let wiki = &Form::latest().wiki;
    let sent = say(&Message::new("ui-meta-sent").with(wiki.host()).with(sends));
    let test = (!wiki.is_meta()).then(|| say(&Message::new("ui-meta-test-wiki").with(wiki.host())));
    let press = move |_| {
        if !flow.is_running() {
            on_press();
        }
    };
    view! {
        <div class="asking">
            <button type="button" class="cdx-button" aria-disabled=move || flow.is_running().to_string() on:click=press>
                {label}
            </button>
            <p class="quiet">{sent}</p>
            {test.map(|words| view! { <p class="quiet">{words}</p> })}
            <div role="status">{move || shown(flow)}</div>
        </div>
    }
}

fn shown(flow: Flow) -> Option<AnyView> {
    let host = Form::latest().wiki.host();
    let running = |words: String| {
        view! {
            <p>
                <span>{words}</span>
                " "
                <button type="button" class="cdx-button" on:click=move |_| flow.cancel()>{t("ui-meta-cancel")}</button>
            </p>
        }
        .into_any()
    };
    match flow.state() {
        FlowState::Idle => None,
        FlowState::Asking { what } => {
            Some(running(say(&Message::new("ui-meta-asking").with(host).with(say(&what)))))
        }
        FlowState::Waiting { seconds } => {
            Some(running(say(&Message::new("ui-meta-waiting").with(host).with(seconds))))
        }
        FlowState::Failed(failure) => Some(
            view! { <MessageBox kind=MessageKind::Warning>{say(&failure.message())}</MessageBox> }.into_any(),
        ),
    }
}
