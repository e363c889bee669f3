//! A build of the app that differs from what is published only by keeping the names of its functions, and by not being cut in two.

use anyhow::Context as _;
use fs_err as fs;
use std::path::PathBuf;

use crate::project::Project;
use crate::tools::Tool;
use crate::{app, command, rust};

const PROGRAM: &str = "affiliate-report-builder";
const TARGET: &str = "wasm32-unknown-unknown";
/// As `data-cargo-profile-release` in `index.html` says.
const PROFILE: &str = "wasm";

/// Builds it; gives the WebAssembly.
pub fn build(project: &Project) -> anyhow::Result<PathBuf> {
    rust::ensure_wasm()?;
    app::install_packages(project)?;
    let wasm_bindgen = Tool::wasm_bindgen(project)?.ensure(project)?;
    let target = project.target().join("named");
    println!("building the app with names");
    let mut cargo = project.cargo();
    cargo.env("CARGO_TARGET_DIR", &target).env("CARGO_PROFILE_WASM_STRIP", "false");
    command::run(cargo.args([
        "build",
        "--quiet",
        "--profile",
        PROFILE,
        "--target",
        TARGET,
        "--bin",
        PROGRAM,
    ]))?;

    let compiled = target.join(TARGET).join(PROFILE).join(format!("{PROGRAM}.wasm"));
    let bound = target.join("bound");
    let mut bind = project.command("wasm-bindgen");
    bind.env("PATH", crate::tools::path_with([wasm_bindgen])?);
    command::run(bind.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&bound).arg(compiled))?;

    let optimized = target.join("named.wasm");
    let page = fs::read_to_string(project.root.join("index.html"))?;
    let mut optimize = project.command("node_modules/.bin/wasm-opt");
    optimize.arg(bound.join(format!("{PROGRAM}_bg.wasm"))).arg("-g").arg("-o").arg(&optimized);
    command::run(optimize.args(optimizations(&page)?))?;
    Ok(optimized)
}

/// How Trunk is told in `index.html` to optimize what is published.
fn optimizations(page: &str) -> anyhow::Result<Vec<String>> {
    let level = attribute(page, "data-wasm-opt").context("index.html has no data-wasm-opt")?;
    let more = attribute(page, "data-wasm-opt-params").unwrap_or_default();
    Ok([format!("-O{level}")].into_iter().chain(more.split_whitespace().map(str::to_owned)).collect())
}

fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, behind) = page.split_once(&format!(" {name}=\""))?;
    behind.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optimizes_as_trunk_is_told_to() {
        let page = "<link data-wasm-opt=\"z\" data-wasm-opt-params=\"--a --b\">";
        assert_eq!(optimizations(page).unwrap(), ["-Oz", "--a", "--b"]);
        assert!(optimizations("<link>").is_err());
    }
}
