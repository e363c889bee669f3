//! Notation of other programs, which text copied from chats and shared documents brings along: Markdown's bold,
//! headings and links, and links whose brackets or bars are those of a page link. Each suggestion has a fix.

use std::ops::Range;

use super::super::finder::Finder;
use super::super::source::{LeadsTo, Link, trim};
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::answer::valid_url;
use crate::i18n::Message;

/// Signs of further notation in an address or a link, which make its meaning unclear.
const UNSURE: [char; 5] = ['[', ']', '{', '}', '*'];
/// Quotes that phones and word processors turn apostrophes into.
const CURLY: [char; 4] = ['’', '‘', '′', '´'];
/// The number of bytes in which bold words or a link's words are searched for, so that each sign costs little.
const NEAR: usize = 300;

/// Adds one suggestion for each piece in the notation of another program.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.has_markup() {
        return;
    }
    for link in subject.source.links().filter(|link| link.leads_to == LeadsTo::Web) {
        let markdown = if link.whole == link.target { markdown_link(subject, link) } else { None };
        if let Some((place, wiki)) = markdown.or_else(|| page_brackets(subject, link)) {
            let message = Message::new("suggest-link-notation");
            found.push(mended(subject, place, wiki, message));
        }
    }
    if subject.source.text.contains('*') {
        bold(subject, found);
    }
    if subject.source.text.contains('#') {
        headings(subject, found);
    }
    if subject.source.text.contains(CURLY) {
        quotes(subject, found);
    }
}

fn mended(subject: &Subject<'_>, place: Range<usize>, wiki: String, message: Message) -> Suggestion {
    let suggestion = subject.suggest(SuggestionId::OtherNotation, place.clone(), message);
    suggestion.mended(place, wiki, Message::new("mend-wiki-notation"))
}

/// Finds the `[words](https://…)` around a link: the place of the whole and what it is in wiki notation.
fn markdown_link(subject: &Subject<'_>, link: &Link) -> Option<(Range<usize>, String)> {
    let text = subject.source.text;
    let before = text.get(..link.whole.start)?.strip_suffix("](")?;
    let behind = text.get(link.whole.end..)?;
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(NEAR))..)?;
    let words = near.get(near.rfind(['[', ']', '\n'])? + 1..)?;
    let open = before.len() - words.len() - 1;
    let doubled = text.get(..open).is_some_and(|before| before.ends_with('['));
    if doubled || !behind.starts_with(')') || text.as_bytes().get(open) != Some(&b'[') {
        return None;
    }
    let place = open..link.whole.end + 1;
    let url = subject.source.at(&link.target);
    let wiki = external(url, words, text.get(place.end..)?);
    let clear = !url.contains(UNSURE) && !url.contains(['|', ')']);
    let words_clear = !words.trim().is_empty() && (words == url || !words.contains("//"));
    (clear && words_clear).then_some((place, wiki))
}

/// Finds the `[[https://… words]]`, `[[https://…|words]]` or `[https://…|words]` around a link: the place of the whole and what
/// it is in wiki notation.
fn page_brackets(subject: &Subject<'_>, link: &Link) -> Option<(Range<usize>, String)> {
    let text = subject.source.text;
    let whole = bracketed(text, link)?;
    let doubled = text.get(..whole.start)?.ends_with('[') && text.get(whole.end..)?.starts_with(']');
    let inner = text.get(whole.start + 1..whole.end - 1)?;
    let (url, words) = match inner.split_once('|') {
        // A bar in a query is part of the address.
        Some((url, words)) if !url.contains(['?', ' ']) && (doubled || !words.trim().is_empty()) => {
            (url, words)
        }
        _ if doubled => inner.split_once(' ').unwrap_or((inner, "")),
        _ => return None,
    };
    if !valid_url(url) || inner.contains(UNSURE) {
        return None;
    }
    let place = if doubled { whole.start - 1..whole.end + 1 } else { whole };
    Some((place.clone(), external(url, words, text.get(place.end..)?)))
}

/// Finds the place of a link with the innermost brackets around it. An address that is not a labelled link may be in
/// brackets all the same.
fn bracketed(text: &str, link: &Link) -> Option<Range<usize>> {
    if link.whole != link.target {
        return Some(link.whole.clone());
    }
    let open = text.get(..link.whole.start)?.strip_suffix('[')?.len();
    let behind = text.get(link.whole.end..)?;
    let near = behind.get(..behind.floor_char_boundary(NEAR))?;
    let close = near
        .find([']', '\n'])
        .filter(|close| near.get(*close..).is_some_and(|rest| rest.starts_with(']')))?;
    Some(open..link.whole.end + close + 1)
}

/// Writes a link in wiki notation, to be followed by `behind`. Words that only repeat the address, or cannot be a
/// label, are left out.
fn external(url: &str, words: &str, behind: &str) -> String {
    let words = words.trim();
    if !words.is_empty() && !words.contains(['[', ']']) && words != url {
        return format!("[{url} {words}]");
    }
    // An address continues up to a blank, without the signs that end a sentence.
    let ends = behind.is_empty()
        || behind.starts_with(char::is_whitespace)
        || behind.starts_with([',', ';', '.', '!', '?']);
    if ends { url.to_owned() } else { format!("{url} ") }
}

/// Adds one suggestion for each `**words**` on one line.
fn bold(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let text = subject.source.text;
    let mut from = 0;
    for piece in subject.source.texts() {
        from = from.max(piece.start);
        while let Some(at) = subject.source.at(&(from..piece.end)).find("**").map(|at| from + at) {
            from = at + 2;
            let Some(length) = text.get(from..).and_then(bold_length) else {
                // A longer row of asterisks begins nothing, either.
                let rest = text.get(from..).unwrap_or_default();
                from += rest.len() - rest.trim_start_matches('*').len();
                continue;
            };
            let words = subject.source.at(&(from..from + length)).to_owned();
            from += length + 2;
            found.push(mended(
                subject,
                at..from,
                format!("'''{words}'''"),
                Message::new("suggest-markdown-bold"),
            ));
        }
    }
}

/// Returns the length in bytes of the bold words after `**`: with no blank at either end, and nothing that bold could
/// conflict with.
fn bold_length(rest: &str) -> Option<usize> {
    let near = rest.get(..rest.floor_char_boundary(NEAR))?;
    let words = near.get(..near.find("**")?)?;
    let tidy = !words.is_empty()
        && words.trim() == words
        && !words.contains(['\n', '*', '\'', '<', '[', ']', '{', '~'])
        && !words.contains("//");
    tidy.then_some(words.len())
}

/// Adds one suggestion for each `’’’words’’’` or `’’words’’` on one line.
fn quotes(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let text = subject.source.text;
    let mut from = 0;
    for piece in subject.source.texts() {
        from = from.max(piece.start);
        while let Some(at) = subject.source.at(&(from..piece.end)).find(CURLY).map(|at| from + at) {
            let rest = text.get(at..piece.end).unwrap_or_default();
            let (opening, open) = row_of_quotes(rest);
            from = at + open;
            let Some((length, closing, close)) = quoted(rest.get(open..).unwrap_or_default(), opening) else {
                continue;
            };
            let words = subject.source.at(&(from..from + length)).to_owned();
            from += length + close;
            let signs = if opening.max(closing) > 2 { "'''" } else { "''" };
            let wiki = [signs, &words, signs].concat();
            found.push(mended(subject, at..from, wiki, Message::new("suggest-curly-quotes")));
        }
    }
}

/// Returns the number of quotes and apostrophes that a text begins with, and their length in bytes.
fn row_of_quotes(text: &str) -> (usize, usize) {
    let bytes = text.find(|c| c != '\'' && !CURLY.contains(&c)).unwrap_or(text.len());
    (text.get(..bytes).unwrap_or_default().chars().count(), bytes)
}

/// Returns the length of the words after `opening` quotes, and the number and bytes of the quotes after them. One of
/// the rows may have one quote less, as iPhones write it.
fn quoted(rest: &str, opening: usize) -> Option<(usize, usize, usize)> {
    let near = rest.get(..rest.floor_char_boundary(NEAR))?;
    let mut from = 0;
    // A single one is an apostrophe.
    let (length, closing, close) = loop {
        let at = from + near.get(from..)?.find(|c| c == '\'' || CURLY.contains(&c))?;
        let (count, bytes) = row_of_quotes(near.get(at..)?);
        if count > 1 {
            break (at, count, bytes);
        }
        from = at + bytes;
    };
    let words = near.get(..length)?;
    let tidy = !words.is_empty()
        && words.trim() == words
        && !words.contains(['\n', '*', '<', '[', ']', '{', '~'])
        && !words.contains("//");
    ((2..=3).contains(&opening) && (2..=3).contains(&closing) && tidy).then_some((length, closing, close))
}

/// Adds one suggestion for each `## Words` with no numbered list above it.
fn headings(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let text = subject.source.text;
    let mut lines = Finder::new("\n");
    let (mut start, mut in_list) = (0, false);
    while start < text.len() {
        let end = lines.next(text, start).unwrap_or(text.len());
        let place = trim(text, start..end);
        let line = subject.source.at(&place);
        let words = line.trim_start_matches('#');
        let level = line.len() - words.len();
        let words = words.trim_end_matches('#').trim();
        if !in_list && (2..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' '))
        {
            if !words.is_empty() && !words.contains(['\'', '#', '*', '[', '<', '{']) {
                let wiki = format!("'''{words}'''");
                found.push(mended(subject, place, wiki, Message::new("suggest-markdown-heading")));
            }
        } else {
            in_list = level > 0;
        }
        start = end + 1;
    }
}
