//! Rust tools that are built once from source and kept by version.

use anyhow::Context as _;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::{command, system};

/// A program that `cargo install` can build.
pub struct Tool {
    /// The name of the crate.
    package: &'static str,
    /// The one version of the tool that is used.
    version: String,
    /// The further arguments for `cargo install`.
    flags: &'static [&'static str],
}

impl Tool {
    /// Returns Trunk, which builds the app's pages. Its version 0.22 needs a newer compiler.
    pub fn trunk() -> Self {
        Self { package: "trunk", version: "0.21.14".into(), flags: &["--no-default-features"] }
    }

    /// Returns wasm-bindgen, which writes the JavaScript around the app's WebAssembly, in the version of the library in
    /// `Cargo.lock`.
    pub fn wasm_bindgen(project: &Project) -> anyhow::Result<Self> {
        let id = command::output(project.cargo().args(["pkgid", "wasm-bindgen"]))?;
        let (_, version) = id.rsplit_once('@').with_context(|| format!("{id} names no version"))?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            version: version.to_owned(),
            flags: &["--bin", "wasm-bindgen"],
        })
    }

    /// Returns cargo-fuzz, which feeds the fuzz targets.
    pub fn cargo_fuzz() -> Self {
        Self { package: "cargo-fuzz", version: "0.13.2".into(), flags: &[] }
    }

    /// Makes sure that the tool is there, and returns the folder of its program.
    pub fn ensure(&self, project: &Project) -> anyhow::Result<PathBuf> {
        let name = format!("tools/{}-{}", self.package, self.version);
        Ok(project.cache.filled(&name, |home| self.install(home))?.join("bin"))
    }

    fn install(&self, home: &Path) -> anyhow::Result<()> {
        system::ensure("building tools", &["gcc", "libc6-dev"], || command::exists("cc"))?;
        let what = format!("{}@{}", self.package, self.version);
        println!("building {what} from source: this takes some minutes, once");
        let mut install = Command::new("cargo");
        // A tool that runs for seconds is not worth an optimized build of twenty minutes.
        install
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env_remove("CARGO_TARGET_DIR")
            .args(["install", "--locked", "--root"])
            .arg(home)
            .arg(&what)
            .args(self.flags);
        command::run(&mut install)
    }
}

/// Makes a `PATH` with these folders before all others.
pub fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("a folder's name cannot stand in PATH")
}
