//! What programs put on the clipboard (`tests/data/paste/programs/`), changed outside of what is hidden: no hidden word comes out,
//! nothing panics, and the time is linear. For the tests and for the fuzz target `paste`.
//!
//! A word that begins with `unseen` is hidden in every case. Changes leave the ways of hiding whole, as what is no longer hidden may
//! well be shown: only whole pieces go in between tags.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use report::answer::Markup;
use report::import::pasted;

/// The word that no reader sees.
const UNSEEN: &str = "unseen";
/// The longest time for one input of some ten thousand bytes, on a slow machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(10);

static CASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("tests/data/paste/programs");
    let files = fs::read_dir(folder).expect("the cases are there").flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ext| ext == "html")).collect();
    files.sort();
    files.iter().map(|path| fs::read_to_string(path).expect("a case can be read")).collect()
});

/// Pieces that may stand anywhere in a line: what they open they close.
const IN_LINES: &[&str] = &[
    "word ",
    "<b>word</b>",
    "<span style='font-weight:700'>word</span>",
    "<br>",
    "<a href='https://example.org/'>word</a>",
    "<img src=x alt=word>",
    "&nbsp;",
    "&amp;",
    "<!-- unseen -->",
    "<span hidden>unseen</span>",
    "<span style='visibility:hidden'>unseen</span>",
    "<del>unseen</del>",
    "<noscript>unseen</noscript>",
    "<i></b></i>",
    "< ",
    "''",
    "[[word]]",
    "\u{b}",
];
/// Pieces that end an open paragraph, and with it what is hidden in a part of its line: they go in behind other blocks only.
const BETWEEN_BLOCKS: &[&str] = &[
    "<p>word</p>",
    "<p>word",
    "<ul><li>word</li></ul>",
    "<ol><li>word<ul><li>word</li></ul></li></ol>",
    "<ul><ul><li data-aria-level=7>word</ul>",
    "<table><tr><td>word</td><td><p>word</p></td></tr></table>",
    "<div style='display:none'><p>unseen<p>unseen</div>",
    "<p hidden>unseen</p>",
    "<div hidden><ul><li>unseen</ul></div>",
];
/// The ends of blocks behind which others go in.
const BLOCKS: [&str; 5] = ["</p>", "</div>", "</ul>", "</ol>", "</table>"];

/// Reads a case that was changed, and asks that no hidden word comes out.
pub fn check(case: u8, changes: &[u8]) {
    let changed = change(&CASES[usize::from(case) % CASES.len()], changes);
    let answer = read(&changed);
    assert!(!answer.to_lowercase().contains(UNSEEN), "{answer:?} of {changed}");
}

/// Reads a piece of HTML as both kinds of answer, and returns all that came out.
pub fn read(html: &str) -> String {
    let started = Instant::now();
    let mut all = String::new();
    for markup in [Markup::Wiki, Markup::None] {
        if let Some(pasted) = pasted(html, "", markup) {
            all.push_str(&format!("{}\n{:?}\n", pasted.source, pasted.notes));
        }
    }
    assert!(started.elapsed() < PATIENCE, "{} bytes took {:?}", html.len(), started.elapsed());
    all
}

/// Puts pieces in behind tags of the case, two bytes a change: how many tags to go on, and which piece. What a piece opens it
/// closes.
fn change(case: &str, changes: &[u8]) -> String {
    let mut changed = String::with_capacity(case.len() * 2);
    let mut rest = case;
    for pair in changes.chunks_exact(2) {
        let [steps, piece] = pair else { break };
        for _ in 0..=*steps % 16 {
            let Some(end) = end_of_tag(rest) else { break };
            let (before, behind) = rest.split_at(end);
            changed.push_str(before);
            rest = behind;
        }
        let pieces = match BLOCKS.iter().any(|end| changed.ends_with(end)) {
            true => BETWEEN_BLOCKS,
            false => IN_LINES,
        };
        changed.push_str(pieces[usize::from(*piece) % pieces.len()]);
    }
    changed + rest
}

/// Finds where the next tag ends. Comments and style sheets are passed by whole, as text in them would end them or their rules.
fn end_of_tag(text: &str) -> Option<usize> {
    let start = text.find('<')?;
    let rest = &text[start..];
    let lower = rest.get(..6).unwrap_or_default().to_ascii_lowercase();
    let mark = match lower.as_str() {
        _ if rest.starts_with("<!--") => "-->",
        "<style" if rest.contains("</style>") => "</style>",
        "<style" => "</STYLE>",
        "<title" if rest.contains("</title>") => "</title>",
        "<title" => "</TITLE>",
        _ => return Some(start + quoted_end(rest)?),
    };
    Some(start + rest.find(mark)? + mark.len())
}

/// Finds the `>` that ends a tag, without those in a quoted value.
fn quoted_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Some(at + 1),
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {}
        }
    }
    None
}
