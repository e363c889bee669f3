//! Rust tools that are built once from source and kept by version.

use anyhow::Context as _;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::cache::filled;
use crate::project::Project;
use crate::{command, system};

/// Makes sure of Trunk, which builds the app's pages, and returns its folder. Its version 0.22 needs a newer compiler.
pub fn trunk(project: &Project) -> anyhow::Result<PathBuf> {
    ensure(project, "trunk", "0.21.14", &["--no-default-features"])
}

/// Makes sure of wasm-bindgen, which writes the JavaScript around the app's WebAssembly, in the version of the library in
/// `Cargo.lock`, and returns its folder.
pub fn wasm_bindgen(project: &Project) -> anyhow::Result<PathBuf> {
    let id = command::output(&mut project.cargo("pkgid wasm-bindgen"))?;
    let (_, version) = id.rsplit_once('@').with_context(|| format!("{id} names no version"))?;
    ensure(project, "wasm-bindgen-cli", version, &["--bin", "wasm-bindgen"])
}

/// Makes sure of cargo-fuzz, which feeds the fuzz targets, and returns its folder.
pub fn cargo_fuzz(project: &Project) -> anyhow::Result<PathBuf> {
    ensure(project, "cargo-fuzz", "0.13.2", &[])
}

/// Makes sure of a program that `cargo install` can build in this one version, and returns the folder that it lies in.
fn ensure(project: &Project, package: &str, version: &str, flags: &[&str]) -> anyhow::Result<PathBuf> {
    let home = filled(project.cache.join(format!("tools/{package}-{version}")), |home| {
        system::ensure("building tools", &["gcc", "libc6-dev"], || which::which("cc").is_ok())?;
        let what = format!("{package}@{version}");
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
            .arg(what)
            .args(flags);
        command::run(&mut install)
    })?;
    Ok(home.join("bin"))
}

/// Makes a `PATH` with these folders before all others.
pub fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("a folder's name cannot stand in PATH")
}
