//! Checks whether an answer is in English; shown only in the view *Review and copy*.
//!
//! The check is rough on purpose: names, titles in quotation marks and short answers are never judged, and an answer
//! half in English counts as English. Another script is recognized by its letters, another language by the function
//! words of its sentences.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use super::super::words::Words;
use crate::i18n::Message;
use crate::letters::chars_per_word;

/// The smallest number of words in another script that indicates another language; fewer could be names.
const OTHER_SCRIPT_WORDS: usize = 6;
/// The smallest number of signs, in a script without blanks between words, that indicates another language; fewer
/// could be names.
const OTHER_SCRIPT_SIGNS: usize = 15;
/// The smallest number of words in Latin letters that is enough to judge.
const LATIN_WORDS: usize = 10;

/// The number of Latin words among which one English function word indicates English.
const ENGLISH_SHARE: usize = 8;

static ENGLISH: Words = Words::new(&[
    "the", "of", "and", "to", "in", "is", "are", "we", "our", "for", "with", "that", "by", "on", "as", "at",
    "from", "have", "has", "it", "this", "be", "were", "was", "not", "an", "their", "they", "or", "will",
    "which", "can", "all", "also", "members",
]);
/// Function words of the languages that Wikimedians most often write instead, without those that are also English
/// words.
static FOREIGN: Words = Words::new(&[
    // Spanish, Portuguese, Catalan, Galician
    "el", "los", "las", "del", "que", "y", "con", "para", "una", "se", "es", "su", "más", "como", "pero",
    "también", "sobre", "nuestra", "nuestro", "nuestros", "son", "hay", "hemos", "os", "da", "dos", "das",
    "não", "com", "uma", "são", "nosso", "nossa", "em", "pelo", "pela", "mais", "foi", "els", "les", "amb",
    "per", "és", "dels", // French
    "le", "et", "est", "dans", "pour", "avec", "qui", "nous", "notre", "nos", "sont", "pas", "cette", "aux",
    "ont", "une", "sur", // Italian, Romanian
    "il", "lo", "gli", "che", "di", "della", "dei", "sono", "anche", "nostra", "și", "este", "pentru", "cu",
    "care", // German, Dutch, the Nordic languages
    "der", "und", "ist", "nicht", "mit", "für", "von", "zu", "auf", "ein", "eine", "wir", "unser", "unsere",
    "sind", "werden", "wird", "auch", "het", "een", "van", "voor", "zijn", "onze", "wordt", "och", "att",
    "det", "som", "på", "av", "till", "vi", "og", "ikke", "ja", "ei", "joka", "että", "ovat", "sekä",
    // Slavic languages in Latin letters, Hungarian, Baltic languages, Albanian
    "się", "nie", "jest", "oraz", "dla", "przez", "w", "z", "na", "je", "že", "jsou", "pro", "ve", "su", "za",
    "koji", "smo", "kao", "és", "az", "egy", "hogy", "nem", "ir", "ar", "un", "dhe", "të", "në", "për",
    // Turkish, Azerbaijani, Uzbek
    "ve", "bir", "için", "ile", "olarak", "bu", "və", "üçün", "va", "uchun", "bilan",
    // Indonesian, Malay, Vietnamese, Swahili, Tagalog, Esperanto
    "yang", "dan", "untuk", "dengan", "dari", "kami", "tidak", "ini", "adalah", "và", "của", "các", "là",
    "cho", "không", "ya", "wa", "kwa", "ni", "katika", "ng", "mga", "sa", "ang", "kaj", "estas", "la", "de",
]);

/// Adds one suggestion on the whole of an answer that is not in English.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if subject.asks.names {
        return;
    }
    if is_plain_english(subject) {
        return;
    }
    let tally = Tally::of(subject);
    if tally.in_other_script() || tally.in_other_language() {
        let place = subject.source.trimmed();
        found.push(subject.suggest(SuggestionId::NotEnglish, place, Message::new("suggest-not-english")));
    }
}

/// Returns whether checks that read an answer's words can understand them: they are not in another script, nor
/// sentences in another language. An answer that is not in English gets only that advice.
pub(super) fn is_readable(subject: &Subject<'_>) -> bool {
    if subject.source.text.is_ascii() && is_plain_english(subject) {
        return true;
    }
    let tally = Tally::of(subject);
    tally.other + tally.other_names + tally.signs / 2 <= tally.latin && !tally.in_other_language()
}

/// Returns whether an answer in ASCII letters is too short to judge or has its share of English words: most have, as
/// the first words show. English inside quotation marks counts here, too, which only means fewer alarms.
fn is_plain_english(subject: &Subject<'_>) -> bool {
    let source = &subject.source;
    if !source.text.is_ascii() {
        return false;
    }
    let words = source.words.len();
    let enough = words.div_ceil(ENGLISH_SHARE);
    words < LATIN_WORDS || source.spoken().filter(|word| ENGLISH.has(word)).take(enough).count() == enough
}

#[derive(Default)]
struct Tally {
    /// Words in Latin letters.
    latin: usize,
    /// Words in other scripts that start with a lower-case letter, or whose script has no capitals.
    other: usize,
    /// Words in other scripts that start with a capital: mostly names.
    other_names: usize,
    /// Signs of scripts without blanks between words.
    signs: usize,
    english: usize,
    foreign: usize,
    /// Lower-case Latin words that are function words neither of English nor of another language.
    content: usize,
}

impl Tally {
    fn of(subject: &Subject<'_>) -> Self {
        let source = &subject.source;
        let mut tally = Self::default();
        let mut quoted = Quoted::default();
        let mut behind = 0;
        for word in &source.words {
            quoted.read(source.at(&(behind..word.place.start)));
            behind = word.place.end;
            if !quoted.is_open() {
                tally.add(source.word(word));
            }
        }
        if tally.latin >= LATIN_WORDS && tally.english * ENGLISH_SHARE < tally.latin {
            tally.foreign = source.spoken().filter(|word| FOREIGN.has(word)).count();
            tally.content = tally.content.saturating_sub(tally.foreign);
        }
        tally
    }

    fn add(&mut self, word: &str) {
        let Some(first) = word.chars().find(|char| char.is_alphabetic()) else { return };
        if is_latin(first) {
            self.latin += 1;
            if ENGLISH.has(word) {
                self.english += 1;
            } else if first.is_lowercase() {
                self.content += 1;
            }
        } else if chars_per_word(first).is_some() {
            self.signs += word.chars().filter(|&char| chars_per_word(char).is_some()).count();
        } else if first.is_uppercase() {
            self.other_names += 1;
        } else {
            self.other += 1;
        }
    }

    fn in_other_script(&self) -> bool {
        let others = self.other + self.other_names + self.signs / 2;
        (self.other >= OTHER_SCRIPT_WORDS || self.signs >= OTHER_SCRIPT_SIGNS) && others > self.latin
    }

    /// Returns whether the words make sentences, not a row of names, in another language: its function words, other
    /// lower-case words between them, hardly any English.
    fn in_other_language(&self) -> bool {
        self.foreign >= 3
            && self.foreign * 8 >= self.latin
            && self.foreign > self.english * 3
            && self.content * 5 >= self.latin
    }
}

fn is_latin(char: char) -> bool {
    char.is_ascii()
        || matches!(char, '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}')
}

/// The state of reading a text with quotation marks: the text inside them is a title, not the writer's own words.
#[derive(Default)]
struct Quoted {
    closes_with: Option<char>,
}

impl Quoted {
    fn read(&mut self, between: &str) {
        for char in between.chars() {
            match self.closes_with {
                // A mark that is never closed ends with its line.
                Some(close) if char == close || char == '\n' => self.closes_with = None,
                Some(_) => {}
                None => {
                    self.closes_with = match char {
                        '"' => Some('"'),
                        '“' | '„' => Some('”'),
                        '«' => Some('»'),
                        '「' => Some('」'),
                        '『' => Some('』'),
                        '《' => Some('》'),
                        _ => None,
                    };
                }
            }
        }
    }

    fn is_open(&self) -> bool {
        self.closes_with.is_some()
    }
}
