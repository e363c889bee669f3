//! `cargo xtask dist`: the folder that is published.

use std::path::PathBuf;

use anyhow::anyhow;
use lexopt::prelude::*;

use crate::app::{self, Told};
use crate::project::Project;

const USAGE: &str = "cargo xtask dist [--out FOLDER] [--url ADDRESS] [--wiki \"ORIGIN SCRIPTS PAGES\"]";

/// Makes the folder that is published, and says where it is.
pub fn dist(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let (mut out, mut told) = (project.published(), Told::default());
    let mut words = lexopt::Parser::from_args(arguments);
    while let Some(word) = words.next()? {
        match word {
            Long("out") => out = std::path::absolute(PathBuf::from(words.value()?))?,
            Long("url") => told.url = Some(words.value()?.string()?),
            Long("wiki") => told.wiki = Some(words.value()?.string()?),
            _ => return Err(anyhow!(USAGE)),
        }
    }
    app::publish(project, &out, &told)?;
    if told.url.is_none() {
        println!("without --url there is no toolinfo.json");
    }
    println!("{}", out.display());
    Ok(())
}
