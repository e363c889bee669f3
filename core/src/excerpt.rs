//! Texts made short, for messages and lists.

/// The greatest length of an excerpt, in characters.
const LONGEST: usize = 120;

/// Returns a text on one line, cut to 120 characters, with `…` where something is left out.
pub(crate) fn excerpt(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if let Some((end, _)) = line.char_indices().nth(LONGEST) {
            line.truncate(end);
            line.push('…');
            break;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_on_a_character() {
        assert_eq!(excerpt(" two\n  words "), "two words");
        assert_eq!(excerpt(""), "");
        let whole = "é".repeat(LONGEST);
        assert_eq!(excerpt(&whole), whole);
        assert_eq!(excerpt(&format!("{whole}é")), format!("{whole}…"));
        assert_eq!(excerpt(&"word ".repeat(1 << 20)).chars().count(), LONGEST + 1);
    }
}
