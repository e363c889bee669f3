//! The wiki's own frame around a page: lines that every page shows and that no author wrote.
//!
//! The lines are data (`chrome.txt` beside this file).

use std::collections::BTreeSet;

const LINES: &str = include_str!("chrome.txt");

/// The known lines of the wiki's frame.
pub(super) struct Chrome {
    whole: BTreeSet<&'static str>,
    starts: Vec<&'static str>,
    unmistakable: Vec<&'static str>,
}

impl Chrome {
    /// Loads the known lines.
    pub(super) fn known() -> Self {
        let of = |mark: char| LINES.lines().filter_map(move |line| line.strip_prefix(mark));
        Self { whole: of('=').collect(), starts: of('>').collect(), unmistakable: of('!').collect() }
    }

    /// Returns whether a line outside the answers belongs to the frame.
    pub(super) fn holds(&self, line: &str) -> bool {
        let line = line.trim();
        self.whole.contains(line)
            || self.starts.iter().any(|start| line.starts_with(start))
            || self.is_unmistakable(line)
    }

    /// Returns whether a line can only be the frame's, wherever it is.
    pub(super) fn is_unmistakable(&self, line: &str) -> bool {
        let line = line.trim_start();
        self.unmistakable.iter().any(|start| line.starts_with(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_known_line_by_line() {
        let chrome = Chrome::known();
        let cases = [
            ("Jump to content", true, false),
            (" Search ", true, false),
            ("Search for it", false, false),
            ("Category: Reports", true, false),
            ("Retrieved from \"https://meta.wikimedia.org/\"", true, true),
            ("This page was last edited on 3 March 2025, at 10:00.", true, true),
            ("It says: Retrieved from \"https://x\"", false, false),
            ("", false, false),
        ];
        for (line, holds, unmistakable) in cases {
            assert_eq!((chrome.holds(line), chrome.is_unmistakable(line)), (holds, unmistakable), "{line}");
        }
    }

    #[test]
    fn every_line_of_the_data_has_a_mark() {
        assert!(LINES.lines().all(|line| line.starts_with(['#', '=', '>', '!'])));
    }
}
