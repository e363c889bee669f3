//! The MediaWiki that proves the report's wikitext: the one at `MEDIAWIKI_URL`, or one of our own.

mod install;
mod server;

use anyhow::{Context as _, anyhow};
use std::time::Duration;

use crate::project::Project;

pub use server::Server;

/// The port that `cargo xtask wiki` takes if nothing else is said and it is free.
const USUAL_PORT: u16 = 8090;

/// A wiki that answers for as long as this value lives.
pub enum Wiki {
    /// A wiki that somebody else runs, at this address.
    Given(String),
    /// A wiki that this command has started.
    Started(Server),
}

impl Wiki {
    /// Returns the wiki at `MEDIAWIKI_URL`, or else starts one, installed if need be.
    pub fn get(project: &Project) -> anyhow::Result<Self> {
        match std::env::var("MEDIAWIKI_URL") {
            Ok(url) if !url.trim().is_empty() => Ok(Self::Given(url.trim().to_owned())),
            _ => Ok(Self::Started(start(project, 0)?)),
        }
    }

    /// Returns the wiki's address, without `/api.php`.
    pub fn url(&self) -> &str {
        match self {
            Self::Given(url) => url,
            Self::Started(server) => server.url(),
        }
    }
}

/// Runs `cargo xtask wiki`: a wiki to write tests against, until the command is ended.
pub fn keep_running(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let port = match arguments {
        [] => USUAL_PORT,
        [port] => port.parse().with_context(|| format!("`{port}` is not a port"))?,
        _ => return Err(anyhow!("cargo xtask wiki [PORT]")),
    };
    let mut server = start(project, port)?;
    println!("the wiki runs at {} until Ctrl-C; what is written there is then gone", server.url());
    println!("for the tests:  export MEDIAWIKI_URL={}", server.url());
    while server.runs() {
        std::thread::sleep(Duration::from_secs(1));
    }
    Err(anyhow!("the wiki has ended"))
}

fn start(project: &Project, port: u16) -> anyhow::Result<Server> {
    let installed = install::ensure(&project.cache)?;
    Server::start(&installed, port)
}
