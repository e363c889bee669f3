//! Cuts the program in two and has wasm-bindgen bind the first part: Trunk calls this in the place of wasm-bindgen when
//! `cargo xtask` builds what is published.
//!
//! ```text
//! compiler ─▶ program.wasm ─▶ cut ─┬─▶ first part ─▶ wasm-bindgen ─▶ wasm-opt      (Trunk)
//!                                  └─▶ what comes late ─▶ wasm-opt                 (public/build.mjs)
//! ```
//!
//! The place of the cut is in the program itself (`src/boot/late_table.rs`). The environment says the rest:
//!
//! - `WASM_BINDGEN`: the real one
//! - `LATE_WASM`: where what comes late goes

mod cut;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Context as _;

/// The environment variable with the path of the real wasm-bindgen.
const REAL: &str = "WASM_BINDGEN";
/// The environment variable with the path to which the late part is written.
const LATE: &str = "LATE_WASM";

fn main() -> anyhow::Result<ExitCode> {
    let mut real = Command::new(variable(REAL)?);
    for argument in std::env::args_os().skip(1) {
        let path = PathBuf::from(&argument);
        // Everything else, such as the question for its version, is not our business.
        if path.extension().is_some_and(|extension| extension == "wasm") {
            real.arg("--keep-lld-exports").arg(cut::cut(&path, &variable(LATE)?)?);
        } else {
            real.arg(argument);
        }
    }
    let status =
        real.status().with_context(|| format!("{} could not be started", real.get_program().display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn variable(name: &str) -> anyhow::Result<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set"))
}
