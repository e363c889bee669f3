//! Building the app: npm's packages, Trunk, and the folder to publish; nothing at all where nothing has changed.

mod late;
mod next;
mod paths;
mod sources;

use fs_err as fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::project::Project;
use crate::{command, packages, rust, tools};

use paths::Paths;

/// The folder in which Trunk puts a release; what is built to be looked at lies elsewhere.
const RELEASE: &str = ".built/release";

/// Builds the app as it is published, and returns the folder that it lies in.
pub fn build(project: &Project) -> anyhow::Result<PathBuf> {
    let folder = project.published();
    publish(project, &folder, &Told::default())?;
    Ok(folder)
}

/// What is told when the app is published.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The address at which the app will be, for those who are told of it.
    pub url: Option<String>,
    /// The wiki that stands in for Meta-Wiki: its origin, the path of its scripts (`-` for none) and what stands before a title.
    pub wiki: Option<String>,
}

/// Publishes the app for this test wiki, known by its address without `/api.php`, into a folder for tests, and returns that.
pub fn build_for_wiki(project: &Project, wiki: &str) -> anyhow::Result<PathBuf> {
    let folder = project.target().join("for-test-wiki-published");
    let wiki = wiki.trim_end_matches('/');
    // What is behind the origin begins with the third slash.
    let path = wiki.match_indices('/').nth(2).map_or(wiki.len(), |(place, _)| place);
    let (origin, scripts) = wiki.split_at(path);
    let line =
        format!("{origin} {} {scripts}/index.php?title=", if scripts.is_empty() { "-" } else { scripts });
    publish(project, &folder, &Told { wiki: Some(line), ..Told::default() })?;
    Ok(folder)
}

/// Publishes the app into this folder.
pub fn publish(project: &Project, folder: &Path, told: &Told) -> anyhow::Result<()> {
    let paths = Paths::of(project)?;
    let (pages, state) = release(project, &paths)?;
    if folder != project.published() {
        return run_publish(project, &paths, &pages, folder, told);
    }
    let state = format!("{state}{}{told:?}", sources::publishing(project)?);
    let mark = project.target().join("app-published-from");
    unless_made(folder, &mark, &state, || run_publish(project, &paths, &pages, folder, told))
}

/// Publishes a version after this one into a folder for tests, and returns that. See [`next`].
pub fn build_next(project: &Project) -> anyhow::Result<PathBuf> {
    let paths = Paths::of(project)?;
    let (pages, _) = release(project, &paths)?;
    let folder = project.target().join("next-version-published");
    run_publish(project, &paths, &next::make(project, &pages)?, &folder, &Told::default())?;
    Ok(folder)
}

/// Makes `folder` out of `pages`, which Trunk has built.
fn run_publish(
    project: &Project,
    paths: &Paths,
    pages: &Path,
    folder: &Path,
    told: &Told,
) -> anyhow::Result<()> {
    let mut publish = project.cargo("run --quiet --package publish --");
    publish.arg(pages).arg(folder);
    publish.args(told.url.iter().flat_map(|url| ["--url", url]));
    publish.args(told.wiki.iter().flat_map(|wiki| ["--wiki", wiki]));
    for path in &paths.seen {
        publish.arg("--forbid").arg(path);
    }
    command::run(&mut publish)
}

/// Builds what Trunk makes for publishing, and returns its folder and the state of what it was built from.
fn release(project: &Project, paths: &Paths) -> anyhow::Result<(PathBuf, String)> {
    step("1/5 the compiler for WebAssembly", || rust::ensure("target", rust::WASM))?;
    let trunk = step("2/5 Trunk, which builds pages", || tools::trunk(project))?;
    let wasm_bindgen = step("3/5 wasm-bindgen, which binds scripts", || tools::wasm_bindgen(project))?;
    step("4/5 npm's packages", || packages::install(project))?;

    let pages = project.root.join(RELEASE);
    let state = sources::state(project, &[&trunk, &wasm_bindgen, &paths.target])?;
    let mark = project.target().join("app-built-from");
    step("5/5 the app", || {
        unless_made(&pages, &mark, &state, || run_trunk(project, paths, trunk, &wasm_bindgen))
    })?;
    Ok((pages, state))
}

/// Takes a step of a long command: says what it does before it begins, and then how many seconds it took, if any.
fn step<T>(what: &str, take: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    println!("{what} …");
    let begun = Instant::now();
    let done = take()?;
    let seconds = begun.elapsed().as_secs_f64();
    if seconds >= 1.0 {
        println!("{what} … {seconds:.0} s");
    }
    Ok(done)
}

fn run_trunk(project: &Project, paths: &Paths, trunk: PathBuf, wasm_bindgen: &Path) -> anyhow::Result<()> {
    command::run(&mut project.cargo("fetch --quiet --locked"))?;
    let folders = [late::splitter(project)?, trunk, project.root.join("node_modules/.bin")];
    let late = paths.target.join("late.wasm");
    let mut build = project.command("trunk");
    // Trunk takes the value of NO_COLOR for its own flag and gives up on `1`.
    build.env_remove("NO_COLOR").env("PATH", tools::path_with(folders)?);
    build.env("WASM_BINDGEN", wasm_bindgen.join(late::CALLED)).env("LATE_WASM", late);
    build.env("CARGO_TARGET_DIR", &paths.target);
    build.env("RUSTC_WRAPPER", &paths.wrapper).env("REMAP_PATHS", paths.replaced()?);
    build.args(["build", "--release", "--offline", "--locked", "--dist", RELEASE]);
    command::run(&mut build)
}

/// Makes a folder of pages, unless the file `mark` says that it was made from this state and finished.
fn unless_made(
    pages: &Path,
    mark: &Path,
    state: &str,
    make: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    if pages.join("index.html").is_file() && fs::read_to_string(mark).is_ok_and(|from| from == state) {
        return Ok(());
    }
    // Unfinished work must not be taken for finished.
    if mark.exists() {
        fs::remove_file(mark)?;
    }
    make()?;
    Ok(fs::write(mark, state)?)
}
