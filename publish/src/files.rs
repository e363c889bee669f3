//! A folder's files, in memory.

use fs_err as fs;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::problem::Problem;

/// Files by their paths below the folder, parted by `/`, in the order of the paths.
#[derive(Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// All files below a folder. Hidden ones are left out.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let mut files = Self::default();
        files.collect(folder, "")?;
        Ok(files)
    }

    fn collect(&mut self, folder: &Path, prefix: &str) -> Result<(), Problem> {
        let explain = |error: io::Error| Problem::Io(folder.to_owned(), error);
        for entry in fs::read_dir(folder).map_err(explain)? {
            let entry = entry.map_err(explain)?;
            let path = entry.path();
            let name = entry.file_name().into_string().map_err(|_| Problem::Name(path.clone()))?;
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type().map_err(explain)?.is_dir() {
                self.collect(&path, &format!("{prefix}{name}/"))?;
            } else {
                let bytes = fs::read(&path).map_err(|error| Problem::Io(path, error))?;
                self.add(&format!("{prefix}{name}"), bytes);
            }
        }
        Ok(())
    }

    /// Makes the folder hold these files and no others.
    pub fn write(&self, folder: &Path) -> Result<(), Problem> {
        let explain = |path: &Path| {
            let path = path.to_owned();
            |error: io::Error| Problem::Io(path, error)
        };
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(explain(folder))?;
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(explain(parent))?;
            }
            fs::write(&path, bytes).map_err(explain(&path))?;
        }
        Ok(())
    }

    /// Puts a file in, in the place of one with this name.
    pub fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Takes a text out.
    pub fn take_text(&mut self, name: &str) -> Result<String, Problem> {
        self.take_text_if_there(name)?.ok_or_else(|| Problem::Missing(name.to_owned()))
    }

    /// Takes a text out, if it is there.
    pub fn take_text_if_there(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let text = self.0.remove(name).map(String::from_utf8).transpose();
        text.map_err(|_| Problem::NotText(name.to_owned()))
    }

    /// A file's bytes.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// A file's bytes, which must be there.
    pub fn bytes(&self, name: &str) -> Result<&[u8], Problem> {
        self.get(name).ok_or_else(|| Problem::Missing(name.to_owned()))
    }

    /// A file's text, which must be there.
    pub fn text(&self, name: &str) -> Result<&str, Problem> {
        std::str::from_utf8(self.bytes(name)?).map_err(|_| Problem::NotText(name.to_owned()))
    }

    /// All files, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// The end of a file's name behind the last dot; empty if there is none.
pub fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or_default();
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}
