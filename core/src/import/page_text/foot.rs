//! Finds where the answers end and the page's footer begins.

use std::collections::BTreeSet;

use super::lines::Line;
use crate::import::collector::Collector;
use crate::import::pace::Pace;

/// Finds the first line of the page's footer after the last question; the end of the lines if there is none.
///
/// The footer begins with the first line that cannot be anything else, including the lines of the wiki's frame right
/// above it.
pub(super) async fn start(
    lines: &[Line<'_>],
    chosen: &BTreeSet<usize>,
    collector: &Collector<'_>,
    pace: &Pace,
) -> usize {
    let first = chosen.last().map_or(0, |last| last + 1);
    for (at, line) in lines.iter().enumerate().skip(first) {
        pace.work(line.text.len() + 1).await;
        if collector.chrome.is_unmistakable(line.text) {
            let above = lines.get(first..at).unwrap_or_default().iter().rev();
            let is_frame = |line: &&Line<'_>| line.text.is_empty() || collector.chrome.holds(line.text);
            return at - above.take_while(is_frame).count();
        }
    }
    lines.len()
}
