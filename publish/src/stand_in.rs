//! A wiki that stands in for Meta-Wiki, in an app for tests.

use anyhow::ensure;

/// A wiki, as the app reads it (`core/src/names/wiki.rs`): its origin, the path of its scripts (`-` for none), and what stands before
/// the title of a page, parted by blanks.
pub struct StandIn(String);

impl StandIn {
    /// Takes the line that names a wiki.
    pub fn new(line: &str) -> anyhow::Result<Self> {
        let is_web = line.starts_with("https://") || line.starts_with("http://");
        let is_plain = !line.contains(['"', '<', '>', '&', ';', '\'', ',']);
        ensure!(
            is_web && is_plain && line.split(' ').count() == 3,
            "`{line}` names no wiki: ORIGIN SCRIPTS PAGES"
        );
        Ok(Self(line.to_owned()))
    }

    /// Returns the line.
    pub fn line(&self) -> &str {
        &self.0
    }

    /// Returns the wiki's origin.
    pub fn origin(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_wiki_stands_in() {
        let wiki = StandIn::new("http://127.0.0.1:8090 - /index.php?title=").unwrap();
        assert_eq!(wiki.origin(), "http://127.0.0.1:8090");
        for wrong in [
            "",
            "http://a",
            "javascript:a - /",
            "http://a\" - /",
            "http://a;script-src - /",
            "http://a - / b",
        ] {
            assert!(StandIn::new(wrong).is_err(), "{wrong}");
        }
    }
}
