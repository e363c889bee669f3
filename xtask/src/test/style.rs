//! Steps about the code as it is written. Warnings are errors here.

use anyhow::ensure;

use super::Context;
use crate::{circles, command, rust};

/// Runs rustfmt, the fuzz targets (a workspace of their own) included.
pub fn fmt(context: &Context) -> anyhow::Result<()> {
    rust::ensure("component", "rustfmt")?;
    command::run(&mut context.project.cargo("fmt --all --check"))?;
    command::run(&mut context.project.cargo("fmt --manifest-path fuzz/Cargo.toml --check"))
}

/// Runs clippy: the core and the commands natively, the app for the browser.
pub fn clippy(context: &Context) -> anyhow::Result<()> {
    rust::ensure("component", "clippy")?;
    let native = "clippy --workspace --exclude affiliate-report-builder --all-targets -- -D warnings";
    command::run(&mut context.project.cargo(native))?;
    rust::ensure("target", rust::WASM)?;
    let app = format!("clippy --package affiliate-report-builder --target {} -- -D warnings", rust::WASM);
    command::run(&mut context.project.cargo(&app))
}

/// Runs rustdoc, which finds links that lead nowhere, and public items without documentation.
pub fn docs(context: &Context) -> anyhow::Result<()> {
    let mut doc = context.project.cargo("doc --package report --no-deps --document-private-items");
    command::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Checks that no source files import each other in a circle.
pub fn circles(context: &Context) -> anyhow::Result<()> {
    let found = circles::circles(&context.project.root)?;
    ensure!(found.is_empty(), "{} circles:\n{}", found.len(), found.join("\n"));
    Ok(())
}
