//! *Preview on Meta-Wiki*: the page as the wiki's own parser renders it, and its differences from the page here.

use leptos::prelude::*;

use super::super::output::Outcome;
use super::differences::Differences;
use super::rendered::Rendered;
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::Flow;
use crate::session::OpenDraft;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::i18n::Message;
use report::meta::{AnswerDifference, Preview, preview_request, read_preview};

/// A preview, with the text that was rendered.
#[derive(Clone, Debug, PartialEq)]
struct Previewed {
    text: String,
    preview: Preview,
    differences: Vec<AnswerDifference>,
}

/// The button, and the preview once it has come.
#[component]
pub(super) fn PreviewOnMeta(outcome: Outcome) -> impl IntoView {
    let open = OpenDraft::here();
    let (flow, scope) = (Flow::new(), Scope::here());
    let previewed = RwSignal::new(None::<Previewed>);
    let press = move || {
        let Ok(title) = outcome.title.get_untracked() else { return };
        let text = outcome.wikitext.with_untracked(|written| written.text.clone());
        let (form, report) = (open.form(), untrack(|| open.report()));
        let request = preview_request(&title, &text);
        flow.run(
            scope,
            async move |asker| {
                let answer = asker.ask(Message::new("ui-meta-preview-what"), &request).await?;
                read_preview(form, &answer)
            },
            move |preview| {
                let differences = preview.differences(&report);
                previewed.set(Some(Previewed { text, preview, differences }));
            },
        );
    };
    let is_old = Memo::new(move |_| {
        previewed.with(|shown| {
            shown.as_ref().is_some_and(|shown| outcome.wikitext.with(|written| written.text != shown.text))
        })
    });
    view! {
        <h3>{t("ui-meta-preview")}</h3>
        <Asking flow label=t("ui-meta-preview") sends=t("ui-meta-preview-sends") on_press=press/>
        <Show when=move || is_old.get()>
            <MessageBox kind=MessageKind::Notice>{t("ui-meta-changed-since")}</MessageBox>
        </Show>
        {move || previewed.get().map(|shown| view(shown, &open.form().template))}
    }
}

fn view(shown: Previewed, template: &str) -> AnyView {
    let Previewed { preview, differences, .. } = shown;
    let count = differences.len();
    let found = if preview.is_template_missing {
        let words = say(&Message::new("ui-meta-preview-no-template").with(template));
        view! { <MessageBox kind=MessageKind::Warning>{words}</MessageBox> }.into_any()
    } else if differences.is_empty() {
        view! { <MessageBox kind=MessageKind::Success>{t("ui-meta-preview-same")}</MessageBox> }.into_any()
    } else {
        let words = say(&Message::new("ui-meta-preview-differs").with(count));
        view! {
            <MessageBox kind=MessageKind::Warning>{words}</MessageBox>
            <Differences differences/>
        }
        .into_any()
    };
    let cut = preview.rendering.is_cut.then(|| view! { <p>{t("ui-meta-preview-cut")}</p> });
    view! {
        <div role="status">{found}</div>
        <p class="quiet">{t("ui-meta-preview-plain")}</p>
        {cut}
        <Rendered rendering=preview.rendering label=t("ui-meta-preview-shown")/>
    }
    .into_any()
}
