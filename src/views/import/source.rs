//! Where the text comes in: a field to paste into, a file, a drop anywhere on the page.

use leptos::html;
use leptos::prelude::*;

use super::incoming::Incoming;
use super::reader::Source;
use crate::browser::files::Carried;
use crate::browser::{files, links, press};
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::words::{say, t};
use report::draft::limits::FILE_BYTES;
use report::i18n::Message;
use report::import::SourceKind;
use report::import::bytes::ENCODINGS;

/// The field to paste into, the button for a file, and the choice of the text's kind.
#[component]
pub(super) fn SourceFields(incoming: Incoming) -> impl IntoView {
    let pasted = StoredValue::new(None::<(String, Option<String>)>);
    let handles = files::on_drop(move |carried| take(incoming, carried));
    let link = links::on_link(move |text| incoming.take(Source::Link { text }));
    let handles = handles.into_iter().chain([link]);
    on_cleanup(move || handles.for_each(WindowListenerHandle::remove));
    let field = NodeRef::<html::Textarea>::new();
    // A file or a drop is shown in the field; typed text is not written back.
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        let text = incoming.source.with(|source| match source {
            Source::Text { plain, .. } => plain.clone(),
            Source::Nothing | Source::File { .. } | Source::Link { .. } | Source::Page(_) => String::new(),
        });
        if lines(&field.value()) != lines(&text) {
            field.set_value(&text);
        }
    });
    let paste = move |event: web_sys::ClipboardEvent| match files::pasted(&event) {
        Some(Carried::Text { plain, html }) => pasted.set_value(Some((plain, html))),
        Some(files @ Carried::Files(_)) => take(incoming, files),
        None => {}
    };
    let take_text = move |plain: String| {
        // The markup belongs to the text only as long as the pasted text is unchanged.
        let html = pasted.with_value(|pasted| {
            pasted
                .as_ref()
                .filter(|(text, _)| lines(text) == lines(&plain))
                .and_then(|(_, html)| html.clone())
        });
        incoming.take(Source::Text { plain, html });
    };
    let input = move |event| take_text(event_target_value(&event));
    // Writing assistants change the text without an event.
    let hear = move || {
        let shown = field.try_get_untracked().flatten().map(|field| field.value());
        let known = incoming.source.try_with_untracked(|source| match source {
            Source::Text { plain, .. } => plain.clone(),
            Source::Nothing | Source::File { .. } | Source::Link { .. } | Source::Page(_) => String::new(),
        });
        if let (Some(shown), Some(known)) = (shown, known)
            && lines(&shown) != lines(&known)
        {
            take_text(shown);
        }
    };
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="open-text">
                    <span class="cdx-label__label__text">{t("ui-import-paste")}</span>
                </label>
                <span class="cdx-label__description" id="open-text-help">{t("ui-import-paste-help")}</span>
            </div>
            <div class="cdx-text-area">
                <textarea
                    class="cdx-text-area__textarea"
                    id="open-text"
                    rows="6"
                    translate="no"
                    dir="auto"
                    spellcheck="false"
                    aria-describedby="open-text-help"
                    node_ref=field
                    on:paste=paste
                    on:input=input
                    on:change=move |_| hear()
                    on:blur=move |_| press::when_released(hear)
                ></textarea>
            </div>
        </div>
        <FileChoice incoming/>
        <EncodingChoice incoming/>
        <KindChoice incoming/>
    }
}

#[component]
fn FileChoice(incoming: Incoming) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        let Some(input) = element.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(incoming, Carried::Files(vec![file]));
        }
        // Cleared so that the same file can be chosen again after it was changed.
        input.set_value("");
    };
    let name = move || {
        incoming.source.with(|source| match source {
            Source::File { name, .. } => Some(say(&Message::new("ui-import-from-file").with(name))),
            Source::Link { .. } => Some(t("ui-import-from-link")),
            Source::Nothing | Source::Text { .. } | Source::Page(_) => None,
        })
    };
    let others = move || match incoming.others.get() {
        0 => String::new(),
        others => say(&Message::new("ui-import-other-files").with(others)),
    };
    view! {
        <div class="open__file">
            <p class="open__file-label" id="open-file-label">{t("ui-import-file")}</p>
            <input
                type="file"
                class="open__file-input"
                id="open-file"
                aria-labelledby="open-file-label"
                accept=".json,.txt,.wiki,.html,.htm,.md,.mhtml,.mht,.eml,text/*,application/json"
                node_ref=element
                on:change=chosen
            />
            <label class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" for="open-file">
                {icon("upload")}
                {t("ui-import-choose-file")}
            </label>
            <p role="status"><span prop:textContent=move || name().unwrap_or_default()></span> " " <strong prop:textContent=others></strong></p>
            {move || incoming.refused.get().map(|why| view! {
                <MessageBox kind=MessageKind::Error attr:role="alert">{say(&why)}</MessageBox>
            })}
        </div>
    }
}

/// The encoding of a file that is not in Unicode, to be chosen.
#[component]
fn EncodingChoice(incoming: Incoming) -> impl IntoView {
    let chosen = move || incoming.encoded.with(|file| file.as_ref().and_then(|file| file.label.clone()));
    let choose = move |event| {
        let label = event_target_value(&event);
        if !label.is_empty() {
            incoming.take_encoded(label);
        }
    };
    let options = move || {
        let chosen = chosen();
        let is_listed = |label: &String| ENCODINGS.iter().any(|encoding| encoding.label == label);
        let none =
            chosen.is_none().then(|| view! { <option value="">{t("ui-import-encoding-choose")}</option> });
        let other = chosen.clone().filter(|label| !is_listed(label));
        let other =
            other.map(|label| view! { <option value=label.clone() selected=true>{label.clone()}</option> });
        let listed = ENCODINGS.map(|encoding| {
            let is_chosen = chosen.as_deref() == Some(encoding.label);
            view! { <option value=encoding.label selected=is_chosen>{say(&encoding.message())}</option> }
        });
        (none, other, listed)
    };
    view! {
        <Show when=move || incoming.encoded.with(Option::is_some)>
            <p class="open__kind">
                <label for="open-encoding">{t("ui-import-encoding")}</label>
                " "
                <select class="cdx-select" id="open-encoding" on:change=choose>{options}</select>
            </p>
        </Show>
    }
}

/// The choice of the text's kind, which begins as the kind recognized.
#[component]
fn KindChoice(incoming: Incoming) -> impl IntoView {
    let known = Memo::new(move |_| incoming.kind());
    let choose = move |event| incoming.overrule(SourceKind::of_name(&event_target_value(&event)));
    let options = move || {
        let known = known.get();
        SourceKind::ALL.map(|kind| {
            view! { <option value=kind.name() selected=known == Some(kind)>{say(&kind.message())}</option> }
        })
    };
    view! {
        <Show when=move || known.get().is_some()>
            <p class="open__kind">
                <label for="open-kind">{t("ui-import-read-as")}</label>
                " "
                <select class="cdx-select" id="open-kind" on:change=choose>{options}</select>
            </p>
        </Show>
    }
}

fn take(incoming: Incoming, carried: Carried) {
    match carried {
        Carried::Text { plain, html } => incoming.take(Source::Text { plain, html }),
        Carried::Files(files) => {
            let others = files.len().saturating_sub(1);
            let Some(first) = files.into_iter().next() else { return };
            let name = first.name();
            let asked = incoming.ask();
            let bytes = async move { files::read(&first, FILE_BYTES).await };
            incoming.scope.spawn(bytes, move |bytes| {
                // A file that comes late does not replace what came in after it was chosen.
                if incoming.is_awaited(asked) {
                    incoming.take_file(name, bytes);
                    incoming.others.set(others);
                }
            });
        }
    }
}

/// Turns line ends into `\n`, as a field does with pasted text.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
