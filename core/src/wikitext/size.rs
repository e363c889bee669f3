//! How large a page may be.

use crate::i18n::{Message, english};
use std::fmt;

/// The greatest size of a page, in bytes of UTF-8 (`$wgMaxArticleSize`, 2048 KiB). Above that a template is not even
/// expanded.
pub const MAX_PAGE_BYTES: usize = 2_097_152;

/// A page that MediaWiki would not save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageTooLarge {
    /// The page's bytes of UTF-8.
    pub bytes: usize,
}

/// Checks whether a page's wikitext can be saved on Meta.
///
/// # Errors
/// [`PageTooLarge`] above [`MAX_PAGE_BYTES`].
pub fn check_size(page: &str) -> Result<(), PageTooLarge> {
    if page.len() > MAX_PAGE_BYTES { Err(PageTooLarge { bytes: page.len() }) } else { Ok(()) }
}

impl PageTooLarge {
    /// Returns the message that tells the user how much too large the page is.
    pub fn message(self) -> Message {
        Message::new("page-too-large").with(self.bytes.div_ceil(1024)).with(MAX_PAGE_BYTES / 1024)
    }
}

impl fmt::Display for PageTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for PageTooLarge {}
