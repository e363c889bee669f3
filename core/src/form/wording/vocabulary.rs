//! The words of a set of texts, numbered, so that a line's words are looked up once and compared as numbers.

use std::collections::HashMap;

use super::words::{
    SHORTEST_SLIP, Word, Words, is_light, is_negation, meaning, one_slip, small_letters, stem,
};

/// A word of a text or of a line, as numbers. A number is the same only for the same thing; [`NONE`] is no number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The number of the word in small letters.
    pub(super) form: u32,
    /// The number of the stem: the word without its plural's end, `three` as `3`, `12 months` as `year`.
    pub(super) stem: u32,
    /// The number of the meaning, shared by words that mean the same.
    pub(super) meaning: u32,
    /// Whether the word is only similar to the stem: a slip of one letter, or its opposite.
    pub(super) slip: bool,
    /// Whether a question can do without the word.
    pub(super) light: bool,
    /// Whether the word turns a question into its opposite.
    pub(super) negation: bool,
    /// The number of brackets that are open around the word.
    pub(super) brackets: u8,
    /// The number of the sentence in which the word stands, counting from 0.
    pub(super) sentence: u8,
    /// The word's first byte.
    pub(super) start: usize,
    /// The byte behind the word.
    pub(super) end: usize,
}

/// The number of a word that is in none of the texts.
pub(super) const NONE: u32 = u32::MAX;

/// The numbers and properties of a word that stands in the known texts.
#[derive(Clone, Copy, Debug)]
struct Form {
    number: u32,
    stem: u32,
    meaning: u32,
    light: bool,
    negation: bool,
}

/// All words of a set of texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// The words in small letters, as they stand in the texts.
    forms: HashMap<String, Form>,
    stems: HashMap<String, u32>,
    meanings: HashMap<String, u32>,
    /// The number of the meaning of each stem.
    meaning_of: Vec<u32>,
    /// The stems by their first letter, to find slips.
    by_letter: HashMap<char, Vec<(String, u32)>>,
}

impl Vocabulary {
    /// Returns the number of different meanings, which are numbered from 0.
    pub(super) fn meanings(&self) -> usize {
        self.meanings.len()
    }

    /// Returns the number of different stems, which are numbered from 0.
    pub(super) fn stems(&self) -> usize {
        self.meaning_of.len()
    }

    /// Adds a text's words to the vocabulary and returns them.
    pub(super) fn learn(&mut self, text: &str) -> Vec<Token> {
        scan(text, usize::MAX, |small, word| {
            if !self.forms.contains_key(small) {
                let number = u32::try_from(self.forms.len()).unwrap_or(NONE);
                let stem = self.learn_stem(&stem_of(small));
                let (light, negation) = (is_light(small), is_negation(small));
                let form = Form { number, stem, meaning: self.meaning(stem), light, negation };
                self.forms.insert(small.to_owned(), form);
            }
            self.look_up(small, word)
        })
    }

    /// Looks up the first `most` words of a line.
    pub(super) fn read(&self, line: &str, most: usize) -> Vec<Token> {
        scan(line, most, |small, word| self.look_up(small, word))
    }

    fn learn_stem(&mut self, stem: &str) -> u32 {
        let known = self.stems.len();
        let stem_number = number(&mut self.stems, stem);
        if self.stems.len() > known {
            self.meaning_of.push(number(&mut self.meanings, meaning(stem)));
            if let Some(letter) = stem.chars().next() {
                self.by_letter.entry(letter).or_default().push((stem.to_owned(), stem_number));
            }
        }
        stem_number
    }

    fn meaning(&self, stem: u32) -> u32 {
        self.meaning_of.get(stem as usize).copied().unwrap_or(NONE)
    }

    fn look_up(&self, small: &str, word: Word<'_>) -> Token {
        let token = unknown(word);
        if small.is_empty() {
            return token;
        }
        if let Some(Form { number: form, stem, meaning, light, negation }) = self.forms.get(small).copied() {
            return Token { form, stem, meaning, light, negation, ..token };
        }
        let token = Token { light: is_light(small), negation: is_negation(small), ..token };
        let stem = stem_of(small);
        if let Some(&stem) = self.stems.get(&stem) {
            return Token { stem, meaning: self.meaning(stem), ..token };
        }
        if let Some(stem) = self.opposite(&stem) {
            return Token { stem, meaning: self.meaning(stem), slip: true, negation: true, ..token };
        }
        if let Some(stem) = self.slip(&stem) {
            return Token { stem, meaning: self.meaning(stem), slip: true, ..token };
        }
        let meaning = self.meanings.get(meaning(&stem)).copied().unwrap_or(NONE);
        Token { meaning, ..token }
    }

    /// Finds the stem of which `inactive`, `unpaid` or `nonmember` is the opposite.
    fn opposite(&self, stem: &str) -> Option<u32> {
        let rests = ["in", "un", "non"].into_iter().filter_map(|start| stem.strip_prefix(start));
        rests.filter(|rest| rest.len() >= 5).find_map(|rest| self.stems.get(rest)).copied()
    }

    /// Finds the known stem that differs from this one by one letter.
    fn slip(&self, stem: &str) -> Option<u32> {
        if stem.len() < SHORTEST_SLIP {
            return None;
        }
        let near = self.by_letter.get(&stem.chars().next()?)?;
        near.iter().find(|(known, _)| one_slip(stem, known)).map(|(_, number)| *number)
    }
}

fn number(numbers: &mut HashMap<String, u32>, word: &str) -> u32 {
    if let Some(number) = numbers.get(word) {
        return *number;
    }
    let next = u32::try_from(numbers.len()).unwrap_or(NONE);
    numbers.insert(word.to_owned(), next);
    next
}

fn unknown(word: Word<'_>) -> Token {
    Token {
        form: NONE,
        stem: NONE,
        meaning: NONE,
        slip: false,
        light: false,
        negation: false,
        brackets: word.brackets,
        sentence: word.sentence,
        start: word.start,
        end: word.end,
    }
}

/// The two words that count as one: "in the past 12 months" is "in the past year".
const YEAR: &str = "12 months";

fn stem_of(small: &str) -> String {
    if small == YEAR { "year".to_owned() } else { stem(small) }
}

/// Hands the first `most` words in small letters to `token`, "12 months" as one.
fn scan(text: &str, most: usize, mut token: impl FnMut(&str, Word<'_>) -> Token) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut small = String::new();
    let mut twelve = false;
    for mut word in Words::of(text).take(most) {
        small_letters(word.raw, &mut small);
        if twelve && matches!(small.as_str(), "months" | "month") {
            if let Some(number) = tokens.pop() {
                word.start = number.start;
            }
            small.replace_range(.., YEAR);
        }
        twelve = matches!(small.as_str(), "12" | "twelve");
        tokens.push(token(&small, word));
    }
    tokens
}
