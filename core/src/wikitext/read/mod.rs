//! A parameter's value or a table cell's wikitext back into a tree.
//!
//! Anything may stand there: what this app wrote, or what a person typed on the wiki. What an answer can hold becomes
//! part of the tree as the page shows it; the rest stays faithful text and is told as [`Foreign`]. For what this app
//! wrote, `read_value(&value(tree)) == tree`.

mod foreign;
mod label;
mod lines;
mod links;
mod markup;
mod scanner;
mod tag;
mod url;

pub use foreign::Foreign;

use crate::answer::Answer;
use lines::Lines;

/// Reads a value as a tree, with everything that will no longer run, each once and in order.
///
/// A line break typed in the wikitext is one in the tree: it is what the writer meant, though a page may join the lines.
pub fn read_value(value: &str) -> (Answer, Vec<Foreign>) {
    let mut lines = Lines::new(value);
    lines.run();
    lines.finish()
}
