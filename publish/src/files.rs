//! A folder's files, in memory.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use fs_err as fs;
use walkdir::{DirEntry, WalkDir};

/// The files of a folder by their paths below it, parted by `/`, in the order of the paths.
#[derive(Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads all files below a folder. Hidden ones are left out.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Self::default();
        let is_shown = |entry: &DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
        for entry in WalkDir::new(folder).min_depth(1).into_iter().filter_entry(is_shown) {
            let entry = entry?;
            if entry.file_type().is_dir() {
                continue;
            }
            let name = entry.path().strip_prefix(folder)?.to_str();
            let name =
                name.with_context(|| format!("{}: the name is no plain text", entry.path().display()))?;
            files.add(name, fs::read(entry.path())?);
        }
        Ok(files)
    }

    /// Makes the folder hold these files and no others.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, bytes)?;
        }
        Ok(())
    }

    /// Adds a file, in the place of one with this name.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Takes a file out, and returns its text. It is an error if the file is not there.
    pub fn take_text(&mut self, name: &str) -> anyhow::Result<String> {
        let bytes = self.0.remove(name).with_context(|| format!("{name} was not built"))?;
        String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))
    }

    /// Returns a file's bytes. It is an error if the file is not there.
    pub fn bytes(&self, name: &str) -> anyhow::Result<&[u8]> {
        self.0.get(name).map(Vec::as_slice).with_context(|| format!("{name} was not built"))
    }

    /// Returns a file's text. It is an error if the file is not there.
    pub fn text(&self, name: &str) -> anyhow::Result<&str> {
        std::str::from_utf8(self.bytes(name)?).with_context(|| format!("{name} is not UTF-8"))
    }

    /// Iterates over all files, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// Returns the end of a file's name behind the last dot; empty if there is none.
pub fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or_default();
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}
