//! Letters garbled by a wrong encoding: `Ã©` for `é`, `РџСЂ` for `Пр`, `Âèêè` for `Вики`.

use crate::excerpt::excerpt;

/// The characters of windows-1252 from byte 80 to 9F.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
/// The characters of windows-1251 from byte 80 to BF; `А` to `я` follow.
const CYRILLIC: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// Returns the first word whose letters a wrong encoding has garbled, shortened.
pub(super) fn broken_letters(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut foreign = None;
    for word in text.split([' ', '\n']).filter(|word| !word.is_ascii()) {
        if word.contains('\u{FFFD}') || is_utf8_misread(word) {
            return Some(excerpt(word));
        }
        if is_all_accents(word) && foreign.replace(word).is_some() {
            return foreign.map(excerpt);
        }
    }
    None
}

/// Returns whether a word is UTF-8 that was read as windows-1252 or windows-1251.
fn is_utf8_misread(word: &str) -> bool {
    // In Western languages an accented letter is often alone, in Cyrillic ones two such letters are words of their own.
    let western = sequences(word, western_byte);
    let cyrillic = sequences(word, cyrillic_byte);
    western.longest >= 2 || western.sure || cyrillic.longest >= 3 || cyrillic.of_three
}

/// The UTF-8 sequences that a word's characters form, taken as bytes of another encoding.
#[derive(Default)]
struct Sequences {
    /// The greatest number of adjacent sequences.
    longest: usize,
    /// Whether a sequence has three bytes or more.
    of_three: bool,
    /// Whether a sequence cannot be anything else in windows-1252: it has three bytes, or is a sign after `Â` or `Ã`.
    sure: bool,
}

fn sequences(word: &str, byte: fn(char) -> Option<u8>) -> Sequences {
    let bytes: Vec<u8> = word.chars().map(|c| byte(c).unwrap_or_default()).collect();
    let mut found = Sequences::default();
    let (mut at, mut row) = (0, 0);
    while let Some(lead) = bytes.get(at) {
        let length = match lead {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => 1,
        };
        let sequence = bytes.get(at..at + length).filter(|bytes| length > 1 && str::from_utf8(bytes).is_ok());
        match sequence {
            Some(sequence) => {
                row += 1;
                at += length;
                found.longest = found.longest.max(row);
                found.of_three |= length > 2;
                found.sure |= length > 2 || matches!(sequence, [0xC2 | 0xC3, 0xA0..=0xBF]);
            }
            None => {
                row = 0;
                at += 1;
            }
        }
    }
    found
}

fn western_byte(character: char) -> Option<u8> {
    match character {
        '\u{A0}'..='\u{FF}' => u8::try_from(u32::from(character)).ok(),
        _ => place(WESTERN, character),
    }
}

fn cyrillic_byte(character: char) -> Option<u8> {
    match character {
        'А'..='я' => u8::try_from(u32::from(character) - u32::from('А') + 0xC0).ok(),
        _ => place(CYRILLIC, character),
    }
}

/// Returns the byte of a character in a table that begins at byte 80.
fn place(table: &str, character: char) -> Option<u8> {
    let at = table.chars().position(|c| c == character)?;
    u8::try_from(at + 0x80).ok()
}

/// Returns whether a word has only letters from `À` to `ÿ`, at least four, as in no language: it is Cyrillic, Greek or
/// the like, read as windows-1252.
fn is_all_accents(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    word.chars().count() >= 4 && word.chars().all(|c| matches!(c, 'À'..='ÿ'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_wrong_encoding_makes_is_known() {
        let broken = [
            ("Caf\u{C3}\u{A9} Orin", "CafÃ©"),
            ("the groupâ€™s plan", "groupâ€™s"),
            ("open Â\u{A0} now", "Â"),
            ("Ð’Ð¸ÐºÐ¸ Ð¸ Ð¼Ñ‹", "Ð’Ð¸ÐºÐ¸"),
            ("РџСЂРёРІРµС‚ РјРёСЂ", "РџСЂРёРІРµС‚"),
            ("члены вЂ“ 20", "вЂ“"),
            ("Âèêèìåäèñòû Íèãäå", "Íèãäå"),
            ("æ—¥æœ¬ã\u{81}®", "æ—¥æœ¬ã\u{81}®"),
            ("a\u{FFFD}b", "a\u{FFFD}b"),
        ];
        for (text, word) in broken {
            assert_eq!(
                broken_letters(text).map(|word| word.trim().to_owned()).as_deref(),
                Some(word),
                "{text}"
            );
        }
    }

    #[test]
    fn letters_of_every_language_are_left_alone() {
        let whole = [
            "plain words",
            "Café Ñandú, São Paulo, Århus, Ålesund, naïve, cœur, Łódź, İzmir, Zürich, Öö",
            "SÃO PAULO, ÂNCORA, AÑO, ÉTÉ, ŒUVRE, ÅÄÖ",
            "«Être» – “Âge” … 3×4 = 12, 20 °C, § 5, £30, 10 €, ½",
            "Рік, Річ, Сім’я; Сірий: «Рі»… №5",
            "Вікімедія Україна; Ђорђе, Љубљана, Ўзбекистон, қазақ",
            "Đặng Thị Ánh, người Việt",
            "Ελλάδα, עברית, العربية, हिन्दी, 日本語, ไทย",
            "„Ä“ and Ö…",
            "Åå",
        ];
        for text in whole {
            assert_eq!(broken_letters(text), None, "{text}");
        }
    }
}
