//! How many of the questions are drawn so far.
//!
//! Drawing all of them takes a slow phone a third of a second, in which it responds to nothing. So the first ones,
//! which fill the screen, are drawn at once, and the others one by one when the browser is idle. Each comes below the
//! one before, so nothing in sight moves. When a writer goes to a question, all are drawn at once.

use crate::browser::page;
use crate::session::session;
use leptos::prelude::*;
use report::form::{Form, Question, QuestionId};

/// The number of questions that are drawn at once: as many as fill a phone's screen.
const AT_ONCE: usize = 3;
/// The number of questions that are drawn below the last one in sight: in another language the questions may be
/// shorter.
const BELOW: usize = 2;
/// The longest time that other work may delay the next question, in milliseconds.
const PATIENCE: u32 = 500;

/// The number of questions that are drawn. Copies are the same number.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    form: &'static Form,
    count: RwSignal<usize>,
}

impl Drawn {
    /// Draws the first questions of a form; the others follow by themselves.
    pub(super) fn begin(form: &'static Form) -> Self {
        let drawn = Self { form, count: RwSignal::new(AT_ONCE) };
        if session().is_rebuilding() {
            // The reader's place among the questions is known.
            drawn.draw_to(session().last_in_sight());
        }
        provide_context(drawn);
        // The first frame draws what is around the questions.
        request_animation_frame(move || drawn.go_on());
        drawn
    }

    /// Returns the number of drawn questions in the view that is being made.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Calls `draw` once it is this question's turn; at once without a question.
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

    /// Has all questions drawn; they are on the page in the next frame.
    pub(super) fn finish(self) {
        if !self.is_done() {
            self.count.set(self.all());
        }
    }

    /// Has the questions drawn down to `last_in_sight` and [`BELOW`] more; all of them without it.
    fn draw_to(self, last_in_sight: Option<QuestionId>) {
        let place = last_in_sight.and_then(|id| self.form.questions().position(|question| question.id == id));
        self.count.set(place.map_or(self.all(), |place| (place + 1 + BELOW).min(self.all())));
    }

    /// Has all questions drawn now, and calls `then` once they are.
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
            // The view may be gone when this runs.
            let Some(count) = self.count.try_get_untracked().filter(|count| *count < self.all()) else {
                return;
            };
            self.count.set(count + 1);
            self.go_on();
        });
    }
}
