//! The form that asks for a link's address and words, and inserts the link at the caret.

use leptos::html;
use leptos::prelude::*;

use super::control;
use crate::browser::focus;
use crate::components::late;
use crate::session::OpenAnswer;
use crate::session::element_ids::label_id;
use crate::session::session;
use crate::session::words::t;
use report::editing;

/// The state of a question's form for a link.
#[derive(Clone, Copy)]
pub(super) struct LinkTool {
    /// The words that were selected when the form was opened; `None` while it is closed.
    pub(super) words: RwSignal<Option<String>>,
}

impl LinkTool {
    pub(super) fn new() -> Self {
        Self { words: RwSignal::new(None) }
    }
}

/// Opens the form for a link with the selected words, or closes it.
pub(super) fn toggle(answer: OpenAnswer, link: LinkTool) {
    if link.words.with_untracked(Option::is_some) {
        link.words.set(None);
        return;
    }
    let selected = control::of(answer.question).map(|control| {
        let (text, selection) = (control.text(), control.selection());
        let units: Vec<u16> = text.encode_utf16().collect();
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let selected = units.get(place(selection.start)..place(selection.end)).unwrap_or_default();
        String::from_utf16_lossy(selected)
    });
    link.words.set(Some(selected.unwrap_or_default()));
}

/// The form for a link, while it is open.
#[component]
pub(super) fn LinkForm(answer: OpenAnswer, link: LinkTool) -> impl IntoView {
    let late = session().late;
    let form = move |words: String| {
        late.want();
        late::piece(move |parts| (parts.link_form)(answer, link.words, words.clone()))
    };
    move || link.words.get().map(form)
}

/// Draws the form for a link, with the focus in its first field.
pub fn link_form(answer: OpenAnswer, open: RwSignal<Option<String>>, words: String) -> AnyView {
    let (to, says) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let refused = RwSignal::new(false);
    let put = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(to), Some(says)) = (to.get_untracked(), says.get_untracked()) else { return };
        let put = control::with_selection(answer, |text, selection| {
            editing::link(text, selection, &to.value(), &says.value())
        });
        refused.set(!put);
        if put {
            open.set(None);
        } else {
            let _ = to.focus();
        }
    };
    let close = move || {
        open.set(None);
        if let Some(control) = control::of(answer.question) {
            control.focus();
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    // Selected words that are an address become the link's address.
    let is_address = report::answer::valid_url(words.trim());
    let (first, second) = if is_address { (words, String::new()) } else { (String::new(), words) };
    let id = answer.question.id.as_str();
    let (to_id, says_id) = (to_id(id), format!("link-words-{id}"));
    let first_field = to_id.clone();
    request_animation_frame(move || focus::element(&first_field));
    let refusal = format!("link-refused-{id}");
    let described_by = refusal.clone();
    view! {
        <form class="link-form" aria-labelledby=label_id(id) on:submit=put on:keydown=escape>
            <p>
                <label for=to_id.clone()>{t("ui-link-to")}</label>
                <span class="cdx-text-input">
                    <input
                        class="cdx-text-input__input" id=to_id node_ref=to value=first dir="auto" autocomplete="off"
                        aria-describedby=described_by
                    />
                </span>
            </p>
            <p>
                <label for=says_id.clone()>{t("ui-link-words")}</label>
                <span class="cdx-text-input">
                    <input class="cdx-text-input__input" id=says_id node_ref=says value=second dir="auto" autocomplete="off"/>
                </span>
            </p>
            <p class="link-form__refused" id=refusal role="alert">
                {move || refused.get().then(|| t("ui-link-refused"))}
            </p>
            <p class="actions">
                <button type="submit" class="cdx-button cdx-button--action-progressive">{t("ui-link-put")}</button>
                <button type="button" class="cdx-button cdx-button--weight-quiet" on:click=move |_| close()>{t("ui-cancel")}</button>
            </p>
        </form>
    }
    .into_any()
}

fn to_id(question: &str) -> String {
    format!("link-to-{question}")
}
