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
    /// The published names by the earlier ones.
    pub names: Names,
}

/// Names every file by its final bytes; a file that refers to others is named after these.
pub fn by_content(mut built: Files) -> anyhow::Result<Named> {
    let mut waiting: Vec<String> = built.iter().map(|(name, _)| name.to_owned()).collect();
    let mut texts = Vec::new();
    for name in waiting.iter().filter(|name| REFERRING.contains(&extension(name))) {
        texts.push((name.clone(), built.take_text(name)?));
    }
    let mut named = Named { files: Files::default(), names: Names::new() };
    for (name, bytes) in built.iter() {
        named.add(name, bytes);
    }
    waiting.retain(|name| !named.names.contains_key(name));
    while !waiting.is_empty() {
        let ready = |(name, text): &&(String, String)| {
            waiting.contains(name)
                && !waiting.iter().any(|other| other != name && references::refers(text, other))
        };
        let Some((name, text)) = texts.iter().find(ready) else {
            let files = waiting.join(", ");
            bail!("no file of these can be named first, they refer to each other: {files}");
        };
        named.add(name, references::renamed(text, &named.names).as_bytes());
        waiting.retain(|other| other != name);
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
        let plain = references::without_hash(old);
        let hash = digest::short(bytes);
        let extension = extension(&plain);
        let new = match plain.strip_suffix(extension).and_then(|stem| stem.strip_suffix('.')) {
            Some(stem) => format!("{stem}-{hash}.{extension}"),
            None => format!("{plain}-{hash}"),
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
                ("app-aa835181bdee7855.css", "a{background:url(\"logo.svg\")}"),
                ("logo.svg", logo),
                ("start.js", "'use strict'"),
                ("x-aa835181bdee7855_bg.wasm", "wasm"),
            ];
            named(&files).unwrap()
        };
        let (before, after) = (with("<svg/>"), with("<svg></svg>"));
        for (old, changes) in [
            ("app-aa835181bdee7855.css", true),
            ("logo.svg", true),
            ("start.js", false),
            ("x-aa835181bdee7855_bg.wasm", false),
        ] {
            assert_eq!(name(&before, old) != name(&after, old), changes, "{old}");
        }
        let css = name(&after, "app-aa835181bdee7855.css");
        let text = String::from_utf8_lossy(after.files.get(&css).unwrap());
        assert_eq!(text, format!("a{{background:url(\"{}\")}}", name(&after, "logo.svg")));
        assert_eq!(css, format!("app-{}.css", digest::short(text.as_bytes())));
        assert!(name(&after, "x-aa835181bdee7855_bg.wasm").starts_with("x_bg-"));
    }

    #[test]
    fn what_trunk_calls_it_does_not_matter() {
        let one =
            named(&[("a-aa835181bdee7855.js", "1"), ("b.js", "import './a-aa835181bdee7855.js'")]).unwrap();
        let other =
            named(&[("a-bb835181bdee7855.js", "1"), ("b.js", "import './a-bb835181bdee7855.js'")]).unwrap();
        assert_eq!(name(&one, "b.js"), name(&other, "b.js"));
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = named(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
        assert!(circle.err().unwrap().to_string().ends_with(": a.js, b.js"));
        assert!(named(&[("a.js", "// a.js")]).is_ok());
    }
}
