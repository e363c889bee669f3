//! Finds markup that does not work in a report: it is shown exactly as typed. Where wiki notation can say the same,
//! that is offered.

use std::ops::Range;

use super::super::finder::{Finder, find_ignoring_case};
use super::super::source::trim;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::tags::{Tag, known_tag};
use crate::answer::target::needs_colon;
use crate::form::QuestionKind;
use crate::i18n::Message;

/// Adds one suggestion for each piece of markup that is shown as typed, in running text only: inside `<nowiki>` it is
/// intentional.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    // A user name has rules of its own.
    if subject.is_kind(&[QuestionKind::UserName]) {
        return;
    }
    if !subject.source.text.bytes().any(|sign| b"{<[=~".contains(&sign)) {
        return;
    }
    if !subject.has_markup() && page_link(subject, found) {
        return;
    }
    let mut look = Look {
        subject,
        found,
        line: Finder::new("\n"),
        brackets: Finder::new("]]"),
        hopeless: Hopeless::default(),
    };
    let mut from = 0;
    for place in subject.source.texts() {
        from = look.through(from.max(place.start)..place.end);
    }
}

/// Adds a suggestion on an answer that is a single page link in a field without markup, where even that is shown as
/// typed. Returns whether it is one.
fn page_link(subject: &Subject<'_>, found: &mut Vec<Suggestion>) -> bool {
    let place = subject.source.trimmed();
    let typed = subject.source.at(&place);
    let inner = typed.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let Some(inner) = inner.filter(|inner| !inner.contains(['[', ']', '\n'])) else { return false };
    let words = inner.rsplit('|').next().unwrap_or(inner).trim();
    if words.is_empty() {
        return false;
    }
    let suggestion =
        subject.suggest(SuggestionId::ShownAsTyped, place.clone(), Message::new("suggest-no-links-here"));
    found.push(suggestion.mended(place, words, Message::new("mend-keep-words")));
    true
}

/// The reading of the running text for markup that starts there. Markup that is found is skipped as a whole, with the
/// links in it, and a failed search is not repeated, so the cost is linear.
struct Look<'l, 'a> {
    subject: &'l Subject<'a>,
    found: &'l mut Vec<Suggestion>,
    line: Finder,
    brackets: Finder,
    hopeless: Hopeless,
}

/// The closing marks that do not occur any more, so that they are not searched for again.
#[derive(Default)]
struct Hopeless {
    template: bool,
    comment: bool,
    table: bool,
    /// For each of [`STYLES`], the byte up to which there is no closing tag.
    style: [usize; 4],
}

/// Tags that wiki notation has signs for.
const STYLES: [(&str, &str); 4] = [("b", "'''"), ("strong", "'''"), ("i", "''"), ("em", "''")];

impl Look<'_, '_> {
    /// Reads on from a piece's start and returns the byte where the next may begin.
    fn through(&mut self, place: Range<usize>) -> usize {
        let text = self.subject.source.text;
        let mut at = place.start;
        while at < place.end {
            let rest = text.get(at..).unwrap_or_default();
            let length = match text.as_bytes().get(at) {
                Some(b'{') if rest.starts_with("{{") => self.template(at, rest),
                Some(b'<') if rest.starts_with("<!--") => self.comment(at, rest),
                Some(b'<') => known_tag(rest).map(|tag| self.tag(at, &tag)),
                _ if !self.subject.has_markup() => None,
                Some(b'{') if rest.starts_with("{|") && starts_line(text, at) => Some(self.table(at, rest)),
                Some(b'[') if rest.starts_with("[[") => self.file(at, rest),
                Some(b'=') if rest.starts_with("==") && starts_line(text, at) => self.heading(at),
                Some(b'~') if rest.starts_with("~~~") => Some(self.signature(at, rest)),
                _ => None,
            };
            at += length.unwrap_or(1).max(1);
        }
        at
    }

    /// Finds the end of the line with the byte `at`.
    fn line_end(&mut self, at: usize) -> usize {
        let text = self.subject.source.text;
        self.line.next(text, at).unwrap_or(text.len())
    }

    fn suggest(&self, place: Range<usize>, message: Message) -> Suggestion {
        self.subject.suggest(SuggestionId::ShownAsTyped, place, message)
    }

    /// Adds the removal of a place to a suggestion; a blank stays if two signs would touch and might have a meaning
    /// together.
    fn removed(&self, suggestion: Suggestion, place: Range<usize>) -> Suggestion {
        let text = self.subject.source.text;
        let before = text.get(..place.start).and_then(|before| before.chars().next_back());
        let behind = text.get(place.end..).and_then(|behind| behind.chars().next());
        let touch = [before, behind].iter().all(|char| char.is_some_and(|char| !char.is_whitespace()));
        suggestion.mended(place, if touch { " " } else { "" }, Message::new("mend-remove"))
    }

    fn template(&mut self, at: usize, rest: &str) -> Option<usize> {
        if self.hopeless.template {
            return None;
        }
        let Some(length) = braces(rest) else {
            self.hopeless.template = true;
            return None;
        };
        let suggestion = self.suggest(at..at + length, Message::new("suggest-template-as-typed"));
        self.found.push(suggestion);
        Some(length)
    }

    fn table(&mut self, at: usize, rest: &str) -> usize {
        let close = if self.hopeless.table { None } else { rest.find("|}") };
        self.hopeless.table = close.is_none();
        let length = close.map_or_else(|| self.line_end(at) - at, |end| end + 2);
        let suggestion = self.suggest(at..at + length, Message::new("suggest-table-as-typed"));
        self.found.push(suggestion);
        length
    }

    fn comment(&mut self, at: usize, rest: &str) -> Option<usize> {
        let close = if self.hopeless.comment { None } else { rest.find("-->") };
        self.hopeless.comment = close.is_none();
        let place = at..at + close? + 3;
        let suggestion = self.suggest(place.clone(), Message::new("suggest-comment-as-typed"));
        self.found.push(self.removed(suggestion, place.clone()));
        Some(place.len())
    }

    fn tag(&mut self, at: usize, tag: &Tag<'_>) -> usize {
        let place = at..at + tag.length;
        let message = Message::new("suggest-tag-as-typed").with(tag.name.to_ascii_lowercase());
        if !self.subject.has_markup() {
            let suggestion = self.suggest(place, message);
            self.found.push(suggestion);
            return tag.length;
        }
        if tag.is("br") {
            let suggestion = self.suggest(place.clone(), message);
            self.found.push(suggestion.mended(place, "\n", Message::new("mend-new-line")));
            return tag.length;
        }
        if let Some((inner, whole, quotes)) = self.styled(at, tag) {
            let words = self.subject.source.at(&inner).trim();
            let suggestion = self.suggest(whole.clone(), message);
            self.found.push(if words.is_empty() || words.contains(['<', '\'']) {
                suggestion
            } else {
                suggestion.mended(
                    whole.clone(),
                    [quotes, words, quotes].concat(),
                    Message::new("mend-wiki-notation"),
                )
            });
            return whole.len();
        }
        let suggestion = self.suggest(place, message);
        self.found.push(suggestion);
        tag.length
    }

    /// Finds `<b>words</b>` on one line: the place of the words, the place of the whole, and the equivalent
    /// apostrophes.
    fn styled(&mut self, at: usize, tag: &Tag<'_>) -> Option<(Range<usize>, Range<usize>, &'static str)> {
        let style = STYLES.iter().position(|(name, _)| tag.is(name)).filter(|_| !tag.closing)?;
        let (name, quotes) = STYLES.get(style)?;
        let start = at + tag.length;
        let searched = self.hopeless.style.get_mut(style)?;
        if *searched > start {
            return None;
        }
        let line_end =
            self.line.next(self.subject.source.text, start).unwrap_or(self.subject.source.text.len());
        let close = format!("</{name}>");
        match find_ignoring_case(self.subject.source.at(&(start..line_end)), &close) {
            Some(length) => Some((start..start + length, at..start + length + close.len(), quotes)),
            None => {
                *searched = line_end;
                None
            }
        }
    }

    /// Adds a suggestion for the `[[File:…]]` or `[[Category:…]]` at the byte `at` and returns its length in bytes.
    fn file(&mut self, at: usize, rest: &str) -> Option<usize> {
        if !needs_colon(rest.get(2..)?.trim_start_matches(' ')) {
            return None;
        }
        let line_end = self.line_end(at);
        let close = self.brackets.next(self.subject.source.text, at + 2).filter(|&close| close < line_end)?;
        let inner = self.subject.source.at(&(at + 2..close));
        let whole = at..close + 2;
        let suggestion = self.suggest(whole.clone(), Message::new("suggest-file-as-typed"));
        let target = inner.split('|').next()?.trim();
        let named = target.split_once(':').is_some_and(|(_, name)| !name.trim().is_empty());
        // A link in the caption ends the match too early for a fix.
        self.found.push(if named && !inner.contains(['[', ']', '{', '}', '<', '>', '~']) {
            // With a colon in front, it is a link to the file or category.
            suggestion.mended(whole.clone(), format!("[[:{target}]]"), Message::new("mend-link-to-it"))
        } else {
            suggestion
        });
        Some(whole.len())
    }

    fn heading(&mut self, at: usize) -> Option<usize> {
        let place = trim(self.subject.source.text, at..self.line_end(at));
        let line = self.subject.source.at(&place);
        let words = line.trim_matches('=').trim();
        if words.is_empty() || !line.ends_with("==") {
            return None;
        }
        let suggestion = self.suggest(place.clone(), Message::new("suggest-heading-as-typed"));
        self.found.push(if words.contains(['\'', '=', '~', '<', '{', '[']) {
            suggestion
        } else {
            suggestion.mended(place.clone(), format!("'''{words}'''"), Message::new("mend-bold"))
        });
        Some(place.len())
    }

    fn signature(&mut self, at: usize, rest: &str) -> usize {
        let length = rest.len() - rest.trim_start_matches('~').len();
        if length > 5 {
            return length;
        }
        // The dashes that people put before a signature are removed, too.
        let before = self.subject.source.text.get(..at).unwrap_or_default();
        let start = before.trim_end_matches(['-', '–', '—', ' ']).len();
        let suggestion = self.suggest(at..at + length, Message::new("suggest-signature-as-typed"));
        self.found.push(self.removed(suggestion, start..at + length));
        length
    }
}

fn starts_line(text: &str, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| text.as_bytes().get(before) == Some(&b'\n'))
}

/// Returns the length in bytes of `{{…}}` with its nested content, up to the last `}}` if some stay open.
fn braces(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut depth, mut at, mut last) = (0usize, 0, None);
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"{{" => {
                depth += 1;
                at += 2;
            }
            b"}}" => {
                depth = depth.saturating_sub(1);
                at += 2;
                // `{{{x}}}` has a third one.
                at += usize::from(depth == 0 && bytes.get(at) == Some(&b'}') && bytes.get(2) == Some(&b'{'));
                last = Some(at);
                if depth == 0 {
                    break;
                }
            }
            _ => at += 1,
        }
    }
    last
}
