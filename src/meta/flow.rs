//! The requests behind one press of a button: one at a time, few, with a time limit, and cancellable at any moment.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use futures_util::future::{AbortHandle, Either, abortable, select};
use futures_util::lock::Mutex;
use leptos::prelude::*;
use serde_json::Value;

use crate::browser::fetch::{FetchError, GiveUp, Reply, fetch};
use crate::browser::{clock, page};
use crate::session::scope::Scope;
use report::form::Form;
use report::i18n::Message;
use report::meta::{Failure, MAX_BYTES, Request, read_answer};
use report::names::Wiki;

/// The greatest number of requests for one purpose.
const MOST_REQUESTS: usize = 10;

/// The longest time that an answer may take, in seconds.
const PATIENCE: u32 = 30;

/// The longest time that the wiki may ask to wait, in seconds; it counts requests by the minute.
const LONGEST_WAIT: u32 = 120;

/// The number of times that a request is repeated because the wiki asked to wait.
const MOST_WAITS: u32 = 2;

thread_local! {
    /// The lock that lets only one request run at a time, whatever was pressed.
    static TURN: Rc<Mutex<()>> = Rc::default();
}

/// How far the requests behind one press are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlowState {
    /// No request is under way, and none has failed.
    Idle,
    /// A request is under way.
    Asking {
        /// The request's purpose, in words.
        what: Message,
    },
    /// The wiki has asked to wait.
    Waiting {
        /// The time until the request is made again, in seconds.
        seconds: u32,
    },
    /// The run has failed.
    Failed(Failure),
}

/// The requests behind one button, with one run at a time. Copies are the same.
#[derive(Clone, Copy)]
pub struct Flow {
    state: RwSignal<FlowState>,
    run: StoredValue<Option<Rc<Run>>, LocalStorage>,
}

/// One run of a flow.
struct Run {
    is_cancelled: Cell<bool>,
    /// The handle that ends the wait for this run's turn, while it waits.
    in_line: RefCell<Option<AbortHandle>>,
    under_way: RefCell<Option<GiveUp>>,
    requests: Cell<usize>,
}

impl Flow {
    /// Makes the flow of a button. It is cancelled when the view that makes it is removed.
    pub fn new() -> Self {
        let flow = Self { state: RwSignal::new(FlowState::Idle), run: StoredValue::new_local(None) };
        on_cleanup(move || flow.cancel());
        flow
    }

    /// Returns the flow's state. Subscribes to it.
    pub fn state(self) -> FlowState {
        self.state.get()
    }

    /// Returns whether a run is under way. Subscribes to the state.
    pub fn is_running(self) -> bool {
        self.state.with(|state| matches!(state, FlowState::Asking { .. } | FlowState::Waiting { .. }))
    }

    /// Cancels the run that is under way.
    pub fn cancel(self) {
        if let Some(run) = self.run.try_get_value().flatten() {
            run.is_cancelled.set(true);
            if let Some(in_line) = run.in_line.take() {
                in_line.abort();
            }
            if let Some(give_up) = run.under_way.take() {
                give_up.now();
            }
        }
    }

    /// Runs `work`, unless a run is under way, and calls `then` with the result if the view still exists. The flow
    /// itself shows a failure.
    pub fn run<T: 'static, F: Future<Output = Result<T, Failure>> + 'static>(
        self,
        scope: Scope,
        work: impl FnOnce(Asker) -> F + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self
            .state
            .with_untracked(|state| matches!(state, FlowState::Asking { .. } | FlowState::Waiting { .. }))
        {
            return;
        }
        let run = Rc::new(Run {
            is_cancelled: Cell::new(false),
            in_line: RefCell::new(None),
            under_way: RefCell::new(None),
            requests: Cell::new(0),
        });
        self.run.set_value(Some(run.clone()));
        let asker = Asker { state: self.state, run };
        scope.spawn(work(asker), move |result| match result {
            Ok(found) => {
                self.state.set(FlowState::Idle);
                then(found);
            }
            Err(failure) => self.state.set(FlowState::Failed(failure)),
        });
    }
}

/// The handle with which a run sends its requests.
pub struct Asker {
    state: RwSignal<FlowState>,
    run: Rc<Run>,
}

impl Asker {
    /// Sends a request to the form's wiki, and returns its answer. `what` says in words what is requested.
    ///
    /// # Errors
    /// [`Failure`], also if the run was cancelled or has sent ten requests.
    pub async fn ask(&self, what: Message, request: &Request) -> Result<Value, Failure> {
        if page::one_file().is_some_and(|address| address.is_empty()) {
            return Err(Failure::FromAFile);
        }
        let wiki = &Form::latest().wiki;
        // Shown before its turn comes, so that the writer sees it and can cancel.
        self.show(FlowState::Asking { what: what.clone() })?;
        let turn = TURN.with(Rc::clone);
        let (turn, in_line) = abortable(turn.lock());
        *self.run.in_line.borrow_mut() = Some(in_line);
        let _turn = turn.await.map_err(|_| Failure::Cancelled)?;
        self.run.in_line.take();
        for waited in 0.. {
            self.show(FlowState::Asking { what: what.clone() })?;
            let reply = self.send(wiki, request).await?;
            match reply.retry_after {
                Some(seconds) if matches!(reply.status, 429 | 503) => {
                    if waited >= MOST_WAITS || seconds > LONGEST_WAIT {
                        return Err(Failure::TooMany { seconds: Some(seconds) });
                    }
                    self.wait(seconds).await?;
                }
                _ => return read_answer(reply.status, &reply.body),
            }
        }
        Err(Failure::TooMany { seconds: None })
    }

    async fn send(&self, wiki: &Wiki, request: &Request) -> Result<Reply, Failure> {
        let requests = self.run.requests.get();
        if requests >= MOST_REQUESTS {
            return Err(Failure::TooLong { most: MOST_REQUESTS });
        }
        self.run.requests.set(requests + 1);
        let give_up = GiveUp::new().ok_or(Failure::Unreachable)?;
        *self.run.under_way.borrow_mut() = Some(give_up.clone());
        let (url, form) = (request.url(wiki), request.body());
        let agent = agent();
        let fetched = or_after(fetch(&url, form.as_deref(), &agent, MAX_BYTES, &give_up), PATIENCE).await;
        self.run.under_way.take();
        match fetched {
            _ if self.run.is_cancelled.get() => Err(Failure::Cancelled),
            None => {
                give_up.now();
                Err(Failure::TimedOut { seconds: PATIENCE })
            }
            Some(Ok(reply)) => Ok(reply),
            Some(Err(FetchError::TooLarge)) => Err(Failure::TooLarge { limit: MAX_BYTES }),
            Some(Err(FetchError::Failed)) => Err(Failure::Unreachable),
        }
    }

    /// Waits as long as the wiki asked, and counts down the seconds.
    async fn wait(&self, seconds: u32) -> Result<(), Failure> {
        for seconds in (1..=seconds).rev() {
            self.show(FlowState::Waiting { seconds })?;
            clock::wait(1000).await;
        }
        Ok(())
    }

    /// Shows the run's state; returns an error if the run was cancelled or its view is gone.
    fn show(&self, state: FlowState) -> Result<(), Failure> {
        if self.run.is_cancelled.get() || self.state.try_set(state).is_some() {
            return Err(Failure::Cancelled);
        }
        Ok(())
    }
}

/// Returns the app's name for the wiki's operators, with the address of its source once it has one. It contains
/// nothing about the writer.
fn agent() -> String {
    let name = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    match env!("CARGO_PKG_REPOSITORY") {
        "" => name.to_owned(),
        source => format!("{name} ({source})"),
    }
}

/// Waits for `work`, at most `seconds` seconds; returns `None` if it takes longer.
async fn or_after<T>(work: impl Future<Output = T>, seconds: u32) -> Option<T> {
    let (work, late) = (std::pin::pin!(work), std::pin::pin!(clock::wait(seconds * 1000)));
    match select(work, late).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}
