//! Where one file names another.
//!
//! A reference is a file's path, standing for itself: no letter, digit, `-`, `_` or `.` before or behind it. A `./` before it,
//! quotes and brackets around it are all the same.

use std::collections::BTreeMap;

/// The published names of files by the names that they were built under.
pub type Names = BTreeMap<String, String>;

/// Returns whether the text refers to the file.
pub fn refers(text: &str, name: &str) -> bool {
    next(text, 0, name).is_some()
}

/// Replaces every reference in a text by the published name.
pub fn renamed(text: &str, names: &Names) -> String {
    let mut text = text.to_owned();
    for (old, new) in names {
        let mut from = 0;
        while let Some(at) = next(&text, from, old) {
            text.replace_range(at..at + old.len(), new);
            from = at + new.len();
        }
    }
    text
}

/// Finds the first place, at or behind `from`, where the name stands for itself.
fn next(text: &str, from: usize, name: &str) -> Option<usize> {
    let belongs = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    let rest = text.get(from..)?;
    rest.match_indices(name).map(|(at, _)| from + at).find(|&at| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at + name.len()..).unwrap_or_default();
        !before.ends_with(belongs) && !behind.starts_with(belongs)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_whole_names() {
        let names = Names::from([
            ("logo.svg".to_owned(), "logo-1.svg".to_owned()),
            ("app.css".to_owned(), "app-2.css".to_owned()),
        ]);
        for (text, expected) in [
            ("url(\"logo.svg\")", "url(\"logo-1.svg\")"),
            ("url(./logo.svg)url(logo.svg)", "url(./logo-1.svg)url(logo-1.svg)"),
            ("my-logo.svg xlogo.svg logo.svgz logo.svg.br", "my-logo.svg xlogo.svg logo.svgz logo.svg.br"),
            ("<link href=\"./app.css\"/>", "<link href=\"./app-2.css\"/>"),
            ("'app.css'", "'app-2.css'"),
            ("logo.svg", "logo-1.svg"),
        ] {
            assert_eq!(renamed(text, &names), expected, "{text}");
        }
        assert!(refers("a 'app.css'", "app.css") && !refers("map.css", "app.css"));
    }
}
