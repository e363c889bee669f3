//! Where the project lies, and how its commands are started.

use anyhow::Context as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;

/// The clone that is worked on, and the folder for everything that stays outside it.
pub struct Project {
    /// The folder with the package's `Cargo.toml`.
    pub root: PathBuf,
    /// What is kept between runs and between clones.
    pub cache: Cache,
    /// Whether this is continuous integration (`CI=true`), where a skipped proof is a failed one.
    pub ci: bool,
    /// What a copy has for itself.
    own: Option<Own>,
}

/// Folders that are a copy's own, so that nothing it is built from lies where the clone's does.
struct Own {
    target: PathBuf,
    cargo: PathBuf,
}

impl Project {
    /// The clone this command was built in.
    pub fn here() -> anyhow::Result<Self> {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().context("xtask/ lies in no folder")?.to_owned();
        let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        Ok(Self { root, cache: Cache::find()?, ci, own: None })
    }

    /// A copy of the clone in another folder, with folders of its own for what cargo builds and for what cargo keeps.
    pub fn copied(&self, root: PathBuf, target: PathBuf, cargo: PathBuf) -> anyhow::Result<Self> {
        Ok(Self { root, cache: Cache::find()?, ci: self.ci, own: Some(Own { target, cargo }) })
    }

    /// A command that runs in the clone.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        // In CI each run has a fresh clone: what was compiled before is found outside it.
        if let Some(own) = &self.own {
            command.env("CARGO_TARGET_DIR", &own.target).env("CARGO_HOME", &own.cargo);
        } else if self.ci && std::env::var_os("CARGO_TARGET_DIR").is_none() {
            command.env("CARGO_TARGET_DIR", self.cache.folder("target"));
        }
        command
    }

    /// Cargo, in the clone.
    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// The folder that is published.
    pub fn published(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo puts what it builds here.
    pub fn target(&self) -> PathBuf {
        if let Some(own) = &self.own {
            return own.target.clone();
        }
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None if self.ci => self.cache.folder("target"),
            None => self.root.join("target"),
        }
    }

    /// Where cargo keeps what it has downloaded.
    pub fn cargo_home(&self) -> anyhow::Result<PathBuf> {
        if let Some(own) = &self.own {
            return Ok(own.cargo.clone());
        }
        let given = std::env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
        given
            .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
            .context("neither CARGO_HOME nor HOME is set")
    }
}
