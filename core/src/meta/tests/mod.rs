//! Previews and pages that stand on a wiki, compared with reports.

mod preview;
mod standing;

use crate::answer::parse;
use crate::form::parameters::Learned;
use crate::form::{Form, ParameterNames};
use crate::report::Report;

/// What stands in the answers of the report, question by question, over and over.
const SOURCES: [&str; 9] = [
    "We meet every month, and [[Wikimedia Orin/Minutes|the minutes]] are public.",
    "* Photo walk, 25 people\n* [https://example.org/w Workshop] ''for newcomers''\n** '''twice'''",
    "Yes; see https://example.org/plan_(2024).\n\nNext year we will publish it in [[:fr:Plan]].",
    "About 50 % of «our» members: who? Nobody counted!",
    "Text with <b>tags</b>, {{templates}} | pipes, ~~~~ and [[Category:X]]",
    "# one\n# two\n#* three",
    "",
    "Қазақша, 日本語, עברית",
    "first line\nsecond line &nbsp; <ref>x</ref> -- {| table |}",
];

fn report(form: &Form) -> Report<'_> {
    let mut places = 0..;
    let mut source = || places.next().map_or("", |at: usize| SOURCES[at % SOURCES.len()]);
    Report::of_trees(form, |question| parse(source(), question.kind.markup()).into())
}

/// Names for all parameters: the known ones, and made up ones where none is known.
fn names(form: &Form) -> ParameterNames {
    let known = ParameterNames::of(form);
    let made_up = known.missing(form).into_iter().enumerate();
    let names = made_up.map(|(at, question)| (question.id.clone(), format!("made up {at}"))).collect();
    known.with(&Learned { names, ..Learned::default() })
}
