//! Building the app: npm's packages, then Trunk, and nothing at all where nothing has changed.

mod sources;

use std::fs;
use std::path::PathBuf;

use crate::project::Project;
use crate::tools::{Tool, path_with};
use crate::{command, rust, system};

/// Builds the app as it is published; gives the folder it lies in.
///
/// # Errors
/// When something that is needed cannot be had, or the build fails.
pub fn build(project: &Project) -> Result<PathBuf, String> {
    if !project.has_app() {
        return Err("there is no app to build: index.html is missing".to_owned());
    }
    rust::ensure_wasm()?;
    let trunk = Tool::trunk().ensure(project)?;
    let wasm_bindgen = Tool::wasm_bindgen(project)?.ensure(project)?;
    install_packages(project)?;

    let pages = project.root.join("dist");
    let mark = project.target().join("app-built-from");
    let state = sources::state(project, &[&trunk, &wasm_bindgen])?;
    if pages.join("index.html").is_file() && fs::read_to_string(&mark).is_ok_and(|built| built == state) {
        println!("the app is built already");
        return Ok(pages);
    }
    // A build that breaks off must not be taken for a finished one.
    if mark.exists() {
        fs::remove_file(&mark).map_err(|error| format!("{}: {error}", mark.display()))?;
    }
    println!("building the app");
    let path = path_with([wasm_bindgen, trunk, project.root.join("node_modules/.bin")])?;
    // Trunk takes the value of NO_COLOR for its own flag and gives up on `1`.
    let mut build = project.command("trunk");
    build.env_remove("NO_COLOR").env("PATH", path).args(["build", "--release", "--offline"]);
    command::run(&mut build)?;
    fs::write(&mark, state).map_err(|error| format!("{}: {error}", mark.display()))?;
    Ok(pages)
}

/// Makes sure that npm's packages are those of `package-lock.json`.
///
/// # Errors
/// When npm is missing or fails.
pub fn install_packages(project: &Project) -> Result<(), String> {
    if !project.has("package.json") {
        return Ok(());
    }
    system::ensure("the app's style and tests", &["nodejs", "npm"], || command::exists("npm"))?;
    let lock_file = project.root.join("package-lock.json");
    let lock = fs::read(&lock_file).map_err(|error| format!("{}: {error}", lock_file.display()))?;
    let installed = project.root.join("node_modules/.installed-from");
    if fs::read(&installed).is_ok_and(|from| from == lock) {
        return Ok(());
    }
    println!("installing npm's packages");
    let mut npm = project.command("npm");
    npm.args(["ci", "--omit=peer", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
    command::run(npm.arg("--cache").arg(project.cache.folder("npm")))?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}", installed.display()))
}
