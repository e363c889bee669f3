//! The tags MediaWiki's preprocessor knows, as Meta-Wiki has them.

/// The meaning of a tag's name to the preprocessor when a page is viewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// An extension's tag: everything up to the closing tag is the extension's business. Holds the tag's index in
    /// [`EXTENSION_TAGS`].
    Extension(usize),
    /// `<noinclude>`, `<onlyinclude>` and their ends: the tag is dropped, what it encloses is shown.
    Dropped,
    /// `<includeonly>`: dropped with everything it encloses.
    DroppedWhole,
}

/// The extension tags of Meta-Wiki, in lower case. Every other tag is text to the preprocessor, HTML included, and
/// so are the tags of extensions that only other wikis have (`graph`, `quiz`, `pages`).
///
/// Sources: MediaWiki core, and the extensions that Wikimedia's configuration (wmf-config, August 2026) switches on
/// for Meta. `api.php?action=query&meta=siteinfo&siprop=extensiontags` lists a wiki's own.
pub const EXTENSION_TAGS: [&str; 29] = [
    "categorytree",
    "ce",
    "charinsert",
    "chem",
    "dynamicpagelist",
    "gallery",
    "hiero",
    "imagemap",
    "indicator",
    "inputbox",
    "langconvert",
    "languages",
    "mapframe",
    "maplink",
    "math",
    "nowiki",
    "phonos",
    "poem",
    "pre",
    "ref",
    "references",
    "rss",
    "score",
    "section",
    "source",
    "syntaxhighlight",
    "templatedata",
    "templatestyles",
    "timeline",
];

/// Returns what the preprocessor makes of a tag of this name, in any case; `closing` where a slash stands before it. `None` where
/// it is text.
pub(super) fn tag(name: &str, closing: bool) -> Option<Tag> {
    if name.eq_ignore_ascii_case("noinclude") || name.eq_ignore_ascii_case("onlyinclude") {
        return Some(Tag::Dropped);
    }
    if closing {
        return None;
    }
    if name.eq_ignore_ascii_case("includeonly") {
        return Some(Tag::DroppedWhole);
    }
    EXTENSION_TAGS.iter().position(|tag| tag.eq_ignore_ascii_case(name)).map(Tag::Extension)
}
