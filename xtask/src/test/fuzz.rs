//! The step that feeds hostile input to the readers: cargo-fuzz, which needs a nightly Rust.

use anyhow::{Context as _, anyhow};
use fs_err as fs;
use std::ffi::OsStr;
use std::process::Command;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Context;
use super::report::Outcome;
use crate::tools::{Tool, path_with};
use crate::{command, rust, system};

/// For each target.
const SECONDS: u32 = 10;

/// Each target for ten seconds, from what earlier runs have found.
pub fn fuzz(context: &Context) -> Outcome {
    if !rust::has_nightly() {
        // Not even in CI a failure: it runs there where nightly is.
        return Outcome::Skipped("it needs a nightly Rust: rustup toolchain install nightly".to_owned());
    }
    run(context).into()
}

fn run(context: &Context) -> anyhow::Result<()> {
    system::ensure("fuzzing", &["g++"], || command::exists("c++"))?;
    let path = path_with([Tool::cargo_fuzz().ensure(context.project)?])?;
    command::run(&mut cargo_fuzz(context, &path, "build"))?;
    let (seed, targets) = (seed()?, targets(context)?);
    let names = targets.join(", ");
    println!("{SECONDS} seconds each: {names}\nrepeat with SEED={seed} cargo xtask test fuzz");
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let mut attacks = Vec::new();
    for target in targets {
        attacks.push((attack(context, &path, &target, seed)?, target));
    }
    let mut failed = Vec::new();
    for some in attacks.chunks_mut(at_once) {
        failed.extend(run_together(some));
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(anyhow!("these targets found something: {}", failed.join(", ")))
    }
}

/// Runs targets at the same time; gives the names of those that found something, after telling what.
fn run_together(attacks: &mut [(Command, String)]) -> Vec<String> {
    thread::scope(|scope| {
        let start = |(attack, target): &'_ mut (Command, String)| {
            // It says much while it runs, which matters only when something was found.
            let found = command::output(attack).err();
            found.map(|error| {
                eprintln!("{target}: {error}");
                target.clone()
            })
        };
        let running: Vec<_> = attacks.iter_mut().map(|one| scope.spawn(move || start(one))).collect();
        running.into_iter().filter_map(|one| one.join().unwrap_or(Some("a broken one".to_owned()))).collect()
    })
}

/// The command that runs one target, from its seeds and what earlier runs have found.
fn attack(context: &Context, path: &OsStr, target: &str, seed: u32) -> anyhow::Result<Command> {
    let found = context.project.cache.folder("fuzz").join(target);
    fs::create_dir_all(&found)?;
    let mut attack = cargo_fuzz(context, path, "run");
    attack.arg(target).arg(found);
    let seeds = context.project.root.join("fuzz/seeds").join(target);
    if seeds.is_dir() {
        attack.arg(seeds);
    }
    attack.arg("--").args([
        format!("-max_total_time={SECONDS}"),
        format!("-seed={seed}"),
        // Long enough to notice what takes quadratic time.
        "-max_len=65536".to_owned(),
        "-timeout=10".to_owned(),
        "-verbosity=0".to_owned(),
    ]);
    attack.args(context.rest);
    Ok(attack)
}

fn cargo_fuzz(context: &Context, path: &OsStr, subcommand: &str) -> Command {
    let mut command = Command::new("rustup");
    command
        .current_dir(&context.project.root)
        .env("PATH", path)
        .args(["run", "nightly", "cargo", "fuzz", subcommand, "--target-dir"])
        .arg(context.project.target().join("fuzz"));
    command
}

/// The targets by name.
fn targets(context: &Context) -> anyhow::Result<Vec<String>> {
    let folder = context.project.root.join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder)?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

/// `SEED`, or another one each time.
fn seed() -> anyhow::Result<u32> {
    match std::env::var("SEED") {
        Ok(seed) => {
            seed.trim().parse().with_context(|| format!("SEED={seed} is not a number that fits 32 bits"))
        }
        Err(_) => {
            let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
            // libFuzzer takes 0 for "any".
            Ok(now.subsec_nanos().max(1))
        }
    }
}
