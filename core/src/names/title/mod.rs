//! Page titles by MediaWiki's rules: the normal form, and the reason where there is none.
//!
//! The rules are those of `MediaWikiTitleCodec::splitTitleString` (MediaWiki 1.39), with what Wikimedia's configuration
//! changes for Meta-Wiki: its namespaces, and title case for the first letter. Text is expected in NFC. Three things
//! are stricter or simpler here, because a typed title should not turn into another one silently:
//!
//! - `#` is refused; MediaWiki cuts a title there.
//! - `&…;` is refused, as in a page's address; in a link MediaWiki decodes it first.
//! - Prefixes of other wikis (`fr:`) are not known: they are part of the title.

mod address;
mod error;
mod first_letter;
mod namespace;
mod normal;
mod target;

pub use error::TitleError;
pub use namespace::Namespace;
pub use target::link_target_ok;

pub(in crate::names) use address::is_address;
pub(in crate::names) use error::shown;
pub(in crate::names) use first_letter::capitalized;
pub(crate) use normal::clean;
pub(in crate::names) use normal::is_illegal;

use std::fmt;

/// The length of the longest title, in bytes of UTF-8 without its namespace: the size of MediaWiki's `page_title`.
pub const MAX_BYTES: usize = 255;

/// The length of a special page's longest title, in bytes of UTF-8 without its namespace.
pub const MAX_BYTES_SPECIAL: usize = 512;

/// A legal title in its normal form: blanks for underscores, none at the edges, the namespace by its own name, the
/// first letter capital.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageTitle {
    namespace: Namespace,
    full: String,
}

impl PageTitle {
    /// Reads the title that `typed` names.
    ///
    /// # Errors
    /// When MediaWiki has no page of that title, or where the [module](self) is stricter.
    pub fn new(typed: &str) -> Result<Self, TitleError> {
        Self::in_namespace(typed, Namespace::MAIN)
    }

    /// Reads the title that `typed` names, where a name without a namespace means a page of `default`, as a template's name does
    /// in a call. A leading colon means a page without namespace all the same.
    ///
    /// # Errors
    /// As [`PageTitle::new`].
    pub fn in_namespace(typed: &str, default: Namespace) -> Result<Self, TitleError> {
        let (namespace, text) = normal::namespace_and_text(typed, default)?;
        let prefix = namespace.name();
        let colon = if prefix.is_empty() { "" } else { ":" };
        Ok(Self { namespace, full: format!("{prefix}{colon}{text}") })
    }

    /// Returns the whole title, with its namespace and with blanks.
    pub fn as_str(&self) -> &str {
        &self.full
    }

    /// Returns the page's namespace.
    pub fn namespace(&self) -> Namespace {
        self.namespace
    }

    /// Returns the title without its namespace.
    pub fn text(&self) -> &str {
        let prefix = self.namespace.name();
        let length = if prefix.is_empty() { 0 } else { prefix.len() + 1 };
        self.full.get(length..).unwrap_or_default()
    }
}

impl fmt::Display for PageTitle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.full)
    }
}
