//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::problem::Problem;

const USAGE: &str = "publish FROM TO [--url ADDRESS] [--forbid TEXT]…";

/// What is asked for.
pub struct Arguments {
    /// The folder that Trunk has built.
    pub from: PathBuf,
    /// The folder to publish. What is in it is deleted.
    pub to: PathBuf,
    /// Where it will be published, for those who are told of it.
    pub url: Option<String>,
    /// Texts that must not be in any file: the paths of this machine.
    pub forbidden: Vec<String>,
}

impl Arguments {
    /// Reads the command line, without the program's name.
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, Problem> {
        let usage = || Problem::Usage(USAGE);
        let mut folders = Vec::new();
        let (mut url, mut forbidden) = (None, Vec::new());
        let mut words = words;
        while let Some(word) = words.next() {
            let is_option = word.to_str().filter(|word| word.starts_with('-'));
            let mut value = || words.next().and_then(|word| word.into_string().ok()).ok_or_else(usage);
            match is_option {
                Some("--url") => url = Some(value()?),
                Some("--forbid") => forbidden.push(value()?),
                Some(_) => return Err(usage()),
                None => folders.push(PathBuf::from(word)),
            }
        }
        let [from, to] = <[PathBuf; 2]>::try_from(folders).map_err(|_| usage())?;
        Ok(Self { from, to, url, forbidden })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, Problem> {
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
            assert!(matches!(parse(wrong), Err(Problem::Usage(_))), "{wrong:?}");
        }
    }
}
