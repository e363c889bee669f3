//! A first visit, made by a real browser: every file it asked for, and the bytes it was sent.

use anyhow::{Context as _, anyhow};
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
    /// Whether nothing works before it is there.
    is_first: bool,
}

/// How many bytes may be transferred.
pub struct Budget {
    /// Until the app can be used.
    pub first: u64,
    /// By the whole visit.
    pub whole: u64,
}

impl Visit {
    /// Opens these pages in this browser, starts a report, and waits until nothing more is asked for.
    pub fn make(project: &Project, pages: &Path, chromium: &Path) -> anyhow::Result<Self> {
        let mut visit = project.command("node");
        visit.env("CHROMIUM", chromium).arg("benches/browser/bytes.mjs").arg(pages);
        Self::read(&command::output(&mut visit)?)
    }

    /// Lines of bytes, `first` or `later`, and a path, with tabs between.
    fn read(lines: &str) -> anyhow::Result<Self> {
        let file = |line: &str| {
            let mut parts = line.split('\t');
            let (bytes, when, path) = (parts.next()?, parts.next()?, parts.next()?);
            let is_first = match when {
                "first" => true,
                "later" => false,
                _ => return None,
            };
            Some(File { path: path.to_owned(), bytes: bytes.parse().ok()?, is_first })
        };
        let files = lines.lines().map(|line| file(line).with_context(|| format!("what is `{line}`?")));
        Ok(Self(files.collect::<Result<_, _>>()?))
    }

    fn bytes(&self) -> u64 {
        self.0.iter().map(|file| file.bytes).sum()
    }

    fn first(&self) -> u64 {
        self.0.iter().filter(|file| file.is_first).map(|file| file.bytes).sum()
    }

    pub fn within(&self, budget: &Budget) -> anyhow::Result<()> {
        for (bytes, allowed, what) in [
            (self.first(), budget.first, "until the app can be used"),
            (self.bytes(), budget.whole, "by a first visit"),
        ] {
            if bytes > allowed {
                return Err(anyhow!(
                    "{bytes} bytes are transferred {what}; {allowed} are allowed (xtask/src/bytes/budget.rs)"
                ));
            }
            println!("{} bytes below the {allowed} that are allowed {what}", allowed - bytes);
        }
        Ok(())
    }
}

/// The table of files.
impl fmt::Display for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  bytes  of a first visit, brotli (*: nothing works before it is there)")?;
        for File { path, bytes, is_first } in &self.0 {
            writeln!(f, "{bytes:7}{} {path}", if *is_first { '*' } else { ' ' })?;
        }
        writeln!(f, "{:7}* until the app can be used", self.first())?;
        writeln!(f, "{:7}  together", self.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_a_visit_against_the_budget() {
        let visit = Visit::read("400\tfirst\ta.wasm\n70\tlater\tb.wasm\n20\tfirst\tindex.html").unwrap();
        assert_eq!(
            visit.to_string(),
            "  bytes  of a first visit, brotli (*: nothing works before it is there)\n    400* a.wasm\n     70  b.wasm\n     \
             20* index.html\n    420* until the app can be used\n    490  together\n"
        );
        assert!(visit.within(&Budget { first: 420, whole: 490 }).is_ok());
        assert!(
            visit.within(&Budget { first: 419, whole: 490 }).unwrap_err().to_string().contains("420 bytes")
        );
        assert!(
            visit.within(&Budget { first: 420, whole: 489 }).unwrap_err().to_string().contains("490 bytes")
        );
        for unknown in ["much\tfirst\tindex.html", "400\tfirst", "400\tsoon\ta.wasm", "400"] {
            assert!(Visit::read(unknown).is_err(), "{unknown}");
        }
    }
}
