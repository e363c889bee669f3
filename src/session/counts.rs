//! How far the open draft is, kept up to date by memos.

use leptos::prelude::*;

use super::open_answer::OpenAnswer;
use report::checks::Counts;

/// Counts the states of these answers, and keeps the counts up to date.
pub fn counts(answers: Vec<OpenAnswer>) -> Memo<Counts> {
    Memo::new(move |_| {
        let mut counts = Counts::default();
        for answer in &answers {
            counts.add(answer.state.get());
        }
        counts
    })
}

/// Adds up the sections' counts, and keeps the sum up to date.
pub fn sum(sections: Vec<Memo<Counts>>) -> Memo<Counts> {
    Memo::new(move |_| {
        sections.iter().map(|section| section.get()).fold(Counts::default(), |sum, counts| Counts {
            empty: sum.empty + counts.empty,
            answered: sum.answered + counts.answered,
            not_applicable: sum.not_applicable + counts.not_applicable,
            carried_over: sum.carried_over + counts.carried_over,
            later: sum.later + counts.later,
        })
    })
}
