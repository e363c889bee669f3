//! Links in wikitext: to pages, files and categories, to addresses with and without brackets.
//!
//! Each method looks whether its kind of link begins here and, if so, takes it.

use super::foreign::Foreign;
use super::label;
use super::scanner::Scanner;
use super::url;
use crate::answer::protocols;
use crate::answer::quotes::Unstyled;
use crate::answer::target::{needs_colon, valid_target};
use crate::answer::{Inline, Run};
use crate::entities;

impl Scanner<'_> {
    pub(super) fn page_link(&mut self, rest: &str) -> bool {
        let Some(inside) = rest.strip_prefix("[[") else { return false };
        let Some((close, nested)) = self.link_end(inside) else { return false };
        let (written, words) = match inside.get(..close).and_then(|link| link.split_once('|')) {
            Some((target, words)) => (target, Some(words)),
            None => (inside.get(..close).unwrap_or_default(), None),
        };
        let decoded = entities::decode(written.trim());
        let target = decoded.strip_prefix(':').map_or(&*decoded, str::trim_start);
        if needs_colon(target) && target.len() == decoded.len() {
            return self.embedding(rest, target);
        }
        if nested {
            return false;
        }
        if !valid_target(target) {
            self.foreign.push(Foreign::Link(rest.get(..2 + close + 2).unwrap_or_default().to_owned()));
            return false;
        }
        let mut label = match words {
            Some(words) => label::runs(words),
            None => vec![Run::plain(target)],
        };
        let length = 2 + close + 2;
        let trail = trail(rest.get(length..).unwrap_or_default());
        label.push(Run::plain(trail));
        label.retain(|run| !run.text.is_empty());
        self.tokens.push(Unstyled::Link(Inline::PageLink { target: target.to_owned(), label }));
        self.at += length + trail.len();
        true
    }

    /// Takes a file or a category as it is written, up to its own end, links in a caption included.
    fn embedding(&mut self, rest: &str, target: &str) -> bool {
        if self.at < self.no_embedding_before {
            return false;
        }
        let Some(length) = balanced(rest) else {
            self.no_embedding_before = self.at + MAX_EMBEDDING_BYTES;
            return false;
        };
        let written = rest.get(..length).unwrap_or_default();
        self.literal_lines(written);
        let category = target.get(..8).is_some_and(|prefix| prefix.eq_ignore_ascii_case("category"));
        self.foreign.push(if category {
            Foreign::Category(written.to_owned())
        } else {
            Foreign::File(written.to_owned())
        });
        self.at += length;
        true
    }

    pub(super) fn external_link(&mut self, rest: &str) -> bool {
        let Some(inside) = rest.strip_prefix('[') else { return false };
        let Some(length) = url::length(inside) else { return self.other_link(rest, inside) };
        let Some(close) = self.bracket_on_line(self.at + 1 + length) else { return false };
        let (address, shown) = url::decoded(inside.get(..length).unwrap_or_default());
        let mut label = label::runs(
            inside.get(length..length + close).unwrap_or_default().trim_start_matches([' ', '\t']),
        );
        if label.iter().all(|run| run.text.trim_matches(' ').is_empty()) {
            label = vec![Run::plain(shown)];
        }
        self.tokens.push(Unstyled::Link(Inline::ExternalLink { url: address, label }));
        self.at += 1 + length + close + 1;
        true
    }

    /// Takes `[mailto:… …]` and its kind as they are written.
    fn other_link(&mut self, rest: &str, inside: &str) -> bool {
        if !protocols::at_start(inside) {
            return false;
        }
        let Some(close) = self.bracket_on_line(self.at + 1) else { return false };
        let written = rest.get(..close + 2).unwrap_or_default();
        self.text(written);
        self.foreign.push(Foreign::Link(written.to_owned()));
        self.at += written.len();
        true
    }

    pub(super) fn url(&mut self, rest: &str) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        let Some(length) = url::bare_length(before, rest) else { return false };
        let (address, shown) = url::decoded(rest.get(..length).unwrap_or_default());
        self.tokens
            .push(Unstyled::Link(Inline::ExternalLink { url: address, label: vec![Run::plain(shown)] }));
        self.at += length;
        true
    }

    /// Finds where a link's text stops: at its own end, or (`true`) where another link opens inside it.
    fn link_end(&mut self, inside: &str) -> Option<(usize, bool)> {
        if self.exhausted.contains("]]") {
            return None;
        }
        let pairs = inside.as_bytes().windows(2).position(|pair| pair == b"]]" || pair == b"[[");
        if pairs.is_none() {
            self.exhausted.insert("]]".to_owned());
        }
        pairs.map(|at| (at, inside.get(at..).is_some_and(|pair| pair.starts_with('['))))
    }

    /// Counts the bytes from `from` to the next `]` on the same line; remembers how far there is none.
    fn bracket_on_line(&mut self, from: usize) -> Option<usize> {
        if from < self.no_bracket_before {
            return None;
        }
        let rest = self.text.get(from..)?;
        let stop = rest.find([']', '\n']).unwrap_or(rest.len());
        if rest.as_bytes().get(stop) == Some(&b']') {
            return Some(stop);
        }
        self.no_bracket_before = from + stop;
        None
    }
}

/// Returns the letters right behind a link, which belong to it (`$linkTrail` of English).
fn trail(rest: &str) -> &str {
    rest.get(..rest.bytes().take_while(u8::is_ascii_lowercase).count()).unwrap_or_default()
}

/// The greatest number of bytes of a file link that are searched.
const MAX_EMBEDDING_BYTES: usize = 10_000;

/// Counts the bytes of the link that `rest` starts with, links nested in it included.
fn balanced(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let bytes = bytes.get(..bytes.len().min(MAX_EMBEDDING_BYTES))?;
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"[[" => depth += 1,
            b"]]" => depth = depth.saturating_sub(1),
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}
