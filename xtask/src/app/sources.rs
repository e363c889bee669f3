//! Whether anything has changed that the app is built from.

use fs_err as fs;
use std::collections::hash_map::DefaultHasher;
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
    "docs",
    "examples",
    "test-results",
    PUBLISH,
];
/// What makes the published folder out of the app once that is built.
const PUBLISH: &str = "publish";

/// A text that changes with any file the app is built from, the tools' folders (which bear their versions), the
/// compiler, and the clone: two clones may share the folder this is kept in.
pub fn state(project: &Project, tools: &[&Path]) -> anyhow::Result<String> {
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
pub fn publishing(project: &Project) -> anyhow::Result<String> {
    let mut files = Vec::new();
    collect(&project.root.join(PUBLISH), &[], &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    hash(project, &files, &mut hasher)?;
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn hash(project: &Project, files: &[PathBuf], hasher: &mut DefaultHasher) -> anyhow::Result<()> {
    for file in files {
        let content = fs::read(file)?;
        (file.strip_prefix(&project.root).unwrap_or(file), content).hash(hasher);
    }
    Ok(())
}

fn collect(folder: &Path, elsewhere: &[&str], files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_folder = entry.file_type()?.is_dir();
        // A link to such a folder is no folder, and no file either.
        let is_elsewhere = elsewhere.contains(&name.as_ref());
        let is_hidden = is_folder && name.starts_with('.') && name != ".cargo";
        if is_elsewhere || is_hidden {
            continue;
        }
        if is_folder {
            collect(&entry.path(), &[], files)?;
        } else if !name.ends_with(".md") {
            files.push(entry.path());
        }
    }
    Ok(())
}
