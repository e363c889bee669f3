//! Loads the late part, and knows how far loading has got.

use leptos::prelude::*;

use super::parts::LateParts;
use crate::browser::task::spawn_for_page;
use crate::browser::typing;
use crate::browser::{clock, late, network};
use crate::session::words::{self, LateWords};
use futures_util::future::join;
use report::i18n::learn_english;

/// How long after the start the late part is requested if no view needs it sooner, in milliseconds: the page is drawn
/// first.
const QUIET: u32 = 500;

/// How many further `QUIET` periods to wait while the writer is typing, since compiling blocks the page's thread.
const PAUSES: u32 = 20;

/// How soon a failed request is repeated, in milliseconds.
const AGAIN: u32 = 15_000;

/// How long [`Late::wait`] waits at most, and how often it looks meanwhile, in milliseconds.
const PATIENCE: u32 = 6000;
const GLANCE: u32 = 50;

/// How far loading the late part has got.
#[derive(Clone, Copy)]
pub enum Stage {
    /// The part is on its way, or soon will be.
    Coming,
    /// The part is loaded.
    Here(&'static LateParts),
    /// The part did not come, or something else came. It is requested again at intervals.
    Failed,
}

/// The loader of the late part. Copies are the same loader.
#[derive(Clone, Copy)]
pub struct Late {
    stage: RwSignal<Stage>,
    /// Whether a request is under way.
    asked: StoredValue<bool>,
    /// Whether a repeated request is already planned.
    resting: StoredValue<bool>,
    /// The entry of the late part, which must be loaded before this is called.
    entry: fn() -> &'static LateParts,
    /// What to do with the late part once it is loaded.
    waiting: StoredValue<Vec<Act>, LocalStorage>,
}

type Act = Box<dyn FnOnce(&'static LateParts)>;

impl Late {
    /// Has the late part loaded once the page is drawn, or when it is first wanted. `entry` is the late part's entry.
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

    /// Returns the late part's functions, if it is loaded. Subscribes to the stage.
    pub fn parts(self) -> Option<&'static LateParts> {
        match self.stage.get() {
            Stage::Here(parts) => Some(parts),
            Stage::Coming | Stage::Failed => None,
        }
    }

    /// Returns the late part's functions, if it is loaded. Does not subscribe.
    pub fn parts_now(self) -> Option<&'static LateParts> {
        untrack(|| self.parts())
    }

    /// Returns how far loading has got. Subscribes to the stage.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Requests the late part, unless it is loaded or on its way.
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
            // Another failure is not news.
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

    /// Requests the late part again after `AGAIN` milliseconds, unless that is planned already.
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

    /// Calls `act` with the late part's functions once it is loaded. Does not request it.
    pub fn then(self, act: impl FnOnce(&'static LateParts) + 'static) {
        match self.parts_now() {
            Some(parts) => act(parts),
            None => self.waiting.update_value(|waiting| waiting.push(Box::new(act))),
        }
    }

    /// Requests the late part and returns its functions once it is loaded; `None` if that fails or takes longer than
    /// `PATIENCE` milliseconds.
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

    /// Requests the late part for a view that is to be shown now. After a failure the stage is [`Stage::Coming`] again.
    pub fn ask(self) {
        self.want();
        if self.stage.with_untracked(|stage| matches!(stage, Stage::Failed)) {
            self.stage.set(Stage::Coming);
        }
    }

    /// Returns the functions of the late part that was just loaded, and takes in its messages.
    fn arrived(self, words: Option<LateWords>) -> &'static LateParts {
        let parts = (self.entry)();
        learn_english(parts.words);
        words::learn_late(words);
        parts
    }
}
