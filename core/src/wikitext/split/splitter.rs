//! One walk over the page with a stack of what is open.
//!
//! The rules are those of MediaWiki 1.39's `includes/parser/Preprocessor_Hash.php`, for a page that is viewed. Only
//! calls are kept: a `{{{parameter}}}`, a link, a heading or a `-{conversion}-` matters for what it hides from the
//! call around it.

use super::Call;
use super::angle::{Angle, Angles};
use super::stack::{Frame, Opening};

/// A page being split.
pub(super) struct Splitter<'a> {
    page: &'a [u8],
    angles: Angles<'a>,
    at: usize,
    open: Vec<Frame>,
    calls: Vec<Call>,
}

impl<'a> Splitter<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        let angles = Angles::new(page);
        let mut splitter = Self { page: page.as_bytes(), angles, at: 0, open: Vec::new(), calls: Vec::new() };
        splitter.line_start();
        splitter
    }

    /// Splits the next `bytes` bytes of the page, and what begins in them. Returns whether there is more.
    pub(super) fn look(&mut self, bytes: usize) -> bool {
        let until = self.at.saturating_add(bytes).min(self.page.len());
        while let Some(byte) = self.next_special(until) {
            match byte {
                b'<' => self.angle(),
                b'\n' => self.line_break(),
                b'{' => self.braces(false),
                b'[' => self.brackets(),
                b'-' => self.dash(),
                b'}' => self.closing_braces(),
                b']' => self.closing_brackets(),
                b'|' => self.pipe(),
                _ => self.equals(),
            }
        }
        self.at < self.page.len()
    }

    /// Returns the calls that were found, in the order of their ends.
    pub(super) fn found(self) -> Vec<Call> {
        self.calls
    }

    /// Goes to the next character that can be syntax; to `until` where there is none before.
    fn next_special(&mut self, until: usize) -> Option<u8> {
        let rest = self.page.get(self.at..until)?;
        let skipped = rest
            .iter()
            .position(|byte| matches!(byte, b'<' | b'\n' | b'{' | b'[' | b'-' | b'}' | b']' | b'|' | b'='));
        self.at += skipped.unwrap_or(rest.len());
        rest.get(skipped?).copied()
    }

    /// Counts how often `byte` stands from `at` on.
    fn run_of(&self, byte: u8, at: usize) -> usize {
        self.page.get(at..).unwrap_or_default().iter().take_while(|other| **other == byte).count()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.page.get(at).copied()
    }

    fn top(&self) -> Option<&Frame> {
        self.open.last()
    }

    fn is_open(&self, opening: Opening) -> bool {
        self.top().is_some_and(|top| top.opening == opening)
    }

    fn angle(&mut self) {
        match self.angles.read(self.at) {
            Angle::Comment { end, whole_line, .. } => {
                self.at = end;
                if whole_line {
                    self.line_start();
                }
            }
            Angle::Dropped { end } | Angle::Extension { end } | Angle::Text { end } => self.at = end,
        }
    }

    fn line_break(&mut self) {
        while self.is_open(Opening::Heading) {
            self.open.pop();
        }
        self.at += 1;
        self.line_start();
    }

    /// Opens a heading where a line begins with up to six `=`. A single one where a name may end is left to end the name.
    fn line_start(&mut self) {
        let page = self.page.get(..self.page.len().min(self.at + 6)).unwrap_or_default();
        let count = page.get(self.at..).unwrap_or_default().iter().take_while(|byte| **byte == b'=').count();
        if count == 0 || (count == 1 && self.top().is_some_and(Frame::takes_equals)) {
            return;
        }
        self.open.push(Frame::new(Opening::Heading, self.at, count));
        self.at += count;
    }

    fn dash(&mut self) {
        match self.run_of(b'{', self.at + 1) {
            0 => self.at += 1,
            1 => {
                self.open.push(Frame::new(Opening::Conversion, self.at, 2));
                self.at += 2;
            }
            // The rightmost braces win: `-{{` is a dash before a call.
            _ => {
                self.at += 1;
                self.braces(true);
            }
        }
    }

    fn braces(&mut self, after_dash: bool) {
        let count = self.run_of(b'{', self.at);
        if after_dash {
            self.open.push(Frame::after_dash(self.at, count));
        } else if count >= 2 {
            self.open.push(Frame::new(Opening::Braces, self.at, count));
        }
        self.at += count;
    }

    fn brackets(&mut self) {
        let count = self.run_of(b'[', self.at);
        if count >= 2 {
            self.open.push(Frame::new(Opening::Brackets, self.at, count));
        }
        self.at += count;
    }

    fn closing_braces(&mut self) {
        if self.is_open(Opening::Conversion) {
            let closing = self.byte(self.at + 1) == Some(b'-');
            self.close(if closing { 2 } else { 0 });
        } else if self.is_open(Opening::Braces) {
            self.close(self.few(b'}'));
        } else {
            self.at += 1;
        }
    }

    fn closing_brackets(&mut self) {
        if self.is_open(Opening::Brackets) {
            self.close(self.few(b']'));
        } else {
            self.at += 1;
        }
    }

    /// Counts how often `byte` stands here, as far as any frame can use it.
    fn few(&self, byte: u8) -> usize {
        (0..3).take_while(|next| self.byte(self.at + next) == Some(byte)).count()
    }

    /// Closes the innermost frame with some of the `found` closing characters of its kind that stand here.
    fn close(&mut self, found: usize) {
        let closed = self.top().map_or(0, |top| top.closes(found));
        if closed == 0 {
            self.at += 1;
            return;
        }
        let Some(frame) = self.open.pop() else { return };
        if frame.opening == Opening::Braces && closed == 2 {
            self.calls.push(frame.call(self.at));
        }
        self.open.extend(frame.rest(closed));
        self.at += closed;
    }

    fn pipe(&mut self) {
        if let Some(top) = self.open.last_mut().filter(|top| top.takes_pipes()) {
            top.pipe(self.at);
        }
        self.at += 1;
    }

    fn equals(&mut self) {
        if let Some(top) = self.open.last_mut().filter(|top| top.takes_equals()) {
            top.equals(self.at);
        }
        self.at += 1;
    }
}
