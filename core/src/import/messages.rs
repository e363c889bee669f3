//! The messages about a reading, for the user.

use super::SourceKind;
use super::reading::{How, Note, Why};
use crate::excerpt::excerpt;
use crate::i18n::Message;

impl SourceKind {
    /// Names the kind for the user.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Call => "import-kind-call",
            Self::Table => "import-kind-table",
            Self::PageText => "import-kind-page-text",
            Self::Html => "import-kind-html",
            Self::File => "import-kind-file",
            Self::Edition => "import-kind-edition",
        })
    }
}

impl How {
    /// Returns the message about what a person should check, if anything.
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Wording | Self::Parameter => None,
            Self::Reworded { written } => Some(Message::new("import-how-reworded").with(excerpt(written))),
            Self::Misspelled { written, name } => {
                Some(Message::new("import-how-misspelled").with(excerpt(written)).with(name))
            }
            Self::Place { written } => Some(Message::new("import-how-place").with(excerpt(written))),
        }
    }
}

impl Note {
    /// Returns the message about what a person should look at.
    pub fn message(&self) -> Message {
        match self {
            Self::Foreign(foreign) => foreign.message(),
            Self::Picture { name } => Message::new("import-note-picture").with(excerpt(name)),
            Self::Link { address } => Message::new("import-note-link").with(excerpt(address)),
            Self::Table => Message::new("import-note-table"),
            Self::Footnote => Message::new("import-note-footnote"),
            Self::Deleted => Message::new("import-note-deleted"),
            Self::Struck => Message::new("import-note-struck"),
            Self::QuestionInside { line } => Message::new("import-note-question-inside").with(excerpt(line)),
            Self::HeadingInside { line } => Message::new("import-note-heading-inside").with(excerpt(line)),
            Self::Unfilled { written } => Message::new("import-note-unfilled").with(excerpt(written)),
            Self::LinkLost => Message::new("import-note-link-lost"),
            Self::ListLost => Message::new("import-note-list-lost"),
            Self::Broken { word } => Message::new("import-note-broken-letters").with(word),
            Self::More { count } => Message::new("import-note-more").with(count),
        }
    }
}

impl Why {
    /// Returns the message why the text has no place.
    pub fn message(&self) -> Message {
        match self {
            Self::Request => Message::new("import-why-request"),
            Self::BeforeQuestions => Message::new("import-why-before-questions"),
            Self::Outside => Message::new("import-why-outside"),
            Self::LeftOut => Message::new("import-why-left-out"),
            Self::HeadingLast => Message::new("import-why-heading-last"),
            Self::UnknownHeading => Message::new("import-why-unknown-heading"),
            Self::UnknownQuestion => Message::new("import-why-unknown-question"),
            Self::ExtraCell => Message::new("import-why-extra-cell"),
            Self::UnknownParameter { name } => {
                Message::new("import-why-unknown-parameter").with(excerpt(name))
            }
            Self::OtherTemplate => Message::new("import-why-other-template"),
            Self::Positional => Message::new("import-why-positional"),
            Self::Repeated { .. } => Message::new("import-why-repeated"),
        }
    }
}
