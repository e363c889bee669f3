//! The channel to the other tabs in which this app is open.
//!
//! [`sync`](super::sync) handles their messages.

mod news;
mod presence;

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use self::presence::Presence;
use crate::browser::tabs;
use crate::browser::tabs::Channel;
use report::draft::DraftId;
use report::draft::replica::Writer;
use report::store::{Repository, key};

pub use self::news::News;

/// The shortest time between two revisions from before others' edits, in milliseconds: each reads the history from the
/// database.
const OFTEN: f64 = 5.0 * 60.0 * 1000.0;

/// The channel to other tabs, and which of them have the open draft open.
pub struct Tabs {
    channel: Option<Channel>,
    presence: Rc<Presence>,
    repository: Rc<Repository>,
    /// The time when a revision from before others' edits was last asked for, in milliseconds since the page began.
    remembered: Cell<f64>,
}

impl Tabs {
    /// Listens to the other tabs for as long as the page lives. `hear` gets a tab's messages; `stored` gets the key
    /// under which a tab has stored or removed something, or `None` if it has removed everything. `elsewhere` is set
    /// to whether another tab has the open draft open.
    pub fn listen(
        repository: Rc<Repository>,
        elsewhere: RwSignal<bool>,
        hear: impl Fn(News<'_>) + 'static,
        stored: impl Fn(Option<&str>) + 'static,
    ) -> Self {
        let channel = Channel::open(key::PREFIX, move |message| {
            if let Some(news) = News::read(message) {
                hear(news);
            }
        });
        tabs::on_stored(stored);
        let presence = Rc::new(Presence::new(elsewhere));
        Self { channel, presence, repository, remembered: Cell::new(f64::NEG_INFINITY) }
    }

    /// Sends the other tabs the record of a draft that was written, unless none has it open: then the browser's
    /// storage event, a little later, is enough, as sending a long report takes as long as storing it.
    pub fn written(&self, id: &DraftId) {
        if self.presence.is_empty() && self.repository.is_local(id) {
            return;
        }
        if let (Some(_), Some((key, record))) = (&self.channel, self.repository.last_record(id)) {
            self.tell(News::Written { key: &key, record: &record });
        }
    }

    /// Tells the other tabs that a draft was opened here, and asks which of them have it open.
    pub fn opened(&self, id: &DraftId) {
        self.answer(id);
        self.tell(News::Who { draft: id.as_str() });
    }

    /// Tells the other tabs that a draft is open here.
    pub fn answer(&self, id: &DraftId) {
        let writer = self.repository.writer().to_string();
        self.tell(News::Here { draft: id.as_str(), writer: &writer });
    }

    /// Tells the other tabs that no draft is open here any more.
    pub fn closed(&self) {
        self.presence.forget();
        self.remembered.set(f64::NEG_INFINITY);
        self.tell(News::Gone { writer: &self.repository.writer().to_string() });
    }

    /// Notes that the tab of this writer has the open draft open, or not any more.
    pub fn note(&self, writer: &str, is_here: bool) {
        if let Some(writer) = Writer::parse(writer) {
            self.presence.note(writer, is_here);
        }
    }

    /// Returns whether a revision from before others' edits is due; if so, the next one is not for five minutes. `now` is in
    /// milliseconds since the page began.
    pub fn is_time_to_remember(&self, now: f64) -> bool {
        let is_time = now - self.remembered.get() >= OFTEN;
        if is_time {
            self.remembered.set(now);
        }
        is_time
    }

    fn tell(&self, news: News<'_>) {
        if let Some(channel) = &self.channel {
            channel.post(&news.write());
        }
    }
}
