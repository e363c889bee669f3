//! Checks that an answer has three choices: not more, not fewer, none twice.
//!
//! People write them as lines, as a list, with commas, or in a sentence, and the form's own capacities have commas and
//! "and" inside. So the answer is counted in the readings with the fewest and with the most items, and it gets advice
//! only if three lies outside that range.

use super::super::words::Words;
use std::ops::Range;

use super::super::finder::find_ignoring_case;
use super::super::list_line::{ListLine, Mark};
use super::super::source::trim;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::letters::{is_any, is_blank, is_word_char};

/// The number of capacities that the question asks for.
const THREE: usize = 3;
/// The greatest number of words of an answer that can be said to have fewer than three capacities; longer ones are
/// ambiguous.
const SHORT_ANSWER: usize = 25;
/// The greatest number of words in a capacity's name; a longer item is a sentence, and may contain several capacities
/// or none.
const ITEM_WORDS: usize = 6;
/// Words of a sentence about capacities, which are not part of a capacity's name.
#[rustfmt::skip] // words are read better in rows
static SENTENCE: Words = Words::new(&[
    "we", "our", "us", "is", "are", "was", "were", "have", "has", "had", "can", "will", "would", "because",
    "which", "that", "they", "i", "e", "g", "eg", "ie", "such", "like", "including", "especially", "mainly",
]);

/// Adds at most one suggestion on the number of capacities, and one for each capacity that is named again.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.is_kind(&[QuestionKind::Three]) {
        return;
    }
    // A link may lead to a list; then nothing can be counted here.
    if subject.source.links().next().is_some() || says_none(subject) {
        return;
    }
    let lines = items(subject);
    let counted = Counted::of(subject, &lines);
    if (1..THREE).contains(&counted.most) && counted.words <= SHORT_ANSWER {
        let message = Message::new("suggest-fewer-than-three").with(counted.most);
        found.push(subject.suggest(SuggestionId::NotThree, subject.source.trimmed(), message));
    } else if counted.fewest > THREE && counted.all_short {
        let message = Message::new("suggest-more-than-three").with(counted.fewest);
        found.push(subject.suggest(SuggestionId::NotThree, subject.source.trimmed(), message));
    }
    twice(subject, &counted.parts, found);
}

/// Returns whether an answer has nothing to count: "No", "None at the moment", "We don't know yet".
fn says_none(subject: &Subject<'_>) -> bool {
    let mut words = subject.source.spoken();
    let first = words.next().unwrap_or_default();
    is_any(first, &["no", "none", "nothing", "not", "unknown"])
        || subject
            .source
            .spoken()
            .take(4)
            .any(|word| is_any(word, &["don't", "don’t", "haven't", "haven’t", "cannot", "can't"]))
}

/// Finds the answer's items, one per line, without marks, an introduction, or remarks under an item.
fn items(subject: &Subject<'_>) -> Vec<Range<usize>> {
    let text = subject.source.text;
    let mut marked: Vec<Range<usize>> = Vec::new();
    let mut plain = Vec::new();
    let mut first_mark = None;
    let mut start = 0;
    for line in text.split('\n') {
        let place = trim(text, start..start + line.len());
        start += line.len() + 1;
        if place.is_empty() {
            continue;
        }
        match ListLine::read(line) {
            Some(item) => {
                let nested = item.indent > 1
                    || (item.mark == Mark::Wiki
                        && line
                            .trim_start_matches(is_blank)
                            .get(1..2)
                            .is_some_and(|c| c == "*" || c == "#" || c == ":"));
                // "- libraries" under "1. Partnerships" is a remark.
                let first = *first_mark.get_or_insert(item.mark);
                if !nested && std::mem::discriminant(&first) == std::mem::discriminant(&item.mark) {
                    marked.push(place.end - item.rest.len().min(place.len())..place.end);
                }
            }
            None => plain.push(place),
        }
    }
    if marked.len() > 1 {
        return marked;
    }
    if plain.len() > 1 {
        // "Our capacities are:" is not an item.
        plain.retain(|place| !subject.source.at(place).ends_with(':'));
    }
    marked.extend(plain);
    marked.sort_by_key(|place| place.start);
    marked
}

/// The answer's items, counted in the reading with the fewest and in the one with the most.
struct Counted {
    fewest: usize,
    most: usize,
    /// The number of words of the whole answer.
    words: usize,
    /// Whether every item is a name, none a sentence.
    all_short: bool,
    /// The items of the reading with the fewest.
    parts: Vec<Range<usize>>,
}

impl Counted {
    fn of(subject: &Subject<'_>, lines: &[Range<usize>]) -> Self {
        let mut counted = Self {
            fewest: 0,
            most: 0,
            words: subject.source.words.len(),
            all_short: true,
            parts: Vec::new(),
        };
        let alone = lines.len() == 1;
        for line in lines {
            let known = is_known(subject, line);
            let split = if known { vec![line.clone()] } else { split(subject, line) };
            // Several lines are one item each; a single line may list several items.
            let parts = if alone { split.clone() } else { vec![line.clone()] };
            counted.fewest += parts.len();
            counted.most += split
                .iter()
                .map(|part| if is_known(subject, part) { 1 } else { 1 + joints(subject, part) })
                .sum::<usize>();
            counted.all_short &= parts.iter().all(|part| is_name(subject, part));
            counted.parts.extend(parts);
        }
        counted
    }
}

/// Splits a line at its separators: at semicolons, else at slashes, else at commas, full stops and bullets,
/// and always at numbers ("1) … 2) …"). Brackets stay whole.
fn split(subject: &Subject<'_>, line: &Range<usize>) -> Vec<Range<usize>> {
    let text = subject.source.text;
    let whole = subject.source.at(line);
    let signs: &[char] = if whole.contains([';', '；']) {
        &[';', '；']
    } else if whole.contains(" / ") && !whole.contains(',') {
        &['/']
    } else {
        &[',', '、', '，', '،', '•', '·', '|', '.']
    };
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0usize, line.start);
    for (at, char) in whole.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' if depth == 0 => {
                // "1) Evaluation 2) Partnerships"
                parts.push(start..line.start + at);
                start = line.start + at + 1;
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            '.' if depth == 0 && whole.get(at + 1..).is_some_and(|rest| rest.starts_with(is_word_char)) => {}
            _ if depth == 0 && signs.contains(&char) => {
                parts.push(start..line.start + at);
                start = line.start + at + char.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..line.end);
    parts
        .into_iter()
        .map(|part| trim(text, part))
        .filter(|part| has_letters(subject.source.at(part)))
        .collect()
}

/// Returns whether a part has letters: the "2" between "1." and "2." is not an item.
fn has_letters(part: &str) -> bool {
    part.chars().any(char::is_alphabetic)
}

/// Counts the places where "and", "&", "/" or "+" could split an item in two.
fn joints(subject: &Subject<'_>, part: &Range<usize>) -> usize {
    let whole = subject.source.at(part);
    let trimmed = whole.trim();
    let ands = trimmed
        .split_whitespace()
        .skip(1)
        .filter(|word| is_any(word, &["and", "as", "plus", "&", "+", "/", "-", "–"]))
        .count();
    ands + trimmed.split_whitespace().filter(|word| word.trim_matches('/').contains('/')).count()
}

/// Returns whether a part is one of the form's own capacities, with or without a remark after it.
fn is_known(subject: &Subject<'_>, part: &Range<usize>) -> bool {
    let name = core(subject.source.at(part));
    subject.question.suggestions.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Returns an item's name: without "and" before it and without brackets, full stop or explanation after it.
fn core(part: &str) -> &str {
    let part = part.trim_matches(is_blank);
    let part = match part.get(..4) {
        Some(and) if and.eq_ignore_ascii_case("and ") => part.get(4..).unwrap_or(part),
        _ => part,
    };
    let end = part
        .find(['(', ':', '['])
        .or_else(|| find_ignoring_case(part, " - "))
        .or_else(|| part.find(" – "))
        .unwrap_or(part.len());
    let name = part.get(..end).filter(|name| has_letters(name)).unwrap_or(part);
    name.trim_matches(|char: char| !is_word_char(char))
}

fn is_name(subject: &Subject<'_>, part: &Range<usize>) -> bool {
    let name = core(subject.source.at(part));
    let mut words = name.split(|char| !is_word_char(char)).filter(|word| !word.is_empty());
    words.clone().count() <= ITEM_WORDS && !words.any(|word| SENTENCE.has(word))
}

/// Adds a suggestion for each part that names the same capacity as an earlier one.
fn twice(subject: &Subject<'_>, parts: &[Range<usize>], found: &mut Vec<Suggestion>) {
    let mut seen: Vec<&str> = Vec::new();
    for part in parts {
        let name = core(subject.source.at(part));
        if !has_letters(name) {
            continue;
        }
        if seen.iter().any(|earlier| same(earlier, name)) {
            let message = Message::new("suggest-capacity-twice").with(name);
            found.push(subject.suggest(SuggestionId::CapacityTwice, part.clone(), message));
        } else if seen.len() < 50 {
            seen.push(name);
        }
    }
}

fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}
