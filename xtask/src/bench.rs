//! `cargo xtask bench`: how fast the core is, natively, and how fast the app is in a browser, against its peers.

use std::path::PathBuf;

use anyhow::{Context as _, anyhow};
use lexopt::prelude::Long;

use crate::project::Project;
use crate::{app, browser, command, packages};

const USAGE: &str = "\
cargo xtask bench                   both of these
cargo xtask bench core […]          the core, natively; divan's arguments
cargo xtask bench browser           the app and its peers in headless Chromium
cargo xtask bench browser --quick   once and with few keys: to try something
cargo xtask bench browser --out DIR where bench.json and bench.svg go (target/bench)";

/// What is to be measured in the browser, and where the results go.
#[derive(Debug, PartialEq, Eq)]
struct InBrowser {
    quick: bool,
    out: Option<PathBuf>,
}

impl InBrowser {
    fn parse(arguments: &[String]) -> anyhow::Result<Self> {
        let mut parsed = Self { quick: false, out: None };
        let mut words = lexopt::Parser::from_args(arguments);
        while let Some(word) = words.next().context(USAGE)? {
            match word {
                Long("quick") => parsed.quick = true,
                Long("out") if parsed.out.is_none() => {
                    parsed.out = Some(words.value().context(USAGE)?.into());
                }
                unknown => return Err(anyhow!("{}\n\n{USAGE}", unknown.unexpected())),
            }
        }
        Ok(parsed)
    }
}

/// Measures what the arguments say.
pub fn bench(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let rest = arguments.get(1..).unwrap_or_default();
    match arguments.first().map(String::as_str) {
        None => {
            core(project, &[])?;
            in_browser(project, &InBrowser::parse(&[])?)
        }
        Some("core") => core(project, rest),
        Some("browser") => in_browser(project, &InBrowser::parse(rest)?),
        Some("help") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(unknown) => Err(anyhow!("there is no bench `{unknown}`\n\n{USAGE}")),
    }
}

fn core(project: &Project, arguments: &[String]) -> anyhow::Result<()> {
    let bench = ["bench", "--package", "report", "--bench", "core", "--"];
    command::run(project.cargo().args(bench).args(arguments))
}

fn in_browser(project: &Project, what: &InBrowser) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let chromium = browser::chromium()?;
    let peers = packages::ensure(project, "benches/peers")?;
    let lighthouse = packages::ensure(project, "tests/lighthouse")?;
    let target = project.target();
    let usual = target.join("bench");
    let out = what.out.as_ref().map_or_else(|| usual.clone(), |out| project.root.join(out));
    let mut run = project.command("node");
    run.env("CHROMIUM", chromium).arg("benches/browser/run.mjs");
    let folders = [("--app", &pages), ("--peers", &peers), ("--lighthouse", &lighthouse), ("--out", &out)];
    for (name, folder) in folders {
        run.arg(name).arg(folder);
    }
    run.arg("--build").arg(usual.join("peers"));
    if what.quick {
        run.arg("--quick");
    }
    command::run(&mut run)?;
    println!("\nkept in {}: bench.json, bench.svg", out.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> anyhow::Result<InBrowser> {
        InBrowser::parse(&words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn understands_its_arguments_and_no_others() {
        assert_eq!(parse("").unwrap(), InBrowser { quick: false, out: None });
        assert_eq!(parse("--out docs --quick").unwrap(), InBrowser { quick: true, out: Some("docs".into()) });
        for wrong in ["--out", "--quik", "docs", "--out a --out b"] {
            assert!(parse(wrong).unwrap_err().to_string().contains("cargo xtask bench browser"), "{wrong}");
        }
    }
}
