//! A mirror that is waited for only so long: a browser's database may answer late, or never, without a word.

use std::cell::Cell;
use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use super::{Fault, Later, Mirror, Write};

/// How long an answer is waited for, in milliseconds: longer than the browser's glue waits for a database to open.
const USUALLY: u32 = 6000;

/// How long it is waited for after the last one did not come, in milliseconds: whoever asks twenty times then does not
/// wait for minutes, and a database that is back is noticed all the same.
const AFTER_SILENCE: u32 = 250;

/// Something that is over after a while.
pub type Timer = Pin<Box<dyn Future<Output = ()>>>;

/// A mirror, and what tells how long to wait for it.
pub(super) struct Patient {
    mirror: Box<dyn Mirror>,
    timer: Box<dyn Fn(u32) -> Timer>,
    /// Whether the last answer did not come in time.
    silent: Cell<bool>,
}

impl Patient {
    /// A mirror that is waited for without end.
    pub fn endless(mirror: Box<dyn Mirror>) -> Self {
        Self { mirror, timer: Box::new(|_| Box::pin(pending())), silent: Cell::new(false) }
    }

    /// The same mirror; `timer` is over after so many milliseconds.
    pub fn with_timer(self, timer: impl Fn(u32) -> Timer + 'static) -> Self {
        Self { timer: Box::new(timer), ..self }
    }

    /// [`Mirror::keys`], or [`Fault::Silent`].
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.limited(self.mirror.keys(prefix)).await
    }

    /// [`Mirror::entries`], or [`Fault::Silent`].
    pub async fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, Fault> {
        self.limited(self.mirror.entries(prefix)).await
    }

    /// [`Mirror::get`], or [`Fault::Silent`].
    pub async fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.limited(self.mirror.get(key)).await
    }

    /// [`Mirror::write`], or [`Fault::Silent`]: then nobody knows yet whether it will be done.
    pub async fn write(&self, changes: Vec<Write>) -> Result<(), Fault> {
        self.limited(self.mirror.write(changes)).await
    }

    /// [`Mirror::write`], without a limit: for [`in_time`](Self::in_time), and to be waited for further after that.
    pub fn begin(&self, changes: Vec<Write>) -> Later<'_, ()> {
        self.mirror.write(changes)
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
