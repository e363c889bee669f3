//! `cargo xtask bench`: how fast the core is, natively, and how fast the app is in a browser, against its peers.

use anyhow::anyhow;

use crate::project::Project;
use crate::{app, browser, command, packages};

const USAGE: &str = "\
cargo xtask bench                   both of these
cargo xtask bench core […]          the core, natively; divan's arguments
cargo xtask bench browser           the app and its peers in headless Chromium
cargo xtask bench browser --quick   once and with few keys: to try something
cargo xtask bench browser --out DIR where bench.json and bench.svg go (target/bench)";

/// Measures the speed of what the arguments name.
pub fn bench(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().map(String::as_str) {
        None => {
            core(project, &[])?;
            in_browser(project, &[])
        }
        Some("core") => core(project, rest),
        Some("browser") => in_browser(project, rest),
        Some("help") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(unknown) => Err(anyhow!("there is no bench `{unknown}`\n\n{USAGE}")),
    }
}

fn core(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let bench = [
        "bench",
        "--package",
        "report",
        "--bench",
        "core",
        "--bench",
        "collection",
        "--bench",
        "store",
        "--",
    ];
    command::run(project.cargo().args(bench).args(arguments))
}

/// Measures the app in a browser. The script reads the arguments; of two that say the same, it takes the last.
fn in_browser(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let kept = project.target().join("bench");
    let folders = [
        ("--out", kept.clone()),
        ("--build", kept.join("peers")),
        ("--app", app::build(project)?),
        ("--peers", packages::ensure(project, "benches/peers")?),
        ("--lighthouse", packages::ensure(project, "tests/lighthouse")?),
    ];
    let mut run = project.command("node");
    run.env("CHROMIUM", browser::chromium()?).arg("benches/browser/run.mjs");
    for (name, folder) in folders {
        run.arg(name).arg(folder);
    }
    command::run(run.args(arguments))
}
