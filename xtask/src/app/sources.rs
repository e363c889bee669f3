//! Whether anything has changed that the app is built from.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::project::Project;

/// Folders of the clone that hold nothing the app is built from. Those whose name begins with a dot are left out
/// too, except cargo's settings.
const ELSEWHERE: [&str; 11] = [
    "dist",
    "target",
    "node_modules",
    "tests",
    "fuzz",
    "xtask",
    "benches",
    "examples",
    "test-results",
    "docs",
    PUBLISH,
];
/// What makes the published folder out of the app once that is built.
const PUBLISH: &str = "publish";

/// A text that changes with any file the app is built from, the tools' folders (which bear their versions), the
/// compiler, and the clone: two clones may share the folder this is kept in.
///
/// # Errors
/// When a file cannot be read or there is no compiler.
pub fn state(project: &Project, tools: &[&Path]) -> Result<String, String> {
    let mut files = Vec::new();
    collect(&project.root, &ELSEWHERE, &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    (&project.root, tools).hash(&mut hasher);
    crate::command::output(project.command("rustc").arg("-V"))?.hash(&mut hasher);
    hash(project, &files, &mut hasher)?;
    Ok(format!("{:016x}\n", hasher.finish()))
}

/// A text that changes with what makes the published folder out of the app.
///
/// # Errors
/// When a file cannot be read.
pub fn publishing(project: &Project) -> Result<String, String> {
    let mut files = Vec::new();
    collect(&project.root.join(PUBLISH), &[], &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    hash(project, &files, &mut hasher)?;
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn hash(project: &Project, files: &[PathBuf], hasher: &mut DefaultHasher) -> Result<(), String> {
    for file in files {
        let content = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        (file.strip_prefix(&project.root).unwrap_or(file), content).hash(hasher);
    }
    Ok(())
}

fn collect(folder: &Path, elsewhere: &[&str], files: &mut Vec<PathBuf>) -> Result<(), String> {
    let explain = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(explain)? {
        let entry = entry.map_err(explain)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_folder = entry.file_type().map_err(explain)?.is_dir();
        let skipped = elsewhere.contains(&name.as_ref()) || (name.starts_with('.') && name != ".cargo");
        match (is_folder, skipped) {
            (true, false) => collect(&entry.path(), &[], files)?,
            (false, _) if !name.ends_with(".md") => files.push(entry.path()),
            _ => {}
        }
    }
    Ok(())
}
