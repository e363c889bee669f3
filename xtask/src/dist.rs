//! `cargo xtask dist`: the folder that is published.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use lexopt::prelude::*;
use walkdir::WalkDir;

use crate::app;
use crate::project::Project;

const USAGE: &str = "cargo xtask dist [--out FOLDER] [--url ADDRESS]";

/// Makes the folder, and says how large it is.
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
    let (files, bytes) = count(&out)?;
    println!("{}: {files} files, {bytes} bytes with the compressed copies", out.display());
    Ok(())
}

/// The files below a folder, and their bytes.
fn count(folder: &Path) -> anyhow::Result<(usize, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in WalkDir::new(folder) {
        let about = entry?.metadata()?;
        if about.is_file() {
            (files, bytes) = (files + 1, bytes + about.len());
        }
    }
    Ok((files, bytes))
}
