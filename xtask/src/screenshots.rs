//! `cargo xtask screenshots`: pictures of the real app for the README, in `docs/screenshots/`.

use anyhow::ensure;
use fs_err as fs;

use crate::project::Project;
use crate::{app, browser, command};

const FOLDER: &str = "docs/screenshots";
/// The most bytes of a picture: pictures are kept in the repository for good, so they have to be small.
const LIMIT: u64 = 60 * 1024;

/// Makes all pictures anew.
pub fn make(project: &Project) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let chromium = browser::chromium()?;
    let address = browser::serve(&pages)?;
    let folder = project.root.join(FOLDER);
    let mut runner = browser::playwright(project, "screenshots", &chromium, &address);
    command::run(runner.env("SCREENSHOTS", &folder))?;
    for entry in fs::read_dir(&folder)? {
        let picture = entry?;
        let bytes = picture.metadata()?.len();
        ensure!(bytes <= LIMIT, "{} has {bytes} bytes; {LIMIT} are allowed", picture.path().display());
    }
    Ok(())
}
