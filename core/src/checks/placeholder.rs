//! Recognizes placeholders, answers that only hold a place: "TBD", "…", `{{{mission}}}`, the question pasted into its
//! own field.
//!
//! Only the whole answer is ever a placeholder: "Wiki Love…" is a real title and "TBD in May, see the plan" says
//! something. "N/A", "None" and "0" are answers.

use super::words::Words;
use crate::form::Question;
use crate::form::dated_text::is_filled_in;
use crate::letters::is_blank;

/// Whole answers that are placeholders, in lower case, without punctuation at their ends.
#[rustfmt::skip] // words are read better in rows
static WORDS: Words = Words::new(&[
    "tbd", "tba", "tbc", "t.b.d", "t.b.a", "t.b.c", "todo", "to do", "to-do", "wip", "fixme", "fix me",
    "asdf", "asdfgh", "qwerty", "test", "testing", "test test", "blah", "blah blah", "bla bla",
    "placeholder", "place holder", "sample text", "example text", "dummy text", "dummy", "answer",
    "the answer", "my answer", "your answer", "your answer here", "enter your answer",
    "enter your answer here", "insert answer", "insert answer here", "insert text", "insert text here",
    "insert here", "insert your answer here", "type here", "type your answer", "type your answer here",
    "write here", "write your answer here", "add text", "add text here", "add answer here", "text",
    "text here", "some text", "answer here", "fill in", "fill me in", "fill this in", "fill in here",
    "please fill in", "to fill", "to fill in", "to be filled", "to be filled in", "to be filled later",
    "to be added", "to be added later", "to be completed", "to be determined", "to be announced",
    "to be confirmed", "to be updated", "to be written", "will fill in later", "will fill later",
    "will add later", "will be added later", "add later", "later", "name", "username", "user name",
    "your name", "xyz", "abc", "link", "link here", "insert link", "insert link here", "add link",
    "add link here", "url", "&nbsp", "nbsp", "à compléter", "à remplir", "a completar", "por completar",
    "por definir", "a definir", "pendiente de completar", "заполнить", "уточнить", "待定", "待补充", "待補充", "未定",
]);

/// The words of the usual filler text, in lower case.
#[rustfmt::skip] // words are read better in rows
static LOREM: Words = Words::new(&[
    "lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "consectetuer", "adipiscing", "adipisicing",
    "elit", "sed", "do", "eiusmod", "tempor", "incididunt", "ut", "labore", "et", "dolore", "magna",
    "aliqua", "enim", "ad", "minim", "veniam", "quis", "nostrud", "exercitation", "ullamco", "laboris",
    "nisi", "aliquip", "ex", "ea", "commodo", "consequat", "duis", "aute", "irure", "in", "reprehenderit",
    "voluptate", "velit", "esse", "cillum", "eu", "fugiat", "nulla", "pariatur", "excepteur", "sint",
    "occaecat", "cupidatat", "non", "proident", "sunt", "culpa", "qui", "officia", "deserunt", "mollit",
    "anim", "id", "est", "laborum",
]);

/// The greatest length, in bytes, of a text that is looked up in [`WORDS`]: the longest of them with room for
/// decoration around it.
const LONGEST: usize = 64;

/// The fewest words of a form's example whose repetition is a placeholder; a shorter one could be a real answer.
const OWN_WORDS: usize = 4;

/// Returns whether a text would show nothing: it has only blanks and invisible characters, or an empty `<nowiki>` pair.
pub(super) fn is_empty(text: &str) -> bool {
    let core = text.trim_matches(is_blank);
    core.is_empty() || core == "<nowiki/>" || core == "<nowiki />" || core == "<nowiki></nowiki>"
}

/// Returns whether a text, as the whole answer to a question, is a placeholder. An empty text is not.
pub(super) fn is_placeholder(question: &Question, text: &str) -> bool {
    let core = text.trim_matches(is_blank);
    if core.is_empty() {
        return false;
    }
    is_filler(core) || is_unfilled_parameter(core) || is_lorem(core) || repeats_form(question, core)
}

fn is_filler(core: &str) -> bool {
    if core.len() > LONGEST {
        return false;
    }
    if core.chars().all(is_keeper) {
        return true;
    }
    let word = core.trim_matches(|char: char| is_keeper(char) || is_blank(char));
    is_exes(word) || WORDS.has(&plain(word))
}

/// Converts words to lower case, with single blanks between them.
fn plain(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Returns whether a sign means nothing by itself: dots, dashes, question marks, brackets, list and quotation marks.
fn is_keeper(char: char) -> bool {
    matches!(
        char,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '-'
            | '_'
            | '='
            | '*'
            | '#'
            | '/'
            | '\\'
            | '|'
            | '~'
            | '\''
            | '"'
            | '`'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '…'
            | '–'
            | '—'
            | '―'
            | '‒'
            | '−'
            | '·'
            | '•'
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '¿'
            | '¡'
            | '。'
            | '、'
            | '？'
            | '！'
            | '・'
            | '「'
            | '」'
            | '【'
            | '】'
            | '،'
            | '؟'
    ) || is_blank(char)
}

/// Returns whether a text is a row of x: "xxx", "XX", "xxx xxx".
fn is_exes(word: &str) -> bool {
    word.len() > 1
        && word.bytes().all(|byte| matches!(byte, b'x' | b'X' | b' '))
        && word.starts_with(['x', 'X'])
}

/// Returns whether a text is what a page shows for a missing parameter: `{{{mission}}}`.
pub(crate) fn is_unfilled_parameter(core: &str) -> bool {
    core.strip_prefix("{{{")
        .and_then(|rest| rest.strip_suffix("}}}"))
        .is_some_and(|name| !name.contains(['{', '}', '\n']) && name.len() <= LONGEST)
}

/// Returns whether a text is the usual filler text (lorem ipsum) and nothing else, however long.
fn is_lorem(core: &str) -> bool {
    let starts = core.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("lorem ipsum"));
    starts
        && core
            .split(|char: char| !char.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| LOREM.has(word))
}

/// Returns whether a text is the question's own wording, its help or one of its examples, for a report about any year, and
/// nothing else.
fn repeats_form(question: &Question, core: &str) -> bool {
    same_words(core, &question.text)
        || same_words(core, question.help.source())
        || question.examples.iter().any(|example| {
            let example = example.source();
            same_words(core, example) && example.split_whitespace().nth(OWN_WORDS - 1).is_some()
        })
}

/// Returns whether two texts have the same words, whatever the blanks between them and the case. A stand-in for a year
/// in `other` equals any year.
fn same_words(text: &str, other: &str) -> bool {
    // Nearly every pair differs in its first letter.
    let (first, other_first) = (text.as_bytes().first(), other.as_bytes().first());
    let is_other = |a: &u8, b: &u8| a.is_ascii() && b.is_ascii() && *b != b'{' && !a.eq_ignore_ascii_case(b);
    if first.zip(other_first).is_some_and(|(a, b)| is_other(a, b)) {
        return false;
    }
    let mut words = text.split_whitespace();
    let mut others = other.split_whitespace();
    loop {
        match (words.next(), others.next()) {
            (None, None) => return true,
            (Some(word), Some(other)) if same_letters(word, other) || is_filled_in(word, other) => {}
            _ => return false,
        }
    }
}

fn same_letters(word: &str, other: &str) -> bool {
    if word.is_ascii() || other.is_ascii() {
        return word.eq_ignore_ascii_case(other);
    }
    word.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}
