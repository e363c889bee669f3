//! Tags in wikitext: where one ends and what it means for an answer.

use crate::answer::ListKind;
use crate::answer::quotes::BlockTag;
use crate::wikitext::split::EXTENSION_TAGS;

/// A tag as it stands: `<name …>`, `</name>` or `<name … />`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The tag's name, in lower case.
    pub name: String,
    /// Whether the tag is an end tag.
    pub closing: bool,
    /// Whether the tag closes itself.
    pub empty: bool,
    /// The bytes of the whole tag.
    pub length: usize,
}

/// The meaning of a tag for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The beginning or end of a block.
    Block(BlockTag),
    /// Bold text.
    Bold,
    /// Italic text.
    Italic,
    /// A change of looks that an answer doesn't have.
    Looks,
    /// Nothing that shows by itself.
    Nothing,
    /// A part of a table.
    Table,
    /// An extension, whose content is not wikitext as such.
    Extension,
    /// No tag to MediaWiki: what is shown as typed.
    Text,
}

/// The greatest length of a tag, in bytes, so that an unclosed `<a` soon counts as text.
const MAX_TAG_BYTES: usize = 2000;

impl Tag {
    /// Reads the tag that `text` starts with.
    pub fn at(text: &str) -> Option<Self> {
        let body = text.strip_prefix('<')?;
        let closing = body.starts_with('/');
        let body = body.strip_prefix('/').unwrap_or(body);
        let name_end = body.find(|c: char| !c.is_ascii_alphanumeric())?;
        let name = body.get(..name_end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        let end = body
            .bytes()
            .take(MAX_TAG_BYTES)
            .position(|byte| matches!(byte, b'>' | b'<'))
            .filter(|end| body.as_bytes().get(*end) == Some(&b'>'))?;
        let empty = body.get(..end)?.ends_with('/');
        Some(Self {
            name: name.to_ascii_lowercase(),
            closing,
            empty,
            length: text.len() - body.len() + end + 1,
        })
    }

    /// Returns what the tag means for an answer.
    pub fn meaning(&self) -> Meaning {
        match self.name.as_str() {
            "br" => Meaning::Block(BlockTag::Break),
            "p" | "div" | "center" | "blockquote" | "section" | "hr" | "dl" | "dt" | "dd" | "h1" | "h2"
            | "h3" | "h4" | "h5" | "h6" => Meaning::Block(BlockTag::Paragraph),
            "ul" => Meaning::Block(if self.closing {
                BlockTag::CloseList
            } else {
                BlockTag::OpenList(ListKind::Bulleted)
            }),
            "ol" => Meaning::Block(if self.closing {
                BlockTag::CloseList
            } else {
                BlockTag::OpenList(ListKind::Numbered)
            }),
            "li" => Meaning::Block(if self.closing { BlockTag::CloseItem } else { BlockTag::OpenItem }),
            "b" | "strong" => Meaning::Bold,
            "i" | "em" | "cite" | "dfn" | "var" => Meaning::Italic,
            "small" | "big" | "u" | "s" | "strike" | "del" | "ins" | "code" | "tt" | "kbd" | "samp"
            | "sub" | "sup" | "font" | "mark" | "q" => Meaning::Looks,
            "span" | "abbr" | "bdi" | "bdo" | "time" | "data" | "wbr" | "ruby" | "rt" | "rp" | "rb"
            | "noinclude" | "includeonly" | "onlyinclude" | "translate" | "tvar" | "languages" => {
                Meaning::Nothing
            }
            "table" | "tr" | "td" | "th" | "caption" => Meaning::Table,
            name if EXTENSION_TAGS.contains(&name) => Meaning::Extension,
            _ => Meaning::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_where_they_end() {
        let cases = [
            ("<br />x", Some(6)),
            ("</LI>", Some(5)),
            ("<ref name=\"a\">b</ref>", Some(14)),
            ("<a <b>", None),
            ("< br>", None),
            ("<3", None),
        ];
        for (text, length) in cases {
            assert_eq!(Tag::at(text).map(|tag| tag.length), length, "{text}");
        }
    }
}
