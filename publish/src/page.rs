//! The page, as it is published.
//!
//! The style sheet and the scripts stand in it: what it shows first needs nothing else then, which on a slow network is
//! one answer's way less (`docs/speed.md`).

use lol_html::html_content::ContentType;

use crate::element::{self, MODULE};
use crate::inline::Digests;
use crate::names::Named;
use crate::references::{self, Names};
use crate::replace::replaced_once;
use crate::stand_in::StandIn;
use crate::{PAGE, WORKER, head, late, policy};

const HEAD_END: &str = "</head>";

/// Makes the published page: names all files as they are published, brings in what stands in the page itself, and adds the
/// policy, the address of the one-file edition, and the addresses of files that are loaded when they are first needed
/// (`src/browser/network.rs` looks there). Files that are brought in are taken out of `named`.
pub fn published(page: &str, named: &mut Named, stand_in: Option<&StandIn>) -> anyhow::Result<String> {
    let page = references::renamed(page, &named.names);
    let (page, digests) = with_files_inside(&page, named)?;
    let late = late_files(&named.names);
    let page = replaced_once(&page, PAGE, HEAD_END, &format!("\n{late}{HEAD_END}"))?;
    let origin = stand_in.map_or(policy::META, StandIn::origin);
    head::completed(&page, &policy::in_page(&digests, origin), head::ONE_FILE, stand_in)
}

/// Writes the elements with the addresses of files that are loaded when they are first needed.
fn late_files(names: &Names) -> String {
    let late = names.iter().filter_map(|(name, at)| {
        let kind = late::kind(name)?;
        Some(format!("\t<script type=\"{kind}\" data-file=\"{name}\" data-at=\"{at}\"></script>\n"))
    });
    late.collect()
}

/// Puts the style sheet and the scripts into the page, tells the start script of the worker, and returns the page with the digests.
fn with_files_inside(page: &str, named: &mut Named) -> anyhow::Result<(String, Digests)> {
    let mut digests = Digests::default();
    let whole = element::changed(page, |element| {
        if element.tag_name() == "script" {
            let script = named.take(&element::file(element, "src")?)?;
            element.remove_attribute("src");
            if element.has_attribute(MODULE) {
                element.set_attribute("data-worker", WORKER)?;
            }
            element.set_inner_content(digests.script(&script)?, ContentType::Html);
        } else if element.get_attribute("rel").as_deref() == Some("stylesheet") {
            let css = named.take(&element::file(element, "href")?)?;
            element.replace(&digests.style(&css)?, ContentType::Html);
        }
        Ok(())
    })?;
    Ok((whole, digests))
}

/// Removes the empty lines that Trunk leaves.
pub fn without_empty_lines(page: &str) -> String {
    page.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest;
    use crate::files::Files;

    const PAGE: &str = "<!DOCTYPE html>\n<html>\n<head>\n\t<meta charset=\"utf-8\">\n\t\n\
        \t<link rel=\"stylesheet\" href=\"./app.css\"/>\n\
        \t<script src=\"start.js\" data-module=\"app.js\" data-offline=\"offline.js\"></script></head>\n\
        <script src=\"early.js\"></script>\n</html>\n";

    fn named() -> Named {
        let mut named = Named { files: Files::default(), names: Names::new() };
        for (name, new, text) in [
            ("app.css", "app-1.css", "a{}"),
            ("early.js", "early-6.js", "early()"),
            ("late.wasm", "late-5.wasm", "late"),
            ("names.json", "names-2.json", "{}"),
            ("offline.js", "offline-3.js", ""),
            ("start.js", "start-4.js", "start()"),
        ] {
            named.files.add(new, text);
            named.names.insert(name.to_owned(), new.to_owned());
        }
        named
    }

    #[test]
    fn the_policy_comes_first_and_late_files_can_be_found() {
        let published = published(&without_empty_lines(PAGE), &mut named(), None).unwrap();
        let lines: Vec<&str> = published.lines().collect();
        assert_eq!(lines[3], "\t<meta charset=\"utf-8\">");
        assert!(
            lines[4]
                .starts_with("\t<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        );
        assert_eq!(lines[6], "\t<style>a{}</style>");
        assert_eq!(
            lines[7],
            "\t<script data-module=\"app.js\" data-offline=\"offline-3.js\" data-worker=\"sw.js\">start()</script>"
        );
        assert_eq!(
            lines[8],
            "\t<script type=\"application/wasm\" data-file=\"late.wasm\" data-at=\"late-5.wasm\"></script>"
        );
        assert_eq!(
            lines[9],
            "\t<script type=\"application/json\" data-file=\"names.json\" data-at=\"names-2.json\"></script>"
        );
        assert_eq!((lines[10], lines[11], lines.len()), ("</head>", "<script>early()</script>", 13));
        let not_a_page = super::published("<head></head>", &mut named(), None);
        assert!(not_a_page.unwrap_err().to_string().ends_with("is there 0 times"));
    }

    #[test]
    fn what_stands_in_the_page_is_let_in_and_is_no_file_any_more() {
        let mut named = named();
        let published = published(PAGE, &mut named, None).unwrap();
        for digest in
            [digest::integrity(b"a{}"), digest::integrity(b"start()"), digest::integrity(b"early()")]
        {
            assert!(published.contains(&format!("'{digest}'")), "{digest} is not in\n{published}");
        }
        let left: Vec<&str> = named.files.iter().map(|(name, _)| name).collect();
        assert_eq!(left, ["late-5.wasm", "names-2.json", "offline-3.js"]);
        assert!(named.names.values().eq(left));
    }
}
