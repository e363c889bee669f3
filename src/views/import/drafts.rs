//! A file of this app: its reports are opened unchanged, or used like any other report that came in.

use leptos::prelude::*;

use super::copy_found::CopyFound;
use super::incoming::Incoming;
use super::open_drafts::{Known, known, open};
use super::plan::{Plan, Use};
use super::rows::Rows;
use super::target::Choices;
use crate::components::checkbox::Checkbox;
use crate::session::locale;
use crate::session::words::{say, t};
use report::draft::Draft;
use report::draft::file::{CopiedEdits, DraftCopy};
use report::i18n::Message;
use report::store::DraftInfo;

/// The reports in a file, each to look at.
#[component]
pub(super) fn DraftsFound(incoming: Incoming, plan: Plan, copies: Vec<DraftCopy>) -> impl IntoView {
    let count = Message::new(if incoming.is_link() { "ui-import-link-drafts" } else { "ui-import-drafts" });
    let count = count.with(copies.len());
    let chosen = RwSignal::new(vec![true; copies.len()]);
    let several = copies.len() > 1;
    let drafts = StoredValue::new(copies.iter().map(|copy| copy.draft.clone()).collect::<Vec<_>>());
    let copies = StoredValue::new(copies);
    let is_merged = Memo::new(move |_| plan.merged().is_some());
    let is_damaged = move || {
        incoming.copy.with(|copy| copy.as_ref().is_some_and(|copy| copy.edits == CopiedEdits::Damaged))
    };
    let whole = move || plan.target.get().is_none() && plan.use_as.get() == Use::GoOn;
    let entries = move || {
        let drafts = drafts.get_value();
        drafts.into_iter().enumerate().map(|(at, draft)| entry(plan, chosen, at, draft)).collect_view()
    };
    let open_chosen = move |_| {
        let wanted = chosen.get_untracked();
        let wanted = copies.get_value().into_iter().zip(wanted).filter(|(_, wanted)| *wanted);
        open(plan, wanted.map(|(copy, _)| copy).collect());
    };
    let number = move || chosen.with(|chosen| chosen.iter().filter(|chosen| **chosen).count());
    view! {
        <p role="status" class="open__summary">{say(&count)}</p>
        <Show when=move || several && whole()>
            <ul class="rows">{entries}</ul>
            <p class="actions">
                <button
                    type="button"
                    class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
                    on:click=open_chosen
                    prop:textContent=move || say(&Message::new("ui-import-open-drafts").with(number()))
                ></button>
            </p>
        </Show>
        <Show when=move || several && !whole()><OneOf incoming drafts/></Show>
        <Show when=is_damaged><p>{t("ui-import-copy-damaged")}</p></Show>
        <Choices plan with_button=Signal::derive(move || !(several && whole() || is_merged.get()))/>
        {move || {
            if is_merged.get() {
                return Some(view! { <CopyFound plan/> }.into_any());
            }
            let form = plan.earlier.with(|earlier| plan.session.form_of(earlier.as_ref()?));
            form.map(|(form, _)| view! { <Rows form plan/> }.into_any())
        }}
    }
}

fn entry(plan: Plan, chosen: RwSignal<Vec<bool>>, at: usize, draft: Draft) -> AnyView {
    let id = format!("draft-{at}");
    let (session, asked) = (plan.session, draft.clone());
    let known = LocalResource::new(move || {
        let draft = asked.clone();
        async move { known(session, &draft).await }
    });
    let known = move || known.get().flatten().map(say_known);
    let checked = move || chosen.with(|chosen| chosen.get(at).copied().unwrap_or_default());
    let toggle = move |wanted| {
        chosen.update(|chosen| {
            if let Some(place) = chosen.get_mut(at) {
                *place = wanted;
            }
        });
    };
    view! {
        <li class="row">
            <Checkbox id class="row__text" checked=Signal::derive(checked) toggled=toggle>
                {about(&draft)}
            </Checkbox>
            {known}
        </li>
    }
    .into_any()
}

fn say_known(known: Known) -> AnyView {
    let words = match known {
        Known::Same => "ui-import-draft-same",
        Known::Other => "ui-import-draft-other",
    };
    view! { <p class="quiet">{t(words)}</p> }.into_any()
}

/// The choice of which of a file's reports is used.
#[component]
fn OneOf(incoming: Incoming, drafts: StoredValue<Vec<Draft>>) -> impl IntoView {
    let choose = move |event| incoming.which.set(event_target_value(&event).parse().unwrap_or_default());
    let options = drafts.with_value(|drafts| {
        let which = incoming.which.get_untracked();
        let option = |(at, draft): (usize, &Draft)| {
            view! { <option value=at.to_string() selected=at == which>{about(draft)}</option> }
        };
        drafts.iter().enumerate().map(option).collect_view()
    });
    view! {
        <div class="cdx-field">
            <div class="cdx-label">
                <label class="cdx-label__label" for="open-which">
                    <span class="cdx-label__label__text">{t("ui-import-which")}</span>
                </label>
            </div>
            <select class="cdx-select" id="open-which" translate="no" on:change=choose>{options}</select>
        </div>
    }
}

fn about(draft: &Draft) -> String {
    let info = DraftInfo::of(draft);
    let name = if info.affiliate.is_empty() { t("ui-report-without-name") } else { info.affiliate };
    let changed = locale::date_time(draft.changed());
    let words = Message::new("ui-import-draft").with(name).with(info.year);
    say(&words.with(info.done).with(info.total).with(changed))
}
