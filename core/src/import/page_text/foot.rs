//! Where the answers end and the page's foot begins.

use std::collections::BTreeSet;

use super::lines::Line;
use crate::import::collector::Collector;

/// Finds the first line of the page's foot behind the last question; the end of the lines if there is none.
///
/// The foot begins with the first line that can be nothing else, and with the lines of the wiki's frame right above it.
pub(super) fn start(lines: &[Line<'_>], chosen: &BTreeSet<usize>, collector: &Collector<'_>) -> usize {
    let first = chosen.last().map_or(0, |last| last + 1);
    let behind = lines.get(first..).unwrap_or_default();
    let Some(sure) = behind.iter().position(|line| collector.chrome.is_unmistakable(line.text)) else {
        return lines.len();
    };
    let above = behind.get(..sure).unwrap_or_default().iter().rev();
    let frame = above.take_while(|line| line.text.is_empty() || collector.chrome.holds(line.text)).count();
    first + sure - frame
}
