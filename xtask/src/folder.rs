//! Folders with all that is below them.

use std::path::{Path, PathBuf};

use fs_err as fs;
use walkdir::{DirEntry, WalkDir};

/// Lists the files below a folder, by paths relative to it, in order; without files and folders for which `is_wanted` is false.
pub fn files(folder: &Path, is_wanted: impl Fn(&DirEntry) -> bool) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(is_wanted) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.push(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    Ok(files)
}

/// Copies all files below a folder into another.
pub fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    for file in files(from, |_| true)? {
        copy_file(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

/// Copies a file into a folder that need not exist.
pub fn copy_file(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to)?;
    Ok(())
}
