//! Texts by key in IndexedDB, which writes them to disk once a transaction has completed.
//!
//! Requests become futures without a closure each: the functions that settle a promise serve as the request's handlers.

mod error;

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use report::store::{Decision, KeyDecision, Write};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::long_text;

pub use error::DatabaseError;

/// The name of the one object store within a database; its keys and values are texts.
const STORE: &str = "texts";

/// The version of the database's schema. If a newer program raises it, this one cannot open the database.
const VERSION: u32 = 1;

/// The longest wait for a database to open, in milliseconds. Some browsers never answer if their files are damaged.
const PATIENCE: i32 = 5000;

/// A database of texts by key, open for as long as this value is kept.
pub struct Database {
    idb: IdbDatabase,
    _lost: Closure<dyn Fn()>,
}

impl Database {
    /// Opens the database of this name, and makes it where there is none.
    ///
    /// `lost` is called when the browser closes it later: when its data is deleted, or a newer version of this program
    /// in another tab upgrades it. Every further call then fails; the database may be opened again.
    ///
    /// # Errors
    /// [`DatabaseError`], after five seconds at the latest.
    pub async fn open(name: &str, lost: impl Fn() + 'static) -> Result<Self, DatabaseError> {
        let factory = window().indexed_db()?.ok_or(DatabaseError::Missing)?;
        let request = factory.open_with_u32(name, VERSION)?;
        let made = request.clone();
        let make = Closure::once(move || {
            if let Ok(idb) = opened(&made) {
                // If this is refused, the transaction aborts and so does opening.
                let _ = idb.create_object_store(STORE);
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let answer = settled(|resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
            request.set_onblocked(Some(&reject));
            // Refused only while the page is closing.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
        });
        if let Err(event) = answer.await {
            close_if_opened_late(&request);
            return Err(refusal(&request, &event));
        }
        let idb = opened(&request)?;
        let closing = idb.clone();
        let lost = Closure::<dyn Fn()>::new(move || {
            // Otherwise the newer version in the other tab would wait for this one.
            closing.close();
            lost();
        });
        idb.set_onversionchange(Some(lost.as_ref().unchecked_ref()));
        idb.set_onclose(Some(lost.as_ref().unchecked_ref()));
        Ok(Self { idb, _lost: lost })
    }

    /// Makes all these changes, or none. The future is ready when the browser has completed the transaction. Once the future was
    /// polled, the browser completes the transaction even if the page goes away.
    ///
    /// # Errors
    /// [`DatabaseError`]; nothing has changed then.
    pub async fn write(&self, changes: &[Write]) -> Result<(), DatabaseError> {
        let (transaction, complete) = self.begin()?;
        let begun = transaction.object_store(STORE).and_then(|store| make(&store, changes));
        end(&transaction, complete, begun.map_err(DatabaseError::from)).await
    }

    /// Reads all records whose keys begin with `prefix`, and makes the changes that `decide` returns for them, in one
    /// transaction, as [`write`](Self::write) does.
    ///
    /// # Errors
    /// [`DatabaseError`]; nothing has changed then.
    pub async fn update(&self, prefix: &str, decide: Decision<'_>) -> Result<(), DatabaseError> {
        let decided = async |store: &IdbObjectStore| Ok(decide(all(store, prefix).await?));
        self.decide(decided).await
    }

    /// Reads the value of one key, and makes the changes that `decide` returns for it, as [`update`](Self::update)
    /// does.
    ///
    /// # Errors
    /// [`DatabaseError`]; nothing has changed then.
    pub async fn update_by_key(&self, key: &str, decide: KeyDecision<'_>) -> Result<(), DatabaseError> {
        let decided = async |store: &IdbObjectStore| Ok(decide(value(store, key).await?));
        self.decide(decided).await
    }

    /// Reads, decides and makes changes within one transaction.
    async fn decide(
        &self,
        decided: impl AsyncFnOnce(&IdbObjectStore) -> Result<Vec<Write>, DatabaseError>,
    ) -> Result<(), DatabaseError> {
        let (transaction, complete) = self.begin()?;
        let made = async {
            let store = transaction.object_store(STORE)?;
            // The transaction stays open while its answers are handled.
            let changes = decided(&store).await?;
            make(&store, &changes).map_err(DatabaseError::from)
        };
        let made = made.await;
        end(&transaction, complete, made).await
    }

    /// Begins a writing transaction; the future resolves to how it ends.
    fn begin(&self) -> Result<(IdbTransaction, JsFuture), JsValue> {
        let mode = IdbTransactionMode::Readwrite;
        let transaction = self.idb.transaction_with_str_and_mode(STORE, mode)?;
        let complete = settled(|resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok((transaction, complete))
    }

    /// Returns the value of a key; `None` where there is none.
    ///
    /// # Errors
    /// [`DatabaseError`].
    pub async fn get(&self, key: &str) -> Result<Option<String>, DatabaseError> {
        value(&self.store()?, key).await
    }

    /// Stores a value that is not a text under a key; the methods for texts skip it.
    ///
    /// # Errors
    /// [`DatabaseError`]; nothing has changed then.
    pub async fn put_value(&self, key: &str, value: &JsValue) -> Result<(), DatabaseError> {
        let (transaction, complete) = self.begin()?;
        let store = transaction.object_store(STORE);
        let put = store.and_then(|store| store.put_with_key(value, &key.into())).map(drop);
        end(&transaction, complete, put.map_err(DatabaseError::from)).await
    }

    /// Returns the value stored under a key, of any type; `undefined` if there is none.
    ///
    /// # Errors
    /// [`DatabaseError`].
    pub async fn value(&self, key: &str) -> Result<JsValue, DatabaseError> {
        let request = self.store()?.get(&key.into())?;
        result(&request).await
    }

    /// Returns all keys that begin with `prefix`, in order, each with its value.
    ///
    /// # Errors
    /// [`DatabaseError`].
    pub async fn all(&self, prefix: &str) -> Result<Vec<(String, String)>, DatabaseError> {
        all(&self.store()?, prefix).await
    }

    /// Returns all keys that begin with `prefix`, in order.
    ///
    /// # Errors
    /// [`DatabaseError`].
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, DatabaseError> {
        let request = self.store()?.get_all_keys_with_key(&range(prefix)?)?;
        let keys = Array::from(&result(&request).await?);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn store(&self) -> Result<IdbObjectStore, JsValue> {
        self.idb.transaction_with_str(STORE)?.object_store(STORE)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.idb.set_onversionchange(None);
        self.idb.set_onclose(None);
        self.idb.close();
    }
}

/// Ends a transaction and waits until the browser confirms that: commits it if the changes were `made`, else aborts it.
async fn end(
    transaction: &IdbTransaction,
    complete: JsFuture,
    made: Result<(), DatabaseError>,
) -> Result<(), DatabaseError> {
    if let Err(error) = made {
        // Throws only if the transaction has already aborted.
        let _ = transaction.abort();
        return Err(error);
    }
    commit(transaction);
    complete.await.map(drop).map_err(|_| aborted(transaction))
}

/// Returns the value of a key; `None` where there is none.
async fn value(store: &IdbObjectStore, key: &str) -> Result<Option<String>, DatabaseError> {
    let request = store.get(&key.into())?;
    Ok(long_text(&result(&request).await?))
}

/// Returns all keys that begin with `prefix`, in order, each with its value.
async fn all(store: &IdbObjectStore, prefix: &str) -> Result<Vec<(String, String)>, DatabaseError> {
    let range = range(prefix)?;
    // Both belong to one transaction, so they agree.
    let keys = store.get_all_keys_with_key(&range)?;
    let values = store.get_all_with_key(&range)?;
    let keys = result(&keys);
    let values = Array::from(&result(&values).await?);
    let keys = Array::from(&keys.await?);
    let pairs = keys.iter().zip(values.iter());
    Ok(pairs.filter_map(|(key, value)| Some((key.as_string()?, long_text(&value)?))).collect())
}

fn make(store: &IdbObjectStore, changes: &[Write]) -> Result<(), JsValue> {
    for change in changes {
        match change {
            Write::Put { key, value } => store.put_with_key(&value.into(), &key.into())?,
            Write::Remove { key } => store.delete(&key.into())?,
        };
    }
    Ok(())
}

/// Commits a transaction now. Otherwise the browser would first wait for the page, which may be closing.
///
/// Called by name: older browsers have no such method, and the binding is deprecated.
fn commit(transaction: &IdbTransaction) {
    if let Ok(commit) = Reflect::get(transaction, &"commit".into()).and_then(JsCast::dyn_into::<Function>) {
        let _ = commit.call0(transaction);
    }
}

/// Returns the range of keys that begin with `prefix`. The browser compares UTF-16 units, none of which is above U+FFFF.
fn range(prefix: &str) -> Result<JsValue, JsValue> {
    Ok(IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{FFFF}").into())?.into())
}

/// Makes a promise and returns it as a future. `listen` is called at once with the functions that resolve and reject it.
fn settled(mut listen: impl FnMut(Function, Function)) -> JsFuture {
    Promise::new(&mut |resolve, reject| listen(resolve, reject)).into()
}

/// Returns the result of a request, once it is there. Listens from this call on, not from the first poll.
fn result(request: &IdbRequest) -> impl Future<Output = Result<JsValue, DatabaseError>> + use<> {
    let answer = settled(|resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let request = request.clone();
    async move {
        match answer.await {
            Ok(_) => Ok(request.result()?),
            Err(_) => Err(failed(&request)),
        }
    }
}

fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, DatabaseError> {
    request.result()?.dyn_into().map_err(|_| DatabaseError::broken("NoDatabase"))
}

/// Closes the connection of a blocked request that opens after all, as it would then block others.
fn close_if_opened_late(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(idb) = opened(&late) {
            idb.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

fn refusal(request: &IdbOpenDbRequest, event: &JsValue) -> DatabaseError {
    // The timer passes no event.
    if event.is_undefined() {
        return DatabaseError::Silent;
    }
    let kind = Reflect::get(event, &"type".into()).ok().and_then(|kind| kind.as_string());
    if kind.as_deref() == Some("blocked") { DatabaseError::HeldByOlder } else { failed(request) }
}

fn failed(request: &IdbRequest) -> DatabaseError {
    match request.error() {
        Ok(Some(error)) => DatabaseError::from(JsValue::from(error)),
        _ => DatabaseError::broken("UnknownError"),
    }
}

fn aborted(transaction: &IdbTransaction) -> DatabaseError {
    // Without an error, the browser aborted it: the connection was closed.
    transaction.error().map_or_else(
        || DatabaseError::broken("AbortError"),
        |error| DatabaseError::from(JsValue::from(error)),
    )
}
