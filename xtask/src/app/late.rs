//! What is published is cut in two: what starts, writes and saves, and what may come a moment later.
//!
//! Trunk has no place between the compiler and wasm-bindgen. So it is made to call a program of that name that makes the cut and
//! calls the real one (`split/`); at the end `public/build.mjs` puts the second part beside the first.

use fs_err as fs;
use fs_err::os::unix::fs::symlink;
use std::path::PathBuf;

use crate::command;
use crate::project::Project;

/// The name of the program that Trunk calls. No program that cargo builds may have it: rustc takes it for an old library.
pub const CALLED: &str = "wasm-bindgen";

/// Builds the program that cuts, and returns a folder in which it has the name that Trunk calls.
pub fn splitter(project: &Project) -> anyhow::Result<PathBuf> {
    command::run(&mut project.cargo("build --quiet --package split"))?;
    let folder = project.target().join("in-the-place-of-wasm-bindgen");
    fs::create_dir_all(&folder)?;
    let called = folder.join(CALLED);
    // The folder may have been made by a clone that lay elsewhere.
    if called.is_symlink() {
        fs::remove_file(&called)?;
    }
    symlink(project.target().join("debug/split"), &called)?;
    Ok(folder)
}
