//! The kinds of text that a report can be read from.

/// A kind of text that a report can be read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Wikitext with a call of the form's template.
    Call,
    /// Wikitext with a table, as this app or a person wrote it.
    Table,
    /// The text of a rendered page, copied from a browser.
    PageText,
    /// HTML of a rendered page, whole or a part.
    Html,
    /// A file of drafts that this app wrote.
    File,
    /// The whole report as one text to edit ([`crate::report::write_edition`]).
    Edition,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Call, Self::Table, Self::PageText, Self::Html, Self::File, Self::Edition];

    /// Returns the kind's name on a command line and in test cases, such as `page-text`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Table => "table",
            Self::PageText => "page-text",
            Self::Html => "html",
            Self::File => "file",
            Self::Edition => "edition",
        }
    }

    /// Finds the kind of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
