//! `cargo xtask dist`: the folder that is published.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app;
use crate::project::Project;

const USAGE: &str = "cargo xtask dist [--out FOLDER] [--url ADDRESS]";

/// Makes the folder, and says how large it is.
///
/// # Errors
/// When the arguments are not understood, or it cannot be made.
pub fn dist(project: &Project, arguments: &[String]) -> Result<(), String> {
    let (mut out, mut url) = (project.published(), None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match (word.as_str(), words.next()) {
            ("--out", Some(folder)) => out = absolute(folder)?,
            ("--url", Some(address)) => url = Some(address.as_str()),
            _ => return Err(USAGE.to_owned()),
        }
    }
    app::publish(project, &out, url)?;
    if url.is_none() {
        println!("without --url there is no toolinfo.json");
    }
    let (files, bytes) = count(&out)?;
    println!("{}: {files} files, {bytes} bytes with the compressed copies", out.display());
    Ok(())
}

fn absolute(folder: &str) -> Result<PathBuf, String> {
    std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))
}

/// The files below a folder, and their bytes.
fn count(folder: &Path) -> Result<(usize, u64), String> {
    let explain = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut all = (0, 0);
    for entry in fs::read_dir(folder).map_err(explain)? {
        let entry = entry.map_err(explain)?;
        let about = entry.metadata().map_err(explain)?;
        let (files, bytes) = if about.is_dir() { count(&entry.path())? } else { (1, about.len()) };
        all = (all.0 + files, all.1 + bytes);
    }
    Ok(all)
}
