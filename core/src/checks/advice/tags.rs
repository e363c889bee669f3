//! Recognizes the tags that people type on wikis. `<3`, `< 10` and `<your name>` are not tags.

use super::super::words::Words;

/// A tag at the start of a text.
pub(super) struct Tag<'a> {
    /// The tag's name as typed.
    pub name: &'a str,
    /// Whether the tag is a closing one: `</name>`.
    pub closing: bool,
    /// The length of the tag from `<` to `>`, in bytes.
    pub length: usize,
}

impl Tag<'_> {
    /// Returns whether the tag has this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// Names of the tags that are known: HTML that MediaWiki allows (`Sanitizer::getRecognizedTagData`), HTML that people
/// try nevertheless, and the tags of MediaWiki and of the extensions on Wikimedia's wikis.
#[rustfmt::skip] // words are read better in rows
static NAMES: Words = Words::new(&[
    "a", "abbr", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "dd",
    "del", "dfn", "div", "dl", "dt", "em", "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "iframe", "img", "input", "ins", "kbd", "li", "link", "mark", "meta", "ol", "p", "pre", "q", "rb", "rp",
    "rt", "ruby", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "video", "wbr", "categorytree",
    "charinsert", "gallery", "graph", "hiero", "imagemap", "includeonly", "inputbox", "languages",
    "mapframe", "maplink", "math", "noinclude", "nowiki", "onlyinclude", "poem", "ref", "references",
    "score", "section", "source", "syntaxhighlight", "templatedata", "templatestyles", "timeline",
    "translate", "tvar",
]);

/// The number of bytes after a tag's name in which its end is searched for: more than any tag needs, but so that each
/// `<` costs little.
const LONGEST: usize = 1000;

/// Reads the known tag that a text starts with.
pub(super) fn known_tag(text: &str) -> Option<Tag<'_>> {
    let rest = text.strip_prefix('<')?;
    let closing = rest.starts_with('/');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.bytes().take(20).position(|byte| !byte.is_ascii_alphanumeric())?;
    let name = rest.get(..end)?;
    if !NAMES.has(name) {
        return None;
    }
    let behind = rest.get(end..)?;
    if !behind.starts_with([' ', '\n', '/', '>']) {
        return None;
    }
    let close = behind.bytes().take(LONGEST).position(|byte| matches!(byte, b'>' | b'<'))?;
    let length = text.len() - behind.len() + close + 1;
    (behind.as_bytes().get(close) == Some(&b'>')).then_some(Tag { name, closing, length })
}

#[cfg(test)]
mod tests {
    use super::known_tag;

    #[test]
    fn tags_and_what_only_looks_like_one() {
        for (text, length) in [
            ("<br>x", 4),
            ("<br />", 6),
            ("</B>", 4),
            ("<ref name=\"a\">x</ref>", 14),
            ("<Span style='x'>", 16),
        ] {
            assert_eq!(known_tag(text).map(|tag| tag.length), Some(length), "{text}");
        }
        for text in ["<3", "< 10", "<your name>", "<b", "<basic>", "<i <b>", "<https://a.org>", "<", "</"] {
            assert!(known_tag(text).is_none(), "{text}");
        }
    }
}
