//! The ways to share a report: its questions as a message, with or without the answers, or the draft as a link or a file.

use leptos::prelude::*;

use super::extent::{Extent, ExtentChoice, Handed};
use super::folder::FolderChoice;
use super::link::LinkChoice;
use super::own_name::OwnName;
use crate::browser::files::Shared;
use crate::browser::{address, clipboard, clock, files};
use crate::components::icon::icon;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::text_copy::TextByHand;
use crate::route::Route;
use crate::session::form_words;
use crate::session::scope::Scope;
use crate::session::words::{say, t};
use crate::session::{OpenDraft, draft_files, session};
use report::draft::Draft;
use report::draft::file::{self, DraftCopy};
use report::form::Question;
use report::i18n::Message;
use report::report::{Asked, Report, report_year, write_request};

/// A choice of what to share.
#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// One question with its answer so far.
    Question(&'static Question),
    /// All questions, for another person to answer.
    Questions,
    /// All questions with the answers so far.
    Answers,
}

/// The result of sharing.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// Words that say what was done, or why nothing was.
    Said(&'static str),
    /// A message that the browser could neither send nor copy, for the writer to copy by hand.
    ByHand(String),
}

/// Draws the choices of what to share of the open report, and the result below them. Draws nothing if the writer has
/// left the report by the browser's back button.
pub fn choices() -> AnyView {
    session().open.get_untracked().map(choices_for).into_any()
}

fn choices_for(open: OpenDraft) -> AnyView {
    let outcome = RwSignal::new(None::<Outcome>);
    let scope = Scope::here();
    let presses = StoredValue::new(0_u32);
    let here = session();
    let question = here.sharing.question();
    // The late result of an earlier press is ignored.
    let press = move || {
        outcome.set(None);
        presses.update_value(|count| *count += 1);
        let mine = presses.get_value();
        move |told| {
            if presses.get_value() == mine {
                outcome.set(told);
            }
        }
    };
    let all = question.map(What::Question).into_iter().chain([What::Questions, What::Answers]);
    let buttons = all.map(|what| {
        let act = move |_| share(scope, open, what, press());
        view! { <li><button type="button" class="cdx-button" on:click=act>{icon("share")} {words_of(what)}</button></li> }
    });
    let handed = Handed::new(here, open, question);
    let give_link = move |link, copy| hand_over_link(scope, handed, link, copy, press());
    let give_file = move |_| hand_over_file(scope, handed, press());
    let shown = move || outcome.get().map(|outcome| draw(&outcome));
    let at = question.map(|question| question.id.clone()).or_else(|| match address::current() {
        Route::Write { question, .. } => question,
        _ => None,
    });
    let meeting = Route::Meeting { draft: open.id(), question: at };
    view! {
        <p>{t("ui-share-text")}</p>
        <ul class="choices">{buttons.collect_view()}</ul>
        <section aria-labelledby="share-draft">
            <h3 id="share-draft">{t("ui-share-draft-itself")}</h3>
            <p>{t("ui-share-draft-text")}</p>
            <ExtentChoice handed/>
            <OwnName session=here handed/>
            <LinkChoice handed give=give_link/>
            " "
            <button type="button" class="cdx-button" on:click=give_file>{icon("share")} {t("ui-share-draft")}</button>
        </section>
        <div role="status">{shown}</div>
        <FolderChoice session=here open/>
        <p><a href=meeting.to_string() on:click=move |_| here.sharing.shown.set(false)>{t("ui-share-meeting")}</a></p>
    }
    .into_any()
}

fn words_of(what: What) -> String {
    match what {
        What::Question(question) => {
            say(&Message::new("ui-share-question").with(form_words::wording(&question.text).shown))
        }
        What::Questions => t("ui-share-questions"),
        What::Answers => t("ui-share-answers"),
    }
}

fn draw(outcome: &Outcome) -> AnyView {
    match outcome {
        Outcome::Said(key) => view! { <p>{t(key)}</p> }.into_any(),
        Outcome::ByHand(message) => view! {
            <MessageBox kind=MessageKind::Warning>{t("ui-share-by-hand")}</MessageBox>
            <TextByHand text=message.clone() label=t("ui-share-message")/>
        }
        .into_any(),
    }
}

/// Shares what was chosen, and says the result.
fn share(scope: Scope, open: OpenDraft, what: What, tell: impl Fn(Option<Outcome>) + Copy + 'static) {
    let message = message(open, &open.snapshot(), what);
    let by_hand = tell_by_hand(scope, message.clone(), tell);
    scope.spawn(send(message.clone(), by_hand), move |sent| {
        tell(match sent {
            Sent::Sheet => Some(Outcome::Said("ui-share-done")),
            Sent::Clipboard => Some(Outcome::Said("ui-share-copied")),
            Sent::Cancelled => None,
            Sent::Refused => Some(Outcome::ByHand(message)),
        });
    });
}

/// Returns a function that offers a message to be copied by hand, as long as the dialog exists.
fn tell_by_hand(
    scope: Scope,
    message: String,
    tell: impl Fn(Option<Outcome>) + 'static,
) -> impl FnOnce() + 'static {
    move || {
        scope.try_with(|| tell(Some(Outcome::ByHand(message))));
    }
}

/// Copies a link, and says the result.
fn hand_over_link(
    scope: Scope,
    handed: Handed,
    link: String,
    copy: DraftCopy,
    tell: impl Fn(Option<Outcome>) + Copy + 'static,
) {
    let by_hand = tell_by_hand(scope, link.clone(), tell);
    let copied = {
        let link = link.clone();
        async move {
            let copied = clipboard::copy_or_tell(&link, by_hand).await;
            // A link that is copied by hand is handed out as well.
            handed.note(&copy);
            copied
        }
    };
    scope.spawn(copied, move |copied| {
        tell(Some(match copied {
            Ok(()) => Outcome::Said("ui-share-copied"),
            Err(_) => Outcome::ByHand(link),
        }));
    });
}

/// Shares or downloads the file, and says the result.
fn hand_over_file(scope: Scope, handed: Handed, tell: impl Fn(Option<Outcome>) + 'static) {
    let Some(copy) = untrack(|| handed.copy()) else { return };
    let is_whole = handed.extent.get_untracked() == Extent::Whole;
    let name = if is_whole { draft_files::name } else { draft_files::name_of_part };
    let sent = async move {
        let said = send_file(&copy, |extension| name(&copy.draft, extension)).await;
        if matches!(said, Some("ui-share-done" | "ui-share-downloaded")) {
            handed.note(&copy);
            if is_whole {
                handed.note_kept(copy.draft.id());
            }
        }
        said
    };
    scope.spawn(sent, move |said| tell(said.map(Outcome::Said)));
}

/// Writes the message to share, beginning with two sentences: whose report it is, of which year, and what to do.
fn message(open: OpenDraft, draft: &Draft, what: What) -> String {
    let form = open.form();
    let (report, asked, lead) = match what {
        What::Question(question) => {
            (Report::of_draft(form, draft), Asked::One(&question.id), Message::new("ui-share-lead-one"))
        }
        What::Questions => (Report::of_texts(form, |_| ""), Asked::All, Message::new("ui-share-lead")),
        What::Answers => (Report::of_draft(form, draft), Asked::All, Message::new("ui-share-lead")),
    };
    let name = untrack(|| open.name());
    let name = if name.is_empty() { t("ui-share-our-affiliate") } else { name };
    let year = untrack(|| open.year());
    let year = if year.is_empty() { report_year(draft, clock::today()).to_string() } else { year };
    write_request(&say(&lead.with(name).with(year)), draft.id(), &report, asked)
}

/// The way that a message has gone.
enum Sent {
    /// To another app, by the system's share sheet.
    Sheet,
    /// To the clipboard.
    Clipboard,
    /// Nowhere, as the writer closed the share sheet.
    Cancelled,
    /// Nowhere, as the browser allows neither.
    Refused,
}

/// Sends a message by the share sheet, or copies it. Calls `silent` if the browser does not say for a while whether it
/// has copied; some never do.
async fn send(message: String, silent: impl FnOnce() + 'static) -> Sent {
    match files::share_text(&message).await {
        Shared::Done => return Sent::Sheet,
        Shared::Cancelled => return Sent::Cancelled,
        Shared::Impossible => {}
    }
    let copied = clipboard::copy_or_tell(&message, silent).await;
    if copied.is_ok() { Sent::Clipboard } else { Sent::Refused }
}

/// Shares a copy as a file by the share sheet, or downloads it. Chromium's sheet takes no `.json`, so the file is
/// offered as `.txt`, too: opening a file looks at its content, not its name. Returns the message key of the result.
async fn send_file(copy: &DraftCopy, name: impl Fn(&str) -> String) -> Option<&'static str> {
    let Ok(text) = file::write_copies(std::slice::from_ref(copy)) else { return Some("ui-share-refused") };
    for (extension, content_type) in [("json", "application/json"), ("txt", "text/plain")] {
        match files::share_file(&name(extension), content_type, &text).await {
            Shared::Done => return Some("ui-share-done"),
            Shared::Cancelled => return None,
            Shared::Impossible => {}
        }
    }
    match files::save(&name("json"), "application/json", &text).await {
        Ok(()) => Some("ui-share-downloaded"),
        Err(_) => Some("ui-share-refused"),
    }
}
