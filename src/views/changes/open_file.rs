//! Opens earlier reports from files, for this view only.

use leptos::html;
use leptos::prelude::*;

use super::sources::Sources;
use crate::browser::{clock, files, nfc, random, text_decoder};
use crate::components::icon::icon;
use crate::session::words::{say, t};
use crate::views::import::{Reader, Source, read_error};
use report::draft::limits::FILE_BYTES;
use report::draft::{Draft, DraftId};
use report::form::Form;
use report::i18n::Message;
use report::import::Import;
use report::import::bytes::decode;
use report::report::changes::{Added, EARLIER_REPORTS, ReportOfYear, year_or_unknown};

/// The button for files of earlier reports, and the result for each.
#[component]
pub(super) fn OpenFile(sources: Sources) -> impl IntoView {
    let element = NodeRef::<html::Input>::new();
    let told = RwSignal::new(Vec::<String>::new());
    let chosen = move |_| {
        let Some(input) = element.get_untracked() else { return };
        let list = input.files();
        let files: Vec<_> =
            list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        told.set(Vec::new());
        let form = sources.form;
        let read = async move {
            let mut all = Vec::new();
            for file in files {
                all.push(read(form, file).await);
            }
            all
        };
        sources.scope.spawn(read, move |all| {
            told.set(all.into_iter().flat_map(|read| take(sources, read)).collect());
        });
        // Cleared so that the same file can be chosen again after it was changed.
        input.set_value("");
    };
    view! {
        <div class="changes__file">
            <input
                type="file"
                class="open__file-input"
                id="changes-file"
                multiple
                accept=".json,.txt,.wiki,.html,.htm,.md,.mhtml,.mht,.eml,text/*,application/json"
                node_ref=element
                on:change=chosen
            />
            <label class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" for="changes-file">
                {icon("upload")}
                {t("ui-changes-file")}
            </label>
            <div role="status">
                {move || told.get().into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            </div>
        </div>
    }
}

/// Reads the reports in a file, in steps between which the page responds.
async fn read(form: &'static Form, file: web_sys::File) -> Result<Vec<Draft>, Message> {
    let name = file.name();
    let bytes = files::read(&file, FILE_BYTES).await.map_err(|error| read_error(error, &name))?;
    let decoded = decode(&bytes, None, &text_decoder::decode).map_err(|not_text| not_text.message(&name))?;
    let source = Source::File { name: name.clone(), text: decoded.text };
    match Reader::new(form).read_in_turns(&source, None, |_| true).await {
        Some(Ok(Import::Drafts(copies))) => Ok(copies.into_iter().map(|copy| copy.draft).collect()),
        Some(Ok(Import::Reading(reading))) => {
            let draft = reading.to_draft(form, DraftId::from_random(random::bits()), &nfc, clock::now());
            Ok(vec![draft.map_err(|error| error.message())?])
        }
        Some(Err(error)) => {
            Err(Message::new("ui-changes-file-failed").with(name).with(say(&error.message())))
        }
        None => Ok(Vec::new()),
    }
}

/// Adds the reports of one file, and returns the message about each.
fn take(sources: Sources, read: Result<Vec<Draft>, Message>) -> Vec<String> {
    match read {
        Ok(drafts) => drafts.iter().map(|draft| say(&outcome(sources, draft))).collect(),
        Err(why) => vec![say(&why)],
    }
}

fn outcome(sources: Sources, draft: &Draft) -> Message {
    let report = ReportOfYear::of_draft(sources.form, draft);
    let year = year_or_unknown(report.year_words(), &say);
    match sources.add(draft) {
        Added::Chosen => Message::new("ui-changes-added").with(year),
        Added::InPlaceOfOther => Message::new("ui-changes-replaced").with(year),
        Added::NoRoom => Message::new("ui-changes-no-room").with(year).with(EARLIER_REPORTS),
        Added::NotEarlier { year } => {
            Message::new("ui-changes-not-earlier").with(year).with(sources.this_year())
        }
        Added::Empty => Message::new("ui-changes-empty").with(year),
    }
}
