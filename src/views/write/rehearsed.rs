//! The parts of a question, each made separately, for [`rehearsal`](crate::views::rehearsal): the whole would be one
//! long task.

use leptos::prelude::*;

use super::drawn::Drawn;
use super::field::Field;
use super::keep_all::Seen;
use super::keep_up;
use super::link_form::LinkTool;
use super::question::{QuestionView, Row};
use super::suggestions::Advice;
use super::waivers::Bare;
use crate::session::{OpenAnswer, OpenDraft};

/// The functions that make the parts of the report's first question, from the smallest to the whole.
pub const QUESTION_PARTS: [fn() -> AnyView; 3] = [field, row, question];

fn field() -> AnyView {
    let (bare, link) = (Bare::new(), LinkTool::new());
    let field =
        |answer| view! { <Field answer advice=Advice::new(answer) bare link described_by=String::new()/> };
    begin().map(field).into_any()
}

fn row() -> AnyView {
    let (choices, examples) = (RwSignal::new(false), RwSignal::new(false));
    let (bare, link) = (Bare::new(), LinkTool::new());
    begin().map(|answer| view! { <Row answer named=String::new() bare link choices examples/> }).into_any()
}

fn question() -> AnyView {
    begin().map(|answer| view! { <QuestionView answer/> }).into_any()
}

/// Provides the contexts that the view *Write* gives its questions, and returns the first answer.
fn begin() -> Option<OpenAnswer> {
    let open = OpenDraft::here();
    keep_up::watch(open);
    Drawn::begin(open.form());
    Seen::begin();
    open.answers().first().copied()
}
