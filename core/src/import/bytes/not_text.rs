//! Files that no text can be read from, and what the user can do.

use crate::i18n::Message;

/// The kind of a file that is not a text, or not one that can be read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotText {
    /// A document of Word, or one in RTF.
    Word,
    /// A document of Word, Excel or PowerPoint before 2007.
    Office,
    /// A document of LibreOffice, OpenOffice or Pages, or a book.
    Document,
    /// A spreadsheet of Excel, LibreOffice or OpenOffice.
    Spreadsheet,
    /// A presentation.
    Presentation,
    /// A PDF.
    Pdf,
    /// A picture, a drawing or a photo.
    Picture,
    /// A page that Safari saved with everything that belongs to it.
    WebArchive,
    /// A page that a browser saved in one file, without readable content.
    WebPageWithoutText,
    /// A file with other files in it.
    Archive,
    /// A text in an encoding that it does not declare, so that the user has to choose one.
    UnknownEncoding,
    /// Anything else with bytes that no text has.
    Other,
}

impl NotText {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Word,
        Self::Office,
        Self::Document,
        Self::Spreadsheet,
        Self::Presentation,
        Self::Pdf,
        Self::Picture,
        Self::WebArchive,
        Self::WebPageWithoutText,
        Self::Archive,
        Self::UnknownEncoding,
        Self::Other,
    ];

    /// Returns the message that says what the file of this name is, and what to do.
    pub fn message(self, name: &str) -> Message {
        let message = match self {
            Self::Word => Message::new("not-text-word"),
            Self::Office => Message::new("not-text-office"),
            Self::Document => Message::new("not-text-document"),
            Self::Spreadsheet => Message::new("not-text-spreadsheet"),
            Self::Presentation => Message::new("not-text-presentation"),
            Self::Pdf => Message::new("not-text-pdf"),
            Self::Picture => Message::new("not-text-picture"),
            Self::WebArchive => Message::new("not-text-web-archive"),
            Self::WebPageWithoutText => Message::new("not-text-web-page"),
            Self::Archive => Message::new("not-text-archive"),
            Self::UnknownEncoding => Message::new("not-text-encoding"),
            Self::Other => Message::new("not-text-other"),
        };
        message.with(name)
    }
}
