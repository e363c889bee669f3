//! The page's elements, as far as publishing has to know them.

use anyhow::{Context as _, bail};

use crate::PAGE;

/// The attribute that only the start script has: it names the module around the program.
const PROGRAM: &str = "data-module";

/// An element of the page.
pub struct Element<'a> {
    /// The whole element, from its tag to its end.
    pub whole: &'a str,
    /// The tag that begins the element.
    pub tag: &'a str,
}

impl<'a> Element<'a> {
    /// Finds the elements with this start and this end, in the page's order.
    fn all(page: &'a str, start: &'static str, end: &'static str) -> impl Iterator<Item = Self> {
        page.match_indices(start).filter_map(move |(at, _)| {
            let rest = page.get(at..)?;
            let whole = rest.get(..rest.find(end)? + end.len())?;
            let tag = whole.get(..=whole.find('>')?)?;
            Some(Self { whole, tag })
        })
    }

    /// Finds all `<link>` elements: the style sheet, the icon, what is loaded ahead.
    pub fn links(page: &'a str) -> impl Iterator<Item = Self> {
        Self::all(page, "<link ", ">")
    }

    /// Finds all scripts that are files, in the page's order.
    pub fn scripts(page: &'a str) -> impl Iterator<Item = Self> {
        Self::all(page, "<script ", "</script>").filter(|script| script.attribute("src").is_some())
    }

    /// Finds the script that starts the app, which is told where the program is.
    pub fn start_script(page: &'a str) -> anyhow::Result<Self> {
        let mut scripts = Self::scripts(page).filter(|script| script.attribute(PROGRAM).is_some());
        match (scripts.next(), scripts.count()) {
            (Some(start), 0) => Ok(start),
            (start, more) => {
                let found = usize::from(start.is_some()) + more;
                bail!("`{PROGRAM}` has to be in {PAGE} once, and is there {found} times")
            }
        }
    }

    /// Returns an attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, value) = self.tag.split_once(&format!(" {name}=\""))?;
        value.split('"').next()
    }

    /// Returns the file that an attribute names.
    pub fn file(&self, attribute: &'static str) -> anyhow::Result<&'a str> {
        let address =
            self.attribute(attribute).with_context(|| format!("`{attribute}` has to be in {PAGE}"))?;
        Ok(address.strip_prefix("./").unwrap_or(address))
    }
}
