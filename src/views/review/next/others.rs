//! What else is due once the report is published: the announcement, a line for the group's own page, the staff's
//! fields. Each can be copied, and is ticked off by hand.

use leptos::prelude::*;

use super::super::output::Outcome;
use super::copy_text::CopyText;
use super::own_text::OwnText;
use super::tick::Tick;
use super::ticks::{Step, Ticks};
use crate::session::OpenDraft;
use crate::session::words::t;
use report::report::{PortalField, announcement, list_line, portal_entry, portal_fields};
use report::store::key::Beside;

/// The texts that are due; nothing before the report is published.
#[component]
pub(super) fn Others(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    let open = OpenDraft::here();
    let form = open.form();
    let own = |kind| OwnText::load(&open.id(), kind);
    let (subject, body) = (own(Beside::AnnouncementSubject), own(Beside::Announcement));
    let page = Memo::new(move |_| open.publication().map(|publication| publication.page));
    let is_published = Memo::new(move |_| page.with(Option::is_some));
    // Keeping a carried-over answer changes no wikitext, but the texts may use the answer from then on.
    let follow = move || {
        outcome.wikitext.track();
        outcome.parts.track();
        open.whole().track();
    };
    let mail = Memo::new(move |_| {
        follow();
        page.with(|page| open.with_draft(|draft| announcement(form, draft, page.as_deref())))
    });
    let line = Memo::new(move |_| {
        outcome.parts.track();
        page.with(|page| open.with_draft(|draft| list_line(form, draft, page.as_deref()))).unwrap_or_default()
    });
    let fields = Memo::new(move |_| {
        follow();
        let fields = page.with(|page| open.with_draft(|draft| portal_fields(form, draft, page.as_deref())));
        let line = |field: PortalField| format!("{}: {}", field.name, field.value);
        fields.into_iter().map(line).collect::<Vec<_>>().join("\n")
    });
    let entry = Memo::new(move |_| {
        follow();
        page.with(|page| open.with_draft(|draft| portal_entry(form, draft, page.as_deref())))
    });
    view! {
        <Show when=move || is_published.get()>
            <h3>{t("ui-others-heading")}</h3>
            <ul class="steps steps--others">
                <li>
                    <Tick ticks step=Step::Announcement words=t("ui-announcement-tick")/>
                    <p class="step__more quiet">{t("ui-announcement-text")}</p>
                    <CopyText
                        id="announcement-subject"
                        label="ui-announcement-subject"
                        button="ui-announcement-copy-subject"
                        rows=1
                        value=Signal::derive(move || mail.with(|mail| mail.subject.clone()))
                        own=subject
                    />
                    <CopyText
                        id="announcement"
                        label="ui-announcement"
                        button="ui-announcement-copy"
                        rows=12
                        value=Signal::derive(move || mail.with(|mail| mail.body.clone()))
                        own=body
                    />
                </li>
                <li>
                    <Tick ticks step=Step::GroupPage words=t("ui-line-tick")/>
                    <CopyText id="group-line" label="ui-line" button="ui-line-copy" rows=2 value=line/>
                </li>
                <li>
                    <Tick ticks step=Step::Staff words=t("ui-staff-tick")/>
                    <p class="step__more quiet">{t("ui-staff-text")}</p>
                    <CopyText id="staff-fields" label="ui-staff" button="ui-staff-copy" rows=8 value=fields/>
                    <CopyText id="staff-entry" label="ui-meta-entry" button="ui-meta-entry-copy" rows=8 value=entry/>
                    <p class="step__more quiet">{t("ui-meta-entry-text")}</p>
                </li>
            </ul>
        </Show>
    }
}
