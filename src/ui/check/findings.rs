//! On top: what is empty and what is suggested, folded by kind, each a link to its question.

use leptos::prelude::*;

use crate::checks::{State, SuggestionId};
use crate::form::Question;
use crate::i18n::Message;
use crate::route::Route;
use crate::ui::put_aside::PutAside;
use crate::ui::state::OpenDraft;
use crate::ui::words::{say, t};

/// Up to so many entries a group starts unfolded.
const FEW: usize = 5;

/// Something to look at: a question, and what there is to say about it beyond the group's own words.
#[derive(Clone, Debug, PartialEq)]
struct Finding {
    question: &'static Question,
    words: Option<Message>,
}

/// All findings, or the good news.
#[component]
pub(super) fn Findings() -> impl IntoView {
    let open = OpenDraft::here();
    let counts = open.whole();
    let headline = move || {
        let counts = counts.get();
        if counts.left() == 0 {
            return say(&Message::new("ui-check-all-answered").with(counts.total()));
        }
        say(&Message::new("ui-check-left").with(counts.done()).with(counts.total()).with(counts.left()))
    };
    let groups = [
        (Message::new("ui-check-empty"), in_state(open, State::Empty)),
        (Message::new("ui-check-carried-over"), in_state(open, State::CarriedOver)),
        (Message::new("ui-check-later"), in_state(open, State::Later)),
        (Message::new("ui-check-suggestions"), suggestions(open)),
    ];
    view! {
        <section class="check__part check__findings" aria-labelledby="check-findings">
            <h2 id="check-findings">{t("ui-check-findings")}</h2>
            <p class="check__headline">{headline}</p>
            {groups.map(|(title, findings)| view! { <Group title findings/> }).collect_view()}
        </section>
    }
}

fn in_state(open: OpenDraft, state: State) -> Memo<Vec<Finding>> {
    Memo::new(move |_| {
        let answers = open.answers().into_iter().filter(|answer| answer.state.get() == state);
        answers.map(|answer| Finding { question: answer.question, words: None }).collect()
    })
}

/// Advice that is not put aside; what is carried over and unchecked has a group of its own.
fn suggestions(open: OpenDraft) -> Memo<Vec<Finding>> {
    let put_aside = PutAside::here();
    Memo::new(move |_| {
        let mut findings = Vec::new();
        for answer in open.answers() {
            let found = answer.suggestions.get();
            let text = answer.text();
            let shown = found
                .into_iter()
                .filter(|found| found.id != SuggestionId::CarriedOver && !put_aside.has(found, &text));
            let words = shown.map(|found| found.message);
            findings.extend(words.map(|words| Finding { question: answer.question, words: Some(words) }));
        }
        findings
    })
}

/// The findings of one kind, folded where they are many; nothing where there are none.
#[component]
fn Group(title: Message, findings: Memo<Vec<Finding>>) -> impl IntoView {
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
                        {move || findings.get().into_iter().map(|finding| entry(open, finding)).collect_view()}
                    </ul>
                </div>
            </details>
        </Show>
    }
}

fn entry(open: OpenDraft, finding: Finding) -> impl IntoView {
    let route = Route::Write { draft: open.id(), question: Some(finding.question.id.clone()) };
    view! {
        <li class="finding">
            <a class="finding__question" href=route.to_string() translate="no" lang="en" dir="ltr">
                {finding.question.text.clone()}
            </a>
            {finding.words.map(|words| view! { <p class="finding__words">{say(&words)}</p> })}
        </li>
    }
}
