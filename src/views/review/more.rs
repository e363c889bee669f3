//! *More*: the report as files, and on paper.

use leptos::prelude::*;

use super::fold::Fold;
use super::output::Outcome;
use crate::browser::task::spawn_for_page;
use crate::browser::{files, page};
use crate::components::icon::icon;
use crate::session::OpenDraft;
use crate::session::words::t;
use crate::session::{Session, draft_files, session};
use report::report::{page_name, write_edition, write_html};

/// A kind of file that a report is offered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum File {
    Wikitext,
    Json,
    Text,
    Html,
}

impl File {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Wikitext, "ui-more-wiki"),
        (Self::Json, "ui-more-json"),
        (Self::Text, "ui-more-txt"),
        (Self::Html, "ui-more-html"),
    ];

    fn save(self, session: Session, open: OpenDraft, outcome: Outcome) {
        let draft = open.snapshot();
        let report = untrack(|| open.report());
        let (extension, content_type, text) = match self {
            Self::Json => return spawn_for_page(draft_files::save_draft(session, draft)),
            Self::Wikitext => (
                "wiki",
                "text/plain;charset=utf-8",
                outcome.wikitext.with_untracked(|page| page.text.clone()),
            ),
            Self::Text => ("txt", "text/plain;charset=utf-8", write_edition(&report)),
            Self::Html => {
                let name = page_name(open.form(), &draft);
                ("html", "text/html;charset=utf-8", write_html(&report, &name))
            }
        };
        files::offer(draft_files::name(&draft, extension), content_type, text);
    }
}

/// The button *More*, and the files and the printing that it unfolds.
#[component]
pub(super) fn More(outcome: Outcome) -> impl IntoView {
    let (session, open) = (session(), OpenDraft::here());
    let files = File::ALL.map(|(file, words)| {
        view! {
            <li>
                <button type="button" class="cdx-button" on:click=move |_| file.save(session, open, outcome)>
                    {icon("download")}
                    {t(words)}
                </button>
            </li>
        }
    });
    view! {
        <section class="review__part review__fold">
            <Fold id="review-more" words="ui-more" symbol="expand">
                <ul class="choices">
                    {files.collect_view()}
                    <li>
                        <button type="button" class="cdx-button" on:click=|_| page::print()>
                            {icon("printer")}
                            {t("ui-more-print")}
                        </button>
                    </li>
                </ul>
            </Fold>
        </section>
    }
}
