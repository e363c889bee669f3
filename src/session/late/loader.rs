//! Loads the part that comes late, and knows how far that has got.

use leptos::prelude::*;

use super::parts::LateParts;
use crate::browser::task::spawn_for_page;
use crate::browser::typing;
use crate::browser::{clock, late, network};
use crate::session::words::{self, LateWords};
use futures_util::future::join;
use report::i18n::learn_english;

/// How long after the start it is asked for if nobody needs it, in milliseconds: first the page is drawn.
const QUIET: u32 = 500;

/// How many times as long it waits for who is typing to make a pause: compiling it would hold up what the keys show.
const PAUSES: u32 = 20;

/// How soon it is asked for again where that failed, in milliseconds.
const AGAIN: u32 = 15_000;

/// How long somebody waits who has asked for nothing to be seen, and how often it is looked for then, in milliseconds.
const PATIENCE: u32 = 6000;
const GLANCE: u32 = 50;

/// How far it has got.
#[derive(Clone, Copy)]
pub enum Stage {
    /// The part is on its way, or soon will be.
    Coming,
    /// The part is there.
    Here(&'static LateParts),
    /// The part did not come, or what came is something else. It is asked for again and again.
    Failed,
}

/// The part that comes late. Copies are the same.
#[derive(Clone, Copy)]
pub struct Late {
    stage: RwSignal<Stage>,
    /// Whether it has been asked for and no answer is there yet.
    asked: StoredValue<bool>,
    /// Whether it will be asked for again by and by.
    resting: StoredValue<bool>,
    /// The entry of that part. It has to be loaded before this is called.
    entry: fn() -> &'static LateParts,
    /// What is done with it once it is there.
    waiting: StoredValue<Vec<Act>, LocalStorage>,
}

type Act = Box<dyn FnOnce(&'static LateParts)>;

impl Late {
    /// Lets the part come once the page is drawn, or when it is first wanted. `entry` leads into it.
    pub fn begin(entry: fn() -> &'static LateParts) -> Self {
        let stage = if cfg!(split) { Stage::Coming } else { Stage::Here(entry()) };
        let late = Self {
            stage: RwSignal::new(stage),
            asked: StoredValue::new(false),
            resting: StoredValue::new(false),
            entry,
            waiting: StoredValue::new_local(Vec::new()),
        };
        let _ = network::on_online_change(move |is_there| {
            if is_there {
                late.want();
            }
        });
        request_animation_frame(move || {
            spawn_for_page(async move {
                clock::wait(QUIET).await;
                for _ in 0..PAUSES {
                    if !typing::is_going_on() {
                        break;
                    }
                    clock::wait(QUIET).await;
                }
                late.want();
            });
        });
        late
    }

    /// What is in it, if it is there. Subscribes.
    pub fn parts(self) -> Option<&'static LateParts> {
        match self.stage.get() {
            Stage::Here(parts) => Some(parts),
            Stage::Coming | Stage::Failed => None,
        }
    }

    /// What is in it, if it is there. Does not subscribe.
    pub fn parts_now(self) -> Option<&'static LateParts> {
        untrack(|| self.parts())
    }

    /// How far it has got. Subscribes.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Asks for it, unless it is there or on its way.
    pub fn want(self) {
        let is_here = self.stage.with_untracked(|stage| matches!(stage, Stage::Here(_)));
        if is_here || self.asked.get_value() {
            return;
        }
        self.asked.set_value(true);
        let is_again = self.stage.with_untracked(|stage| matches!(stage, Stage::Failed));
        spawn_for_page(async move {
            let (loaded, words) = join(late::load(is_again), words::fetch_late()).await;
            let stage = match loaded {
                Ok(()) => Stage::Here(self.arrived(words)),
                Err(_) => Stage::Failed,
            };
            let is_here = matches!(stage, Stage::Here(_));
            self.asked.set_value(false);
            // That it failed again is no news.
            if is_here || self.stage.with_untracked(|stage| matches!(stage, Stage::Coming)) {
                self.stage.set(stage);
            }
            if let Stage::Here(parts) = stage {
                let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
                waiting.into_iter().for_each(|act| act(parts));
            } else {
                self.want_again();
            }
        });
    }

    /// Asks for it again later.
    fn want_again(self) {
        if self.resting.get_value() {
            return;
        }
        self.resting.set_value(true);
        spawn_for_page(async move {
            clock::wait(AGAIN).await;
            self.resting.set_value(false);
            self.want();
        });
    }

    /// Does this with what is in it, once it is there. Does not ask for it.
    pub fn then(self, act: impl FnOnce(&'static LateParts) + 'static) {
        match self.parts_now() {
            Some(parts) => act(parts),
            None => self.waiting.update_value(|waiting| waiting.push(Box::new(act))),
        }
    }

    /// What is in it, once it is there; nothing if it does not come, or not within some seconds.
    pub async fn wait(self) -> Option<&'static LateParts> {
        self.want();
        for _ in 0..PATIENCE / GLANCE {
            match self.stage.get_untracked() {
                Stage::Here(parts) => return Some(parts),
                Stage::Failed => return None,
                Stage::Coming => clock::wait(GLANCE).await,
            }
        }
        None
    }

    /// Somebody wants to see what is in it, now: that it did not come before is forgotten until it is known again.
    pub fn ask(self) {
        self.want();
        if self.stage.with_untracked(|stage| matches!(stage, Stage::Failed)) {
            self.stage.set(Stage::Coming);
        }
    }

    /// What has just come, with its words.
    fn arrived(self, words: Option<LateWords>) -> &'static LateParts {
        let parts = (self.entry)();
        learn_english(parts.words);
        words::learn_late(words);
        parts
    }
}
