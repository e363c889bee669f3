//! What is open at a place of the page, and how it closes.

use super::{Argument, Call};

/// The characters that opened a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A run of `{`.
    Braces,
    /// A run of `[`.
    Brackets,
    /// Language conversion: `-{`.
    Conversion,
    /// A run of `=` at the start of a line, open up to the line's end.
    Heading,
}

/// An open construct: a run of opening characters and what has been read since.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) opening: Opening,
    /// The byte where the opening characters begin that are not used up yet.
    start: usize,
    /// The number of opening characters that are not used up yet. They are used up from the right.
    count: usize,
    /// Whether a `-` stands before the run of braces: with the last brace it makes a `-{`.
    after_dash: bool,
    /// The parts behind the pipes so far, one for every pipe.
    parts: Vec<Part>,
}

/// The text behind a pipe, up to the next one.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    equals: Option<usize>,
}

impl Frame {
    pub(super) fn new(opening: Opening, start: usize, count: usize) -> Self {
        Self { opening, start, count, after_dash: false, parts: Vec::new() }
    }

    /// Makes the frame of a run of braces behind a `-`.
    pub(super) fn after_dash(start: usize, count: usize) -> Self {
        Self { after_dash: true, ..Self::new(Opening::Braces, start, count) }
    }

    /// Returns whether a pipe divides what is in the frame.
    pub(super) fn takes_pipes(&self) -> bool {
        matches!(self.opening, Opening::Braces | Opening::Conversion)
    }

    /// Returns whether an equals sign ends a name here.
    pub(super) fn takes_equals(&self) -> bool {
        self.takes_pipes() && self.parts.last().is_some_and(|part| part.equals.is_none())
    }

    /// Notes a pipe at `at`.
    pub(super) fn pipe(&mut self, at: usize) {
        self.parts.push(Part { start: at + 1, equals: None });
    }

    /// Notes an equals sign at `at` that ends a name.
    pub(super) fn equals(&mut self, at: usize) {
        if let Some(part) = self.parts.last_mut() {
            part.equals = Some(at);
        }
    }

    /// Counts how many of `found` closing characters close something here: none if they are text.
    pub(super) fn closes(&self, found: usize) -> usize {
        let most = if self.opening == Opening::Braces { 3 } else { 2 };
        let closed = found.min(self.count).min(most);
        if closed < 2 { 0 } else { closed }
    }

    /// Makes the template call that two closing braces at `at` complete.
    pub(super) fn call(&self, at: usize) -> Call {
        let body = self.start + self.count;
        let ends = self.parts.iter().skip(1).map(|next| next.start - 1).chain([at]);
        let arguments = self.parts.iter().zip(ends).map(|(part, end)| part.argument(end)).collect();
        let name_end = self.parts.first().map_or(at, |part| part.start - 1);
        Call { range: body - 2..at + 2, name: body..name_end, arguments, parent: None }
    }

    /// Returns what stays open of this frame when its last `closed` opening characters have been used up.
    pub(super) fn rest(mut self, closed: usize) -> Option<Self> {
        self.count -= closed;
        self.parts.clear();
        match self.count {
            0 => None,
            1 if self.after_dash => Some(Self::new(Opening::Conversion, self.start - 1, 2)),
            1 => None,
            _ => Some(self),
        }
    }
}

impl Part {
    fn argument(self, end: usize) -> Argument {
        match self.equals {
            Some(equals) => Argument { name: Some(self.start..equals), value: equals + 1..end },
            None => Argument { name: None, value: self.start..end },
        }
    }
}
