//! *Read from Meta-Wiki*: a page by its address or title, or an affiliate's reports by its name.

use leptos::html;
use leptos::prelude::*;

use super::incoming::Incoming;
use super::reader::Source;
use crate::browser::{focus, nfc};
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::session::locale;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use report::form::{Form, ParameterNames};
use report::i18n::Message;
use report::import;
use report::meta::{
    Failure, Given, Page, PageAsked, PageError, ReportPage, given, page_request, read_page, read_reports,
    reports_of, reports_request,
};
use report::names::title::PageTitle;

/// The greatest number of requests for the list of reports.
const MOST_PARTS: usize = 8;

/// The result of a request, except for a page, which comes in like any other text.
#[derive(Clone)]
enum Brought {
    /// Nothing yet, or a page.
    Nothing,
    /// There is nothing to read; the reason.
    Wrong(Message),
    /// The reports of an affiliate.
    Reports {
        /// The name that was searched for.
        name: String,
        /// The reports, the likeliest first; may be empty.
        pages: Vec<ReportPage>,
        /// The number of reports that were looked through.
        of: usize,
    },
}

/// The field for the page, the button, and the result.
#[component]
pub(super) fn FromWiki(incoming: Incoming) -> impl IntoView {
    let flow = Flow::new();
    let brought = RwSignal::new(Brought::Nothing);
    let field = NodeRef::<html::Input>::new();
    let press = move || {
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        brought.set(Brought::Nothing);
        match given(&incoming.form.wiki, &typed) {
            Ok(Given::Page(asked)) => read(incoming, flow, brought, asked),
            Ok(Given::Name(name)) => find(incoming, flow, brought, name),
            Err(error) => brought.set(Brought::Wrong(error.message())),
        }
    };
    let by_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && !flow.is_running() {
            press();
        }
    };
    view! {
        <section class="open__wiki" aria-labelledby="open-wiki">
            <h2 id="open-wiki">{t("ui-meta-read-heading")}</h2>
            <div class="cdx-field">
                <div class="cdx-label">
                    <label class="cdx-label__label" for="open-page">
                        <span class="cdx-label__label__text">{t("ui-meta-page")}</span>
                    </label>
                    <span class="cdx-label__description" id="open-page-help">{t("ui-meta-page-help")}</span>
                </div>
                <div class="cdx-text-input">
                    <input
                        class="cdx-text-input__input"
                        id="open-page"
                        type="text"
                        dir="auto"
                        translate="no"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="open-page-help"
                        node_ref=field
                        on:keydown=by_key
                    />
                </div>
            </div>
            <Asking flow label=t("ui-meta-read") sends=t("ui-meta-read-sends") on_press=press/>
            <div role="status" id="open-brought" tabindex="-1">
                {move || shown(incoming, flow, brought)}
                {move || incoming.source.with(|source| match source {
                    Source::Page(page) => Some(read_words(page)),
                    _ => None,
                })}
            </div>
        </section>
    }
}

/// Reads a page, which then comes in.
fn read(incoming: Incoming, flow: Flow, brought: RwSignal<Brought>, page: PageAsked) {
    let asked = incoming.ask();
    let work = move |asker: Asker| async move { ask_page(&asker, &page).await };
    flow.run(incoming.scope, work, move |result| match result {
        Ok(page) => take(incoming, asked, brought, page),
        Err(error) => brought.set(Brought::Wrong(error.message())),
    });
}

/// Reads the page of a name if that is a report, and else looks for the name in the list of all reports: an
/// affiliate's own page has the affiliate's name, and is not a report.
fn find(incoming: Incoming, flow: Flow, brought: RwSignal<Brought>, name: String) {
    let asked = incoming.ask();
    let work = move |asker| page_or_reports(asker, incoming.form, name);
    flow.run(incoming.scope, work, move |found| match found {
        Ok(page) => take(incoming, asked, brought, page),
        Err(reports) => brought.set(reports),
    });
}

async fn page_or_reports(
    asker: Asker,
    form: &'static Form,
    name: String,
) -> Result<Result<Page, Brought>, Failure> {
    if let Ok(title) = PageTitle::new(&name)
        && let Ok(page) = ask_page(&asker, &PageAsked::Title(title)).await?
        && import::read(form, &ParameterNames::of(form), &page.text, None, &nfc).is_ok()
    {
        return Ok(Ok(page));
    }
    let titles = all_reports(form, &asker).await?;
    let pages = reports_of(form, &name, &titles);
    Ok(Err(Brought::Reports { name, pages, of: titles.len() }))
}

/// Takes a page, unless something else came in or was asked for after it.
fn take(incoming: Incoming, asked: u64, brought: RwSignal<Brought>, page: Page) {
    if incoming.is_awaited(asked) {
        brought.set(Brought::Nothing);
        incoming.take(Source::Page(Box::new(page)));
        focus::soon_unless_typing("#open-brought");
    }
}

/// Requests a page; the inner error is one that the writer can correct.
async fn ask_page(asker: &Asker, asked: &PageAsked) -> Result<Result<Page, PageError>, Failure> {
    let what = match asked {
        PageAsked::Title(title) => Message::new("ui-meta-asks-page").with(title),
        PageAsked::Revision(number) | PageAsked::Number(number) => {
            Message::new("ui-meta-asks-number").with(number)
        }
    };
    let answer = asker.ask(what, &page_request(asked)).await?;
    match read_page(asked, &answer) {
        Err(PageError::Failure(failure)) => Err(failure),
        result => Ok(result),
    }
}

async fn all_reports(form: &'static Form, asker: &Asker) -> Result<Vec<PageTitle>, Failure> {
    let mut titles = Vec::new();
    let mut next = None;
    for _ in 0..MOST_PARTS {
        let request = reports_request(form, next.as_deref());
        let listed = read_reports(&asker.ask(Message::new("ui-meta-asks-reports"), &request).await?)?;
        titles.extend(listed.titles);
        next = listed.next;
        if next.is_none() {
            return Ok(titles);
        }
    }
    Err(Failure::TooLong { most: MOST_PARTS })
}

fn shown(incoming: Incoming, flow: Flow, brought: RwSignal<Brought>) -> Option<AnyView> {
    match brought.get() {
        Brought::Nothing => None,
        Brought::Wrong(why) => {
            Some(view! { <MessageBox kind=MessageKind::Warning>{say(&why)}</MessageBox> }.into_any())
        }
        Brought::Reports { name, pages, of } if pages.is_empty() => {
            let words = say(&Message::new("ui-meta-no-reports").with(name).with(of));
            Some(view! { <MessageBox kind=MessageKind::Notice>{words}</MessageBox> }.into_any())
        }
        Brought::Reports { name, pages, .. } => {
            let words = say(&Message::new("ui-meta-reports").with(name).with(pages.len()));
            let row = move |page: ReportPage| {
                let named = say(&Message::new("ui-meta-read-report").with(&page.year).with(&page.affiliate));
                let asked = PageAsked::Title(page.title);
                let press = move |_| {
                    if !flow.is_running() {
                        read(incoming, flow, brought, asked.clone());
                    }
                };
                view! { <li><button type="button" class="cdx-button" on:click=press>{named}</button></li> }
            };
            Some(
                view! {
                    <p>{words}</p>
                    <ul class="choices">{pages.into_iter().map(row).collect_view()}</ul>
                }
                .into_any(),
            )
        }
    }
}

/// Draws which page was read, and which of its revisions.
fn read_words(page: &Page) -> AnyView {
    let day = page.saved_on().map(locale::date).unwrap_or_default();
    let words = say(&Message::new("ui-meta-was-read").with(&page.title).with(page.revision).with(day));
    let from = page.redirected_from.as_ref();
    let from = from.map(|from| say(&Message::new("ui-meta-redirected").with(from).with(&page.title)));
    view! {
        <MessageBox kind=MessageKind::Success>{words} {from.map(|from| format!(" {from}"))}</MessageBox>
    }
    .into_any()
}
