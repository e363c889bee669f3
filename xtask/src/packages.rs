//! npm's packages: the project's own in `node_modules`, and those that only some commands need in the cache.

use fs_err as fs;
use std::path::{Path, PathBuf};

use crate::cache::{filled, hashed};
use crate::project::Project;
use crate::{command, system};

/// Installs the project's packages, unless they are there as `package-lock.json` lists them.
pub fn install(project: &Project) -> anyhow::Result<()> {
    ensure_npm()?;
    let lock = fs::read(project.root.join("package-lock.json"))?;
    let installed = project.root.join("node_modules/.installed-from");
    if fs::read(&installed).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    println!("installing npm's packages");
    npm_ci(project, &project.root, &["--omit=peer"])?;
    Ok(fs::write(&installed, lock)?)
}

/// Installs what the `package-lock.json` in this folder of the clone lists, unless it is there, and returns the folder with
/// `node_modules`.
pub fn ensure(project: &Project, folder: &str) -> anyhow::Result<PathBuf> {
    ensure_npm()?;
    let source = project.root.join(folder);
    let lock = fs::read(source.join("package-lock.json"))?;
    let name = format!("{}-{}", folder.replace('/', "-"), hashed(lock));
    filled(project.cache.join(name), |place| {
        for name in ["package.json", "package-lock.json"] {
            fs::copy(source.join(name), place.join(name))?;
        }
        println!("installing npm's packages for {folder}");
        npm_ci(project, place, &[])
    })
}

fn ensure_npm() -> anyhow::Result<()> {
    system::ensure("the app's style and tests", &["nodejs", "npm"], || which::which("npm").is_ok())
}

/// Installs in a folder what its `package-lock.json` lists.
fn npm_ci(project: &Project, folder: &Path, more: &[&str]) -> anyhow::Result<()> {
    let mut npm = project.command("npm");
    npm.current_dir(folder);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]).args(more);
    command::run(npm.arg("--cache").arg(project.cache.join("npm")))
}
