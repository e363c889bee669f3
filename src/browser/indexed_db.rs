//! The durable store in the browser: IndexedDB, opened on first use and again after the browser has closed it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use report::store::{Decision, DurableStore, Fault, KeyDecision, Later, Write, key};
use wasm_bindgen_futures::JsFuture;

use super::database::{Database, DatabaseError};
use super::task::promise_for_page;

/// The durable store in IndexedDB, which outlives a killed browser.
#[derive(Default)]
pub struct IndexedDb {
    state: Rc<State>,
}

/// The state that all callers share. A caller may give up waiting; the opening goes on.
#[derive(Default)]
struct State {
    open: RefCell<Option<Connection>>,
    /// The promise of the opening under way, settled once that has ended.
    opening: RefCell<Option<Promise>>,
    /// The reason why the last opening failed.
    failed: RefCell<Option<DatabaseError>>,
}

/// Returns the name of the app's database. Other tools share the origin, so the name is the keys' prefix.
pub(super) fn database_name() -> &'static str {
    key::PREFIX.trim_end_matches('/')
}

#[derive(Clone)]
struct Connection {
    database: Rc<Database>,
    /// Whether the browser has closed this connection.
    lost: Rc<Cell<bool>>,
}

impl IndexedDb {
    async fn database(&self) -> Result<Rc<Database>, DatabaseError> {
        if let Some(database) = self.state.database() {
            return Ok(database);
        }
        let opening = self.state.opening.borrow().clone();
        let opening = opening.unwrap_or_else(|| self.begin_to_open());
        // The promise settles when opening has ended, successfully or not.
        let _ = JsFuture::from(opening).await;
        let failed = || self.state.failed.borrow().clone().unwrap_or(DatabaseError::Silent);
        self.state.database().ok_or_else(failed)
    }

    fn begin_to_open(&self) -> Promise {
        let state = Rc::clone(&self.state);
        let opening = promise_for_page(async move { state.open().await });
        self.state.opening.replace(Some(opening.clone()));
        opening
    }

    /// Turns a database error into a [`Fault`]. After an error that may be the connection's, the next call opens a new
    /// one.
    fn noted<T>(&self, result: Result<T, DatabaseError>) -> Result<T, Fault> {
        result.map_err(|error| {
            if let DatabaseError::Broken { .. } = error {
                self.state.open.replace(None);
            }
            fault(error)
        })
    }
}

impl State {
    fn database(&self) -> Option<Rc<Database>> {
        let open = self.open.borrow().clone().filter(|connection| !connection.lost.get());
        open.map(|connection| connection.database)
    }

    async fn open(&self) {
        let lost = Rc::new(Cell::new(false));
        let closed = Rc::clone(&lost);
        match Database::open(database_name(), move || closed.set(true)).await {
            Ok(database) => drop(self.open.replace(Some(Connection { database: Rc::new(database), lost }))),
            Err(error) => drop(self.failed.replace(Some(error))),
        }
        self.opening.replace(None);
    }
}

impl DurableStore for IndexedDb {
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>> {
        Box::pin(async move { self.noted(async { self.database().await?.keys(prefix).await }.await) })
    }

    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>> {
        Box::pin(async move { self.noted(async { self.database().await?.all(prefix).await }.await) })
    }

    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>> {
        Box::pin(async move { self.noted(async { self.database().await?.get(key).await }.await) })
    }

    fn write(&self, changes: Vec<Write>) -> Later<'_, ()> {
        Box::pin(async move { self.noted(async { self.database().await?.write(&changes).await }.await) })
    }

    fn update<'a>(&'a self, prefix: &'a str, decide: Decision<'a>) -> Later<'a, ()> {
        Box::pin(
            async move { self.noted(async { self.database().await?.update(prefix, decide).await }.await) },
        )
    }

    fn update_by_key<'a>(&'a self, key: &'a str, decide: KeyDecision<'a>) -> Later<'a, ()> {
        Box::pin(async move {
            self.noted(async { self.database().await?.update_by_key(key, decide).await }.await)
        })
    }
}

fn fault(error: DatabaseError) -> Fault {
    let broken = |name: &str| Fault::Broken { name: name.to_owned() };
    match error {
        DatabaseError::Missing | DatabaseError::Refused => Fault::Blocked,
        DatabaseError::Silent => Fault::Silent,
        DatabaseError::Full => Fault::Full,
        DatabaseError::HeldByOlder => broken("blocked"),
        DatabaseError::Newer => broken("VersionError"),
        DatabaseError::Broken { name } => Fault::Broken { name },
    }
}
