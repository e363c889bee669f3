//! Finds answers without a number where one is asked for: "everyone", "many". Digits of any script, number words, and
//! names (which can be counted) are numbers; digits in an address and the year of an event are not.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use super::language::is_readable;
use super::too_short::is_bare_link;
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::letters::{digit, is_any, is_capitalized};

#[rustfmt::skip] // words are read better in rows
static NUMBER_WORDS: Words = Words::new(&[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds",
    "thousand", "thousands", "million", "millions", "dozen", "dozens", "couple", "pair", "half", "both",
    "single", "none", "nobody", "nil", "solo", "once", "twice",
]);
/// Words after "no" with which it counts nothing, as in "no number"; "no members" counts to zero.
#[rustfmt::skip] // words are read better in rows
static NO_COUNT: Words = Words::new(&[
    "exact", "precise", "official", "formal", "number", "numbers", "data", "count", "statistics", "stats",
    "record", "records", "idea", "information", "way", "figures", "limit", "clear", "fixed", "specific",
    "reliable", "objection", "objections",
]);
/// Words before a number which say that it is a year.
#[rustfmt::skip] // words are read better in rows
static BEFORE_YEAR: Words = Words::new(&[
    "in", "since", "during", "year", "of", "from", "until", "till", "by", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "early",
    "late",
]);
/// Capitalized words that are not names of people.
#[rustfmt::skip] // words are read better in rows
static NO_NAMES: Words = Words::new(&[
    "everyone", "everybody", "all", "many", "most", "some", "several", "few", "various", "numerous",
    "members", "member", "board", "community", "yes", "no", "the", "our", "we", "it", "unknown",
    "volunteers", "editors", "users", "active", "anyone", "anybody", "wikipedia", "wikidata", "commons",
    "wikimedia", "wiktionary", "wikisource", "wikiquote", "wikibooks", "wikivoyage", "english", "lots",
    "plenty", "enough", "not", "people", "participants", "organizers", "there", "whole", "entire",
    "depends", "varies",
]);

/// Adds one suggestion if nothing in the answer can be counted.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.is_kind(&[QuestionKind::Number]) || is_bare_link(subject) {
        return;
    }
    if has_number(subject) || has_number_word(subject) || names_people(subject) || !is_readable(subject) {
        return;
    }
    found.push(subject.suggest(
        SuggestionId::NoNumber,
        subject.source.trimmed(),
        Message::new("suggest-no-number"),
    ));
}

fn has_number(subject: &Subject<'_>) -> bool {
    let mut before = "";
    for word in subject.source.spoken() {
        if has_digit(word) && !(is_year(word) && BEFORE_YEAR.has(before)) {
            return true;
        }
        before = word;
    }
    if subject.source.text.is_ascii() {
        return false;
    }
    // Signs that count in Chinese and Japanese, and fractions.
    subject
        .source
        .spoken()
        .flat_map(str::chars)
        .any(|char| "〇一二三四五六七八九十百千万两兩½¼¾Ⅰ".contains(char))
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || (!word.is_ascii() && word.chars().any(|char| digit(char).is_some()))
}

/// Returns whether a word is a year or years: "2024", "2023-2024", "2024-25".
fn is_year(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts
        .next()
        .is_some_and(|year| year.len() == 4 && (year.starts_with("19") || year.starts_with("20")));
    first && parts.all(|part| matches!(part.len(), 2 | 4))
}

fn has_number_word(subject: &Subject<'_>) -> bool {
    let mut words = subject.source.spoken().peekable();
    while let Some(word) = words.next() {
        if is_any(word, &["no"]) {
            // "No." alone, "no one", "no members".
            if words.peek().is_none_or(|next| !NO_COUNT.has(next)) {
                return true;
            }
        } else if word.split('-').any(|part| NUMBER_WORDS.has(part)) {
            return true;
        }
    }
    false
}

/// Returns whether people are named: by a user page, a row of names, or a single name.
fn names_people(subject: &Subject<'_>) -> bool {
    let source = &subject.source;
    let user_page = source.links().any(|link| {
        let target = source.at(&link.target);
        target.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("user:")) || target.contains("/User:")
    });
    if user_page || source.text.contains("User:") || source.text.contains("user:") {
        return true;
    }
    let parts = source
        .text
        .split(['\n', ',', ';', '、', '،', '&', ':', '(', ')'])
        .flat_map(|part| part.split(" and "));
    let names = parts.filter(|part| is_name(part)).take(2).count();
    names >= 2 || is_name(source.text)
}

/// Returns whether a part is a name: one to four words that start with a capital, or of a script without capitals.
/// Small words of names may be between them.
fn is_name(part: &str) -> bool {
    let mut count = 0;
    let words = part.split_whitespace().map(|word| word.trim_matches(|char: char| !char.is_alphanumeric()));
    for word in words.filter(|word| !word.is_empty()) {
        count += 1;
        let small = is_any(
            word,
            &["de", "da", "di", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "y", "of"],
        );
        let has_case = word.chars().next().is_some_and(|char| char.is_lowercase() || char.is_uppercase());
        if count > 4 || NO_NAMES.has(word) || !(is_capitalized(word) || !has_case || (small && count > 1)) {
            return false;
        }
    }
    count > 0
}
