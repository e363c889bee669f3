//! *I have published it*: the day and the page's address, remembered with the draft.

use leptos::prelude::*;

use super::super::date_field::DateField;
use super::super::field::Field;
use super::super::output::Outcome;
use super::there::IsItThere;
use super::ticks::{Step, Ticks};
use crate::browser::{clock, nfc};
use crate::components::message::{InlineWarning, MessageBox, MessageKind};
use crate::session::OpenDraft;
use crate::session::locale;
use crate::session::words::{say, t};
use report::date::Date;
use report::draft::{Draft, Publication, is_page_address};
use report::i18n::Message;

/// The form for the publication, and the publication as noted.
#[component]
pub(super) fn Published(outcome: Outcome, ticks: Ticks) -> impl IntoView {
    let open = OpenDraft::here();
    let publication = Memo::new(move |_| open.publication());
    let changed = Memo::new(move |_| {
        outcome.wikitext.track();
        outcome.title.track();
        // Tracked, as publishing changes notes the same day and page once more.
        let _ = open.publication();
        open.with_draft(Draft::is_changed_since_publication)
    });
    let (typed_day, typed_page) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let day = Memo::new(move |_| {
        let known = || publication.with(|known| known.as_ref().map(|known| known.date));
        typed_day.get().unwrap_or_else(|| known().unwrap_or_else(clock::today).to_string())
    });
    let page = Memo::new(move |_| {
        let known = || publication.with(|known| known.as_ref().map(|known| known.page.clone()));
        let of_title = || {
            outcome.title.with(|title| {
                title.as_ref().map(|title| outcome.wiki.page_address(title)).unwrap_or_default()
            })
        };
        typed_page.get().unwrap_or_else(|| known().unwrap_or_else(of_title))
    });
    let forget_typed = move || {
        typed_day.set(None);
        typed_page.set(None);
    };
    let no_day = RwSignal::new(false);
    let problem = Memo::new(move |_| {
        page.with(|page| !page.trim().is_empty() && !is_page_address(page.trim()))
            .then(|| Message::new("ui-published-page-wrong"))
    });
    let press = move |_| {
        let date = Date::parse(&day.get_untracked());
        no_day.set(date.is_none());
        let (Some(date), None) = (date, problem.get_untracked()) else { return };
        let publication = Publication { date, page: page.get_untracked() };
        let noted =
            open.set_milestones(|draft| draft.set_publication(Some(&publication), &nfc, clock::now()));
        // An address that is too long for a draft stays in its field.
        if noted.is_ok() {
            forget_typed();
            ticks.set(Step::Publish, true);
        }
    };
    let take_back = move |_| {
        // Without a publication, no limit can be passed.
        let _ = open.set_milestones(|draft| draft.set_publication(None, &nfc, clock::now()));
        ticks.set(Step::Publish, false);
    };
    let words = move || match (publication.with(Option::is_some), changed.get()) {
        (false, _) => t("ui-publish"),
        (true, false) => t("ui-publish-again"),
        (true, true) => t("ui-publish-changes"),
    };
    let revision = Memo::new(move |_| {
        let _ = open.publication();
        open.with_draft(Draft::published_revision)
    });
    view! {
        <h3>{t("ui-published-heading")}</h3>
        <IsItThere outcome ticks noted=forget_typed/>
        <DateField
            id="published-day"
            label="ui-published-day"
            help="ui-published-day-help"
            value=day
            changed=move |typed| typed_day.set(Some(typed))
        />
        <Show when=move || no_day.get()>
            <InlineWarning words=t("ui-published-no-day")/>
        </Show>
        <Field
            id="published-page"
            label="ui-published-page"
            help="ui-published-page-help"
            value=page
            typed=move |typed| {
                typed_page.set(Some(typed));
                None
            }
            problem
        />
        <p class="actions">
            <button type="button" class="cdx-button" on:click=press>{words}</button>
            <Show when=move || publication.with(Option::is_some)>
                <button type="button" class="cdx-button cdx-button--weight-quiet" on:click=take_back>{t("ui-publish-not")}</button>
            </Show>
        </p>
        <div role="status" class="copy__status">
            {move || publication.get().map(|publication| told(publication, changed.get(), outcome, revision.get()))}
        </div>
    }
}

/// Draws when the report was published, in which of the wiki's revisions it was found, and whether it was changed
/// since.
fn told(publication: Publication, is_changed: bool, outcome: Outcome, revision: Option<u64>) -> AnyView {
    let day = locale::date(publication.date);
    let words = say(&Message::new("ui-published-on").with(day));
    let link = (!publication.page.is_empty()).then(|| {
        view! { " " <a href=publication.page target="_blank" rel="noopener noreferrer">{t("ui-open-page")}</a> }
    });
    let revision = revision.map(|revision| {
        let words = say(&Message::new("ui-meta-there-revision").with(revision));
        let address = outcome.wiki.revision_address(revision);
        view! { " " <a href=address target="_blank" rel="noopener noreferrer">{words}</a> }
    });
    let (kind, changed) = if is_changed {
        (MessageKind::Notice, Some(view! { " " <span>{t("ui-published-changed-do")}</span> }))
    } else {
        (MessageKind::Success, None)
    };
    view! {
        <MessageBox kind><span>{words}</span> {revision} {changed} {link}</MessageBox>
    }
    .into_any()
}
