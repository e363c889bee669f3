//! Steps about the code as it is written. Warnings are errors here.

use std::cmp::Ordering;

use super::Context;
use super::report::Outcome;
use crate::{circles, command, rust};

/// The package that is for the browser alone.
const APP: &str = "affiliate-report-builder";

/// rustfmt, the fuzz targets (a workspace of their own) included.
pub fn fmt(context: &Context) -> Outcome {
    let check = || {
        rust::ensure_component("rustfmt")?;
        command::run(context.project.cargo().args(["fmt", "--all", "--check"]))?;
        command::run(context.project.cargo().args(["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))
    };
    check().into()
}

/// clippy: the core and the commands natively, the app for the browser.
pub fn clippy(context: &Context) -> Outcome {
    let check = || {
        rust::ensure_component("clippy")?;
        let native = ["clippy", "--workspace", "--exclude", APP, "--all-targets", "--", "-D", "warnings"];
        command::run(context.project.cargo().args(native))?;
        rust::ensure_wasm()?;
        let app = ["clippy", "--package", APP, "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
        command::run(context.project.cargo().args(app))
    };
    check().into()
}

/// rustdoc: links that lead nowhere, and what is public without a word about it.
pub fn docs(context: &Context) -> Outcome {
    let mut doc = context.project.cargo();
    doc.env("RUSTDOCFLAGS", "-D warnings");
    command::run(doc.args(["doc", "--package", "report", "--no-deps", "--document-private-items"])).into()
}

/// How many circles of imports stand from before and are still to be cut. The number only goes down.
const STANDING_CIRCLES: usize = 3;

/// Source files that import each other in a circle: none but those that are still to be cut.
pub fn circles(context: &Context) -> Outcome {
    match circles::circles(&context.project.root) {
        Ok(found) => {
            let told = found.join("\n");
            println!("{told}");
            match found.len().cmp(&STANDING_CIRCLES) {
                Ordering::Equal => Outcome::Passed,
                Ordering::Greater => Outcome::Failed(format!("{} circles:\n{told}", found.len())),
                Ordering::Less => {
                    Outcome::Failed(format!("only {} left: lower STANDING_CIRCLES", found.len()))
                }
            }
        }
        Err(reason) => Outcome::Failed(reason),
    }
}
