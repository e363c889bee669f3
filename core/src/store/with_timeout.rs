//! A durable store with a limit on waiting: a browser's database may answer late, or never, without an error.

use std::cell::Cell;
use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use super::{Decision, DurableStore, Fault, KeyDecision, Later, Write};

/// The time for an answer, in milliseconds: longer than the browser's glue waits for a database to open.
const USUALLY: u32 = 6000;

/// The time for an answer after the last one did not come, in milliseconds: so twenty requests do not take minutes,
/// but a database that works again is noticed.
const AFTER_SILENCE: u32 = 250;

/// A future that is over after a while.
pub type Timer = Pin<Box<dyn Future<Output = ()>>>;

/// A durable store with a limit on waiting for its answers.
pub(super) struct WithTimeout {
    durable: Box<dyn DurableStore>,
    timer: Box<dyn Fn(u32) -> Timer>,
    /// Whether the last answer did not come in time.
    silent: Cell<bool>,
}

impl WithTimeout {
    /// Wraps a durable store without a limit on waiting.
    pub fn endless(durable: Box<dyn DurableStore>) -> Self {
        Self { durable, timer: Box::new(|_| Box::pin(pending())), silent: Cell::new(false) }
    }

    /// Sets the function that makes timers, each over after the given milliseconds.
    pub fn with_timer(self, timer: impl Fn(u32) -> Timer + 'static) -> Self {
        Self { timer: Box::new(timer), ..self }
    }

    /// Calls [`DurableStore::keys`]; [`Fault::Silent`] if the answer does not come in time.
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.limited(self.durable.keys(prefix)).await
    }

    /// Calls [`DurableStore::entries`]; [`Fault::Silent`] if the answer does not come in time.
    pub async fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, Fault> {
        self.limited(self.durable.entries(prefix)).await
    }

    /// Calls [`DurableStore::get`]; [`Fault::Silent`] if the answer does not come in time.
    pub async fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.limited(self.durable.get(key)).await
    }

    /// Calls [`DurableStore::write`]; after [`Fault::Silent`] it is unknown whether the changes will be made.
    pub async fn write(&self, changes: Vec<Write>) -> Result<(), Fault> {
        self.limited(self.durable.write(changes)).await
    }

    /// Calls [`DurableStore::update`]; after [`Fault::Silent`] it is unknown whether the decided changes will be made.
    pub async fn update(&self, prefix: &str, decide: Decision<'_>) -> Result<(), Fault> {
        self.limited(self.durable.update(prefix, decide)).await
    }

    /// Begins a [`DurableStore::write`] without a limit, to be waited for with [`in_time`](Self::in_time) and after that.
    pub fn begin(&self, changes: Vec<Write>) -> Later<'_, ()> {
        self.durable.write(changes)
    }

    /// Begins a [`DurableStore::update_by_key`] without a limit, to be waited for with [`in_time`](Self::in_time) and after that.
    pub fn begin_update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()> {
        self.durable.update_by_key(key, decide)
    }

    /// Waits for an answer up to the limit; `None` if it has not come, and `answer` may be awaited further.
    pub async fn in_time<T>(&self, answer: &mut Later<'_, T>) -> Option<Result<T, Fault>> {
        let mut timer = (self.timer)(if self.silent.get() { AFTER_SILENCE } else { USUALLY });
        let first = poll_fn(|context| match answer.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending => timer.as_mut().poll(context).map(|()| None),
        });
        let answer = first.await;
        self.silent.set(matches!(answer, None | Some(Err(Fault::Silent))));
        answer
    }

    async fn limited<T>(&self, mut answer: Later<'_, T>) -> Result<T, Fault> {
        self.in_time(&mut answer).await.unwrap_or(Err(Fault::Silent))
    }
}
