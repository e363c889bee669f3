//! `cargo xtask bench`: how fast the core is, natively, and how fast the app is in a browser, against its peers.

use anyhow::bail;

use crate::project::Project;
use crate::{app, browser, command, packages};

/// Measures the speed of what the arguments name.
pub fn bench(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    match arguments {
        [] => core(project, &[]).and_then(|()| in_browser(project, &[])),
        [what, rest @ ..] if what == "core" => core(project, rest),
        [what, rest @ ..] if what == "browser" => in_browser(project, rest),
        [unknown, ..] => bail!("there is no bench `{unknown}`, but `core` and `browser`"),
    }
}

fn core(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let bench = "bench --package report --bench core --bench collection --bench store --";
    command::run(project.cargo(bench).args(arguments))
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
