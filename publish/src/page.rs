//! The page, as it is published.

use crate::files::extension;
use crate::problem::{Problem, replaced_once};
use crate::references::Names;
use crate::{PAGE, policy};

/// Nothing that the policy governs may stand before it.
const FIRST: &str = "<meta charset=\"utf-8\">";
const HEAD_END: &str = "</head>";

/// Adds the policy and the addresses of files that are loaded when they are first needed (`src/browser/fetch.rs` looks
/// there); takes away the empty lines that Trunk leaves.
///
/// # Errors
/// When the page is not the one this knows.
pub fn published(page: &str, names: &Names) -> Result<String, Problem> {
    let policy = policy::in_page();
    let first = format!("{FIRST}\n\t<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = replaced_once(page, PAGE, FIRST, &first)?;
    let late: String = names
        .iter()
        .filter(|(name, _)| extension(name) == "json")
        .map(|(name, at)| {
            format!("\t<script type=\"application/json\" data-file=\"{name}\" data-at=\"{at}\"></script>\n")
        })
        .collect();
    let page = replaced_once(&page, PAGE, HEAD_END, &format!("\n{late}{HEAD_END}"))?;
    Ok(page.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first_and_late_files_can_be_found() {
        let page = "<!DOCTYPE html>\n<html>\n<head>\n\t<meta charset=\"utf-8\">\n\t\n\t<link>\n<script></script></head>\n</html>\n";
        let names = Names::from([
            ("names.json".to_owned(), "names-1.json".to_owned()),
            ("start.js".to_owned(), "start-2.js".to_owned()),
        ]);
        let published = published(page, &names).unwrap();
        let lines: Vec<&str> = published.lines().collect();
        assert_eq!(lines[3], "\t<meta charset=\"utf-8\">");
        assert!(
            lines[4]
                .starts_with("\t<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        );
        assert_eq!(
            lines[7],
            "\t<script type=\"application/json\" data-file=\"names.json\" data-at=\"names-1.json\"></script>"
        );
        assert_eq!((lines[8], lines.len()), ("</head>", 10));
        assert!(matches!(super::published("<head></head>", &names), Err(Problem::NotOnce { found: 0, .. })));
    }
}
