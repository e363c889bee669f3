//! Searches a text without reading any part of it twice.

/// A search for the next place of some bytes that reads each part of the text once, however often it is asked.
pub(super) struct Finder {
    needle: &'static str,
    known: Known,
}

/// The result of the last search.
enum Known {
    /// The state before the first search.
    Nothing,
    /// The place that was found, in bytes.
    At(usize),
    /// No occurrence is left in the text.
    NoMore,
}

impl Finder {
    /// Creates a finder that has not searched yet.
    pub fn new(needle: &'static str) -> Self {
        Self { needle, known: Known::Nothing }
    }

    /// Finds the first place at or after the byte `from`, which never decreases from call to call.
    pub fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        match self.known {
            Known::NoMore => return None,
            Known::At(at) if at >= from => return Some(at),
            Known::At(_) | Known::Nothing => {}
        }
        let found = text.get(from..).and_then(|rest| rest.find(self.needle)).map(|at| from + at);
        self.known = found.map_or(Known::NoMore, Known::At);
        found
    }
}

/// Finds the first byte of an ASCII needle in a text, whatever its case.
pub(super) fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let needle = needle.as_bytes();
    text.as_bytes().windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

#[cfg(test)]
mod tests {
    use super::{Finder, find_ignoring_case};

    #[test]
    fn the_next_place_from_anywhere_on() {
        let text = "a]]b]]";
        let mut finder = Finder::new("]]");
        for (from, found) in [(0, Some(1)), (1, Some(1)), (2, Some(4)), (4, Some(4)), (5, None), (6, None)] {
            assert_eq!(finder.next(text, from), found, "{from}");
        }
    }

    #[test]
    fn any_case() {
        assert_eq!(find_ignoring_case("é</NoWiki>", "</nowiki>"), Some(2));
        assert_eq!(find_ignoring_case("</nowik", "</nowiki>"), None);
    }
}
