//! `cargo xtask screenshots`: pictures of the real app for the README, in `docs/screenshots/`.

use anyhow::anyhow;
use fs_err as fs;

use crate::project::Project;
use crate::{app, browser, command};

const FOLDER: &str = "docs/screenshots";
/// Pictures are kept in the repository for good, so they have to be small.
const LIMIT: u64 = 60 * 1024;

/// Makes all pictures anew.
pub fn make(project: &Project) -> anyhow::Result<()> {
    let pages = app::build(project)?;
    let chromium = browser::chromium()?;
    let address = browser::serve(&pages)?;
    let folder = project.root.join(FOLDER);
    let mut runner = browser::playwright(project, "screenshots", &chromium, &address);
    command::run(runner.env("SCREENSHOTS", &folder))?;
    let entries = fs::read_dir(&folder)?;
    let mut sizes = Vec::new();
    for entry in entries {
        let entry = entry?;
        let bytes = entry.metadata()?.len();
        sizes.push((entry.file_name().to_string_lossy().into_owned(), bytes));
    }
    sizes.sort();
    sizes.iter().for_each(|(name, bytes)| println!("{bytes:7} bytes  {FOLDER}/{name}"));
    let large: Vec<&str> =
        sizes.iter().filter(|(_, bytes)| *bytes > LIMIT).map(|(name, _)| name.as_str()).collect();
    if large.is_empty() { Ok(()) } else { Err(anyhow!("larger than {LIMIT} bytes: {}", large.join(", "))) }
}
