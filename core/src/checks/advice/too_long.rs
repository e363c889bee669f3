//! Finds answers so long that they should be a page of their own.

use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::i18n::Message;
use crate::letters::chars_per_word;

/// The number of words above which an answer is very long.
pub const LONG_ANSWER: usize = 300;

/// Adds one suggestion on an answer of more than [`LONG_ANSWER`] words.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    let source = &subject.source;
    // Most answers are far shorter: a word has at least one byte and a blank, and signs of any script make at most two
    // words per six bytes.
    if source.text.len() <= LONG_ANSWER * 2 {
        return;
    }
    let words = word_count(source.spoken()) + source.links().filter(|link| !link.labelled).count();
    if words > LONG_ANSWER {
        let message = Message::new("suggest-very-long").with(words).with(LONG_ANSWER);
        found.push(subject.suggest(SuggestionId::VeryLong, source.trimmed(), message));
    }
}

/// Counts the words as an English reader would. Scripts without blanks between words are counted by characters: two Chinese,
/// Japanese or Korean signs, or five characters of Thai and its neighbours, are one word.
fn word_count<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    // Counted in sixtieths of a word, to add exactly.
    let (mut whole, mut parts) = (0, 0);
    for word in words {
        if word.is_ascii() {
            whole += 1;
            continue;
        }
        let unspaced: usize = word.chars().filter_map(chars_per_word).map(|chars| 60 / chars).sum();
        if unspaced == 0 {
            whole += 1;
        }
        parts += unspaced;
    }
    whole + parts / 60
}

#[cfg(test)]
mod tests {
    use super::word_count;

    #[test]
    fn signs_without_blanks_are_counted_by_characters() {
        assert_eq!(word_count("two words".split(' ')), 2);
        assert_eq!(word_count(["我们是维基媒体人"].into_iter()), 4);
        assert_eq!(word_count(["ภาษาไทยไทย"].into_iter()), 2);
        assert_eq!(word_count(["Қазақ", "тілі"].into_iter()), 2);
    }
}
