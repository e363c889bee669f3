//! Warns of telephone numbers: the page is public.
//!
//! A false alarm over a date or a count would teach people to ignore the advice, so a number must look like a
//! telephone number: a plus and a country, a leading zero, a usual grouping, or a word like "phone" before it.

use super::super::source::Source;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use super::digit_groups::DigitGroups;
use crate::i18n::Message;
use crate::letters::{digit, is_word_char};

/// Words before a number that make it a telephone number.
#[rustfmt::skip] // words are read better in rows
static PHONE_WORDS: Words = Words::new(&[
    "tel", "telephone", "phone", "mobile", "mob", "cell", "cellphone", "whatsapp", "sms", "viber", "fax",
    "call",
]);
/// Words before a number which say that it is not a telephone number.
#[rustfmt::skip] // words are read better in rows
static OTHER_WORDS: Words = Words::new(&[
    "isbn", "issn", "oclc", "doi", "orcid", "viaf", "id", "ids", "no", "nr", "number", "grant", "account",
    "iban", "registration", "ref", "reference", "oldid", "revision", "revid", "pageid", "phabricator",
    "version", "vat", "tax", "invoice", "dataset",
]);

/// The smallest number of digits in a telephone number: local ones have seven or more, E.164 allows fifteen.
const FEWEST: usize = 7;
const MOST: usize = 15;

/// Adds one suggestion for each telephone number.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    for place in &subject.source.shown {
        let text = subject.source.at(place);
        if text.is_ascii() && ascii_digits(text) < FEWEST {
            continue;
        }
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(next_start).map(|start| at + start) {
            let groups = DigitGroups::read(text, start);
            at = groups.place.end.max(start + 1);
            if stands_alone(text, &groups) && is_phone(&subject.source, &groups, place.start) {
                let place = place.start + start..place.start + groups.place.end;
                found.push(subject.suggest(
                    SuggestionId::PhoneNumber,
                    place,
                    Message::new("suggest-phone-number"),
                ));
            }
        }
    }
}

/// Counts the ASCII digits, in pieces that cannot overflow a byte, so that the compiler can process many bytes at once.
fn ascii_digits(text: &str) -> usize {
    let count = |piece: &[u8]| piece.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>();
    text.as_bytes().chunks(255).map(|piece| usize::from(count(piece))).sum()
}

/// Finds where the next run of digits may start.
fn next_start(text: &str) -> Option<usize> {
    text.find(|char| matches!(char, '+' | '0'..='9') || (!char.is_ascii() && digit(char).is_some()))
}

/// Returns whether digits are not part of a word, a decimal, a ratio, a time or an amount: "T123", "1,5", "10/12",
/// "20:30", "50%", "5€".
fn stands_alone(text: &str, groups: &DigitGroups) -> bool {
    let mut before = text.get(..groups.place.start).unwrap_or_default().chars().rev();
    let behind = text.get(groups.place.end..).and_then(|rest| rest.chars().next());
    let free_before = match before.next() {
        // "tel:0701…", but not "20:30".
        Some(':') => before.next().is_none_or(|char| digit(char).is_none()),
        Some(char) => {
            !is_word_char(char)
                && !matches!(char, '.' | ',' | '/' | '#' | '=' | '$' | '€' | '£' | '¥' | '-' | '_')
        }
        None => true,
    };
    let free_behind = behind.is_none_or(|char| {
        !is_word_char(char) && !matches!(char, '/' | '%' | '‰' | '$' | '€' | '£' | '¥' | '_')
    });
    free_before && free_behind
}

fn is_phone(source: &Source<'_>, groups: &DigitGroups, offset: usize) -> bool {
    let digits = groups.digits();
    if !(FEWEST..=MOST).contains(&digits) || groups.too_long {
        return false;
    }
    if groups.plus {
        return digits >= 8 && !groups.is_count();
    }
    if groups.year {
        return false;
    }
    match said_before(source, offset + groups.place.start) {
        Said::Phone => return true,
        Said::Other => return false,
        Said::Nothing => {}
    }
    let trunk = groups.first.starts_with('0') && groups.first.len() >= 2 && (9..=11).contains(&digits);
    let abroad = groups.first.starts_with("00") && !groups.first.starts_with("000") && digits >= 10;
    let american = groups.sizes == [3, 3, 4] && (!groups.spaced || groups.bracketed);
    let former_soviet =
        groups.first == "8" && matches!(groups.sizes.as_slice(), [1, 3, 3, 2, 2] | [1, 3, 7] | [1, 3, 3, 4]);
    trunk || abroad || american || former_soviet
}

/// The meaning that the words before a number give it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Phone,
    Other,
    Nothing,
}

/// Reads the meaning of a number from the two words before it, if they are close to it.
fn said_before(source: &Source<'_>, place: usize) -> Said {
    let behind = source.words.partition_point(|word| word.place.end <= place);
    let near = source.words.get(behind.saturating_sub(2)..behind).unwrap_or_default();
    let any =
        |list: &Words| near.iter().any(|word| word.place.end + 12 >= place && list.has(source.word(word)));
    if any(&PHONE_WORDS) {
        Said::Phone
    } else if any(&OTHER_WORDS) {
        Said::Other
    } else {
        Said::Nothing
    }
}
