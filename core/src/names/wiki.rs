//! Where the wiki is that reports are published on, and the addresses of its pages.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use super::title::PageTitle;

/// What is encoded in the address of a page and in a query: all but letters, digits, `-._~`, and `/` and `:`, which keep a title
/// readable.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// The host of Meta-Wiki.
const META: &str = "meta.wikimedia.org";

/// The wiki that reports are published on: Meta-Wiki, or one that stands in for it in tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wiki {
    origin: String,
    scripts: String,
    pages: String,
}

impl Wiki {
    /// Names a wiki by its origin (`https://meta.wikimedia.org`), the path of its scripts (`/w`) and what stands before a page's title
    /// (`/wiki/`). `None` where the origin is not one of the web, or a path does not begin with a slash.
    pub fn new(origin: &str, scripts: &str, pages: &str) -> Option<Self> {
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))?;
        let is_host = |char: char| char.is_ascii_alphanumeric() || ".-:[]".contains(char);
        let is_path = |path: &str| path.starts_with('/') && !path.contains(|char: char| char.is_whitespace());
        let is_right = !host.is_empty()
            && host.chars().all(is_host)
            && (scripts.is_empty() || is_path(scripts))
            && is_path(pages);
        is_right.then(|| Self { origin: origin.into(), scripts: scripts.into(), pages: pages.into() })
    }

    /// Reads a wiki from one line: its origin, the path of its scripts and what comes before a title, separated by
    /// blanks. A path that is `-` is empty.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split_ascii_whitespace();
        let (origin, scripts, pages) = (parts.next()?, parts.next()?, parts.next()?);
        let scripts = if scripts == "-" { "" } else { scripts };
        parts.next().is_none().then(|| Self::new(origin, scripts, pages)).flatten()
    }

    /// Writes the wiki as the line that [`Wiki::parse`] reads.
    pub fn line(&self) -> String {
        let scripts = if self.scripts.is_empty() { "-" } else { &self.scripts };
        format!("{} {scripts} {}", self.origin, self.pages)
    }

    /// Returns the wiki's origin, such as `https://meta.wikimedia.org`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the wiki's host, with its port if it has one.
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or(&self.origin, |(_, host)| host)
    }

    /// Returns whether this is Meta-Wiki itself.
    pub fn is_meta(&self) -> bool {
        self.host() == META
    }

    /// Returns the address of the wiki's script `index.php`. Phones get the mobile site here too: Wikimedia's servers see to it.
    pub fn script(&self) -> String {
        format!("{}{}/index.php", self.origin, self.scripts)
    }

    /// Returns the address of the wiki's Action API.
    pub fn api(&self) -> String {
        format!("{}{}/api.php", self.origin, self.scripts)
    }

    /// Returns the start of the addresses of the wiki's pages.
    pub fn pages(&self) -> String {
        format!("{}{}", self.origin, self.pages)
    }

    /// Returns the web address of a page.
    pub fn page_address(&self, title: &PageTitle) -> String {
        self.pages() + &encoded_title(title)
    }

    /// Returns the address of the editor of a page's *source*, with the edit summary filled in. Opening it saves nothing.
    ///
    /// `action=submit` without a form is the plain source editor for everyone (`SubmitAction.php`, MediaWiki 1.39): only
    /// `action=edit` and `veaction` open a visual editor or, on the mobile site, its overlay (`editor.js` of MobileFrontend),
    /// which drops the summary. `summary` fills the field (`EditPage::importFormData`).
    pub fn source_editor(&self, title: &PageTitle, summary: &str) -> String {
        let summary = percent_encode(summary.as_bytes(), ENCODED);
        format!("{}?title={}&action=submit&summary={summary}", self.script(), encoded_title(title))
    }

    /// Returns the address that a page's text is sent to, by a form, to be edited further.
    pub fn submit_address(&self, title: &PageTitle) -> String {
        format!("{}?title={}&action=submit", self.script(), encoded_title(title))
    }

    /// Returns the address at which a revision of a page can always be seen.
    pub fn revision_address(&self, revision: u64) -> String {
        format!("{}?oldid={revision}", self.script())
    }

    /// Returns whether a text can be the address of a page of this wiki, also as phones show it, without blanks and without signs
    /// that addresses have encoded.
    pub fn has_page_at(&self, text: &str) -> bool {
        let is_foreign =
            |char: char| char.is_whitespace() || char.is_control() || "\"<>[]{}|\\^`".contains(char);
        let mobile = self.is_meta().then_some("https://meta.m.wikimedia.org");
        let of_wiki = |origin: &str| {
            text.strip_prefix(origin).is_some_and(|path| path.starts_with('/') && path.len() > 1)
        };
        (of_wiki(&self.origin) || mobile.is_some_and(of_wiki)) && !text.contains(is_foreign)
    }
}

fn encoded_title(title: &PageTitle) -> String {
    percent_encode(title.as_str().replace(' ', "_").as_bytes(), ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta() -> Wiki {
        Wiki::new("https://meta.wikimedia.org", "/w", "/wiki/").unwrap()
    }

    #[test]
    fn titles_and_summaries_survive_in_an_address() {
        let cases = [
            ("Reports/2024/Wikimedia A", "Report 2024", "Reports/2024/Wikimedia_A", "Report%202024"),
            ("Ä & B?", "1+1=2 #x", "%C3%84_%26_B%3F", "1%2B1%3D2%20%23x"),
            ("User:A", "", "User:A", ""),
        ];
        for (title, summary, title_encoded, summary_encoded) in cases {
            let title = PageTitle::new(title).unwrap();
            let expected = format!(
                "https://meta.wikimedia.org/w/index.php?title={title_encoded}&action=submit&summary={summary_encoded}"
            );
            assert_eq!(meta().source_editor(&title, summary), expected);
            assert_eq!(
                meta().page_address(&title),
                format!("https://meta.wikimedia.org/wiki/{title_encoded}")
            );
        }
    }

    #[test]
    fn a_line_names_a_wiki() {
        let test = Wiki::parse("http://127.0.0.1:8090 - /index.php?title=").unwrap();
        for wiki in [&test, &meta()] {
            assert_eq!(Wiki::parse(&wiki.line()).as_ref(), Some(wiki));
        }
        assert_eq!(test.api(), "http://127.0.0.1:8090/api.php");
        assert_eq!(
            test.page_address(&PageTitle::new("A b").unwrap()),
            "http://127.0.0.1:8090/index.php?title=A_b"
        );
        assert_eq!((test.host(), test.is_meta(), meta().is_meta()), ("127.0.0.1:8090", false, true));
        for wrong in [
            "",
            "https://a",
            "ftp://a /w /wiki/",
            "https://a/b /w /wiki/",
            "https://a w /wiki/",
            "https://a /w /wiki/ x",
        ] {
            assert_eq!(Wiki::parse(wrong), None, "{wrong}");
        }
    }
}
