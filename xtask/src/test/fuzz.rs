//! The step that throws hostile input at every reader.

use fs_err as fs;
use std::ffi::OsStr;
use std::process::Command;

use super::Context;
use super::report::Skipped;
use crate::{command, rust, system, tools};

/// The time for which each target is run, in seconds.
const SECONDS: u32 = 10;

/// Runs each target for ten seconds, from its seeds and what earlier runs have found.
pub fn fuzz(context: &Context) -> anyhow::Result<()> {
    if !rust::has_nightly() {
        // Not even in CI a failure: it runs there where nightly is.
        return Err(Skipped("it needs a nightly Rust: rustup toolchain install nightly".to_owned()).into());
    }
    system::ensure("fuzzing", &["g++"], || which::which("c++").is_ok())?;
    let path = tools::path_with([tools::cargo_fuzz(context.project)?])?;
    command::run(&mut cargo_fuzz(context, &path, "build"))?;
    command::output(&mut cargo_fuzz(context, &path, "list"))?
        .lines()
        .try_for_each(|target| attack(context, &path, target))
}

/// Runs one target. Input that breaks it is kept under `fuzz/artifacts/`.
fn attack(context: &Context, path: &OsStr, target: &str) -> anyhow::Result<()> {
    let found = context.project.cache.join("fuzz").join(target);
    fs::create_dir_all(&found)?;
    let mut attack = cargo_fuzz(context, path, "run");
    attack.arg(target).arg(found).arg(context.project.root.join("fuzz/seeds").join(target));
    // Long enough to notice what takes quadratic time.
    attack.args(["--", "-max_len=65536", "-timeout=10", "-verbosity=0"]);
    command::run(attack.arg(format!("-max_total_time={SECONDS}")).args(context.rest))
}

fn cargo_fuzz(context: &Context, path: &OsStr, subcommand: &str) -> Command {
    let mut command = context.project.command("rustup");
    command.env("PATH", path).args(["run", "nightly", "cargo", "fuzz", subcommand]);
    if subcommand != "list" {
        command.arg("--target-dir").arg(context.project.target().join("fuzz"));
    }
    command
}
