//! `cargo xtask languages`: what MediaWiki knows of languages, in `data/languages.json`.

use crate::command;
use crate::project::Project;
use crate::wiki::Wiki;

/// Asks the wiki at `MEDIAWIKI_URL`, or one that is started, for its languages, and writes the table anew with today's date.
pub fn make(project: &Project) -> anyhow::Result<()> {
    let wiki = Wiki::get(project)?;
    command::run(project.command("node").arg("i18n/languages.mjs").arg(wiki.url))
}
