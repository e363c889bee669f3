//! Where reports come from: files, drops, pasted pages, this browser, Meta-Wiki.

use leptos::html;
use leptos::prelude::*;

use super::incoming::Item;
use super::reviewing::{Progress, Reviewing, Unread, YearShown};
use crate::browser::files::{self, Carried};
use crate::browser::{clock, focus, nfc};
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::meta::{Asker, Flow};
use crate::session::session;
use crate::session::words::{say, t};
use crate::views::asking::Asking;
use crate::views::import::Source;
use report::form::Form;
use report::i18n::Message;
use report::meta::{Failure, Page, YearReading};
use report::report::likely_year;

/// The ways in which reports come in, folded once there is a report, and the outcome of what came in last.
#[component]
pub(super) fn Sources(reviewing: Reviewing) -> impl IntoView {
    // The message about a year that was read in part is there, beside the button that reads the rest.
    let is_year_in_part = RwSignal::new(false);
    let is_needed = Memo::new(move |_| reviewing.is_empty() || is_year_in_part.get());
    let element = NodeRef::<html::Details>::new();
    Effect::new(move || {
        let is_needed = is_needed.get();
        let Some(element) = element.get() else { return };
        // Folding takes the focus out of a field, so the ways stay open while somebody writes in one.
        if is_needed || !focus::is_typing_in(&element) {
            element.set_open(is_needed);
        }
    });
    let handles = files::on_drop(move |carried| take(reviewing, carried));
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <details class="reports__bring" open node_ref=element>
            <summary>{t("ui-reports-bring")}</summary>
            <div class="reports__ways">
                <FileChoice reviewing/>
                <PasteField reviewing/>
                <HereChoice reviewing/>
                <YearOfMeta reviewing is_in_part=is_year_in_part/>
            </div>
        </details>
        <Reading reviewing/>
        <div role="status">{move || outcome(reviewing)}</div>
    }
}

#[component]
fn FileChoice(reviewing: Reviewing) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        let Some(input) = element.get_untracked() else { return };
        let files = input.files().map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect());
        take(reviewing, Carried::Files(files.unwrap_or_default()));
        // Cleared so that the same files can be chosen again after they were changed.
        input.set_value("");
    };
    view! {
        <section aria-labelledby="reports-files-heading">
            <h2 id="reports-files-heading">{t("ui-reports-files")}</h2>
            <p class="quiet" id="reports-files-help">{t("ui-reports-files-help")}</p>
            <input
                type="file"
                multiple
                class="reports__file-input"
                id="reports-files"
                aria-labelledby="reports-files-heading"
                aria-describedby="reports-files-help"
                accept=".json,.txt,.wiki,.html,.htm,.md,.mhtml,.mht,.eml,text/*,application/json"
                node_ref=element
                on:change=chosen
            />
            <label class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" for="reports-files">
                {icon("upload")}
                {t("ui-reports-choose-files")}
            </label>
        </section>
    }
}

#[component]
fn PasteField(reviewing: Reviewing) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    // The pasted text with its markup.
    let pasted = StoredValue::new(None::<(String, Option<String>)>);
    let paste = move |event: web_sys::ClipboardEvent| match files::pasted(&event) {
        Some(Carried::Text { plain, html }) => pasted.set_value(Some((plain, html))),
        Some(files @ Carried::Files(_)) => take(reviewing, files),
        None => {}
    };
    let add = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let plain = field.value();
        let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        // The markup belongs to the text only as long as the pasted text is unchanged.
        let html = pasted.with_value(|pasted| {
            let (text, html) = pasted.as_ref()?;
            html.clone().filter(|_| lines(text) == lines(&plain))
        });
        field.set_value("");
        pasted.set_value(None);
        reviewing.bring(vec![Item::Text(Source::Text { plain, html })], Vec::new());
    };
    view! {
        <section aria-labelledby="reports-paste-heading">
            <h2 id="reports-paste-heading">
                <label for="reports-paste">{t("ui-reports-paste")}</label>
            </h2>
            <div class="cdx-text-area">
                <textarea
                    class="cdx-text-area__textarea"
                    id="reports-paste"
                    rows="3"
                    translate="no"
                    dir="auto"
                    spellcheck="false"
                    node_ref=field
                    on:paste=paste
                ></textarea>
            </div>
            <p><button type="button" class="cdx-button" on:click=add>{icon("add")} {t("ui-reports-paste-add")}</button></p>
        </section>
    }
}

/// The button that takes the reports of this browser; nothing if there are none.
#[component]
fn HereChoice(reviewing: Reviewing) -> impl IntoView {
    let count = session().repository().shelf(&nfc).drafts.len();
    let take = move |_| {
        let repository = session().repository();
        reviewing.scope.spawn(async move { repository.all(&nfc).await }, move |drafts| {
            let items = drafts.into_iter().map(|draft| Item::Here(Box::new(draft))).collect();
            reviewing.bring(items, Vec::new());
        });
    };
    (count > 0).then(|| {
        view! {
            <section aria-labelledby="reports-here-heading">
                <h2 id="reports-here-heading">{t("ui-import-here")}</h2>
                <p><button type="button" class="cdx-button" on:click=take>
                    {icon("add")}
                    {say(&Message::new("ui-reports-here-add").with(count))}
                </button></p>
            </section>
        }
    })
}

/// The year to read from Meta-Wiki, and the button that requests it. `is_in_part` is set to whether only a part of a
/// year was read.
#[component]
fn YearOfMeta(reviewing: Reviewing, is_in_part: RwSignal<bool>) -> impl IntoView {
    let flow = Flow::new();
    let field = NodeRef::<html::Input>::new();
    let told = RwSignal::new(None::<Message>);
    let is_wrong = RwSignal::new(false);
    let press = move || {
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let year = typed.trim().parse::<u16>().ok().filter(|year| (2000..=2999).contains(year));
        is_wrong.set(year.is_none());
        told.set(year.is_none().then(|| Message::new("ui-reports-meta-wrong")));
        let Some(year) = year else {
            focus::element("reports-year");
            return;
        };
        flow.run(
            reviewing.scope,
            move |asker| ask_year(asker, reviewing.form, year),
            move |(read, failure): (YearReading, Option<Failure>)| {
                is_in_part.set(failure.is_some());
                told.set(failure.map(|failure| {
                    Message::new("ui-reports-meta-part").with(year).with(say(&failure.message()))
                }));
                if read.pages().is_empty() && read.unread().is_empty() {
                    told.set(Some(Message::new("ui-reports-meta-none").with(year)));
                    return;
                }
                reviewing.year.set(YearShown::One(year));
                let page = |page: &Page| Item::Text(Source::Page(Box::new(page.clone())));
                let items = read.pages().into_iter().map(page).collect();
                let unread = read.unread().into_iter();
                let unread =
                    unread.map(|page| Unread { name: Some(page.title.clone()), why: page.error.message() });
                reviewing.bring(items, unread.collect());
            },
        );
    };
    let by_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && !flow.is_running() {
            press();
        }
    };
    view! {
        <section aria-labelledby="reports-meta-heading">
            <h2 id="reports-meta-heading">{t("ui-reports-meta")}</h2>
            <label for="reports-year">{t("ui-reports-meta-year")}</label>
            <div class="cdx-text-input reports__year">
                <input
                    class="cdx-text-input__input"
                    id="reports-year"
                    type="text"
                    inputmode="numeric"
                    maxlength="4"
                    autocomplete="off"
                    value=likely_year(clock::today()).to_string()
                    aria-invalid=move || is_wrong.get().to_string()
                    aria-describedby="reports-year-told"
                    node_ref=field
                    on:keydown=by_key
                />
            </div>
            <p
                id="reports-year-told"
                role="status"
                prop:textContent=move || told.get().map(|words| say(&words)).unwrap_or_default()
            ></p>
            <Asking flow label=t("ui-reports-meta-read") sends=t("ui-reports-meta-sends") on_press=press/>
        </section>
    }
}

/// Reads the reports of a year, as far as the wiki returns them; along with them comes the reason why the rest is
/// missing.
///
/// # Errors
/// [`Failure`] if nothing was read.
async fn ask_year(
    asker: Asker,
    form: &'static Form,
    year: u16,
) -> Result<(YearReading, Option<Failure>), Failure> {
    let mut reading = YearReading::new(form, year);
    while let Some(request) = reading.request() {
        let what = Message::new("ui-reports-meta-asks").with(year).with(reading.pages().len());
        let answer = asker.ask(what, &request).await;
        if let Err(failure) = answer.and_then(|answer| reading.take(&answer)) {
            let is_nothing = reading.pages().is_empty() && reading.unread().is_empty();
            return if is_nothing { Err(failure) } else { Ok((reading, Some(failure))) };
        }
    }
    Ok((reading, None))
}

/// How far reading is, with a button to stop.
#[component]
fn Reading(reviewing: Reviewing) -> impl IntoView {
    let is_reading = Memo::new(move |_| reviewing.progress.with(Option::is_some));
    let words = move || {
        let Some(Progress { done, all }) = reviewing.progress.get() else { return String::new() };
        say(&Message::new("ui-reports-reading").with(done).with(all))
    };
    #[allow(clippy::cast_precision_loss, reason = "it is shown as a bar")]
    let share = move || reviewing.progress.get().map_or(0.0, |of| of.done as f64 / of.all.max(1) as f64);
    view! {
        <Show when=move || is_reading.get()>
            <p role="status" prop:textContent=words></p>
            <p class="actions">
                <progress max="1" aria-label=t("ui-reports-bring") prop:value=share></progress>
                " "
                <button type="button" class="cdx-button" on:click=move |_| reviewing.stop()>{t("ui-cancel")}</button>
            </p>
        </Show>
    }
}

/// Draws the outcome of bringing reports in.
fn outcome(reviewing: Reviewing) -> Option<AnyView> {
    let brought = reviewing.brought.get()?;
    let said = |key, count: usize| (count > 0).then(|| say(&Message::new(key).with(count)));
    let words = [
        Some(say(&Message::new("ui-reports-brought").with(brought.new + brought.versions))),
        said("ui-reports-brought-known", brought.known),
        said("ui-reports-brought-versions", brought.versions),
    ];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let kind = if brought.new + brought.versions > 0 { MessageKind::Success } else { MessageKind::Notice };
    let unread = (!brought.unread.is_empty()).then(|| {
        let count = brought.unread.len();
        let rows = brought.unread.clone().into_iter().map(|unread| {
            let name = unread.name.unwrap_or_else(|| t("ui-reports-pasted"));
            view! { <li><strong translate="no" dir="auto">{name}</strong> " " {say(&unread.why)}</li> }
        });
        view! {
            <MessageBox kind=MessageKind::Warning>
                <p>{say(&Message::new("ui-reports-unread").with(count))}</p>
                <ul class="reports__problems" tabindex="0">{rows.collect_view()}</ul>
            </MessageBox>
        }
    });
    Some(view! { <MessageBox kind>{words}</MessageBox> {unread} }.into_any())
}

fn take(reviewing: Reviewing, carried: Carried) {
    let items: Vec<Item> = match carried {
        Carried::Text { plain, html } => vec![Item::Text(Source::Text { plain, html })],
        Carried::Files(files) => files.into_iter().map(Item::File).collect(),
    };
    if !items.is_empty() {
        reviewing.bring(items, Vec::new());
    }
}
