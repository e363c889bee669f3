//! Answers made short, for the cells of a table.

use super::CollectedAnswer;
use crate::excerpt::excerpt;

impl CollectedAnswer {
    /// Returns the answer's text on one line, cut to 120 characters, with `…` where something is left out.
    pub fn excerpt(&self) -> String {
        excerpt(&self.text)
    }
}
