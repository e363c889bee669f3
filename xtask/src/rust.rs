//! What the installed Rust has to bring besides the compiler.

use std::process::Command;

use crate::command;

/// The target that the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Returns whether a nightly toolchain is installed.
pub fn has_nightly() -> bool {
    let toolchains = command::output(Command::new("rustup").args(["toolchain", "list"]));
    toolchains.is_ok_and(|list| list.lines().any(|line| line.starts_with("nightly")))
}

/// Has rustup add a `target` or a `component` that is missing. A Rust from elsewhere is left alone: the build says what it lacks.
pub fn ensure(kind: &str, name: &str) -> anyhow::Result<()> {
    if which::which("rustup").is_err() {
        return Ok(());
    }
    command::output(Command::new("rustup").args([kind, "add", name])).map(drop)
}
