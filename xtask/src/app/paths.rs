//! The paths of this machine that a compiler sees, and what stands for them in what is published.

use fs_err as fs;
use std::path::{Path, PathBuf};

use crate::cache::hashed;
use crate::command;
use crate::project::Project;

/// The folders of this machine that a compiler sees.
pub struct Paths {
    /// The folder where cargo puts what it builds for publishing.
    pub target: PathBuf,
    /// The script to be used instead of rustc, which runs it with its paths replaced.
    pub wrapper: PathBuf,
    /// The paths that must not be found in what is published: of the clone, `target`, cargo's downloads, and Rust.
    pub seen: [PathBuf; 4],
    /// The compiler's commit, by which its own sources are called everywhere.
    commit: String,
}

impl Paths {
    /// Finds the folders of this clone and this Rust.
    pub fn of(project: &Project) -> anyhow::Result<Self> {
        let wrapper = project.root.join("xtask/rustc-without-paths.sh");
        // A folder of its own, and another one with each wrapper, which cargo knows nothing of: nothing in it was ever
        // compiled with the paths of this machine.
        let target = project.target().join(format!("app-{}", hashed(fs::read(&wrapper)?)));
        let rust = command::output(project.command("rustc").args(["--print", "sysroot"]))?.into();
        let seen = [project.root.clone(), target.clone(), project.cargo_home()?, rust];
        let about = command::output(project.command("rustc").arg("-vV"))?;
        let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: "));
        Ok(Self { target, wrapper, seen, commit: commit.unwrap_or("unknown").to_owned() })
    }

    /// Writes the wrapper's `REMAP_PATHS`: of several that fit a path, rustc takes the last.
    pub fn replaced(&self) -> anyhow::Result<String> {
        let [clone, target, cargo, rust] = &self.seen;
        let line = |from: &Path, to: &str| format!("{}={to}", from.display());
        let mut lines = vec![
            line(clone, "."),
            line(target, "target"),
            line(cargo, "cargo"),
            line(&rust.join("lib/rustlib/src/rust"), &format!("/rustc/{}", self.commit)),
        ];
        // Packages' sources: their folder is called by the registry they came from, which may be a mirror.
        for entry in fs::read_dir(cargo.join("registry/src"))? {
            lines.push(line(&entry?.path(), "crates"));
        }
        Ok(lines.join("\n"))
    }
}
