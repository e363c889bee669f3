//! `cargo xtask dist`: the folder that is published.

use std::path::PathBuf;

use anyhow::anyhow;
use lexopt::prelude::*;

use crate::app;
use crate::project::Project;

const USAGE: &str = "cargo xtask dist [--out FOLDER] [--url ADDRESS]";

/// Makes the folder that is published, and says where it is.
pub fn dist(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let (mut out, mut url) = (project.published(), None);
    let mut words = lexopt::Parser::from_args(arguments);
    while let Some(word) = words.next()? {
        match word {
            Long("out") => out = std::path::absolute(PathBuf::from(words.value()?))?,
            Long("url") => url = Some(words.value()?.string()?),
            _ => return Err(anyhow!(USAGE)),
        }
    }
    app::publish(project, &out, url.as_deref())?;
    if url.is_none() {
        println!("without --url there is no toolinfo.json");
    }
    println!("{}", out.display());
    Ok(())
}
