//! Reads the report page's title from a line that shows it.

use crate::draft::PageParts;
use crate::form::Form;

/// The endings that browsers and search engines add to a page's title.
const SITE_NAMES: [&str; 3] = [" - Meta-Wiki", " - Meta", " — Meta"];

/// Parses year and affiliate from a line that is the title of a report's page: `…/Reports/2024/Wikimedians of Nowhere`.
///
/// Underscores are blanks, and the first letter's case does not matter, as in MediaWiki.
pub(crate) fn title_parts(form: &Form, line: &str) -> Option<PageParts> {
    let line = line.trim();
    let line = SITE_NAMES.iter().find_map(|name| line.strip_suffix(name)).unwrap_or(line);
    // A title has at most 255 bytes (MediaWiki, `MediaWikiTitleCodec`); twice that is surely not a title.
    if line.len() > 512 || !line.contains('/') {
        return None;
    }
    let title = line.replace('_', " ");
    let rest = strip_prefix(&title, &form.title_prefix.replace('_', " "))?.strip_prefix('/')?;
    let (year, affiliate) = rest.split_once('/')?;
    let (year, affiliate) = (year.trim(), affiliate.trim());
    let whole = year.starts_with(|c: char| c.is_ascii_digit()) && !affiliate.is_empty();
    whole.then(|| PageParts { year: year.to_owned(), affiliate: affiliate.to_owned() })
}

/// Strips a prefix as `str::strip_prefix` does, ignoring the first letter's case.
fn strip_prefix<'a>(title: &'a str, prefix: &str) -> Option<&'a str> {
    let (mut title_rest, mut prefix_rest) = (title.chars(), prefix.chars());
    let (first, expected) = (title_rest.next()?, prefix_rest.next()?);
    first.to_lowercase().eq(expected.to_lowercase()).then_some(())?;
    title_rest.as_str().strip_prefix(prefix_rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_reports_are_known() {
        let form = Form::latest();
        let prefix = &form.title_prefix;
        let cases = [
            (format!("{prefix}/2024/Wikimedians of Nowhere"), Some(("2024", "Wikimedians of Nowhere"))),
            (format!("  {prefix}/2023-2024/A/B - Meta  "), Some(("2023-2024", "A/B"))),
            (format!("{}/2024/A_b", prefix.replace(' ', "_")), Some(("2024", "A b"))),
            (format!("{}{}/2024/A", prefix[..1].to_lowercase(), &prefix[1..]), Some(("2024", "A"))),
            (format!("{prefix}/2024/"), None),
            (format!("{prefix}/Example/A"), None),
            (format!("{prefix}/2024"), None),
            (prefix.clone(), None),
            (format!("See {prefix}/2024/A"), None),
            ("Reports/2024/A".to_owned(), None),
            ("é".repeat(300), None),
        ];
        for (line, expected) in cases {
            let parts = title_parts(form, &line);
            let parts = parts.as_ref().map(|parts| (parts.year.as_str(), parts.affiliate.as_str()));
            assert_eq!(parts, expected, "{line}");
        }
    }
}
