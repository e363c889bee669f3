//! Finds a year before the report's in an answer that says what was done: "In 2024 we trained 40 people" in a report
//! about 2026 probably comes from an earlier report.
//!
//! Most years in good answers are right: the year of a group's foundation or a rule's adoption, of a number for
//! comparison, or in the name of a plan, a contest or a page. So only an English sentence is judged, only a year given
//! as the time of something ("in 2024", "during May 2024"), and not if one of its words indicates a beginning, a
//! comparison or something that lasts. An answer that says what was done in the report's own year is up to date. Later
//! years are plans and never judged.

use std::ops::Range;

use super::super::asks::Document;
use super::super::period::{is_month, is_within_one_year};
use super::super::source::Word;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use super::years::Years;
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::letters::{digit, is_any, is_blank, is_capitalized};

/// The number of years before the report's that text from an earlier report may mention. Older years are history.
const RECENT: u16 = 3;

/// Words of a sentence that is right about an earlier year: a beginning, a comparison, a rule, something that lasts.
#[rustfmt::skip] // words are read better in rows
static RIGHT: Words = Words::new(&[
    "since", "founded", "founding", "established", "created", "formed", "registered", "incorporated",
    "recognized", "recognised", "recognition", "approved", "adopted", "signed", "accepted", "ratified",
    "elected", "election", "elections", "appointed", "term", "mandate", "revised", "updated", "amended",
    "changed", "wrote", "written", "published", "latest", "last", "first", "original", "originally",
    "initially", "began", "begun", "begin", "beginning", "started", "start", "starting", "launched", "opened",
    "until", "till", "before", "after", "previous", "previously", "prior", "former", "formerly", "earlier",
    "already", "ago", "historically", "anniversary", "born", "compared", "comparison", "compare", "versus",
    "vs", "respectively", "both", "now", "today", "currently", "current", "nowadays", "still", "again",
    "increase", "increased", "increasing", "decrease", "decreased", "grew", "grown", "growth", "rose",
    "risen", "fell", "dropped", "declined", "doubled", "up", "down", "strategy", "strategic", "edition",
    "became", "become", "renamed", "merged", "introduced", "switched", "bylaws", "statutes", "policy",
    "policies", "charter", "constitution", "agreement", "contract", "memorandum", "mou", "rules",
    "continue", "continued", "continues", "continuing", "next", "remain", "remains", "then", "except",
]);
/// Words that make a sentence about something to come.
#[rustfmt::skip] // words are read better in rows
static TO_COME: Words = Words::new(&[
    "plan", "plans", "planned", "planning", "will", "would", "hope", "want", "intend", "aim", "expect",
    "goal", "goals", "next", "upcoming", "future", "going", "schedule", "scheduled", "propose", "proposed",
]);
/// Words that do not exist in other languages that say "in 2024".
#[rustfmt::skip] // words are read better in rows
static ENGLISH: Words = Words::new(&[
    "the", "and", "our", "with", "from", "were", "people", "which", "they", "their", "this", "that", "to",
    "about", "members", "for", "at",
]);
/// Past tenses that do not end in "-ed".
#[rustfmt::skip] // words are read better in rows
static DID: Words = Words::new(&[
    "held", "had", "made", "ran", "took", "met", "gave", "won", "did", "wrote", "taught", "led", "built",
    "brought", "spent", "went", "sent", "got", "found",
]);
/// Words between "in" and a year, other than days and months: parts of a year.
#[rustfmt::skip] // words are read better in rows
static PARTS: Words = Words::new(&[
    "spring", "summer", "autumn", "fall", "winter", "early", "mid", "late", "year", "the", "of", "end", "half",
    "quarter", "second", "third", "fourth", "whole", "all", "calendar",
]);
/// Counted words after a number, other than those that end in "s".
static COUNTED: Words =
    Words::new(&["people", "men", "women", "children", "percent", "euro", "new", "different", "more"]);
/// Words that end in "s" and are not counted.
static NOT_COUNTED: Words =
    Words::new(&["this", "was", "has", "its", "his", "as", "is", "various", "several", "across", "us"]);

/// Adds at most one suggestion, at the first earlier year that is given as the time of something.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let kinds = [QuestionKind::Long, QuestionKind::Number, QuestionKind::YesNo, QuestionKind::Links];
    if !subject.is_kind(&kinds) {
        return;
    }
    let answer = Answer { subject, words: &subject.source.words };
    let years = |at: &usize| answer.year(*at).is_some();
    if !(0..answer.words.len()).any(|at| years(&at)) {
        return;
    }
    let Some(report) = ReportYears::of(subject) else { return };
    if answer.is_up_to_date(&report) {
        return;
    }
    let stale = (0..answer.words.len()).filter(years).find(|&at| answer.is_stale(at, &report));
    if let Some((word, year)) = stale.and_then(|at| answer.words.get(at).zip(answer.year(at))) {
        let message = Message::new("suggest-other-year").with(year).with(report.named.shown());
        found.push(subject.suggest(SuggestionId::OtherYear, word.place.clone(), message));
    }
}

/// The years that a report is about.
struct ReportYears {
    /// The years of the reporting year.
    named: Years,
    /// Those and the years of the period.
    covered: Years,
}

impl ReportYears {
    /// Finds a report's years. `None` without a reporting year, or with one that is still to come.
    fn of(subject: &Subject<'_>) -> Option<Self> {
        let today = subject.around.today.year();
        let texts = |kind: QuestionKind| {
            let questions = subject.around.form.questions().filter(move |question| question.kind == kind);
            questions.map(|question| (subject.around.text)(&question.id))
        };
        let read = |text: &str| Years::in_text(text).map(|years| years.gregorian(today).unwrap_or(years));
        let named = texts(QuestionKind::Year).find_map(read).filter(|named| named.first <= today)?;
        let mut covered = named;
        for period in texts(QuestionKind::Months) {
            match read(period) {
                Some(years) => {
                    covered.first = covered.first.min(years.first);
                    covered.last = covered.last.max(years.last);
                }
                // A period in words that are not understood may begin in the year before, unless two years are named.
                None if named.first < named.last || is_within_one_year(period) => {}
                None => covered.first = covered.first.saturating_sub(1),
            }
        }
        Some(Self { named, covered })
    }

    fn holds(&self, year: u16) -> bool {
        (self.covered.first..=self.covered.last).contains(&year)
    }

    fn is_shortly_before(&self, year: u16) -> bool {
        year < self.covered.first && year.saturating_add(RECENT) >= self.covered.first
    }
}

/// The answer that is checked, by its words.
struct Answer<'s, 'a> {
    subject: &'s Subject<'a>,
    words: &'s [Word],
}

impl<'a> Answer<'_, 'a> {
    /// Returns a word; empty if there is none.
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| self.subject.source.word(word))
    }

    fn word_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Returns the text between a word and the one before it.
    fn gap_before(&self, at: usize) -> &'a str {
        let end = self.words.get(at).map_or(self.subject.source.text.len(), |word| word.place.start);
        let start =
            at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.place.end);
        self.subject.source.at(&(start..end))
    }

    /// Returns the year, if a word is only a year: four digits of any script, from 2000 on.
    fn year(&self, at: usize) -> Option<u16> {
        let word = self.word(at);
        if word.chars().count() != 4 {
            return None;
        }
        let value = word.chars().try_fold(0, |value, char| Some(value * 10 + digit(char)?))?;
        u16::try_from(value).ok().filter(|value| (2000..2100).contains(value))
    }

    /// Returns whether the answer says that something was done in the report's own years, or compares years in words.
    fn is_up_to_date(&self, report: &ReportYears) -> bool {
        let names_own = |at: usize| {
            self.year(at).is_some_and(|year| report.holds(year)) && !self.has(&self.sentence(at), &TO_COME)
        };
        let compares = |at: usize| {
            is_any(self.word(at), &["year", "years"])
                && is_any(self.word_before(at), &["this", "last", "previous", "preceding", "past"])
        };
        let links_own = self.subject.source.links().any(|link| {
            let years = Years::in_text(self.subject.source.at(&link.whole));
            years
                .is_some_and(|years| years.first <= report.covered.last && report.covered.first <= years.last)
        });
        links_own || (0..self.words.len()).any(|at| names_own(at) || compares(at))
    }

    /// Returns whether the year at a word is an earlier one in which something was done.
    fn is_stale(&self, at: usize, report: &ReportYears) -> bool {
        let is_earlier = self.year(at).is_some_and(|year| report.is_shortly_before(year));
        if !is_earlier || !self.stands_alone(at) {
            return false;
        }
        let sentence = self.sentence(at);
        let Some(begins) = self.time_before(at) else { return false };
        let is_date = self.follows_month(at);
        if self.has(&sentence, &RIGHT) || !self.is_english(&sentence) || self.is_compared(at, begins) {
            return false;
        }
        let may_be_aside = is_date && self.subject.is_kind(&[QuestionKind::Links]);
        if !may_be_aside && self.is_aside(&sentence, at) {
            return false;
        }
        match self.subject.question.kind {
            QuestionKind::Number => self.counts_once(at),
            // Accounts are published a year late.
            _ if self.subject.asks.document == Some(Document::Report) => {
                self.year(at).is_some_and(|year| report.is_shortly_before(year + 1))
            }
            // Statements about the group itself stay true: only a sentence about another year as a whole does not
            // belong here.
            _ if self.subject.asks.own_group => sentence.start == begins,
            _ => true,
        }
    }

    /// Returns whether a number stands alone: in running text, not part of a span, a date in digits, an amount or a
    /// name.
    fn stands_alone(&self, at: usize) -> bool {
        let source = &self.subject.source;
        let Some(place) = self.words.get(at).map(|word| word.place.clone()) else { return false };
        if !source.texts().any(|text| text.start <= place.start && place.end <= text.end) {
            return false;
        }
        let before = source.text.get(..place.start).and_then(|text| text.chars().next_back());
        let mut behind = source.text.get(place.end..).unwrap_or_default().chars();
        let is_closed = match behind.next() {
            None => true,
            Some(':') => self.follows_month(at),
            Some(',' | '.') => behind.next().is_none_or(|char| digit(char).is_none()),
            Some(char) => is_blank(char) || matches!(char, ';' | '!' | '?' | ')'),
        };
        if !before.is_none_or(is_blank) || !is_closed {
            return false;
        }
        let (next, gap) = (self.word(at + 1), self.gap_before(at + 1));
        if next.is_empty() || gap.contains('\n') {
            return true;
        }
        if next.starts_with(|char| digit(char).is_some()) {
            return !gap.contains(['-', '–', '—', '/']);
        }
        if !gap.trim_matches(is_blank).is_empty() {
            return true;
        }
        let is_counted =
            COUNTED.has(next) || (next.len() > 3 && next.ends_with('s') && !NOT_COUNTED.has(next));
        !is_counted && (!is_capitalized(next) || is_any(next, &["i", "we", "our", "the"]))
    }

    /// Finds the word that makes a year the time of something: "in", or the word before a month in a list of links.
    /// `None` if there is none.
    fn time_before(&self, at: usize) -> Option<usize> {
        let in_list = self.subject.is_kind(&[QuestionKind::Links]) && self.follows_month(at);
        let none = in_list.then_some(at);
        if is_any(self.word_before(at), &["the"]) {
            return none;
        }
        let mut first = at;
        for _ in 0..6 {
            let Some(before) = first.checked_sub(1) else { return none };
            let gap = self.gap_before(first).trim_matches(is_blank);
            if !(gap.is_empty() || gap == ",") || self.gap_before(first).contains('\n') {
                return none;
            }
            let word = self.word(before);
            // "On 2024" and "at 2024" are not times.
            if is_any(word, &["in", "during", "throughout"]) || (first < at && is_any(word, &["on", "at"])) {
                return Some(before);
            }
            if !PARTS.has(word) && !is_month(word) && !is_day(word) {
                return none;
            }
            first = before;
        }
        none
    }

    /// Returns whether a month, or a month and a day, comes right before a year.
    fn follows_month(&self, at: usize) -> bool {
        let before = self.word_before(at);
        is_month(before) || (is_day(before) && is_month(self.word_before(at.saturating_sub(1))))
    }

    /// Finds the words of the sentence around a word.
    fn sentence(&self, at: usize) -> Range<usize> {
        let ends = |gap: &str| {
            gap.contains('\n') || (gap.contains(['.', '!', '?', '。']) && gap.contains(char::is_whitespace))
        };
        let start = (1..=at).rev().find(|&word| ends(self.gap_before(word))).unwrap_or(0);
        let end = (at + 1..self.words.len()).find(|&word| ends(self.gap_before(word)));
        start..end.unwrap_or(self.words.len())
    }

    fn has(&self, sentence: &Range<usize>, words: &Words) -> bool {
        sentence.clone().any(|at| words.has(self.word(at)))
    }

    /// Returns whether a sentence is in English, by its small words or by "we" and a past tense.
    fn is_english(&self, sentence: &Range<usize>) -> bool {
        let is_past = |word: &str| DID.has(word) || (word.len() > 4 && word.ends_with("ed"));
        let has_we = sentence.clone().any(|at| is_any(self.word(at), &["we"]));
        self.has(sentence, &ENGLISH) || (has_we && sentence.clone().any(|at| is_past(self.word(at))))
    }

    /// Returns whether a year, given as a time from the word at `begins` on, is mentioned only for comparison: "than
    /// in 2024", "31 in 2024", "in 2024 it was".
    fn is_compared(&self, at: usize, begins: usize) -> bool {
        let before = self.word_before(begins);
        let next = [self.word(at + 1), self.word(at + 2)];
        is_any(before, &["than", "as", "like", "unlike"])
            || (begins < at && before.starts_with(|char| digit(char).is_some()))
            || is_any(next[0], &["it", "there", "they"]) && is_any(next[1], &["was", "were", "had"])
            || is_any(next[0], &["we"]) && is_any(next[1], &["had", "were", "counted"])
    }

    /// Returns whether a word is in brackets or quotation marks within its sentence.
    fn is_aside(&self, sentence: &Range<usize>, at: usize) -> bool {
        let place = |at: usize| self.words.get(at).map_or(0, |word| word.place.start);
        let start = place(sentence.start).saturating_sub(self.gap_before(sentence.start).len());
        let before = self.subject.source.at(&(start..place(at)));
        let count = |signs: &[char]| before.chars().filter(|char| signs.contains(char)).count();
        count(&['(', '[']) > count(&[')', ']'])
            || count(&['“', '«', '„']) > count(&['”', '»'])
            || count(&['"']) % 2 == 1
    }

    /// Returns whether the answer has no number that the one of that year could be compared with: none before it, or one at all.
    fn counts_once(&self, at: usize) -> bool {
        let is_number = |other: &usize| {
            self.year(*other).is_none() && self.word(*other).starts_with(|char| digit(char).is_some())
        };
        (0..self.words.len()).filter(is_number).take(2).count() < 2 || !(0..at).any(|other| is_number(&other))
    }
}

/// Returns whether a word is a day of a month: "5", "12th".
fn is_day(word: &str) -> bool {
    let number = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    number.len() <= 2 && number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}
