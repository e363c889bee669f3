//! Finds the name of another affiliate in an answer about the group itself, possibly copied from another report.
//!
//! Only names with a pattern are found ("Wikimedia X", "Wikimedians of X", "X User Group"): affiliates come and go,
//! and a list would be out of date in a year. A name counts as the group's own if one distinctive word of it resembles
//! the group's name, countries or languages, or if it is an abbreviation of the group's name. Partners ("with", "by",
//! "from") are ignored.

use super::super::words::Words;
use std::ops::Range;

use super::super::asks::{AFFILIATE, WHERE};
use super::super::source::Word;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;
use crate::letters::{is_any, is_capitalized, is_word_char};

/// Words after "Wikimedia" for things that belong to everybody, or that are not in any affiliate's name.
#[rustfmt::skip] // words are read better in rows
static SHARED: Words = Words::new(&[
    "foundation", "commons", "movement", "project", "projects", "community", "communities", "incubator",
    "meta", "meta-wiki", "strategy", "summit", "conference", "conferences", "enterprise", "endowment",
    "cloud", "hackathon", "hackathons", "affiliate", "affiliates", "affiliations", "user", "users",
    "usergroup", "chapter", "chapters", "platform", "platforms", "volunteer", "volunteers", "contributor",
    "contributors", "editor", "editors", "website", "websites", "site", "sites", "wiki", "wikis", "group",
    "groups", "organization", "organizations", "organisation", "organisations", "ecosystem", "technology",
    "learning", "space", "spaces", "trust", "grant", "grants", "grantmaking", "resource", "resources",
    "rapid", "fund", "funds", "funding", "outreach", "education", "diff", "blog", "café", "cafe", "hub",
    "hubs", "research", "content", "family", "values", "policy", "policies", "terms", "guidelines",
    "universal", "code", "ucoc", "friendly", "global", "international", "regional", "charter", "council",
    "board", "leadership", "developer", "developers", "event", "events", "activities", "programs",
    "programmes", "program", "training", "trainings", "mission", "vision", "values", "account", "accounts",
    "admins", "administrators", "stewards", "world", "cee", "esea", "eseap", "mena", "afrika", "africa",
    "europe", "asia", "logo", "brand", "trademark", "trademarks", "identity", "wikipedia", "wikidata",
    "wikimania", "foundation's", "foundation’s", "movement's", "movement’s", "and", "or", "in", "of",
]);
/// Words of affiliates' names that do not identify the affiliate.
#[rustfmt::skip] // words are read better in rows
static GENERIC: Words = Words::new(&[
    "wikimedia", "wikimédia", "wikimedians", "wikimedistas", "wikipedians", "user", "users", "group",
    "groups", "usergroup", "community", "communities", "language", "languages", "association", "chapter",
    "affiliate", "organization", "the", "of", "in", "and", "for", "our", "this", "each", "every", "a", "an",
    "as", "de", "del", "la", "el", "do", "da", "e", "y", "et", "wikipedia", "all", "any", "new", "other",
    "another", "local", "open", "official", "facebook", "telegram", "whatsapp", "signal", "discord",
    "slack", "mailing", "email", "mediawiki", "we", "no", "current", "active", "regional", "thematic",
    "recognized",
]);
/// Small words between the words of a name.
static SMALL: Words = Words::new(&[
    "of", "in", "the", "and", "for", "de", "del", "la", "do", "da", "e", "y", "et", "du", "des",
]);
/// Words before the name of a partner, a trainer or an example.
#[rustfmt::skip] // words are read better in rows
static PARTNER: Words = Words::new(&[
    "by", "from", "with", "like", "at", "via", "through", "alongside", "joined", "attended", "invited",
    "visited",
]);
/// The greatest number of words in a name.
const LONGEST: usize = 8;

/// Adds one suggestion for each other affiliate's name, at its first occurrence.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.asks.own_group {
        return;
    }
    let source = &subject.source;
    let mut own = None;
    let mut named: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(words) = source.words.get(at..).filter(|words| !words.is_empty()) {
        let Some(name) = name_at(subject, words) else {
            at += 1;
            continue;
        };
        let first = at + name.start;
        let Some(words) = source.words.get(first..at + name.end) else { break };
        at += name.end.max(1);
        let own = own.get_or_insert_with(|| Own::of(subject));
        let telling = words.iter().map(|word| source.word(word)).filter(|word| !GENERIC.has(word));
        if own.is_unknown()
            || telling.clone().next().is_none()
            || telling.clone().any(|word| own.resembles(word))
        {
            continue;
        }
        let before = first
            .checked_sub(1)
            .and_then(|before| source.words.get(before))
            .map_or("", |word| source.word(word));
        let (Some(start), Some(end)) = (words.first(), words.last()) else { continue };
        let place = start.place.start..end.place.end;
        let text = source.at(&place);
        if PARTNER.has(before) || named.contains(&text) || named.len() >= 5 {
            continue;
        }
        named.push(text);
        found.push(subject.suggest(
            SuggestionId::OtherAffiliate,
            place,
            Message::new("suggest-other-affiliate").with(text),
        ));
    }
}

/// Finds the affiliate's name that some words begin with, as a range of them: "Wikimedia X Y", "Wikimedians of X", "X Y User
/// Group".
fn name_at(subject: &Subject<'_>, words: &[Word]) -> Option<Range<usize>> {
    let source = &subject.source;
    let word = |at: usize| words.get(at).map_or("", |word| source.word(word));
    // The words of a name are separated only by blanks.
    let joined = |at: usize| match (words.get(at), words.get(at + 1)) {
        (Some(one), Some(other)) => source.at(&(one.place.end..other.place.start)).trim().is_empty(),
        _ => false,
    };
    let first = word(0);
    if !is_capitalized(first) {
        return None;
    }
    if is_any(first, &["wikimedia"]) || first == "Wikimédia" {
        let behind = word(1);
        let named = joined(0) && is_capitalized(behind) && !SHARED.has(behind);
        return named.then(|| 0..run_end(1, &word, &joined));
    }
    if is_any(first, &["wikimedians", "wikimedistas", "wikipedians"]) {
        let named = joined(0)
            && is_any(word(1), &["of", "de", "in", "do", "da", "del"])
            && joined(1)
            && is_capitalized(word(2));
        let place = is_any(word(2), &["the"]) || SHARED.has(word(2));
        return (named && !place).then(|| 0..run_end(2, &word, &joined));
    }
    // "Kazakh Wikimedians User Group": at the first word of a row of capitalized words that ends like this.
    let end = run_end(0, &word, &joined);
    let group = (1..end).find(|&at| {
        is_any(word(at), &["usergroup"]) || (is_any(word(at), &["user"]) && is_any(word(at + 1), &["group"]))
    })?;
    let telling = (0..group).filter(|&at| !GENERIC.has(word(at))).count();
    // One word before it may only begin the sentence: "Currently User Group members …".
    let begins = words.first().is_none_or(|first| {
        let before = source.text.get(..first.place.start).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '*', '#'])
    });
    (telling > 1 || (telling == 1 && !(begins && group == 1))).then_some(0..(group + 2).min(end))
}

/// Finds where a row of capitalized words ends, including small words between them.
fn run_end<'w>(from: usize, word: &impl Fn(usize) -> &'w str, joined: &impl Fn(usize) -> bool) -> usize {
    let mut end = from + 1;
    let mut at = end;
    while at < from + LONGEST && joined(at - 1) {
        if is_capitalized(word(at)) {
            end = at + 1;
        } else if !SMALL.has(word(at)) {
            break;
        }
        at += 1;
    }
    end
}

/// The names of the reporting affiliate itself.
struct Own<'a> {
    name: &'a str,
    /// Distinctive words of the affiliate's name, its countries and its languages.
    telling: Vec<&'a str>,
}

impl<'a> Own<'a> {
    fn of(subject: &Subject<'a>) -> Self {
        let name = subject.answer_to(AFFILIATE);
        // A page's title has no more bytes, and a longer name would be searched for every abbreviation.
        let name = name.get(..name.floor_char_boundary(255)).unwrap_or(name);
        let texts = std::iter::once(name).chain(WHERE.iter().map(|id| subject.answer_to(id)));
        // Enough for any name; a list of all the world's countries does not slow this down.
        let telling = texts.flat_map(split_words).filter(|word| !GENERIC.has(word)).take(200).collect();
        Self { name, telling }
    }

    /// Returns whether the affiliate's name is not known, so that there is nothing to compare with.
    fn is_unknown(&self) -> bool {
        self.name.trim().is_empty()
    }

    fn resembles(&self, word: &str) -> bool {
        self.telling.iter().any(|own| alike(own, word)) || self.abbreviated_by(word)
    }

    /// Returns whether a word such as "WMKZ" or "WCKLUG" abbreviates the affiliate's name: two to eight capitals that
    /// occur in the name in this order.
    fn abbreviated_by(&self, word: &str) -> bool {
        let short = (2..=8).contains(&word.chars().count()) && word.chars().all(char::is_uppercase);
        let mut letters = self.name.chars().flat_map(char::to_uppercase);
        short && word.chars().all(|wanted| letters.any(|letter| letter == wanted))
    }
}

fn split_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char| !is_word_char(char)).filter(|word| !word.is_empty())
}

/// Returns whether two words have a similar beginning, as "Kazakh" and "Kazakhstan", "Serbia" and "Serbian's": the
/// shorter word is the start of the other, or four letters and all but two letters of it are.
fn alike(one: &str, other: &str) -> bool {
    let pairs = one.chars().flat_map(char::to_lowercase).zip(other.chars().flat_map(char::to_lowercase));
    let common = pairs.take_while(|(a, b)| a == b).count();
    let shorter = one.chars().count().min(other.chars().count());
    common == shorter && shorter > 1 || (common >= 4 && common + 2 >= shorter)
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn names_of_one_country() {
        for (one, other) in [
            ("Kazakh", "Kazakhstan"),
            ("Serbia", "Serbian"),
            ("ARMENIA", "Armenians"),
            ("Türkiye", "Türkiye"),
            ("UK", "uk"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in [("Iran", "Iraq"), ("Ghana", "Guinea"), ("Norge", "Norway"), ("Sverige", "Suomi")]
        {
            assert!(!alike(one, other), "{one} {other}");
        }
    }
}
