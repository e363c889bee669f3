//! Trees compared as far as a page can show them.

use report::answer::{Answer, Block, Inline, Line, List, Run};

/// A tree as far as a page can show it: the space beside punctuation may be a no-break one, and a link's target is
/// compared without what the wiki does to it (first letter, underscores, percent-encoding).
pub fn comparable(answer: &Answer) -> Answer {
    let mut answer = answer.clone();
    for block in &mut answer.blocks {
        match block {
            Block::Paragraph(lines) => lines.iter_mut().for_each(comparable_line),
            Block::List(list) => comparable_list(list),
        }
    }
    answer
        .blocks
        .retain(|block| !matches!(block, Block::Paragraph(lines) if lines.iter().all(Vec::is_empty)));
    answer
}

fn comparable_list(list: &mut List) {
    for item in &mut list.items {
        comparable_line(&mut item.line);
        item.children.iter_mut().for_each(comparable_list);
    }
}

fn comparable_line(line: &mut Line) {
    for piece in line.iter_mut() {
        match piece {
            Inline::Text(run) => comparable_run(run),
            Inline::Url { url, .. } => *url = decoded(url),
            Inline::ExternalLink { url, label } => {
                *url = decoded(url);
                label.iter_mut().for_each(comparable_run);
            }
            Inline::PageLink { target, label } => {
                // The address of a page that doesn't exist leaves the section out.
                let (page, section) = target.split_once('#').unwrap_or((target.as_str(), ""));
                let page =
                    page.split(['_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
                let section =
                    if page.is_empty() { decoded(section).replace(' ', "_") } else { String::new() };
                *target = format!("{}#{section}", page.to_lowercase()).replace("image:", "file:");
                label.iter_mut().for_each(comparable_run);
            }
        }
    }
}

/// MediaWiki shows a no-break space beside some characters (`Sanitizer::armorFrenchSpaces`).
fn comparable_run(run: &mut Run) {
    run.text = run.text.replace('\u{a0}', " ");
}

/// Without percent-encoding and in lower case.
fn decoded(url: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = url.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match hex.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).to_lowercase()
}
