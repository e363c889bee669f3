//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

use crate::stand_in::StandIn;

const USAGE: &str = "publish FROM TO [--url ADDRESS] [--wiki LINE] [--forbid TEXT]…";

/// The arguments of the command.
pub struct Arguments {
    /// The folder that Trunk has built.
    pub from: PathBuf,
    /// The folder to publish. Everything in it before is deleted.
    pub to: PathBuf,
    /// The address at which the app will be published, for those who are told of it.
    pub url: Option<String>,
    /// The wiki that stands in for Meta-Wiki, in an app for tests.
    pub wiki: Option<StandIn>,
    /// The texts that must not be in any file: the paths of this machine.
    pub forbidden: Vec<String>,
}

impl Arguments {
    /// Reads the command line, without the program's name.
    pub fn parse(words: impl Iterator<Item = OsString>) -> anyhow::Result<Self> {
        let (mut folders, mut url, mut wiki, mut forbidden) = (Vec::new(), None, None, Vec::new());
        let mut words = lexopt::Parser::from_args(words);
        while let Some(word) = words.next()? {
            match word {
                Long("url") => url = Some(words.value()?.string()?),
                Long("wiki") => wiki = Some(StandIn::new(&words.value()?.string()?)?),
                Long("forbid") => forbidden.push(words.value()?.string()?),
                Value(folder) => folders.push(PathBuf::from(folder)),
                _ => bail!(USAGE),
            }
        }
        let Ok([from, to]) = <[PathBuf; 2]>::try_from(folders) else { bail!(USAGE) };
        Ok(Self { from, to, url, wiki, forbidden })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> anyhow::Result<Arguments> {
        Arguments::parse(words.iter().map(OsString::from))
    }

    #[test]
    fn two_folders_and_what_else_is_said() {
        let all =
            parse(&["a", "--forbid", "/x", "b", "--url", "https://c.example/", "--forbid", "/y"]).unwrap();
        assert_eq!((all.from, all.to), ("a".into(), "b".into()));
        assert_eq!(all.url.as_deref(), Some("https://c.example/"));
        assert_eq!(all.forbidden, ["/x", "/y"]);
        for wrong in [&["a"][..], &["a", "b", "c"], &["a", "b", "--url"], &["a", "b", "--what"], &[]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
