//! Whether there is a wiki to ask, decided once for the whole run.

use std::io::Write;
use std::sync::OnceLock;

use crate::client::Wiki;

/// The wiki to ask, or `None` after a loud word that this test was skipped.
///
/// # Panics
/// Under `CI=true` when there is no wiki: there, a skipped proof is a failed one. And always when `MEDIAWIKI_URL` is
/// set but no wiki answers there.
pub fn wiki() -> Option<&'static Wiki> {
    static WIKI: OnceLock<Option<Wiki>> = OnceLock::new();
    let wiki = WIKI.get_or_init(|| {
        let url = std::env::var("MEDIAWIKI_URL").ok().filter(|url| !url.trim().is_empty())?;
        Some(Wiki::at(url.trim()))
    });
    if wiki.is_none() {
        let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!in_ci, "MEDIAWIKI_URL is not set: in CI the tests against a real wiki have to run");
        // Past the test runner's capture of output, or nobody would see it in a run that passes.
        let name = std::thread::current().name().unwrap_or("a test").to_owned();
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED {name}: it needs a MediaWiki (run `cargo xtask test wiki`, or set MEDIAWIKI_URL)"
        );
    }
    wiki.as_ref()
}
