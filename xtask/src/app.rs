//! Building the app: npm's packages, Trunk, and the folder to publish; nothing at all where nothing has changed.

mod late;
mod next;
mod paths;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::tools::{Tool, path_with};
use crate::{command, rust, system};

use paths::Paths;

/// Where Trunk puts a release; what is built to be looked at lies elsewhere.
const RELEASE: &str = ".built/release";

/// The app as it is published; gives the folder it lies in.
///
/// # Errors
/// When something that is needed cannot be had, or the build fails.
pub fn build(project: &Project) -> Result<PathBuf, String> {
    let folder = project.published();
    publish(project, &folder, None)?;
    Ok(folder)
}

/// Makes this folder the one to be published, at this address if it is known already.
///
/// # Errors
/// When something that is needed cannot be had, or the build fails.
pub fn publish(project: &Project, folder: &Path, url: Option<&str>) -> Result<(), String> {
    let paths = Paths::of(project)?;
    let (pages, state) = release(project, &paths)?;
    let state = format!("{state}{}{url:?}", sources::publishing(project)?);
    let mark = Mark { file: project.target().join("app-published-from"), state };
    let is_usual = folder == project.published();
    if is_usual && mark.stands() && folder.join("index.html").is_file() {
        return Ok(());
    }
    if is_usual {
        mark.remove()?;
    }
    run_publish(project, &paths, &pages, folder, url)?;
    if is_usual { mark.set() } else { Ok(()) }
}

/// Publishes a version after this one into a folder for tests, and gives it. See [`next`].
///
/// # Errors
/// When something that is needed cannot be had, or the build fails.
pub fn build_next(project: &Project) -> Result<PathBuf, String> {
    let paths = Paths::of(project)?;
    let (pages, _) = release(project, &paths)?;
    let folder = project.target().join("next-version-published");
    run_publish(project, &paths, &next::make(project, &pages)?, &folder, None)?;
    Ok(folder)
}

/// Makes `folder` out of `pages`, which Trunk has built.
fn run_publish(
    project: &Project,
    paths: &Paths,
    pages: &Path,
    folder: &Path,
    url: Option<&str>,
) -> Result<(), String> {
    let mut publish = project.cargo();
    publish.args(["run", "--quiet", "--package", "publish", "--"]).arg(pages).arg(folder);
    publish.args(url.iter().flat_map(|url| ["--url", url]));
    for path in paths.forbidden() {
        publish.arg("--forbid").arg(path);
    }
    command::run(&mut publish)
}

/// What Trunk builds for publishing: the folder, and what it was built from.
fn release(project: &Project, paths: &Paths) -> Result<(PathBuf, String), String> {
    if !project.has_app() {
        return Err("there is no app to build: index.html is missing".to_owned());
    }
    rust::ensure_wasm()?;
    let trunk = Tool::trunk().ensure(project)?;
    let wasm_bindgen = Tool::wasm_bindgen(project)?.ensure(project)?;
    install_packages(project)?;

    let pages = project.root.join(RELEASE);
    let state = sources::state(project, &[&trunk, &wasm_bindgen, paths.target()])?;
    let mark = Mark { file: project.target().join("app-built-from"), state };
    if pages.join("index.html").is_file() && mark.stands() {
        println!("the app is built already");
        return Ok((pages, mark.state));
    }
    mark.remove()?;
    println!("building the app");
    command::run(project.cargo().args(["fetch", "--quiet", "--locked"]))?;
    let path = path_with([late::splitter(project)?, trunk, project.root.join("node_modules/.bin")])?;
    let mut build = project.command("trunk");
    late::tell(&mut build, &wasm_bindgen, paths.target());
    // Trunk takes the value of NO_COLOR for its own flag and gives up on `1`.
    build.env_remove("NO_COLOR").env("PATH", path);
    build.env("CARGO_TARGET_DIR", paths.target());
    build.env("RUSTC_WRAPPER", paths.wrapper()).env("REMAP_PATHS", paths.replaced()?);
    build.args(["build", "--release", "--offline", "--locked", "--dist", RELEASE]);
    command::run(&mut build)?;
    mark.set()?;
    Ok((pages, mark.state))
}

/// A file that says what something was made from, once it is finished.
struct Mark {
    file: PathBuf,
    state: String,
}

impl Mark {
    fn stands(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|made_from| made_from == self.state)
    }

    /// What breaks off must not be taken for finished.
    fn remove(&self) -> Result<(), String> {
        if !self.file.exists() {
            return Ok(());
        }
        fs::remove_file(&self.file).map_err(|error| format!("{}: {error}", self.file.display()))
    }

    fn set(&self) -> Result<(), String> {
        fs::write(&self.file, &self.state).map_err(|error| format!("{}: {error}", self.file.display()))
    }
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
