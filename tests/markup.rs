//! Untrusted text never becomes markup, style or code: nothing in the sources could do it. Clippy looks at calls
//! (`clippy.toml`); this looks at what clippy cannot see: the page, plain JavaScript, and names in strings.

#![allow(clippy::unwrap_used)] // a test may stop where its own files are wrong

use std::fs;
use std::path::{Path, PathBuf};

/// Names of whatever takes text for markup or code, in any of the languages used here.
const MAKERS: [&str; 20] = [
    "innerHTML",
    "inner_html",
    "outerHTML",
    "outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "createContextualFragment",
    "create_contextual_fragment",
    "setHTMLUnsafe",
    "set_html_unsafe",
    "parseFromString",
    "parse_from_string",
    "document.write",
    "srcdoc",
    "eval(",
    "new Function",
    "Function::new_",
    "setTimeout('",
    "setTimeout(\"",
    "javascript:",
];
/// The file that has them on purpose, for clippy to refuse.
const PROOF: &str = "src/browser/refused.rs";

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tests") || path.ends_with("tests.rs") {
            // Hostile texts, to be tried.
            continue;
        }
        if path.is_dir() {
            files(&path, found);
        } else if path
            .extension()
            .is_some_and(|end| ["rs", "js", "mjs", "html", "svg"].iter().any(|known| end == *known))
        {
            found.push(path);
        }
    }
}

/// The makers of markup and code that a source names, outside of comments.
fn makers(source: &str) -> Vec<&'static str> {
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
    let code: Vec<&str> = source.lines().filter(|line| !is_comment(line)).collect();
    let code = code.join("\n");
    MAKERS.into_iter().filter(|maker| code.contains(maker)).collect()
}

/// What in a page the policy would refuse: scripts, styles and handlers that stand in it.
fn inline(page: &str) -> Vec<String> {
    let tags = page.split('<').skip(1).filter_map(|piece| piece.split('>').next());
    let is_inline = |tag: &&str| {
        let has = |attribute: &str| tag.contains(&format!(" {attribute}="));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let handler = tag.split(' ').skip(1).any(|word| word.starts_with("on") && word.contains('='));
        name == "style" || has("style") || handler || (name == "script" && !has("src"))
    };
    tags.filter(is_inline).map(str::to_owned).collect()
}

#[test]
fn no_source_can_make_markup_out_of_text() {
    let mut all = vec![root().join("index.html")];
    ["src", "core/src", "public"].iter().for_each(|folder| files(&root().join(folder), &mut all));
    assert!(all.len() > 100, "{} files", all.len());
    for file in all.iter().filter(|file| !file.ends_with(PROOF)) {
        let found = makers(&fs::read_to_string(file).unwrap());
        assert!(found.is_empty(), "{}: {}", file.display(), found.join(", "));
    }
    assert!(!makers(&fs::read_to_string(root().join(PROOF)).unwrap()).is_empty());
}

#[test]
fn the_page_has_nothing_inline() {
    assert_eq!(inline(&fs::read_to_string(root().join("index.html")).unwrap()), Vec::<String>::new());
}

#[test]
fn what_is_looked_for_is_found() {
    for source in [
        "element.innerHTML = text;",
        "view! { <p inner_html=text></p> }",
        "Reflect::set(&element, &\"innerHTML\".into(), &text.into())",
        "\teval( text );\n\teval(text);",
        "<a href=\"javascript:go()\">",
    ] {
        assert_eq!(makers(source).len(), 1, "{source}");
    }
    assert!(makers("// innerHTML is never set\nelement.textContent = text;").is_empty());
    for tag in ["p style=\"color:red\"", "style", "script", "script type=\"module\"", "a onclick=\"go()\""] {
        assert_eq!(inline(&format!("<p><{tag}>")), [tag], "{tag}");
    }
    assert!(inline("<script src=\"start.js\"></script><p class=\"on\">style=</p>").is_empty());
}
