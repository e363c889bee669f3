//! What a text can be read as.

/// What a text can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Wikitext with a call of the form's template.
    Call,
    /// Wikitext with a table.
    Table,
    /// The text of a rendered page, as copied from a browser.
    PageText,
    /// HTML of a rendered page, whole or a part.
    Html,
    /// This app's own file.
    File,
    /// The whole report as one text to edit ([`crate::report::write_edition`]).
    Edition,
}

impl SourceKind {
    /// All there are.
    pub const ALL: [Self; 6] =
        [Self::Call, Self::Table, Self::PageText, Self::Html, Self::File, Self::Edition];

    /// Its name on a command line and in test cases: `page-text`.
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

    /// The kind of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
