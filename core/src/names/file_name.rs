//! Parts of files' names, made of what a writer has typed.

use crate::letters::is_word_char;

/// The greatest length of a part, in characters.
const LONGEST: usize = 60;

/// Makes a part of a file's name out of the first 60 characters of a free text. Letters, digits and the marks that belong to
/// them stay, in every script, and `.` and `_`; what else stands between them becomes one `-`.
pub fn file_name_part(text: &str) -> String {
    let mut part = String::new();
    for character in text.chars().take(LONGEST) {
        if is_word_char(character) || matches!(character, '.' | '_') {
            part.push(character);
        } else if !part.ends_with('-') {
            part.push('-');
        }
    }
    part.trim_matches(['-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_every_script() {
        let cases = [
            ("हिन्दी विकिमीडिया", "हिन्दी-विकिमीडिया"),
            ("วิกิมีเดียประเทศไทยที่นี่", "วิกิมีเดียประเทศไทยที่นี่"),
            ("উইকিমিডিয়া বাংলাদেশ", "উইকিমিডিয়া-বাংলাদেশ"),
            ("វិគីមេឌៀកម្ពុជា ន៍", "វិគីមេឌៀកម្ពុជា-ន៍"),
            ("விக்கிமீடியா", "விக்கிமீடியா"),
            ("ꦮꦶꦏꦶꦥꦺꦝꦶꦪ꧀", "ꦮꦶꦏꦶꦥꦺꦝꦶꦪ꧀"),
            ("מְדִינָה", "מְדִינָה"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        ];
        for (typed, name) in cases {
            assert_eq!(file_name_part(typed), name);
        }
    }

    #[test]
    fn what_file_systems_refuse_becomes_a_hyphen() {
        let cases = [
            ("A/B: \"C\"?", "A-B-C"),
            ("..", ""),
            (" Wikimédia – Nord ", "Wikimédia-Nord"),
            ("v1.0_final", "v1.0_final"),
            ("", ""),
        ];
        for (typed, name) in cases {
            assert_eq!(file_name_part(typed), name);
        }
        assert_eq!(file_name_part(&"a".repeat(100)).len(), 60);
    }
}
