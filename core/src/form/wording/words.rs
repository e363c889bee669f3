//! Words of a line: where they stand, and what they are once case, apostrophes and plurals are taken off.

/// A word as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The word as written.
    pub(super) raw: &'t str,
    /// The word's first byte in the text.
    pub(super) start: usize,
    /// The byte behind the word.
    pub(super) end: usize,
    /// The number of brackets that are open around the word.
    pub(super) brackets: u8,
    /// The number of the sentence in which the word stands, counting from 0; sentences in brackets don't count.
    pub(super) sentence: u8,
}

/// The words of a text, one by one, so that a reader can stop early on a long line.
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
    /// The byte of the next closing bracket, at or behind `at`, as far as it was looked for.
    closing: usize,
    brackets: u8,
    sentence: u8,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0, closing: 0, brackets: 0, sentence: 0 }
    }

    /// Notes brackets and sentence ends between two words. A bracket that nothing closes is none.
    fn pass(&mut self, character: char, at: usize) {
        match character {
            '(' | '（' if self.closes(at) => self.brackets = self.brackets.saturating_add(1),
            ')' | '）' => self.brackets = self.brackets.saturating_sub(1),
            '?' | '.' | '!' | '？' | '。' if self.brackets == 0 => {
                self.sentence = self.sentence.saturating_add(1);
            }
            _ => {}
        }
    }

    /// Returns whether a closing bracket follows near enough. Over a whole text this looks at each byte once.
    fn closes(&mut self, at: usize) -> bool {
        if self.closing <= at {
            let next = self.text.get(at..).and_then(|rest| rest.find([')', '）']));
            self.closing = next.map_or(usize::MAX, |next| at + next);
        }
        self.closing - at <= LONGEST_BRACKETS
    }
}

/// The length of the longest text in brackets, in bytes; the form of 2024 has one of 270.
const LONGEST_BRACKETS: usize = 700;

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let rest = self.text.get(self.at..)?;
        let mut start = None;
        for (offset, character) in rest.char_indices() {
            if character.is_alphanumeric() {
                start = Some(offset);
                break;
            }
            self.pass(character, self.at + offset);
        }
        let Some(start) = start else {
            self.at = self.text.len();
            return None;
        };
        let (start, rest) = (self.at + start, rest.get(start..)?);
        let end = start + word_length(rest);
        self.at = end;
        let raw = self.text.get(start..end)?;
        Some(Word { raw, start, end, brackets: self.brackets, sentence: self.sentence })
    }
}

/// Returns the length in bytes of the word that `text` starts with. An apostrophe inside belongs to it.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    for (offset, character) in text.char_indices() {
        if character.is_alphanumeric() {
            end = offset + character.len_utf8();
        } else if !(is_apostrophe(character) && offset == end || is_invisible(character)) {
            break;
        }
    }
    end
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '`')
}

/// Returns whether nobody sees a character, though copied pages have it: soft hyphens, zero-width characters, direction marks.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The length of the longest word that is looked at, in bytes; a longer one is no word of a question.
const LONGEST: usize = 64;

/// Writes the word in small letters, without what nobody sees and without `'s`, into `small`. An overlong word leaves it empty.
pub(super) fn small_letters(raw: &str, small: &mut String) {
    small.clear();
    if raw.len() > LONGEST {
        return;
    }
    for character in raw.chars().filter(|c| !is_invisible(*c)) {
        if is_apostrophe(character) { small.push('\'') } else { small.extend(character.to_lowercase()) }
    }
    if small.ends_with("'s") {
        small.truncate(small.len() - 2);
    }
}

/// Returns the word without its plural's end and in one of its spellings. Both are in small letters.
pub(super) fn stem(small: &str) -> String {
    if let Some((_, digits)) = NUMBERS.iter().find(|(word, _)| *word == small) {
        return (*digits).to_owned();
    }
    let spelled = match small.strip_prefix("organis") {
        Some(rest) => format!("organiz{rest}"),
        None => small.to_owned(),
    };
    let singular = |end: &str, put: &str| Some(format!("{}{put}", spelled.strip_suffix(end)?));
    if !spelled.is_ascii() || spelled.len() < 4 {
        return spelled;
    }
    if spelled.ends_with("ss") || spelled.ends_with("us") || spelled.ends_with("is") {
        return spelled;
    }
    singular("ies", "y").or_else(|| singular("sses", "ss")).or_else(|| singular("s", "")).unwrap_or(spelled)
}

const NUMBERS: [(&str, &str); 12] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

/// Returns whether a word, given in small letters, turns a question into its opposite.
pub(super) fn is_negation(small: &str) -> bool {
    matches!(small, "not" | "non" | "no" | "without" | "never") || small.ends_with("n't")
}

/// Returns whether a word, given in small letters, carries so little that a question can do without it.
pub(super) fn is_light(small: &str) -> bool {
    LIGHT.binary_search(&small).is_ok()
}

/// Words that every question could have, sorted.
const LIGHT: [&str; 42] = [
    "a", "all", "also", "an", "and", "any", "as", "at", "be", "been", "by", "did", "do", "does", "e", "each",
    "etc", "for", "g", "had", "has", "have", "if", "in", "is", "it", "its", "of", "on", "or", "our",
    "please", "s", "that", "the", "their", "there", "this", "to", "with", "would", "your",
];

/// Stems of words that mean the same in a questionnaire for affiliates. The first of each row stands for all.
const SAME: [&[&str]; 12] = [
    &["affiliate", "organization", "group", "chapter", "organisation"],
    &["past", "last", "previous"],
    &["list", "specify", "provide", "share", "give", "describe"],
    &["contributor", "editor"],
    &["leadership", "leader", "board"],
    &["training", "workshop"],
    &["what", "which"],
    &["is", "are", "was", "were"],
    &["skill", "competence", "competency"],
    &["initiative", "project"],
    &["operate", "work"],
    &["year", "yearly"],
];

/// Returns the stem that stands for all stems of the same meaning.
pub(super) fn meaning(stem: &str) -> &str {
    let same = SAME.iter().find(|same| same.contains(&stem));
    same.and_then(|same| same.first()).copied().unwrap_or(stem)
}

/// The bytes of the shortest word that a slip is looked for in: shorter ones are too easily another word.
pub(super) const SHORTEST_SLIP: usize = 5;

/// Returns whether two words differ by one letter only: one more, one less, another one, or two swapped.
/// Short words are too easily another word and never count.
pub(super) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if a.len() < SHORTEST_SLIP || b.len() - a.len() > 1 {
        return false;
    }
    let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a_rest, b_rest) = (a.get(same_start..).unwrap_or_default(), b.get(same_start..).unwrap_or_default());
    let swapped = matches!((a_rest, b_rest), ([p, q, end_a @ ..], [r, s, end_b @ ..]) if p == s && q == r && end_a == end_b);
    swapped && a.len() == b.len() || same_start + same_end + 1 >= b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_place_brackets_and_sentence() {
        let words: Vec<_> = Words::of("Has it (e.g. dues)? Why, affiliate’s!").collect();
        let seen: Vec<_> = words.iter().map(|w| (w.raw, w.brackets > 0, w.sentence)).collect();
        let expected = [
            ("Has", false, 0),
            ("it", false, 0),
            ("e", true, 0),
            ("g", true, 0),
            ("dues", true, 0),
            ("Why", false, 1),
            ("affiliate’s", false, 1),
        ];
        assert_eq!(seen, expected);
        assert!(words.iter().all(|w| w.end - w.start == w.raw.len()));
    }

    #[test]
    fn light_words_are_sorted() {
        assert!(LIGHT.is_sorted());
    }

    #[test]
    fn stems() {
        let cases = [
            ("affiliates", "affiliate"),
            ("activities", "activity"),
            ("process", "process"),
            ("organised", "organized"),
            ("three", "3"),
            ("is", "is"),
            ("members", "member"),
            ("basis", "basis"),
        ];
        for (word, expected) in cases {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn one_slip_is_one_letter() {
        for (a, b) in [
            ("affiliate", "afiliate"),
            ("mission", "misson"),
            ("leadership", "leadreship"),
            ("goals", "goald"),
        ] {
            assert!(one_slip(a, b) && one_slip(b, a), "{a} {b}");
        }
        for (a, b) in
            [("name", "fame"), ("active", "inactive"), ("primary", "secondary"), ("process", "project")]
        {
            assert!(!one_slip(a, b) && !one_slip(b, a), "{a} {b}");
        }
    }
}
