//! The mirror in the browser: IndexedDB, opened when it is first needed and again after the browser has closed it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Change, Fault, Later, Mirror, key};
use crate::browser::database::{self, Database, DatabaseError};

/// The browser's database, which a killed browser does not lose.
#[derive(Default)]
pub struct IndexedDb {
    open: RefCell<Option<Connection>>,
}

#[derive(Clone)]
struct Connection {
    database: Rc<Database>,
    /// Whether the browser has closed it.
    lost: Rc<Cell<bool>>,
}

impl IndexedDb {
    async fn database(&self) -> Result<Rc<Database>, DatabaseError> {
        let open = self.open.borrow().clone().filter(|connection| !connection.lost.get());
        if let Some(connection) = open {
            return Ok(connection.database);
        }
        let lost = Rc::new(Cell::new(false));
        let closed = Rc::clone(&lost);
        // Other tools share the origin, so its name is as the keys begin.
        let name = key::PREFIX.trim_end_matches('/');
        let database = Rc::new(Database::open(name, move || closed.set(true)).await?);
        self.open.replace(Some(Connection { database: Rc::clone(&database), lost }));
        Ok(database)
    }

    /// A fault that may lie in the connection: the next call opens another.
    fn noted<T>(&self, result: Result<T, DatabaseError>) -> Result<T, Fault> {
        result.map_err(|error| {
            if let DatabaseError::Broken { .. } = error {
                self.open.replace(None);
            }
            fault(error)
        })
    }
}

impl Mirror for IndexedDb {
    fn keys<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<String>> {
        Box::pin(async move { self.noted(async { self.database().await?.keys(prefix).await }.await) })
    }

    fn entries<'a>(&'a self, prefix: &'a str) -> Later<'a, Vec<(String, String)>> {
        Box::pin(async move { self.noted(async { self.database().await?.all(prefix).await }.await) })
    }

    fn get<'a>(&'a self, key: &'a str) -> Later<'a, Option<String>> {
        Box::pin(async move { self.noted(async { self.database().await?.get(key).await }.await) })
    }

    fn write(&self, changes: Vec<Change>) -> Later<'_, ()> {
        let changes: Vec<database::Change> = changes.into_iter().map(step).collect();
        Box::pin(async move { self.noted(async { self.database().await?.write(&changes).await }.await) })
    }
}

fn step(change: Change) -> database::Change {
    match change {
        Change::Put { key, value } => database::Change::Put { key, value },
        Change::Remove { key } => database::Change::Remove { key },
    }
}

fn fault(error: DatabaseError) -> Fault {
    let broken = |name: &str| Fault::Broken { name: name.to_owned() };
    match error {
        DatabaseError::Missing | DatabaseError::Refused => Fault::Blocked,
        DatabaseError::Full => Fault::Full,
        DatabaseError::HeldByOlder => broken("blocked"),
        DatabaseError::Newer => broken("VersionError"),
        DatabaseError::Broken { name } => Fault::Broken { name },
    }
}
