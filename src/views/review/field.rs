//! A one-line field whose value can also change from elsewhere, but never while the writer types.

use leptos::html;
use leptos::prelude::*;

use crate::browser::press;
use crate::components::message::InlineWarning;
use crate::session::words::{say, t};
use report::i18n::Message;

/// A one-line field with its label, a line of help, and the problem with its text.
#[component]
pub(super) fn Field(
    /// The field's id on the page.
    id: &'static str,
    /// The key of the label's message.
    label: &'static str,
    /// The key of the help's message.
    help: &'static str,
    /// The field's value, shown unless the writer is typing.
    value: Memo<String>,
    /// Takes the typed text, and returns what is wrong with it.
    typed: impl Fn(String) -> Option<Message> + Clone + 'static,
    /// A problem beyond those that `typed` returns.
    #[prop(into)]
    problem: Signal<Option<Message>>,
) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    let focused = RwSignal::new(false);
    // The text that the element had when last looked at. Writing assistants change it without an event.
    let known = StoredValue::new(None::<String>);
    let refused = RwSignal::new(None);
    // The element keeps its typed text; writing to it while the writer types would make the caret jump.
    Effect::new(move || {
        let text = value.get();
        let (Some(element), false) = (element.get(), focused.get()) else { return };
        if element.value() != text {
            element.set_value(&text);
        }
        known.set_value(Some(element.value()));
    });
    let take = move |text: String| {
        known.set_value(Some(text.clone()));
        refused.set(typed(text));
    };
    let heard = take.clone();
    let hear = move || {
        let shown = element.try_get_untracked().flatten().map(|element| element.value());
        let is_news = known.try_with_value(|known| known.is_some() && *known != shown) == Some(true);
        if let Some(shown) = shown.filter(|_| is_news) {
            take(shown);
        }
    };
    let changed = hear.clone();
    let left = move |_| {
        let hear = hear.clone();
        press::when_released(move || {
            hear();
            let _ = focused.try_set(false);
        });
    };
    let problem = Memo::new(move |_| refused.get().or_else(|| problem.get()));
    let words = move || {
        problem.get().map(|problem| {
            view! {
                <InlineWarning words=say(&problem)/>
            }
        })
    };
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for=id>
                    <span class="cdx-label__label__text">{t(label)}</span>
                </label>
                <span class="cdx-label__description" id=format!("{id}-help")>{t(help)}</span>
            </div>
            <div class="cdx-text-input">
                <input
                    class="cdx-text-input__input"
                    id=id
                    node_ref=element
                    translate="no"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby=format!("{id}-help {id}-problem")
                    on:focus=move |_| focused.set(true)
                    on:change=move |_| changed()
                    on:blur=left
                    on:input=move |event| heard(event_target_value(&event))
                />
            </div>
            <div class="cdx-field__validation-message" id=format!("{id}-problem")>{words}</div>
        </div>
    }
}
