//! Where the project lies, and how its commands are started.

use anyhow::Context as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache;

/// The clone that is worked on, and the folder for everything that stays outside it.
pub struct Project {
    /// The folder with the package's `Cargo.toml`.
    pub root: PathBuf,
    /// The folder of the cache, which is kept between runs and between clones.
    pub cache: PathBuf,
    /// Whether this is continuous integration (`CI=true`), where a skipped proof is a failed one.
    pub ci: bool,
}

impl Project {
    /// Finds the clone that this command was built in.
    pub fn here() -> anyhow::Result<Self> {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().context("xtask/ lies in no folder")?.to_owned();
        let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        Ok(Self { root, cache: cache::find()?, ci })
    }

    /// Makes a command that runs in the clone.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", self.target());
        command
    }

    /// Makes a command of cargo that runs in the clone, out of words between which there are blanks.
    pub fn cargo(&self, words: &str) -> Command {
        let mut cargo = self.command("cargo");
        cargo.args(words.split(' '));
        cargo
    }

    /// Returns the folder that is published.
    pub fn published(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns cargo's target folder. In CI each run has a fresh clone, so that what was compiled before is found outside it.
    pub fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None if self.ci => self.cache.join("target"),
            None => self.root.join("target"),
        }
    }

    /// Returns the folder where cargo keeps what it has downloaded.
    pub fn cargo_home(&self) -> anyhow::Result<PathBuf> {
        let given = std::env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
        let usual = || Some(std::env::home_dir()?.join(".cargo"));
        given.or_else(usual).context("neither CARGO_HOME nor HOME is set")
    }
}
