//! The MediaWiki that proves the report's wikitext: the one at `MEDIAWIKI_URL`, or one of our own.

mod install;
mod server;

use std::time::Duration;

use crate::project::Project;

pub use server::Server;

/// The port that `cargo xtask wiki` takes if nothing else is said and it is free.
const USUAL_PORT: u16 = 8090;

/// A wiki that answers for as long as this value lives.
pub enum Wiki {
    /// Somebody else's, at this address.
    Given(String),
    /// Our own.
    Started(Server),
}

impl Wiki {
    /// The wiki at `MEDIAWIKI_URL`, or else one that is installed, if need be, and started.
    ///
    /// # Errors
    /// Says why there is no wiki, and what to do.
    pub fn get(project: &Project) -> Result<Self, String> {
        match std::env::var("MEDIAWIKI_URL") {
            Ok(url) if !url.trim().is_empty() => Ok(Self::Given(url.trim().to_owned())),
            _ => Ok(Self::Started(start(project, 0)?)),
        }
    }

    /// The address, without `/api.php`.
    pub fn url(&self) -> &str {
        match self {
            Self::Given(url) => url,
            Self::Started(server) => server.url(),
        }
    }
}

/// `cargo xtask wiki`: a wiki to write tests against, until the command is ended.
///
/// # Errors
/// When it cannot be installed or started, or ends by itself.
pub fn keep_running(project: &Project, arguments: &[String]) -> Result<(), String> {
    let port = match arguments {
        [] => USUAL_PORT,
        [port] => port.parse().map_err(|_| format!("`{port}` is not a port"))?,
        _ => return Err("cargo xtask wiki [PORT]".to_owned()),
    };
    let mut server = start(project, port)?;
    println!("the wiki runs at {} until Ctrl-C; what is written there is then gone", server.url());
    println!("for the tests:  export MEDIAWIKI_URL={}", server.url());
    while server.runs() {
        std::thread::sleep(Duration::from_secs(1));
    }
    Err("the wiki has ended".to_owned())
}

fn start(project: &Project, port: u16) -> Result<Server, String> {
    let installed = install::ensure(&project.cache)?;
    Server::start(&installed, port)
}
