//! The app in real browsers, those of the system: served at a sub-path, driven by Playwright, whose own browsers are
//! never downloaded, and by puppeteer-core where that does not work.

mod elsewhere;

use anyhow::{Context as _, anyhow};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::project::Project;
use crate::{network, site, system};

pub use elsewhere::Elsewhere;

/// The path of the app on the server: not the top, because the app has to work below any path.
const PATH: &str = "/tool";

/// Makes sure that there is a Chromium, and returns its program. `CHROMIUM` may name another one.
pub fn chromium() -> anyhow::Result<PathBuf> {
    let programs = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    program("CHROMIUM", "chromium", &programs)
}

/// Makes sure that there is the Chromium without a window of its own that Playwright's journeys are made for, and returns its program:
/// it draws pages as Chromium does and has none of its own, so that a journey takes half the time. Where it cannot be had, Chromium does.
pub fn headless_shell() -> anyhow::Result<PathBuf> {
    program("CHROMIUM", "chromium-headless-shell", &["chromium-headless-shell"]).or_else(|error| {
        println!("{error}\nso the journeys go through Chromium itself");
        chromium()
    })
}

/// Makes sure that there is a Firefox, and returns its program. `FIREFOX` may name another one.
pub fn firefox() -> anyhow::Result<PathBuf> {
    program("FIREFOX", "firefox-esr", &["firefox-esr", "firefox"])
}

/// Finds the browser that `variable` names, else one of these programs; installs it, with a font to show text in, if there is
/// none.
fn program(variable: &str, package: &str, programs: &[&str]) -> anyhow::Result<PathBuf> {
    if let Some(given) = std::env::var_os(variable).filter(|path| !path.is_empty()) {
        return Ok(given.into());
    }
    let installed = || programs.iter().find_map(|program| which::which(program).ok());
    system::ensure("tests in a browser", &[package, "fonts-dejavu-core"], || installed().is_some())
        .map_err(|error| anyhow!("{error}\n(or set {variable} to the browser's program)"))?;
    installed().with_context(|| format!("none of {} is in PATH", programs.join(", ")))
}

/// Serves these pages until the command ends, and returns their address, which ends in `/`.
pub fn serve(pages: &Path) -> anyhow::Result<String> {
    let (pages, (listener, port)) = (pages.to_owned(), network::listen(0)?);
    thread::spawn(move || site::serve(&pages, PATH, listener));
    Ok(format!("http://127.0.0.1:{port}{PATH}/"))
}

/// Makes the command of Playwright for one project of `tests/browser/playwright.config.mjs`, on the app at this address.
pub fn playwright(project: &Project, name: &str, chromium: &Path, address: &str) -> Command {
    let mut runner = project.command("node");
    runner
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("CHROMIUM", chromium)
        .env("APP_URL", address)
        .arg("node_modules/@playwright/test/cli.js")
        .args(["test", "--config", "tests/browser/playwright.config.mjs", &format!("--project={name}")]);
    runner
}
