//! A first visit, made by a real browser: every file it asked for, and the bytes it was sent.

use std::fmt;
use std::path::Path;

use crate::command;
use crate::project::Project;

/// What a first visit in English transferred.
#[derive(Debug, PartialEq, Eq)]
pub struct Visit(Vec<File>);

/// A file, compressed as it was sent.
#[derive(Debug, PartialEq, Eq)]
struct File {
    path: String,
    bytes: u64,
}

impl Visit {
    /// Opens these pages in this browser, starts a report, and waits until nothing more is asked for.
    ///
    /// # Errors
    /// When the browser cannot be driven, or the app cannot be used in it.
    pub fn make(project: &Project, pages: &Path, chromium: &Path) -> Result<Self, String> {
        let mut visit = project.command("node");
        visit.env("CHROMIUM", chromium).arg("benches/browser/bytes.mjs").arg(pages);
        Self::read(&command::output(&mut visit)?)
    }

    /// Lines of bytes and a path, with a tab between.
    fn read(lines: &str) -> Result<Self, String> {
        let file = |line: &str| {
            let (bytes, path) = line.split_once('\t')?;
            Some(File { path: path.to_owned(), bytes: bytes.parse().ok()? })
        };
        let files = lines.lines().map(|line| file(line).ok_or_else(|| format!("what is `{line}`?")));
        Ok(Self(files.collect::<Result<_, _>>()?))
    }

    fn bytes(&self) -> u64 {
        self.0.iter().map(|file| file.bytes).sum()
    }

    /// # Errors
    /// When more was transferred than this.
    pub fn within(&self, budget: u64) -> Result<(), String> {
        let bytes = self.bytes();
        if bytes > budget {
            return Err(format!(
                "a first visit transfers {bytes} bytes; {budget} are allowed (xtask/src/bytes/budget.rs)"
            ));
        }
        println!("{} bytes below the {budget} that are allowed", budget - bytes);
        Ok(())
    }
}

/// The table of files.
impl fmt::Display for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  bytes  of a first visit, brotli")?;
        for File { path, bytes } in &self.0 {
            writeln!(f, "{bytes:7}  {path}")?;
        }
        writeln!(f, "{:7}  together", self.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_a_visit_against_the_budget() {
        let visit = Visit::read("400\ta.wasm\n20\tindex.html").unwrap();
        assert_eq!(
            visit.to_string(),
            "  bytes  of a first visit, brotli\n    400  a.wasm\n     20  index.html\n    420  together\n"
        );
        assert_eq!(visit.within(420), Ok(()));
        assert!(visit.within(419).unwrap_err().contains("420 bytes; 419"));
        assert!(Visit::read("much\tindex.html").is_err() && Visit::read("400").is_err());
    }
}
