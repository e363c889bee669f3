//! How many of the questions are on the page yet.
//!
//! Drawing all of them takes a slow phone a third of a second in which it answers to nothing. So the first ones, which fill
//! the screen, come at once and the others follow one by one, whenever the browser has nothing else to do, such as to show a
//! key: nothing that is already seen moves, as each comes below the one before. Whoever is on the way to a question gets them
//! all at once.

use crate::browser::page;
use leptos::prelude::*;
use report::form::{Form, Question};

/// What fills a phone's screen.
const AT_ONCE: usize = 3;
/// How long one may be kept from being drawn by something else, in milliseconds.
const PATIENCE: u32 = 500;

/// How many questions are drawn. Copies are the same number.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    form: &'static Form,
    count: RwSignal<usize>,
}

impl Drawn {
    /// Begins with the first questions of a form; the others follow by themselves.
    pub(super) fn begin(form: &'static Form) -> Self {
        let drawn = Self { form, count: RwSignal::new(AT_ONCE) };
        provide_context(drawn);
        // In the first frame comes what stands around the questions.
        request_animation_frame(move || drawn.go_on());
        drawn
    }

    /// The questions of the view that this is in.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// What `draw` draws, from the moment on that this is the turn of a question.
    pub(super) fn from(
        self,
        question: Option<&Question>,
        draw: impl Fn() -> AnyView + Send + 'static,
    ) -> AnyView {
        let before =
            |question: &Question| self.form.questions().take_while(|other| other.id != question.id).count();
        let number = question.map_or(0, before);
        let is_due = Memo::new(move |_| self.count.get() > number);
        (move || is_due.get().then(&draw)).into_any()
    }

    /// Draws all of them now; they are there in the next frame.
    pub(super) fn finish(self) {
        if !self.is_done() {
            self.count.set(self.all());
        }
    }

    /// Does something with questions that may not be drawn yet, once they are.
    pub(super) fn with_all(self, then: impl FnOnce() + 'static) {
        if self.is_done() {
            return then();
        }
        self.finish();
        request_animation_frame(then);
    }

    fn is_done(self) -> bool {
        self.count.with_untracked(|count| *count >= self.all())
    }

    fn all(self) -> usize {
        self.form.questions().count()
    }

    fn go_on(self) {
        page::when_idle(PATIENCE, move || {
            // The view may be gone by now.
            let Some(count) = self.count.try_get_untracked().filter(|count| *count < self.all()) else {
                return;
            };
            self.count.set(count + 1);
            self.go_on();
        });
    }
}
