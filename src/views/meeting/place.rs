//! The meeting's place in the report. The address follows it, so that a reload leads to the same question.

use leptos::prelude::*;

use crate::browser::address;
use crate::route::Route;
use crate::session::form_words::{self, FormWords};
use crate::session::{OpenDraft, session};
use crate::views::write::leave_question;
use report::form::{QuestionId, Section};

/// The question that the meeting is at. Copies are the same place.
#[derive(Clone, Copy)]
pub(super) struct MeetingPlace {
    open: OpenDraft,
    /// The question's place in the form, from 0.
    at: RwSignal<usize>,
}

impl MeetingPlace {
    /// Begins at the question that the address leads to, else at the first one, and goes wherever the address leads later.
    pub(super) fn begin(open: OpenDraft) -> Self {
        let place = Self { open, at: RwSignal::new(0) };
        let route = session().route;
        Effect::new(move || {
            if let Route::Meeting { question: Some(question), .. } = route.get() {
                let asked = open.form().questions().position(|asked| asked.id == question);
                asked.into_iter().for_each(|at| place.go(at));
            }
        });
        place
    }

    /// Returns the question's id. Subscribes to the place.
    pub(super) fn question(self) -> QuestionId {
        let at = self.at.get();
        let asked = self.open.form().questions().nth(at);
        asked.map_or_else(|| QuestionId::new(""), |asked| asked.id.clone())
    }

    /// Returns the question's number, from 1. Subscribes to the place.
    pub(super) fn number(self) -> usize {
        self.at.get() + 1
    }

    /// Returns how many questions there are.
    pub(super) fn count(self) -> usize {
        self.open.form().questions().count()
    }

    /// Returns the title of the question's section. Subscribes to the place.
    pub(super) fn section(self) -> Option<FormWords> {
        let question = self.question();
        let holds = |section: &&Section| section.questions().any(|asked| asked.id == question);
        self.open.form().sections.iter().find(holds).map(|section| form_words::heading(&section.title))
    }

    /// Returns whether there is no question in this direction. Subscribes to the place.
    pub(super) fn is_end(self, is_forward: bool) -> bool {
        self.next(is_forward, self.at.get()).is_none()
    }

    /// Goes to the next question, or to the one before. Returns whether there was one.
    pub(super) fn step(self, is_forward: bool) -> bool {
        let next = self.next(is_forward, self.at.get_untracked());
        next.map(|at| self.go(at)).is_some()
    }

    fn next(self, is_forward: bool, at: usize) -> Option<usize> {
        if is_forward { Some(at + 1).filter(|next| *next < self.count()) } else { at.checked_sub(1) }
    }

    fn go(self, at: usize) {
        if self.at.get_untracked() == at {
            return;
        }
        leave_question(self.open);
        self.at.set(at);
        let here = Route::Meeting { draft: self.open.id(), question: Some(untrack(|| self.question())) };
        // When the writer goes elsewhere, the address changes a moment before the view is told; that address must stay.
        if address::current().same_view(&here) {
            address::replace(&here);
        }
    }
}
