//! The findings above the page: empty questions and suggestions, folded by kind, each a link to its question.

use leptos::prelude::*;

use super::mending::{Mending, MendingLine};
use crate::components::form_text::form_text;
use crate::route::Route;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::remembered::Dismissed;
use crate::session::words::{say, t};
use report::checks::{State, Suggestion, SuggestionId};
use report::form::Question;
use report::i18n::Message;

/// The greatest number of entries with which a group starts unfolded.
const FEW: usize = 5;

/// A question to look at, with the words about it beyond its group's title.
#[derive(Clone, Debug, PartialEq)]
struct Finding {
    question: &'static Question,
    suggestion: Option<Suggestion>,
}

/// The findings in groups, below a line of how many questions are left.
#[component]
pub(super) fn Findings() -> impl IntoView {
    let open = OpenDraft::here();
    let counts = open.whole();
    let headline = move || {
        let counts = counts.get();
        if counts.left() == 0 {
            return say(&Message::new("ui-review-all-answered").with(counts.total()));
        }
        say(&Message::new("ui-review-left").with(counts.done()).with(counts.total()).with(counts.left()))
    };
    let mending = Mending::new();
    let groups = [
        (Message::new("ui-review-empty"), in_state(open, State::Empty)),
        (Message::new("ui-review-carried-over"), in_state(open, State::CarriedOver)),
        (Message::new("ui-review-later"), in_state(open, State::Later)),
        (Message::new("ui-review-suggestions"), suggestions(open)),
    ];
    view! {
        <section class="review__part review__findings" aria-labelledby="review-findings">
            <h2 id="review-findings" tabindex="-1">{t("ui-review-findings")}</h2>
            <p class="review__headline">{headline}</p>
            <MendingLine mending/>
            {groups.map(|(title, findings)| view! { <Group title findings mending/> }).collect_view()}
        </section>
    }
}

fn in_state(open: OpenDraft, state: State) -> Memo<Vec<Finding>> {
    Memo::new(move |_| {
        let answers = open.answers().into_iter().filter(|answer| answer.state.get() == state);
        answers.map(|answer| Finding { question: answer.question, suggestion: None }).collect()
    })
}

/// Collects advice that is not dismissed, except on carried-over unchecked answers, which have a group of their own.
fn suggestions(open: OpenDraft) -> Memo<Vec<Finding>> {
    let dismissed = Dismissed::here();
    Memo::new(move |_| {
        let mut findings = Vec::new();
        for answer in open.answers() {
            let found = answer.suggestions.get();
            let text = answer.text();
            let shown = found
                .into_iter()
                .filter(|found| found.id != SuggestionId::CarriedOver && !dismissed.has(found, &text));
            findings
                .extend(shown.map(|found| Finding { question: answer.question, suggestion: Some(found) }));
        }
        findings
    })
}

/// The findings of one kind, folded if they are many; nothing if there are none.
#[component]
fn Group(title: Message, findings: Memo<Vec<Finding>>, mending: Mending) -> impl IntoView {
    let open = OpenDraft::here();
    let unfolded = findings.with_untracked(|findings| findings.len() <= FEW);
    let title = Memo::new(move |_| say(&title.clone().with(findings.with(Vec::len))));
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <details class="cdx-accordion" open=unfolded>
                <summary>
                    <h3 class="cdx-accordion__header">
                        <span class="cdx-accordion__header__title" prop:textContent=title></span>
                    </h3>
                </summary>
                <div class="cdx-accordion__content">
                    <ul class="findings">
                        {move || findings.get().into_iter().map(|finding| entry(open, mending, finding)).collect_view()}
                    </ul>
                </div>
            </details>
        </Show>
    }
}

fn entry(open: OpenDraft, mending: Mending, finding: Finding) -> AnyView {
    let question = finding.question;
    let route = Route::Write { draft: open.id(), question: Some(question.id.clone()) };
    let suggestion = finding.suggestion.map(|suggestion| {
        let words = say(&suggestion.message);
        let mend = suggestion.mend.map(|mend| {
            let named = format!("{}: {}", say(&mend.label), form_words::wording(&question.text).shown);
            let label = say(&mend.label);
            let press = move |_| mending.mend(open, question, &mend);
            view! { <button type="button" class="cdx-button" aria-label=named on:click=press>{label}</button> }
        });
        view! {
            <p class="finding__words">{words}</p>
            {mend}
        }
    });
    view! {
        <li class="finding">
            <a class="finding__question" href=route.to_string()>
                {form_text(form_words::wording(&question.text))}
            </a>
            {suggestion}
        </li>
    }
    .into_any()
}
