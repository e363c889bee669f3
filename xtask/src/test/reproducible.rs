//! The step that builds the app a second time, in another folder and from nothing, and compares.

use std::path::Path;

use anyhow::Context as _;
use fs_err as fs;
use fs_err::os::unix::fs::symlink;

use super::Context;
use crate::project::Project;
use crate::{app, command, folder};

/// Proves that the same lock file and compiler give the same bytes, wherever the clone, cargo's downloads and its results lie.
pub fn same(context: &Context) -> anyhow::Result<()> {
    let project = context.project;
    let here = app::build(project)?;
    let place = project.cache.join(format!("copy-{}", std::process::id()));
    let (copy, cargo) = (place.join("some where/else"), place.join("cargo"));
    copy_clone(project, &copy, &cargo)?;
    let mut dist = project.cargo("xtask dist");
    dist.current_dir(&copy).env("CARGO_HOME", cargo).env("CARGO_TARGET_DIR", place.join("built"));
    command::run(&mut dist)?;
    let mut compare = project.command("diff");
    command::run(compare.args(["--recursive", "--brief"]).arg(here).arg(copy.join("dist")))
        .context("built elsewhere some files differ")?;
    Ok(fs::remove_dir_all(&place)?)
}

/// Copies the clone as it is, with uncommitted changes; the copy finds what was downloaded, too.
fn copy_clone(project: &Project, copy: &Path, cargo: &Path) -> anyhow::Result<()> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let names = command::output(project.command("git").args(list))?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let from = project.root.join(name);
        // What is deleted and not yet committed is listed, too.
        if from.is_file() {
            folder::copy_file(&from, &copy.join(name))?;
        }
    }
    symlink(project.root.join("node_modules"), copy.join("node_modules"))?;
    fs::create_dir_all(cargo)?;
    for name in ["registry", "git", "config.toml", "config"] {
        let from = project.cargo_home()?.join(name);
        if from.exists() {
            symlink(from, cargo.join(name))?;
        }
    }
    Ok(())
}
