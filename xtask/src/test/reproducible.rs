//! The step that builds the app a second time, in another folder and from nothing, and compares.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::Context;
use super::report::Outcome;
use crate::project::Project;
use crate::{app, command};

/// The same lock file and compiler give the same bytes, wherever the clone, cargo's downloads and its results lie.
pub fn same(context: &Context) -> Outcome {
    let project = context.project;
    if !project.has_app() {
        return Outcome::Nothing;
    }
    let run = || {
        let here = app::build(project)?;
        let place = project.cache.folder(&format!("copy-{}", std::process::id()));
        let there = app::build(&copy(project, &place)?)?;
        let differing = differing(&files(&here)?, &files(&there)?);
        if !differing.is_empty() {
            let list = differing.join(", ");
            return Err(format!("built elsewhere these differ: {list} (see {})", there.display()));
        }
        fs::remove_dir_all(&place).map_err(|error| explain(&place, &error))
    };
    run().into()
}

/// The clone as it is, with what is not committed yet, in a folder below `place`.
fn copy(project: &Project, place: &Path) -> Result<Project, String> {
    let root = place.join("some where/else");
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let names = command::output(project.command("git").args(list))?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project.root.join(name), root.join(name));
        // What is deleted and not yet committed is listed, too.
        if from.is_file() {
            make_folder(to.parent().unwrap_or(&root))?;
            fs::copy(&from, &to).map_err(|error| explain(&from, &error))?;
        }
    }
    link(&project.root.join("node_modules"), &root.join("node_modules"))?;
    let cargo = place.join("cargo");
    make_folder(&cargo)?;
    for name in ["registry", "git", "config.toml", "config"] {
        link(&project.cargo_home()?.join(name), &cargo.join(name))?;
    }
    project.copied(root, place.join("built"), cargo)
}

fn make_folder(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| explain(folder, &error))
}

/// Makes the same thing be found elsewhere, too, if it is there: it need not be downloaded again.
fn link(from: &Path, to: &Path) -> Result<(), String> {
    if from.exists() { symlink(from, to).map_err(|error| explain(to, &error)) } else { Ok(()) }
}

fn explain(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// A folder's files by their paths below it.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(|error| explain(&next, &error))? {
            let path = entry.map_err(|error| explain(&next, &error))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| explain(&path, &error))?;
            found.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned(), bytes);
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
