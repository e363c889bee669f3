//! Names that change exactly when the bytes do.

use anyhow::bail;

use crate::digest;
use crate::files::{Files, extension};
use crate::references::{self, Names};

/// The kinds of files in which other files are named.
const REFERRING: [&str; 4] = ["css", "js", "svg", "webmanifest"];

/// The files under their published names.
pub struct Named {
    /// The files, with references turned into published names.
    pub files: Files,
    /// The published names by those that the files were built under.
    pub names: Names,
}

/// Names every file by its final bytes; a file that refers to others is named after these.
pub fn by_content(mut built: Files) -> anyhow::Result<Named> {
    let names = built.iter().map(|(name, _)| name.to_owned());
    let referring: Vec<String> = names.filter(|name| REFERRING.contains(&extension(name))).collect();
    let texts = referring.into_iter().map(|name| built.take_text(&name).map(|text| (name, text)));
    let mut waiting = texts.collect::<anyhow::Result<Vec<_>>>()?;
    let mut named = Named { files: Files::default(), names: Names::new() };
    built.iter().for_each(|(name, bytes)| named.add(name, bytes));
    while !waiting.is_empty() {
        let is_ready = |(name, text): &(String, String)| {
            !waiting.iter().any(|(other, _)| other != name && references::refers(text, other))
        };
        let Some(at) = waiting.iter().position(is_ready) else {
            let names: Vec<String> = waiting.into_iter().map(|(name, _)| name).collect();
            bail!("no file of these can be named first, they refer to each other: {}", names.join(", "));
        };
        let (name, text) = waiting.remove(at);
        named.add(&name, references::renamed(&text, &named.names).as_bytes());
    }
    Ok(named)
}

impl Named {
    /// Takes a published file out, as it is to stand somewhere else, and returns its text.
    pub fn take(&mut self, name: &str) -> anyhow::Result<String> {
        self.names.retain(|_, new| new != name);
        self.files.take_text(name)
    }

    fn add(&mut self, old: &str, bytes: &[u8]) {
        let hash = digest::short(bytes);
        let new = match old.rsplit_once('.') {
            Some((stem, end)) if !end.contains('/') => format!("{stem}-{hash}.{end}"),
            _ => format!("{old}-{hash}"),
        };
        self.files.add(&new, bytes);
        self.names.insert(old.to_owned(), new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[(&str, &str)]) -> anyhow::Result<Named> {
        let mut built = Files::default();
        files.iter().for_each(|(name, text)| built.add(name, *text));
        by_content(built)
    }

    fn name(named: &Named, old: &str) -> String {
        named.names.get(old).cloned().unwrap_or_else(|| panic!("{old} has no name"))
    }

    #[test]
    fn a_change_renames_the_file_and_what_refers_to_it_and_nothing_else() {
        let with = |logo| {
            let files = [
                ("app.css", "a{background:url(\"logo.svg\")}"),
                ("logo.svg", logo),
                ("start.js", "'use strict'"),
                ("x_bg.wasm", "wasm"),
            ];
            named(&files).unwrap()
        };
        let (before, after) = (with("<svg/>"), with("<svg></svg>"));
        for (old, changes) in
            [("app.css", true), ("logo.svg", true), ("start.js", false), ("x_bg.wasm", false)]
        {
            assert_eq!(name(&before, old) != name(&after, old), changes, "{old}");
        }
        let css = name(&after, "app.css");
        let text = String::from_utf8_lossy(after.files.bytes(&css).unwrap());
        assert_eq!(text, format!("a{{background:url(\"{}\")}}", name(&after, "logo.svg")));
        assert_eq!(css, format!("app-{}.css", digest::short(text.as_bytes())));
        assert!(name(&after, "x_bg.wasm").starts_with("x_bg-"));
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = named(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
        assert!(circle.err().unwrap().to_string().ends_with(": a.js, b.js"));
        assert!(named(&[("a.js", "// a.js")]).is_ok());
    }
}
