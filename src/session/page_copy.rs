//! The result of copying a report's page, by a button or a key.

/// The result of copying a report's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageCopy {
    /// The page is on the clipboard.
    Done,
    /// The page is on the clipboard, and another report has its title.
    DoneUndecided,
    /// The browser refused to copy the page.
    Refused,
    /// The browser was asked to copy the page, and does not answer.
    Silent,
}

impl PageCopy {
    /// Returns whether the page is on the clipboard.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneUndecided)
    }
}
