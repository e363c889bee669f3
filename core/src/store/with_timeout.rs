//! A mirror that is waited for only so long: a browser's database may answer late, or never, without a word.

use std::cell::Cell;
use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use super::{Decision, DurableStore, Fault, Later, Write};

/// How long an answer is waited for, in milliseconds: longer than the browser's glue waits for a database to open.
const USUALLY: u32 = 6000;

/// How long it is waited for after the last one did not come, in milliseconds: whoever asks twenty times then does not
/// wait for minutes, and a database that is back is noticed all the same.
const AFTER_SILENCE: u32 = 250;

/// Something that is over after a while.
pub type Timer = Pin<Box<dyn Future<Output = ()>>>;

/// A mirror, and what tells how long to wait for it.
pub(super) struct WithTimeout {
    durable: Box<dyn DurableStore>,
    timer: Box<dyn Fn(u32) -> Timer>,
    /// Whether the last answer did not come in time.
    silent: Cell<bool>,
}

impl WithTimeout {
    /// A mirror that is waited for without end.
    pub fn endless(durable: Box<dyn DurableStore>) -> Self {
        Self { durable, timer: Box::new(|_| Box::pin(pending())), silent: Cell::new(false) }
    }

    /// The same mirror; `timer` is over after so many milliseconds.
    pub fn with_timer(self, timer: impl Fn(u32) -> Timer + 'static) -> Self {
        Self { timer: Box::new(timer), ..self }
    }

    /// [`DurableStore::keys`], or [`Fault::Silent`].
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.limited(self.durable.keys(prefix)).await
    }

    /// [`DurableStore::entries`], or [`Fault::Silent`].
    pub async fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, Fault> {
        self.limited(self.durable.entries(prefix)).await
    }

    /// [`DurableStore::get`], or [`Fault::Silent`].
    pub async fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.limited(self.durable.get(key)).await
    }

    /// [`DurableStore::write`], or [`Fault::Silent`]: then nobody knows yet whether it will be done.
    pub async fn write(&self, changes: Vec<Write>) -> Result<(), Fault> {
        self.limited(self.durable.write(changes)).await
    }

    /// [`DurableStore::update`], or [`Fault::Silent`]: then nobody knows yet whether what was decided will be done.
    pub async fn update(&self, prefix: &str, decide: Decision<'_>) -> Result<(), Fault> {
        self.limited(self.durable.update(prefix, decide)).await
    }

    /// [`DurableStore::write`], without a limit: for [`in_time`](Self::in_time), and to be waited for further after that.
    pub fn begin(&self, changes: Vec<Write>) -> Later<'_, ()> {
        self.durable.write(changes)
    }

    /// [`DurableStore::update`], as [`begin`](Self::begin) does.
    pub fn begin_update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()> {
        self.durable.update(prefix, decide)
    }

    /// The answer if it comes in time. It may be waited for further.
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
