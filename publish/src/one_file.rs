//! The one-file edition: the page with everything inside, to be saved and opened from a disk.
//!
//! Pages from `file://` have no worker and may load no file beside them. So styles and scripts stand in the page, let in by
//! their digests alone; the program stands in it as base64, and files that are loaded late as data. Nothing can be
//! asked of anybody: the policy names no origin at all.

use anyhow::Context as _;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::ContentType;

use crate::PAGE;
use crate::element::{self, MODULE};
use crate::files::{Files, extension};
use crate::head;
use crate::inline::Digests;
use crate::late;
use crate::policy;
use crate::references::{self, Names};
use crate::replace::replaced_once;

/// The script that starts the program in the page. `START` is the name that the script around it gives to its start.
const STARTER: &str = include_str!("one_file.js");
const START: &str = "START";
const BODY_END: &str = "</body>";

/// Makes the one-file edition out of the page and the files as Trunk built them.
pub fn edition(page: &str, built: &Files) -> anyhow::Result<String> {
    let (mut digests, mut start) = (Digests::default(), None);
    let one = element::changed(page, |element| {
        match (element.tag_name().as_str(), element.get_attribute("rel").as_deref()) {
            ("script", _) => {
                if element.has_attribute(MODULE) {
                    start = Some((element::file(element, MODULE)?, element::file(element, "data-wasm")?));
                }
                let script = digests.script(built.text(&element::file(element, "src")?)?)?;
                element.replace(&format!("<script>{script}</script>"), ContentType::Html);
            }
            (_, Some("stylesheet")) => {
                let css = with_pictures(built.text(&element::file(element, "href")?)?, built);
                element.replace(&digests.style(&css)?, ContentType::Html);
            }
            (_, Some("icon")) => {
                let address = data_address(built.bytes(&element::file(element, "href")?)?);
                element.set_attribute("href", &address)?;
            }
            // What the other links name has no use here.
            _ => element.remove(),
        }
        Ok(())
    })?;
    let (module, program) = start.with_context(|| format!("`{MODULE}` has to be in {PAGE}"))?;
    let module = with_starter(built.text(&module)?)?;
    let program = BASE64_STANDARD.encode(built.bytes(&program)?);
    let mut end = late_files(built)?;
    end += &format!("<script type=\"application/wasm\" id=\"program\">{program}</script>\n");
    end += &format!("<script type=\"module\">{}</script>", digests.script(&module)?);
    let one = replaced_once(&one, PAGE, BODY_END, &format!("{end}\n{BODY_END}"))?;
    head::completed(&one, &policy::in_one_file(&digests), "", None)
}

/// Puts the pictures that a style sheet names into it.
fn with_pictures(css: &str, built: &Files) -> String {
    let pictures = built.iter().filter(|(name, _)| extension(name) == "svg");
    let addresses: Names = pictures.map(|(name, bytes)| (name.to_owned(), data_address(bytes))).collect();
    references::renamed(css, &addresses)
}

fn data_address(svg: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(svg))
}

/// Appends the starter to the script around the program, in the same module.
fn with_starter(module: &str) -> anyhow::Result<String> {
    let (before, _) =
        module.rsplit_once(" as default").context("the script around the program has no ` as default`")?;
    let start = before.rsplit(['{', ',', ' ']).next().unwrap_or_default();
    Ok(format!("{module}\n{}", STARTER.replace(START, start)))
}

/// Writes the files that are loaded when they are first needed as data: `src/browser/network.rs` finds them by their names.
fn late_files(built: &Files) -> anyhow::Result<String> {
    let mut all = String::new();
    for (name, bytes) in built.iter() {
        let Some(kind) = late::kind(name) else { continue };
        let inside =
            if extension(name) == "json" { json(name, bytes)? } else { BASE64_STANDARD.encode(bytes) };
        all += &format!("<script type=\"{kind}\" data-file=\"{name}\">{inside}</script>\n");
    }
    Ok(all)
}

fn json(name: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let json = std::str::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
    // In JSON it can only stand in a string.
    Ok(json.trim().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest;

    const PAGE: &str = "<head>\n\t<meta charset=\"utf-8\">\n\
        <link rel=\"icon\" type=\"image/svg+xml\" href=\"logo.svg\">\n<link rel=\"manifest\" href=\"app.webmanifest\">\n\
        <link rel=\"stylesheet\" href=\"./app.css\"/>\n\
        <script src=\"start.js\" data-module=\"./app.js\" data-wasm=\"./app_bg.wasm\"></script>\
        </head>\n<body>\n</body>\n";

    fn built(start: &str) -> Files {
        let mut files = Files::default();
        for (name, text) in [
            ("app.css", "a{background:url(\"logo.svg\")}"),
            ("app.js", "const run=1;export{run as initSync,run as default};"),
            ("app_bg.wasm", "wasm"),
            ("late.wasm", "late"),
            ("logo.svg", "<svg/>"),
            ("names.json", "{\"a\":\"</script>\"}\n"),
            ("start.js", start),
        ] {
            files.add(name, text);
        }
        files
    }

    #[test]
    fn everything_stands_in_the_page_and_nothing_is_named() {
        let one = edition(PAGE, &built("start()")).unwrap();
        for inside in [
            "<script>start()</script>",
            "<style>a{background:url(\"data:image/svg+xml;base64,PHN2Zy8+\")}</style>",
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">",
            "<script type=\"application/json\" data-file=\"names.json\">{\"a\":\"\\u003c/script>\"}</script>",
            "<script type=\"application/wasm\" data-file=\"late.wasm\">bGF0ZQ==</script>",
            "<script type=\"application/wasm\" id=\"program\">d2FzbQ==</script>",
            "<script type=\"module\">const run=1;export{run as initSync,run as default};\n",
            "run( { module_or_path: bytes } )",
            "<meta name=\"one-file\" content=\"\">",
        ] {
            assert!(one.contains(inside), "{inside} is not in\n{one}");
        }
        assert_eq!(one.matches("<link ").count(), 1);
        assert!(!one.contains(" src=") && !one.contains("./app"), "{one}");
    }

    #[test]
    fn each_script_and_style_is_let_in_by_its_digest_and_nothing_else_is() {
        let one = edition(PAGE, &built("start()\n\n\t\nagain()")).unwrap();
        let policy = one.split("content=\"").find(|rest| rest.starts_with("default-src")).unwrap();
        let policy = policy.split('"').next().unwrap();
        let module = one.split("<script type=\"module\">").nth(1).unwrap().split("</script>").next().unwrap();
        let scripts = [digest::integrity(b"start()\n\n\t\nagain()"), digest::integrity(module.as_bytes())];
        assert!(
            policy.contains(&format!("script-src '{}' '{}' 'wasm-unsafe-eval';", scripts[0], scripts[1])),
            "{policy}"
        );
        assert!(one.contains("<script>start()\n\n\t\nagain()</script>"), "{one}");
        assert_eq!(policy.matches("'sha256-").count(), 3, "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn what_would_end_its_element_is_refused() {
        for start in ["'</SCRIPT>'", "'<!--'", "a\r\nb"] {
            assert!(
                edition(PAGE, &built(start)).unwrap_err().to_string().contains("cannot stand in the page"),
                "{start}"
            );
        }
    }
}
