//! Where a page's editor is on Meta-Wiki.

use super::PageTitle;

/// The address of Meta-Wiki's script. Phones get the mobile site here too: Wikimedia's servers see to it.
const SCRIPT: &str = "https://meta.wikimedia.org/w/index.php";

/// The start of a page's address on Meta-Wiki.
const PAGES: &str = "https://meta.wikimedia.org/wiki/";

/// Returns the address of the editor of a page's *source*, with the edit summary filled in. Opening it saves nothing.
///
/// `action=submit` without a form is the plain source editor for everyone (`SubmitAction.php`, MediaWiki 1.39): only
/// `action=edit` and `veaction` open a visual editor or, on the mobile site, its overlay (`editor.js` of MobileFrontend),
/// which drops the summary. `summary` fills the field (`EditPage::importFormData`).
pub fn source_editor(title: &PageTitle, summary: &str) -> String {
    let mut url = format!("{SCRIPT}?title=");
    encode(&title.as_str().replace(' ', "_"), &mut url);
    url.push_str("&action=submit&summary=");
    encode(summary, &mut url);
    url
}

/// Returns the web address of a page on Meta-Wiki.
pub fn page_address(title: &PageTitle) -> String {
    let mut url = String::from(PAGES);
    encode(&title.as_str().replace(' ', "_"), &mut url);
    url
}

/// Appends `text` percent-encoded to `url`, all but what may stand in a query as it is: letters, digits, `-._~`, and `/` and
/// `:`, which keep a title readable.
fn encode(text: &str, url: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_summaries_survive_in_an_address() {
        let cases = [
            ("Reports/2024/Wikimedia A", "Report 2024", "Reports/2024/Wikimedia_A", "Report%202024"),
            ("Ä & B?", "1+1=2 #x", "%C3%84_%26_B%3F", "1%2B1%3D2%20%23x"),
            ("User:A", "", "User:A", ""),
        ];
        for (title, summary, title_encoded, summary_encoded) in cases {
            let url = source_editor(&PageTitle::new(title).unwrap(), summary);
            let expected = format!("{SCRIPT}?title={title_encoded}&action=submit&summary={summary_encoded}");
            assert_eq!(url, expected);
            let page = page_address(&PageTitle::new(title).unwrap());
            assert_eq!(page, format!("https://meta.wikimedia.org/wiki/{title_encoded}"));
        }
    }
}
