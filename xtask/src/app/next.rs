//! A version after the one that is built, for journeys through a deploy: the same with a few bytes more.

use anyhow::Context as _;
use fs_err as fs;
use std::path::{Path, PathBuf};

use crate::folder;
use crate::project::Project;

/// An empty custom section, which a browser ignores and a digest does not: id, length, length of the name, name.
const SECTION: &[u8] = b"\0\x05\x04next";

/// Makes the next version of a folder that Trunk has built, and returns the new folder.
pub fn make(project: &Project, pages: &Path) -> anyhow::Result<PathBuf> {
    let to = project.target().join("next-version");
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    folder::copy(pages, &to)?;
    for file in folder::files(&to, |_| true)? {
        let file = to.join(file);
        fs::write(&file, changed(&file, fs::read(&file)?)?)?;
    }
    Ok(to)
}

/// Returns a file's bytes in the next version. Files of other kinds stay as they are, as in most deploys.
fn changed(file: &Path, mut bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    match file.extension().and_then(|end| end.to_str()) {
        Some("wasm") => bytes.extend_from_slice(SECTION),
        Some("css") => bytes.extend_from_slice(b"\n.next-version { color: inherit; }"),
        Some("json") => bytes.push(b'\n'),
        Some("html") => {
            return marked(&bytes).with_context(|| format!("{}: it has no </head>", file.display()));
        }
        _ => {}
    }
    Ok(bytes)
}

/// Marks the page as the next version.
fn marked(page: &[u8]) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let (head, rest) = page.split_once("</head>")?;
    Some(format!("{head}<meta name=\"version\" content=\"next\"></head>{rest}").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_differs_and_the_page_says_so() {
        let of = |name: &str, bytes: &str| String::from_utf8(changed(Path::new(name), bytes.into()).unwrap());
        for name in ["a.wasm", "a.css", "a.json"] {
            assert!(of(name, "x").unwrap().len() > 1, "{name}");
        }
        assert_eq!(of("start.js", "x").unwrap(), "x");
        assert!(of("index.html", "<head></head>").unwrap().ends_with("content=\"next\"></head>"));
        assert!(changed(Path::new("index.html"), b"nothing".to_vec()).is_err());
    }
}
