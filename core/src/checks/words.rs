//! Lists of words to look up, so that a word that is not on the list costs next to nothing.

/// A list of words in lower case, looked up ignoring the case of ASCII letters.
pub(super) struct Words {
    list: &'static [&'static str],
    /// The occurring lengths in bytes, as bits, for each first letter and for any other first character.
    lengths: [u32; 27],
}

impl Words {
    /// Creates a list, which should have its most frequent words first.
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut lengths = [0; 27];
        let mut at = 0;
        while at < list.len() {
            let bytes = list[at].as_bytes();
            lengths[slot(bytes)] |= bit(bytes);
            at += 1;
        }
        Self { list, lengths }
    }

    /// Returns whether a word is on the list.
    pub fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        // Nearly every word is rejected here.
        if self.lengths.get(slot(bytes)).is_none_or(|lengths| lengths & bit(bytes) == 0) {
            return false;
        }
        self.list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
    }

    /// Returns the words, as listed.
    #[cfg(test)]
    pub fn list(&self) -> &'static [&'static str] {
        self.list
    }
}

/// Returns the position of the first letter in the alphabet, or 26 for anything else.
const fn slot(bytes: &[u8]) -> usize {
    match bytes {
        [first, ..] if first.is_ascii_alphabetic() => (first.to_ascii_lowercase() - b'a') as usize,
        _ => 26,
    }
}

const fn bit(bytes: &[u8]) -> u32 {
    1 << (if bytes.len() < 31 { bytes.len() } else { 31 })
}

#[cfg(test)]
mod tests {
    use super::Words;

    static SOME: Words =
        Words::new(&["one", "two", "to do", "été", "a word that is longer than thirty-two bytes"]);

    #[test]
    fn every_word_of_a_list_is_found_in_any_case() {
        for word in SOME.list() {
            assert!(SOME.has(word) && SOME.has(&word.to_ascii_uppercase()), "{word}");
        }
        for word in ["", "tw", "ten", "On", "ones", "éta", "a word that is longer than thirty-two words"] {
            assert!(!SOME.has(word), "{word}");
        }
    }
}
