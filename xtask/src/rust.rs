//! What the installed Rust has to bring besides the compiler.

use std::process::Command;

use crate::command;

/// Makes sure that the standard library for WebAssembly is there.
pub fn ensure_wasm() -> anyhow::Result<()> {
    ensure("target", "wasm32-unknown-unknown")
}

/// Makes sure that rustfmt or clippy is there.
pub fn ensure_component(component: &str) -> anyhow::Result<()> {
    ensure("component", component)
}

/// Returns whether a nightly toolchain is installed.
pub fn has_nightly() -> bool {
    let toolchains = command::output(Command::new("rustup").args(["toolchain", "list"]));
    toolchains.is_ok_and(|list| list.lines().any(|line| line.starts_with("nightly")))
}

/// Has rustup add a target or component that is missing. A Rust from elsewhere is left alone: the build says what it lacks.
fn ensure(kind: &str, name: &str) -> anyhow::Result<()> {
    if !command::exists("rustup") {
        return Ok(());
    }
    command::output(Command::new("rustup").args([kind, "add", name])).map(drop)
}
