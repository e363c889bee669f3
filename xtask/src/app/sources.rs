//! Whether anything has changed that the app is built from.

use fs_err as fs;
use std::path::{Path, PathBuf};

use crate::cache::hashed;
use crate::folder;
use crate::project::Project;

/// The folders of the clone that hold nothing the app is built from. Those whose name begins with a dot are left out too, except
/// cargo's settings.
const ELSEWHERE: [&str; 10] =
    ["dist", "target", "node_modules", "tests", "fuzz", "xtask", "benches", "docs", "test-results", PUBLISH];
/// The folder of the program that makes the published folder out of the built app.
const PUBLISH: &str = "publish";

/// Returns a text that changes with any file the app is built from, the tools' folders (which bear their versions), the compiler,
/// and the clone: two clones may share the folder this is kept in.
pub fn state(project: &Project, tools: &[&Path]) -> anyhow::Result<String> {
    let rust = crate::command::output(project.command("rustc").arg("-V"))?;
    let files = contents(&project.root, &ELSEWHERE)?;
    Ok(hashed((&project.root, tools, rust, files)))
}

/// Returns a text that changes with the program that makes the published folder.
pub fn publishing(project: &Project) -> anyhow::Result<String> {
    Ok(hashed(contents(&project.root.join(PUBLISH), &[])?))
}

/// Reads all files below a folder that may matter, but for those in the folders `elsewhere`.
fn contents(root: &Path, elsewhere: &[&str]) -> anyhow::Result<Vec<(PathBuf, Vec<u8>)>> {
    let files = folder::files(root, |entry| {
        let name = entry.file_name().to_string_lossy();
        let is_elsewhere = entry.depth() == 1 && elsewhere.contains(&&*name);
        let is_hidden = entry.file_type().is_dir() && name.starts_with('.') && name != ".cargo";
        !is_elsewhere && !is_hidden && !name.ends_with(".md")
    })?;
    files.into_iter().map(|file| Ok((file.clone(), fs::read(root.join(file))?))).collect()
}
