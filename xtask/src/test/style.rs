//! Steps about the code as it is written. Warnings are errors here.

use anyhow::ensure;

use super::Context;
use crate::{circles, command, rust};

/// The package that is for the browser alone.
const APP: &str = "affiliate-report-builder";

/// Runs rustfmt, the fuzz targets (a workspace of their own) included.
pub fn fmt(context: &Context) -> anyhow::Result<()> {
    rust::ensure("component", "rustfmt")?;
    command::run(context.project.cargo().args(["fmt", "--all", "--check"]))?;
    command::run(context.project.cargo().args(["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))
}

/// Runs clippy: the core and the commands natively, the app for the browser.
pub fn clippy(context: &Context) -> anyhow::Result<()> {
    rust::ensure("component", "clippy")?;
    let native = ["clippy", "--workspace", "--exclude", APP, "--all-targets", "--", "-D", "warnings"];
    command::run(context.project.cargo().args(native))?;
    rust::ensure("target", rust::WASM)?;
    let app = ["clippy", "--package", APP, "--target", rust::WASM, "--", "-D", "warnings"];
    command::run(context.project.cargo().args(app))
}

/// Runs rustdoc, which finds links that lead nowhere, and public items without documentation.
pub fn docs(context: &Context) -> anyhow::Result<()> {
    let mut doc = context.project.cargo();
    doc.env("RUSTDOCFLAGS", "-D warnings");
    command::run(doc.args(["doc", "--package", "report", "--no-deps", "--document-private-items"]))
}

/// Checks that no source files import each other in a circle.
pub fn circles(context: &Context) -> anyhow::Result<()> {
    let found = circles::circles(&context.project.root)?;
    ensure!(found.is_empty(), "{} circles:\n{}", found.len(), found.join("\n"));
    Ok(())
}
