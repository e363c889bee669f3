//! Writing: all sections and questions on one page, in any order.
//!
//! ```text
//! Write ─┬─ Contents            the sections with what is left, and the five states in words
//!        ├─ Question (each) ─┬─ Origin        carried over: to be kept or changed
//!        │                   ├─ Field         the one text control
//!        │                   ├─ LastYear      what the earlier report says, folded
//!        │                   ├─ row           one toolbar: tools, presets, not applicable, mark for later, examples
//!        │                   └─ Suggestions   advice, after a pause
//!        ├─ Beside              the page as Meta will show it, on wide screens
//!        └─ Bar                 how far, what is next
//! ```
//!
//! A change to a field's text always goes through the browser ([`control`]), which then reports it to the draft, so
//! that the browser's own undo includes it. A keystroke updates only the states and counts that it changes.

mod alone;
mod ask;
mod autosize;
mod bar;
mod beside;
mod choices;
mod contents;
mod control;
mod copy_by_key;
mod drawn;
mod example;
mod field;
mod field_keys;
mod keep_all;
mod keep_up;
mod last_year;
mod later;
mod link_form;
mod listed;
mod origin;
mod place;
mod presets;
mod question;
mod question_button;
mod rehearsed;
mod states;
mod suggestions;
mod tools;
mod waivers;
mod written;

use leptos::prelude::*;

pub use self::alone::{QuestionAlone, leave_question};
pub use self::bar::Bar;
pub use self::keep_all::keep_all;
pub use self::link_form::link_form;
pub use self::listed::NAME_PARTS;
pub use self::rehearsed::QUESTION_PARTS;
pub use self::suggestions::suggestions;
pub use self::written::written;

use self::beside::{Beside, beside};
use self::contents::Contents;
use self::drawn::Drawn;
use self::keep_all::Seen;
use self::place::{Place, go_to, section_id};
use self::question::QuestionView;
use crate::components::form_text::form_text;
use crate::components::late;
use crate::components::next_frame::in_next_frame;
use crate::components::view::View;
use crate::session::OpenDraft;
use crate::session::form_words;
use crate::session::words::t;
use report::form::{Group, QuestionId, Section};

/// The view *Write*.
#[component]
pub fn Write() -> impl IntoView {
    let open = OpenDraft::here();
    keep_up::watch(open);
    let drawn = Drawn::begin(open.form());
    Seen::begin();
    let place = Place::begin(open.id(), drawn);
    let beside = beside();
    let sections = open.form().sections.iter().enumerate().map(|(index, section)| {
        drawn.from(section.questions().next(), move || section_view(open, drawn, index, section))
    });
    let sections = sections.collect_view();
    view! {
        <View heading=t("ui-write") title=t("ui-write-tab") class="write">
            <div class="write__columns" class:write__columns--beside=move || beside.is_shown()>
                <Contents place/>
                <div class="write__questions" on:focusin=move |event| place.follow(&event)>
                    <p class="write__hint">{t("ui-write-hint")}</p>
                    {sections}
                </div>
                {in_next_frame(move || view! { <Beside beside place/> })}
            </div>
            {in_next_frame(move || view! {
                <Bar
                    here=place.question
                    go=move |question: QuestionId| drawn.with_all(move || go_to(&question))
                    settle=move || keep_up::about_to_leave(open)
                />
            })}
        </View>
    }
}

fn section_view(open: OpenDraft, drawn: Drawn, index: usize, section: &'static Section) -> AnyView {
    let (id, named_by) = (section_id(index), section_id(index));
    let is_carried_over = open.with_draft(|draft| draft.carried_over_from().is_some());
    let groups = section.groups.iter();
    let groups =
        groups.map(|group| drawn.from(group.questions.first(), move || group_view(open, drawn, group)));
    view! {
        <section class="section" aria-labelledby=named_by>
            <h2 id=id tabindex="-1">{form_text(form_words::heading(&section.title))}</h2>
            {groups.collect_view()}
            {is_carried_over.then(|| drawn.from(section.questions().last(), move || late::part(move |late| (late.keep_all)(section))))}
        </section>
    }
    .into_any()
}

fn group_view(open: OpenDraft, drawn: Drawn, group: &'static Group) -> AnyView {
    let title = group.title.as_deref();
    let heading = title.map(|title| {
        view! { <h3 class="section__group">{form_text(form_words::heading(title))}</h3> }
    });
    let questions = group.questions.iter().filter_map(|question| {
        let answer = open.answer(question.id.as_str())?;
        Some(drawn.from(Some(question), move || view! { <QuestionView answer/> }.into_any()))
    });
    view! {
        {heading}
        {questions.collect_view()}
    }
    .into_any()
}
