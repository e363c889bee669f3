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

/// Whether a nightly toolchain is installed.
pub fn has_nightly() -> bool {
    let toolchains = command::output(Command::new("rustup").args(["toolchain", "list"]));
    toolchains.is_ok_and(|list| list.lines().any(|line| line.starts_with("nightly")))
}

fn ensure(kind: &str, name: &str) -> anyhow::Result<()> {
    if !command::exists("rustup") {
        // A Rust from elsewhere: the build itself says what it lacks.
        return Ok(());
    }
    let installed = command::output(Command::new("rustup").args([kind, "list", "--installed"]))?;
    // A component is listed with the platform it is for: `clippy-x86_64-unknown-linux-gnu`.
    let is_it = |line: &str| line == name || (kind == "component" && line.starts_with(&format!("{name}-")));
    if installed.lines().any(is_it) {
        return Ok(());
    }
    println!("installing {name} for Rust");
    command::run(Command::new("rustup").args([kind, "add", name]))
}
