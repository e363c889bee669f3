//! The MediaWiki that proves the report's wikitext: the one at `MEDIAWIKI_URL`, or one of our own.

mod install;
mod server;

use anyhow::anyhow;
use std::time::Duration;

use crate::kept::Kept;
use crate::project::Project;

/// The port that `cargo xtask wiki` takes if nothing else is said and it is free.
pub const USUAL_PORT: u16 = 8090;

/// A wiki that answers for as long as this value lives.
pub struct Wiki {
    /// The wiki's address, without `/api.php`.
    pub url: String,
    /// The server of a wiki that this command has started.
    server: Option<Kept>,
}

impl Wiki {
    /// Returns the wiki at `MEDIAWIKI_URL`, or else starts one, installed if need be.
    pub fn get(project: &Project) -> anyhow::Result<Self> {
        match std::env::var("MEDIAWIKI_URL") {
            Ok(url) if !url.trim().is_empty() => Ok(Self { url: url.trim().to_owned(), server: None }),
            _ => Self::start(project, 0),
        }
    }

    fn start(project: &Project, port: u16) -> anyhow::Result<Self> {
        let (url, server) = server::start(&install::ensure(&project.cache)?, port)?;
        Ok(Self { url, server: Some(server) })
    }
}

/// Runs `cargo xtask wiki`: a wiki to write tests against, until the command is ended.
pub fn keep_running(project: &Project, port: u16) -> anyhow::Result<()> {
    let mut wiki = Wiki::start(project, port)?;
    println!("the wiki runs at {} until Ctrl-C; what is written there is then gone", wiki.url);
    println!("for the tests:  export MEDIAWIKI_URL={}", wiki.url);
    while wiki.server.as_mut().is_some_and(Kept::runs) {
        std::thread::sleep(Duration::from_secs(1));
    }
    Err(anyhow!("the wiki has ended"))
}
