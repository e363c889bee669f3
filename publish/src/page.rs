//! The page, as it is published.

use crate::files::extension;
use crate::problem::{Problem, replaced_once};
use crate::references::Names;
use crate::{PAGE, WORKER, one_file, policy};

/// Nothing that the policy governs may stand before it.
const FIRST: &str = "<meta charset=\"utf-8\">";
const HEAD_END: &str = "</head>";
/// Stands in the tag of the start script, which brings the worker in where it is told of one.
const START: &str = " data-offline=";

/// Adds the policy, the worker, if there is one, where the one-file edition is, and the addresses of files that are loaded
/// when they are first needed (`src/browser/fetch.rs` looks there).
///
/// # Errors
/// When the page is not the one this knows.
pub fn published(page: &str, names: &Names, has_worker: bool) -> Result<String, Problem> {
    let worker = if has_worker { format!(" data-worker=\"{WORKER}\"{START}") } else { START.to_owned() };
    let page = replaced_once(page, PAGE, START, &worker)?;
    let late: String = names
        .iter()
        .filter(|(name, _)| extension(name) == "json")
        .map(|(name, at)| {
            format!("\t<script type=\"application/json\" data-file=\"{name}\" data-at=\"{at}\"></script>\n")
        })
        .collect();
    let page = replaced_once(&page, PAGE, HEAD_END, &format!("\n{late}{HEAD_END}"))?;
    with_head(&page, &policy::in_page(), one_file::FILE)
}

/// The page without the empty lines that Trunk leaves.
pub fn without_empty_lines(page: &str) -> String {
    page.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// Puts the policy and the address of the one-file edition first. The edition itself has no address: it is there already.
///
/// # Errors
/// When the page is not the one this knows.
pub fn with_head(page: &str, policy: &str, one_file: &str) -> Result<String, Problem> {
    let first = format!(
        "{FIRST}\n\t<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         \t<meta name=\"one-file\" content=\"{one_file}\">"
    );
    replaced_once(page, PAGE, FIRST, &first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first_and_late_files_can_be_found() {
        let page = "<!DOCTYPE html>\n<html>\n<head>\n\t<meta charset=\"utf-8\">\n\t\n\t<link>\n<script data-offline=\"\"></script></head>\n</html>\n";
        let names = Names::from([
            ("names.json".to_owned(), "names-1.json".to_owned()),
            ("start.js".to_owned(), "start-2.js".to_owned()),
        ]);
        let published = published(&without_empty_lines(page), &names, true).unwrap();
        let lines: Vec<&str> = published.lines().collect();
        assert_eq!(lines[3], "\t<meta charset=\"utf-8\">");
        assert!(
            lines[4]
                .starts_with("\t<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        );
        assert_eq!(lines[7], "<script data-worker=\"sw.js\" data-offline=\"\"></script>");
        assert_eq!(
            lines[8],
            "\t<script type=\"application/json\" data-file=\"names.json\" data-at=\"names-1.json\"></script>"
        );
        assert_eq!((lines[9], lines.len()), ("</head>", 11));
        assert!(!super::published(page, &names, false).unwrap().contains("data-worker"));
        let not_a_page = super::published("<head></head>", &names, false);
        assert!(matches!(not_a_page, Err(Problem::NotOnce { found: 0, .. })));
    }
}
