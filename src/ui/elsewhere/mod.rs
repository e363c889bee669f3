//! The open draft in other tabs: what is saved there appears here, and a quiet note says that it is open elsewhere.
//!
//! ```text
//! another tab saves ─┬─▶ channel ──▶ its slot's record ─┐
//!                    └─▶ storage event ─────────────────┴─▶ merged with what is here ─▶ fields, in place
//! ```
//!
//! A field in which one is typing or composing keeps what it shows; the rest follows at once, and that field a moment
//! after one has stopped.

mod news;
mod presence;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use self::news::News;
use self::presence::Presence;
use super::session::Session;
use super::state::Answer;
use super::typing;
use crate::browser::channel::Channel;
use crate::browser::{clock, field, nfc, other_tabs};
use report::draft::replica::Writer;
use report::draft::{Draft, DraftId};
use report::store::{Reason, Repository, key};

/// How soon a field in which one was typing is looked at again.
const AGAIN: Duration = Duration::from_millis(400);

/// How often the history is asked to keep what there was before others' edits, in milliseconds: it looks into the mirror for that.
const OFTEN: i64 = 5 * 60 * 1000;

/// The way to the other tabs.
pub(super) struct Tabs {
    channel: Option<Channel>,
    presence: Presence,
    keeper: Rc<Repository>,
    /// When the history was last asked to keep what there was before others' edits, in milliseconds since 1970.
    remembered: Cell<i64>,
}

impl Tabs {
    /// Listens to the other tabs for as long as the page lives. `session` gives the session once it has begun.
    pub(super) fn listen(
        keeper: Rc<Repository>,
        session: impl Fn() -> Option<Session> + Clone + 'static,
    ) -> Self {
        let heard = session.clone();
        let channel = Channel::open(key::PREFIX, move |message| {
            if let (Some(session), Some(news)) = (heard(), News::read(message)) {
                hear(session, news);
            }
        });
        other_tabs::on_stored(move |stored| {
            if let Some(session) = session() {
                changed(session, stored);
            }
        });
        Self { channel, presence: Presence::default(), keeper, remembered: Cell::default() }
    }

    /// Tells that a draft was written. Where nobody else has it open, the browser's own word of it, which comes a little later,
    /// is enough for all: a long report takes as long to be told as to be stored.
    pub(super) fn written(&self, id: &DraftId) {
        if self.presence.is_empty() && self.keeper.is_local(id) {
            return;
        }
        if let (Some(_), Some((key, record))) = (&self.channel, self.keeper.last_record(id)) {
            self.tell(News::Written { key: &key, record: &record });
        }
    }

    /// Tells that a draft was opened here, and asks who else has it open.
    pub(super) fn opened(&self, id: &DraftId) {
        let writer = self.keeper.writer().to_string();
        self.tell(News::Here { draft: id.as_str(), writer: &writer });
        self.tell(News::Who { draft: id.as_str() });
    }

    /// Tells that no draft is open here any more.
    pub(super) fn closed(&self) {
        self.presence.forget();
        self.remembered.set(0);
        self.tell(News::Gone { writer: &self.keeper.writer().to_string() });
    }

    /// Keeps what the open draft was before others' edits came in. Without it nothing is lost but that.
    fn remember(&self, session: Session, before: Draft) {
        let now = clock::now().millis();
        if now.saturating_sub(self.remembered.get()) >= OFTEN {
            self.remembered.set(now);
            session.keep(vec![before], Reason::Merge);
        }
    }

    fn tell(&self, news: News<'_>) {
        if let Some(channel) = &self.channel {
            channel.post(&news.write());
        }
    }
}

fn hear(session: Session, news: News<'_>) {
    if let News::Written { key, .. } = news {
        session.keeper().changed_elsewhere(Some(key));
        session.heard();
    }
    let Some(open) = session.open.get_untracked() else { return };
    let (tabs, id) = (session.tabs(), open.id());
    match news {
        News::Written { key, record } => {
            if session.keeper().receive(key, record, &nfc) {
                absorb(session);
            }
        }
        News::Here { draft, writer } => {
            // It has gone to another draft where it names another one.
            note(session, writer, News::is(draft, &id));
        }
        News::Who { draft } if News::is(draft, &id) => {
            let writer = session.keeper().writer().to_string();
            tabs.tell(News::Here { draft, writer: &writer });
        }
        News::Who { .. } => {}
        News::Gone { writer } => note(session, writer, false),
    }
}

fn note(session: Session, writer: &str, is_here: bool) {
    if let Some(writer) = Writer::parse(writer) {
        session.tabs().presence.note(session, writer, is_here);
    }
}

/// Something was stored or removed under a key, or, without one, everything was removed.
fn changed(session: Session, stored: Option<&str>) {
    session.keeper().changed_elsewhere(stored);
    session.heard();
    let Some(open) = session.open.get_untracked() else { return };
    let id = open.id();
    let is_own = |key: &str| key::slot_of(key) == Some((id.clone(), session.keeper().writer()));
    match stored {
        // Nobody but this page writes its slot, so it was removed.
        None => session.saver().heal(),
        Some(key) if is_own(key) => session.saver().heal(),
        Some(key) if key::slot_of(key).is_some_and(|(draft, _)| draft == id) || key == key::draft(&id) => {
            absorb(session);
        }
        Some(_) => {}
    }
}

/// Merges what other tabs and the mirror have of the open draft into it.
pub(super) fn absorb(session: Session) {
    let Some(open) = session.open.get_untracked() else { return };
    let typing = typing::fields(session, open);
    let current = open.snapshot();
    // What cannot be read now is read another time.
    let _ = session.keeper().gather(&open.id(), &nfc);
    if let Some(absorbed) = session.keeper().absorb(&current, &typing, clock::now()) {
        session.tabs().remember(session, current);
        show(&open.take_over(absorbed.draft));
        session.look_for_conflicts();
    }
    // What came may be a newer version's, or the mirror's fault may be over.
    session.saver().show();
    if !typing.is_empty() && !typing::in_whole_text(session) {
        set_timeout(move || absorb(session), AGAIN);
    }
}

/// Shows answers that were changed from outside, also in the field that has the focus.
pub(super) fn show(changed: &[Answer]) {
    for answer in changed {
        let text = answer.entry.with_untracked(|entry| entry.text().to_owned());
        // The id that the writing view gives a question's field.
        field::show(&format!("answer-{}", answer.question.id), &text);
    }
}
