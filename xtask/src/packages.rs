//! npm's packages that only some commands need: installed into the cache, once for each lock file.

use fs_err as fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::{command, system};

/// Installs what the `package-lock.json` in this folder of the clone lists, unless it is there, and returns the folder with
/// `node_modules`.
pub fn ensure(project: &Project, folder: &str) -> anyhow::Result<PathBuf> {
    system::ensure("fetching packages", &["nodejs", "npm"], || command::exists("npm"))?;
    let source = project.root.join(folder);
    let mut hasher = DefaultHasher::new();
    fs::read(source.join("package-lock.json"))?.hash(&mut hasher);
    let name = format!("{}-{:016x}", folder.replace('/', "-"), hasher.finish());
    project.cache.filled(&name, |place| {
        for name in ["package.json", "package-lock.json"] {
            fs::copy(source.join(name), place.join(name))?;
        }
        println!("installing npm's packages for {folder}");
        npm_ci(project, place, &[])
    })
}

/// Installs in a folder what its `package-lock.json` lists.
pub fn npm_ci(project: &Project, folder: &Path, more: &[&str]) -> anyhow::Result<()> {
    let mut npm = project.command("npm");
    npm.current_dir(folder);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]).args(more);
    command::run(npm.arg("--cache").arg(project.cache.folder("npm")))
}
