//! Steps that run the project's own tests.

use fs_err as fs;

use super::Context;
use super::report::Outcome;
use crate::{app, command, system};

/// The test that needs a wiki; the step `wiki` runs it.
const WIKI: &str = "wiki";

/// The tests of these commands, of what makes the published folder, of what cuts the program, and of what the benchmark tells.
pub fn xtask(context: &Context) -> Outcome {
    let run = || {
        let mut tests = context.project.cargo();
        tests.args(["test", "--quiet"]);
        for package in ["xtask", "publish", "split"] {
            tests.args(["--package", package]);
        }
        command::run(&mut tests)?;
        system::ensure("the tests of scripts", &["nodejs"], || command::exists("node"))?;
        app::install_packages(context.project)?;
        let scripts = ["--test", "--test-reporter=dot", "benches/browser/report.test.mjs"];
        command::run(context.project.command("node").args(scripts))
    };
    run().into()
}

/// The core's tests, beside the code, under `tests/`, in the examples and in its documentation.
pub fn core(context: &Context) -> Outcome {
    let run = || {
        let mut tests = context.project.cargo();
        tests.args(["test", "--package", "report", "--lib", "--examples"]);
        for name in integration_tests(context)?.iter().filter(|name| *name != WIKI) {
            tests.args(["--test", name]);
        }
        command::run(tests.arg("--").args(context.rest))?;
        let documentation = ["test", "--quiet", "--package", "report", "--doc", "--"];
        command::run(context.project.cargo().args(documentation).args(context.rest))
    };
    run().into()
}

/// The tests that ask a real MediaWiki.
pub fn wiki(context: &Context) -> Outcome {
    let url = match context.wiki() {
        Ok(url) => url,
        Err(reason) => return context.impossible(format!("there is no wiki to ask. {reason}")),
    };
    println!("asking the wiki at {url}");
    let mut tests = context.project.cargo();
    tests.env("MEDIAWIKI_URL", url).args(["test", "--package", "report", "--test", WIKI, "--"]);
    command::run(tests.args(context.rest)).into()
}

/// The names of the tests under `tests/`, as cargo finds them: a file, or a folder with a `main.rs`.
fn integration_tests(context: &Context) -> anyhow::Result<Vec<String>> {
    let folder = context.project.root.join("tests");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&folder)?;
    let mut names = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let is_test =
            path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").is_file();
        if let Some(name) = path.file_stem().filter(|_| is_test) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
