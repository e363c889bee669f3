//! The step that builds the app a second time, in another folder and from nothing, and compares.

use anyhow::anyhow;
use fs_err as fs;
use fs_err::os::unix::fs::symlink;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Context;
use super::report::Outcome;
use crate::project::Project;
use crate::{app, command};

/// The same lock file and compiler give the same bytes, wherever the clone, cargo's downloads and its results lie.
pub fn same(context: &Context) -> Outcome {
    let project = context.project;
    let run = || -> anyhow::Result<()> {
        let here = app::build(project)?;
        let place = project.cache.folder(&format!("copy-{}", std::process::id()));
        let there = app::build(&copy(project, &place)?)?;
        let differing = differing(&files(&here)?, &files(&there)?);
        if !differing.is_empty() {
            let list = differing.join(", ");
            return Err(anyhow!("built elsewhere these differ: {list} (see {})", there.display()));
        }
        Ok(fs::remove_dir_all(&place)?)
    };
    run().into()
}

/// The clone as it is, with what is not committed yet, in a folder below `place`.
fn copy(project: &Project, place: &Path) -> anyhow::Result<Project> {
    let root = place.join("some where/else");
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let names = command::output(project.command("git").args(list))?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project.root.join(name), root.join(name));
        // What is deleted and not yet committed is listed, too.
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap_or(&root))?;
            fs::copy(&from, &to)?;
        }
    }
    link(&project.root.join("node_modules"), &root.join("node_modules"))?;
    let cargo = place.join("cargo");
    fs::create_dir_all(&cargo)?;
    for name in ["registry", "git", "config.toml", "config"] {
        link(&project.cargo_home()?.join(name), &cargo.join(name))?;
    }
    project.copied(root, place.join("built"), cargo)
}

/// Makes the same thing be found elsewhere, too, if it is there: it need not be downloaded again.
fn link(from: &Path, to: &Path) -> anyhow::Result<()> {
    if from.exists() { Ok(symlink(from, to)?) } else { Ok(()) }
}

/// A folder's files by their paths below it.
fn files(folder: &Path) -> anyhow::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            found.insert(entry.path().strip_prefix(folder)?.to_owned(), fs::read(entry.path())?);
        }
    }
    Ok(found)
}

/// The files that are in one only, or not the same in both.
fn differing(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    names.filter(|name| one.get(*name) != other.get(*name)).map(|name| name.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_differs() {
        let folder = |files: &[(&str, &str)]| {
            files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect()
        };
        let one = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differing(&one, &one).is_empty());
        assert_eq!(differing(&one, &folder(&[("a", "1"), ("b", "x"), ("d", "4")])), ["b", "c", "d"]);
    }
}
