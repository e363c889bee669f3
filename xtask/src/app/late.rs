//! What is published is cut in two: what starts, writes and saves, and what may come a moment later.
//!
//! Trunk has no place between the compiler and wasm-bindgen. So it is made to call a program of that name that makes the cut and
//! calls the real one (`split/`); at the end `public/build.mjs` puts the second part beside the first.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::project::Project;

/// What Trunk calls. No program that cargo builds may be named so: the compiler takes it for an old version of the library.
const CALLED: &str = "wasm-bindgen";

/// Builds the program that cuts; gives a folder in which it is found by the name that Trunk calls.
///
/// # Errors
/// When it cannot be built, or the folder not be made.
pub fn splitter(project: &Project) -> Result<PathBuf, String> {
    command::run(project.cargo().args(["build", "--quiet", "--package", "split"]))?;
    let folder = project.target().join("in-the-place-of-wasm-bindgen");
    let explain = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(explain)?;
    let called = folder.join(CALLED);
    // The folder may have been made by a clone that lay elsewhere.
    if called.is_symlink() {
        fs::remove_file(&called).map_err(explain)?;
    }
    symlink(project.target().join("debug/split"), &called).map_err(explain)?;
    Ok(folder)
}

/// Tells a build where the real wasm-bindgen is, and where in `folder` the second part is put until the end.
pub fn tell(build: &mut Command, wasm_bindgen: &Path, folder: &Path) {
    build.env("WASM_BINDGEN", wasm_bindgen.join(CALLED)).env("LATE_WASM", folder.join("late.wasm"));
}
