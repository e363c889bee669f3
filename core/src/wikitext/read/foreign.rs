//! What wikitext on a page may hold that an answer can't.

use crate::excerpt::excerpt;
use crate::i18n::Message;

/// A construct of wikitext that an answer can't have: it is kept as it was typed and will no longer run on the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// A template or parser function, with its name as written.
    Template(String),
    /// An extension's tag such as `<ref>` or `<gallery>`, with its name in lower case.
    Extension(String),
    /// An embedded file, with its link as written.
    File(String),
    /// A category, with its link as written.
    Category(String),
    /// A table.
    Table,
    /// A heading; its words are bold now.
    Heading(String),
    /// A tag that only changes looks, with its name in lower case; its text is kept without it.
    Looks(String),
    /// A comment, which no reader sees; it is left out of the answer and only told here.
    Comment(String),
    /// A link to something that is neither a page nor `http`, as written.
    Link(String),
}

impl Foreign {
    /// Returns the message that tells the user what will no longer work.
    pub fn message(&self) -> Message {
        match self {
            Self::Template(name) => Message::new("foreign-template").with(excerpt(name)),
            Self::Extension(name) => Message::new("foreign-extension").with(excerpt(name)),
            Self::File(link) => Message::new("foreign-file").with(excerpt(link)),
            Self::Category(link) => Message::new("foreign-category").with(excerpt(link)),
            Self::Table => Message::new("foreign-table"),
            Self::Heading(words) => Message::new("foreign-heading").with(excerpt(words)),
            Self::Looks(tag) => Message::new("foreign-looks").with(excerpt(tag)),
            Self::Comment(text) => Message::new("foreign-comment").with(excerpt(text)),
            Self::Link(link) => Message::new("foreign-link").with(excerpt(link)),
        }
    }
}
