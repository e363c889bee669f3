//! `cargo xtask screenshots` and `cargo xtask icons`: pictures that a browser makes, and that stand in the repository.

use anyhow::ensure;
use fs_err as fs;

use crate::project::Project;
use crate::{app, browser, command, packages};

/// The most bytes of a screenshot: pictures are kept in the repository for good, so they have to be small.
const LIMIT: u64 = 60 * 1024;

/// Makes the pictures of the real app for the README anew, in `docs/screenshots/`.
pub fn screenshots(project: &Project) -> anyhow::Result<()> {
    let address = browser::serve(&app::build(project)?)?;
    let folder = project.root.join("docs/screenshots");
    let mut runner = browser::playwright(project, "screenshots", &browser::chromium()?, &address);
    command::run(runner.env("SCREENSHOTS", &folder))?;
    for entry in fs::read_dir(&folder)? {
        let picture = entry?;
        let bytes = picture.metadata()?.len();
        ensure!(bytes <= LIMIT, "{} has {bytes} bytes; {LIMIT} are allowed", picture.path().display());
    }
    Ok(())
}

/// Makes the pictures of the logo anew, in `public/`. They change with the logo alone.
pub fn icons(project: &Project) -> anyhow::Result<()> {
    packages::install(project)?;
    let mut runner = browser::playwright(project, "icons", &browser::chromium()?, "about:blank");
    command::run(runner.env("ICONS", project.root.join("public")))
}
