//! Small questions about characters, in every script: what is blank, what makes a word, what is a digit.

/// Returns whether a character shows nothing: white space, and the invisible characters that phones and word
/// processors leave behind (zero-width blanks and joiners, direction marks, fillers, variation selectors).
pub(crate) fn is_blank(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_whitespace() || char.is_ascii_control();
    }
    char.is_whitespace()
        || matches!(char,
            '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Returns whether a character belongs to a word: letters and digits of every script, and the marks that sit on them.
pub(crate) fn is_word_char(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    char.is_alphanumeric() || is_mark(char)
}

/// Returns whether a character is a mark that `char::is_alphanumeric` leaves out, of the scripts in daily use, or a joiner
/// inside words.
fn is_mark(char: char) -> bool {
    matches!(char,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}'
        | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}' | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}'
        | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}' | '\u{e38}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb8}'..='\u{ecd}' | '\u{f39}' | '\u{f82}'..='\u{f84}' | '\u{1037}'..='\u{103a}' | '\u{17c6}'..='\u{17d3}'
        | '\u{1b34}' | '\u{1b44}' | '\u{1baa}' | '\u{1bab}' | '\u{a953}' | '\u{a9b3}' | '\u{a9c0}' | '\u{abed}'
        | '\u{200c}' | '\u{200d}' | '\u{3099}' | '\u{309a}')
}

/// Returns the value of a decimal digit, of any script in daily use.
pub(crate) fn digit(char: char) -> Option<u32> {
    if char.is_ascii() {
        return char.to_digit(10);
    }
    /// The zeros of the scripts, in order; nine digits follow each.
    const ZEROS: [char; 22] = [
        '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
        '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
        '\u{1810}', '\u{1c50}', '\u{abf0}', '\u{ff10}',
    ];
    let zero = ZEROS.iter().rfind(|&&zero| zero <= char)?;
    let value = u32::from(char) - u32::from(*zero);
    (value < 10).then_some(value)
}

/// Returns how many characters of a script that writes words without blanks between them make about one English word: two for
/// Chinese, Japanese and Korean signs, five for Thai and its neighbours. `None` for a character of another script. A rule of
/// thumb, not a measurement.
pub(crate) fn chars_per_word(char: char) -> Option<usize> {
    match char {
        '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Some(2),
        '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            Some(5)
        }
        _ => None,
    }
}

/// Returns whether a word is one of a list of lowercase ASCII words, whatever its case.
pub(crate) fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Returns whether a word starts with a capital letter.
pub(crate) fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_have_values() {
        for (char, expected) in [
            ('0', Some(0)),
            ('9', Some(9)),
            ('٩', Some(9)),
            ('۴', Some(4)),
            ('౧', Some(1)),
            ('a', None),
            ('½', None),
            ('三', None),
        ] {
            assert_eq!(digit(char), expected, "{char}");
        }
    }
}
