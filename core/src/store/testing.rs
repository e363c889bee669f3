//! Media for tests, which fail on demand and answer late.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{
    Backend, Decision, DurableStore, Fault, KeyDecision, Later, Memory, MemoryDurableStore, Timer, Write,
};

/// Runs a future that waits only for these test media.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    for _ in 0..10_000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
    panic!("it waits for ever");
}

/// Polls a future at most `polls` times.
pub(crate) fn poll_for<F: Future + Unpin>(polls: usize, future: &mut F) -> Option<F::Output> {
    (0..polls).find_map(|_| match Pin::new(&mut *future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    })
}

/// Makes a timer for [`Repository::with_timer`](super::Repository::with_timer) that is over at the sixth poll, without any wait.
pub(crate) fn impatience(_: u32) -> Timer {
    let mut asked = 0;
    Box::pin(poll_fn(move |_| {
        asked += 1;
        if asked > 5 { Poll::Ready(()) } else { Poll::Pending }
    }))
}

/// The plan by which a medium fails: never, at one step, or from a step on.
#[derive(Default)]
pub(crate) struct Failing {
    /// The number of steps until the medium fails.
    after: Cell<Option<usize>>,
    forever: Cell<bool>,
    failed: Cell<bool>,
    /// Whether a failing write is carried out all the same, and only its confirmation is lost.
    pub done: Cell<bool>,
    fault: RefCell<Option<Fault>>,
    /// The calls so far, in order.
    pub log: RefCell<Vec<String>>,
}

impl Failing {
    /// Makes one step fail, after `after` steps.
    pub(crate) fn once(&self, after: usize, fault: Fault) {
        self.after.set(Some(after));
        self.forever.set(false);
        self.fault.replace(Some(fault));
    }

    /// Makes every step fail from now on.
    pub(crate) fn always(&self, fault: Fault) {
        self.from(0, fault);
    }

    /// Makes every step fail, after `after` steps.
    pub(crate) fn from(&self, after: usize, fault: Fault) {
        self.once(after, fault);
        self.forever.set(true);
    }

    /// Makes no step fail any more. Returns whether a planned failure has not come yet.
    pub(crate) fn never(&self) -> bool {
        let failed = self.failed.replace(false);
        self.after.take().is_some() && !failed
    }

    fn step(&self, what: &str, key: &str) -> Result<(), Fault> {
        self.log.borrow_mut().push(format!("{what} {key}"));
        match self.after.get() {
            Some(0) => {
                self.failed.set(true);
                if !self.forever.get() {
                    self.after.set(None);
                }
                Err(self.fault.borrow().clone().unwrap_or(Fault::Full))
            }
            left => {
                self.after.set(left.map(|left| left - 1));
                Ok(())
            }
        }
    }
}

/// A localStorage. Clones share the same content.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    pub memory: Rc<Memory>,
    pub fails: Rc<Failing>,
    /// The greatest number of bytes of keys and values that fit; `None` for no limit.
    pub room: Rc<Cell<Option<usize>>>,
    /// The key and the value that this page set last; each clone has its own.
    last: RefCell<Option<(String, String)>>,
}

impl Disk {
    pub(crate) fn put(&self, key: &str, value: &str) {
        self.memory.set(key, value).unwrap();
    }

    pub(crate) fn keys(&self, prefix: &str) -> Vec<String> {
        self.memory.keys(prefix).unwrap()
    }

    pub(crate) fn value(&self, key: &str) -> Option<String> {
        self.memory.get(key).unwrap()
    }

    /// Returns all keys and values.
    pub(crate) fn all(&self) -> Vec<(String, String)> {
        let value = |key: String| (key.clone(), self.value(&key).unwrap());
        self.keys("").into_iter().map(value).collect()
    }

    pub(crate) fn clear(&self) {
        for key in self.keys("") {
            self.memory.remove(&key).unwrap();
        }
    }

    fn used(&self) -> usize {
        bytes(&self.all())
    }

    /// Leaves no room for anything more.
    pub(crate) fn fill_up(&self) {
        self.room.set(Some(self.used()));
    }
}

impl Backend for Disk {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        // As in the browser: the number of keys, then each key, this app's or not.
        self.fails.step("length", "")?;
        let keys = self.memory.keys("")?;
        keys.iter().try_for_each(|key| self.fails.step("key", key))?;
        Ok(keys.into_iter().filter(|key| key.starts_with(prefix)).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.fails.step("get", key)?;
        self.memory.get(key)
    }

    fn set(&self, key: &str, json: &str) -> Result<(), Fault> {
        // As in the browser: the storage is checked first, as gloo-storage would panic.
        self.fails.step("getter", key)?;
        self.fails.step("set", key)?;
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{key}: {json}");
        let before = self.memory.get(key)?.map_or(0, |value| key.len() + value.len());
        let needed = self.used() - before + key.len() + json.len();
        if self.room.get().is_some_and(|room| needed > room) {
            return Err(Fault::Full);
        }
        self.memory.set(key, json)?;
        let now = self.get(key).ok().flatten();
        self.last.replace(now.map(|value| (key.to_owned(), value)));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.fails.step("remove", key)?;
        self.memory.remove(key)
    }

    fn is_as_set(&self, key: &str) -> bool {
        let last = self.last.borrow().clone();
        last.is_some_and(|(set, last)| set == key && self.get(key) == Ok(Some(last)))
    }
}

fn bytes(records: &[(String, String)]) -> usize {
    records.iter().map(|(key, value)| key.len() + value.len()).sum()
}

/// An IndexedDB that answers at the second poll, so that other futures may act meanwhile. Clones share the same
/// content.
#[derive(Clone, Default)]
pub(crate) struct Glass {
    pub memory: Rc<MemoryDurableStore>,
    pub fails: Rc<Failing>,
    /// Whether it does not answer, and does nothing.
    pub hangs: Rc<Cell<bool>>,
    /// The greatest number of bytes of keys and values that fit; `None` for no limit.
    pub room: Rc<Cell<Option<usize>>>,
}

impl Glass {
    pub(crate) fn put(&self, key: &str, value: &str) {
        let change = Write::Put { key: key.into(), value: value.into() };
        block_on(self.memory.write(vec![change])).unwrap();
    }

    pub(crate) fn remove(&self, key: &str) {
        block_on(self.memory.write(vec![Write::Remove { key: key.into() }])).unwrap();
    }

    pub(crate) fn all(&self) -> Vec<(String, String)> {
        block_on(self.memory.entries("")).unwrap()
    }

    pub(crate) fn keys(&self, prefix: &str) -> Vec<String> {
        block_on(self.memory.keys(prefix)).unwrap()
    }

    pub(crate) fn clear(&self) {
        for key in self.keys("") {
            self.remove(&key);
        }
    }

    /// Leaves no room for anything more.
    pub(crate) fn fill_up(&self) {
        self.room.set(Some(bytes(&self.all())));
    }

    /// Returns whether a transaction fits. Its removals make room only for the next one.
    fn fits(&self, changes: &[Write]) -> bool {
        let more = changes.iter().map(|change| match change {
            Write::Put { key, value } => key.len() + value.len(),
            Write::Remove { .. } => 0,
        });
        let needed = bytes(&self.all()) + more.sum::<usize>();
        self.room.get().is_none_or(|room| needed <= room)
    }

    /// Makes the changes that are decided once the store has answered.
    fn decide<'a>(&'a self, key: &str, decided: Later<'a, Vec<Write>>) -> Later<'a, ()> {
        let step = self.fails.step("update", key);
        Box::pin(async move {
            self.wait().await;
            if step.is_err() && !self.fails.done.get() {
                return step;
            }
            let changes = decided.await?;
            if !self.fits(&changes) {
                return Err(Fault::Full);
            }
            self.memory.write(changes).await.and(step)
        })
    }

    fn later<'a, T: 'a>(&'a self, what: &str, key: &str, then: Later<'a, T>) -> Later<'a, T> {
        let step = self.fails.step(what, key);
        Box::pin(async move {
            self.wait().await;
            step?;
            then.await
        })
    }

    /// Lets other futures go on at least once.
    async fn wait(&self) {
        let mut asked = false;
        let answers = |_: &mut Context<'_>| {
            let ready = std::mem::replace(&mut asked, true) && !self.hangs.get();
            if ready { Poll::Ready(()) } else { Poll::Pending }
        };
        poll_fn(answers).await;
    }
}

impl DurableStore for Glass {
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>> {
        self.later("keys", prefix, self.memory.keys(prefix))
    }

    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>> {
        self.later("entries", prefix, self.memory.entries(prefix))
    }

    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>> {
        self.later("get", key, self.memory.get(key))
    }

    fn write(&self, changes: Vec<Write>) -> Later<'_, ()> {
        let step = self.fails.step("write", &changes.len().to_string());
        Box::pin(async move {
            self.wait().await;
            if step.is_err() && !self.fails.done.get() {
                return step;
            }
            if !self.fits(&changes) {
                return Err(Fault::Full);
            }
            self.memory.write(changes).await.and(step)
        })
    }

    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()> {
        let decided = async move { Ok(decide(self.memory.entries(prefix).await?)) };
        self.decide(prefix, Box::pin(decided))
    }

    fn update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()> {
        let decided = async move { Ok(decide(self.memory.get(key).await?)) };
        self.decide(key, Box::pin(decided))
    }
}
