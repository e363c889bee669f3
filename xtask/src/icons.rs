//! `cargo xtask icons`: the logo as pictures, in `public/`.

use crate::project::Project;
use crate::{browser, command, packages};

/// Makes the pictures of the logo anew. They stand in the repository, as they change with the logo alone.
pub fn make(project: &Project) -> anyhow::Result<()> {
    packages::install(project)?;
    let mut runner = browser::playwright(project, "icons", &browser::chromium()?, "about:blank");
    command::run(runner.env("ICONS", project.root.join("public")))
}
