//! The paths of this machine that a compiler sees, and what stands for them in what is published.

use fs_err as fs;
use std::path::{Path, PathBuf};

use crate::cache::hashed;
use crate::command;
use crate::project::Project;

/// The script that runs the compiler with its paths replaced.
const WRAPPER: &str = "xtask/rustc-without-paths.sh";

/// The folders of this machine that a compiler sees.
pub struct Paths {
    clone: PathBuf,
    target: PathBuf,
    cargo: PathBuf,
    rust: PathBuf,
    /// The compiler's commit, by which its own sources are called everywhere.
    commit: String,
}

impl Paths {
    /// Finds the folders of this clone and this Rust.
    pub fn of(project: &Project) -> anyhow::Result<Self> {
        let wrapper = project.root.join(WRAPPER);
        // A folder of its own, and another one with each wrapper, which cargo knows nothing of: nothing in it was ever
        // compiled with the paths of this machine.
        let target = project.target().join(format!("app-{}", hashed(fs::read(&wrapper)?)));
        let cargo = project.cargo_home()?;
        let rust = command::output(project.command("rustc").args(["--print", "sysroot"]))?.into();
        let about = command::output(project.command("rustc").arg("-vV"))?;
        let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: "));
        let commit = commit.unwrap_or("unknown").to_owned();
        Ok(Self { clone: project.root.clone(), target, cargo, rust, commit })
    }

    /// Returns the folder where cargo puts what it builds for publishing.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Returns the path of the compiler to be used instead of rustc.
    pub fn wrapper(&self) -> PathBuf {
        self.clone.join(WRAPPER)
    }

    /// Writes the wrapper's `REMAP_PATHS`: of several that fit a path, rustc takes the last.
    pub fn replaced(&self) -> anyhow::Result<String> {
        let mut lines = vec![
            line(&self.clone, "."),
            line(&self.target, "target"),
            line(&self.cargo, "cargo"),
            line(&self.rust.join("lib/rustlib/src/rust"), &format!("/rustc/{}", self.commit)),
        ];
        // Packages' sources: their folder is called by the registry they came from, which may be a mirror.
        let registries = self.cargo.join("registry/src");
        let entries = fs::read_dir(&registries)?;
        for entry in entries {
            lines.push(line(&entry?.path(), "crates"));
        }
        Ok(lines.join("\n"))
    }

    /// Returns the paths that must not be found in what is published.
    pub fn forbidden(&self) -> [&Path; 4] {
        [&self.clone, &self.target, &self.cargo, &self.rust]
    }
}

fn line(from: &Path, to: &str) -> String {
    format!("{}={to}", from.display())
}
