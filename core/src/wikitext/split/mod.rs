//! A page's template calls and their arguments, split as MediaWiki splits them.
//!
//! This is MediaWiki's preprocessor for a page that is viewed (`includes/parser/Preprocessor_Hash.php` of 1.39),
//! compared with the parse tree a real wiki gives (`action=expandtemplates&prop=parsetree`). Everything is a range of
//! bytes of the page, so nothing is lost and nothing is copied. Any text splits; the time is in proportion to its
//! length. Line ends are expected to be `\n`, as MediaWiki stores them.
//!
//! A call here is what the preprocessor takes for one: parser functions (`{{#if:…}}`) and variables (`{{PAGENAME}}`)
//! look the same to it.

mod angle;
mod parameters;
mod splitter;
mod stack;
mod tags;
mod visible;

use std::ops::Range;

pub use parameters::PassedParameter;
pub use tags::EXTENSION_TAGS;
pub use visible::{trim, visible};

use splitter::Splitter;

/// A template call: `{{name|argument|name=value}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The byte range of the whole call, its braces included.
    pub range: Range<usize>,
    /// The byte range of all before the first pipe: white space, comments and calls included.
    pub name: Range<usize>,
    /// The arguments, which stand between the pipes, in order.
    pub arguments: Vec<Argument>,
    /// The index, in the list of all calls, of the innermost call around this one.
    pub parent: Option<usize>,
}

/// An argument of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The byte range of all before the first `=`; `None` where there is no `=`, and the argument goes by its number.
    pub name: Option<Range<usize>>,
    /// The byte range of the rest of the argument.
    pub value: Range<usize>,
}

/// Finds every template call of a page, in the order of their beginnings: a call comes before the calls in it.
pub fn calls(page: &str) -> Vec<Call> {
    let mut search = CallSearch::of(page);
    while search.look(page.len()) {}
    search.calls()
}

/// The search for the template calls of a page, piece by piece, as [`calls`] does it at once.
pub(crate) struct CallSearch<'a> {
    splitter: Splitter<'a>,
}

impl<'a> CallSearch<'a> {
    /// Begins with a page.
    pub(crate) fn of(page: &'a str) -> Self {
        Self { splitter: Splitter::new(page) }
    }

    /// Splits the next `bytes` bytes of the page, at least one. Returns whether there is more.
    pub(crate) fn look(&mut self, bytes: usize) -> bool {
        self.splitter.look(bytes.max(1))
    }

    /// Returns the calls that were found.
    pub(crate) fn calls(self) -> Vec<Call> {
        let mut calls = self.splitter.found();
        calls.sort_by_key(|call| call.range.start);
        let mut around: Vec<(usize, usize)> = Vec::new();
        for (place, call) in calls.iter_mut().enumerate() {
            while around.pop_if(|(_, end)| *end <= call.range.start).is_some() {}
            call.parent = around.last().map(|(place, _)| *place);
            around.push((place, call.range.end));
        }
        calls
    }
}
