//! The ways without a network: the template's source pasted or from a file, and a whole form from a file.

use leptos::html;
use leptos::prelude::*;

use super::super::fold::Fold;
use super::InUse;
use crate::browser::files::{self, ReadError};
use crate::browser::{clock, text_decoder};
use crate::components::icon::icon;
use crate::session::scope::Scope;
use crate::session::words::t;
use report::form::{Form, FormInUse, MOST_BYTES, SeenForm};
use report::i18n::Message;
use report::import::bytes::decode;

/// The greatest length of a template's source, in bytes.
const MOST_SOURCE: usize = 2 << 20;

/// The field to paste into, and the button for a file.
#[component]
pub(super) fn Paste(
    /// The form in use.
    in_use: InUse,
) -> impl IntoView {
    let scope = Scope::here();
    let field = NodeRef::<html::Textarea>::new();
    let chosen = NodeRef::<html::Input>::new();
    let compare = move |_| {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        take(in_use, &text);
    };
    let open = move |_| {
        let Some(input) = chosen.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // Cleared so that the same file can be chosen again after it was changed.
        input.set_value("");
        let name = file.name();
        scope.spawn(async move { files::read(&file, MOST_SOURCE).await }, move |bytes| match bytes {
            Ok(bytes) => match decode(&bytes, None, &text_decoder::decode) {
                Ok(decoded) => take(in_use, &decoded.text),
                Err(not_text) => in_use.told.set(Some(not_text.message(&name))),
            },
            Err(ReadError::TooLarge { bytes }) => {
                let message = Message::new("ui-import-file-too-large").with(name).with(bytes.div_ceil(1024));
                in_use.told.set(Some(message));
            }
            Err(ReadError::Unreadable { name }) => {
                in_use.told.set(Some(Message::new("ui-import-file-unreadable").with(name)));
            }
        });
    };
    view! {
        <Fold id="review-form-paste" words="ui-meta-form-paste" symbol="expand">
            <div class="cdx-field">
                <div class="cdx-label">
                    <label class="cdx-label__label" for="form-source">
                        <span class="cdx-label__label__text">{t("ui-meta-form-source")}</span>
                    </label>
                    <span class="cdx-label__description" id="form-source-help">{t("ui-meta-form-source-help")}</span>
                </div>
                <div class="cdx-text-area">
                    <textarea
                        class="cdx-text-area__textarea"
                        id="form-source"
                        rows="4"
                        translate="no"
                        dir="auto"
                        spellcheck="false"
                        aria-describedby="form-source-help"
                        node_ref=field
                    ></textarea>
                </div>
            </div>
            <p class="actions">
                <button type="button" class="cdx-button" on:click=compare>{t("ui-meta-form-compare-pasted")}</button>
                <input
                    type="file"
                    class="open__file-input"
                    id="form-file"
                    aria-label=t("ui-meta-form-file")
                    accept=".json,.txt,.wiki,.html,.htm,text/*,application/json"
                    node_ref=chosen
                    on:change=open
                />
                <label class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" for="form-file">
                    {icon("upload")}
                    {t("ui-meta-form-file")}
                </label>
            </p>
        </Fold>
    }
}

/// Takes a text that came in: a form file is put into use, any other text is read as the template.
fn take(in_use: InUse, text: &str) {
    in_use.told.set(None);
    if !is_form(text) {
        return in_use.compare(SeenForm::read(in_use.open.form(), text), None);
    }
    let read = if text.len() > MOST_BYTES { None } else { Form::read("", text).ok() };
    let Some(form) = read else {
        let why = Form::read("", text).err().map(|error| error.to_string()).unwrap_or_default();
        return in_use.told.set(Some(Message::new("ui-meta-form-file-wrong").with(why)));
    };
    if let Some(own) = Form::by_id(&form.id).filter(|own| own.checked > form.checked) {
        return in_use.told.set(Some(Message::new("ui-meta-form-file-old").with(&own.checked)));
    }
    in_use.put(&FormInUse::of(form, clock::now().to_string()));
}

/// Returns whether a text is meant as a form file, rather than the wiki's answer about a template or its source.
fn is_form(text: &str) -> bool {
    text.trim_start().starts_with('{')
        && ["\"titlePrefix\"", "\"sections\""].iter().all(|name| text.contains(name))
}
