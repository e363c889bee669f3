//! A text in a field with a button that copies it.

use leptos::html;
use leptos::prelude::*;

use super::own_text::OwnText;
use crate::browser::focus;
use crate::components::icon::icon;
use crate::components::text_copy::{TextCopy, copy_text};
use crate::session::scope::Scope;
use crate::session::words::t;

/// The text, which may be editable before copying. If the browser does not copy, the text is selected.
#[component]
pub(super) fn CopyText(
    /// The field's id on the page.
    id: &'static str,
    /// The key of the label's message.
    label: &'static str,
    /// The key of the button's message.
    button: &'static str,
    /// The field's height in lines.
    rows: u32,
    /// The text that is made from the answers.
    #[prop(into)]
    value: Signal<String>,
    /// The writer's own text instead; without this, the text cannot be edited.
    #[prop(optional)]
    own: Option<OwnText>,
) -> impl IntoView {
    let scope = Scope::here();
    let field = NodeRef::<html::Textarea>::new();
    let status = RwSignal::new(None::<TextCopy>);
    let shown = move || own.and_then(OwnText::get).unwrap_or_else(|| value.get());
    let copy = move |_| {
        status.set(None);
        // Writing assistants change the text without an event.
        let Some(text) = field.get_untracked().map(|field| field.value()) else { return };
        copy_text(scope, text, move |copied| {
            status.set(Some(copied));
            if let (false, Some(field)) = (copied.is_done(), field.get_untracked()) {
                let _ = field.focus();
                field.select();
            }
        });
    };
    view! {
        <div class="cdx-field copy-text">
            <div class="cdx-label">
                <label class="cdx-label__label" for=id>
                    <span class="cdx-label__label__text">{t(label)}</span>
                </label>
            </div>
            <div class="cdx-text-area">
                <textarea
                    class="cdx-text-area__textarea"
                    id=id
                    node_ref=field
                    rows=rows
                    readonly=own.is_none()
                    translate="no"
                    lang="en"
                    dir="auto"
                    prop:value=shown
                    on:input=move |event| {
                        if let Some(own) = own {
                            own.set(event_target_value(&event));
                        }
                    }
                ></textarea>
            </div>
            <p class="actions">
                <button type="button" class="cdx-button" on:click=copy>{icon("copy")} {t(button)}</button>
                {own.map(|own| view! { <GiveUp own id/> })}
                <span role="status" prop:textContent=move || status.get().map(|copied| t(copied.words())).unwrap_or_default()></span>
            </p>
        </div>
    }
}

/// The button that discards the writer's own text, and the one that restores it.
#[component]
fn GiveUp(own: OwnText, id: &'static str) -> impl IntoView {
    // The button that had the focus disappears; the writer goes on in the field.
    let press = move |act: fn(OwnText)| {
        act(own);
        focus::element(id);
    };
    let button = move |key: &'static str, act: fn(OwnText)| {
        view! {
            <button type="button" class="cdx-button cdx-button--weight-quiet" on:click=move |_| press(act)>{t(key)}</button>
        }
    };
    view! {
        <Show when=move || own.is_there()>{button("ui-own-text-give-up", OwnText::give_up)}</Show>
        <Show when=move || own.can_be_taken_back()>{button("ui-own-text-take-back", OwnText::take_back)}</Show>
    }
}
