//! A template's source as a row of texts, parameters and breaks.
//!
//! This is no parser of wikitext: it only has to keep apart what stands in different cells, lines and arguments, and to
//! see each `{{{parameter}}}`. It looks at each byte a bounded number of times.

use super::piece::{Break, Piece, Role};
use super::tags::tag;

/// A pair of braces that is not closed yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A call of a parser function that is still in the part that it tests.
    Test,
    Call,
    /// A parameter that is in its default.
    Default,
}

/// Cuts a template's source into pieces.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut cutter =
        Cutter { source, at: 0, text_from: 0, open: Vec::new(), tests: 0, defaults: 0, pieces: Vec::new() };
    cutter.line_start();
    while let Some(byte) = source.as_bytes().get(cutter.at) {
        cutter.step(*byte);
    }
    cutter.end_text();
    cutter.pieces
}

struct Cutter<'s> {
    source: &'s str,
    at: usize,
    text_from: usize,
    open: Vec<Open>,
    /// The number of open braces that are [`Open::Test`].
    tests: usize,
    /// The number of open braces that are [`Open::Default`].
    defaults: usize,
    pieces: Vec<Piece<'s>>,
}

impl<'s> Cutter<'s> {
    fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b'{' => self.open_braces(),
            b'}' => self.close_braces(),
            b'|' => self.pipe(),
            b'[' => self.link(),
            b'<' => match tag(self.rest()) {
                Some(tag) => self.cut(tag.length, tag.breaks),
                None => self.at += 1,
            },
            b'\n' => {
                let blank = self
                    .rest()
                    .get(1..)
                    .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\n'));
                self.cut(1, Some(if blank { Break::Cell } else { Break::Line }));
                self.line_start();
            }
            b'!' if self.rest().starts_with("!!") => self.cut(2, Some(Break::Cell)),
            b'\'' if self.rest().starts_with("''") => {
                let quotes = self.rest().bytes().take_while(|byte| *byte == b'\'').count();
                self.cut(quotes, None);
            }
            _ => self.at += 1,
        }
    }

    /// Ends the text here, skips `length` bytes and adds a border if there is one.
    fn cut(&mut self, length: usize, breaks: Option<Break>) {
        self.end_text();
        self.at += length;
        self.text_from = self.at;
        self.pieces.extend(breaks.map(Piece::Break));
    }

    fn end_text(&mut self) {
        if let Some(text) = self.source.get(self.text_from..self.at).filter(|text| !text.is_empty()) {
            self.pieces.push(Piece::Text(text));
        }
    }

    /// Reads table markup, headings and list marks, which count only at a line's start.
    fn line_start(&mut self) {
        let rest = self.rest();
        let text = rest.trim_start_matches([' ', '\t']);
        let indent = rest.len() - text.len();
        let (length, breaks) = match text.as_bytes() {
            [b'{', b'|', ..] | [b'|', b'-' | b'}', ..] if !text.starts_with("|}}") => (2, Break::Row),
            [b'|', b'+', ..] => (2, Break::Cell),
            [b'|' | b'!', ..] if self.open.is_empty() || self.open.last() == Some(&Open::Call) => {
                (1, Break::Cell)
            }
            [b'=' | b';', ..] => (0, Break::Cell),
            _ => return,
        };
        self.cut(indent + length, Some(breaks));
    }

    fn open_braces(&mut self) {
        let braces = self.rest().bytes().take_while(|byte| *byte == b'{').count();
        if braces < 3 {
            return if braces == 2 { self.open_call() } else { self.at += 1 };
        }
        for _ in 0..(braces - 3) / 2 {
            self.open_call();
        }
        self.cut((braces - 3) % 2, None);
        self.parameter();
    }

    fn open_call(&mut self) {
        self.cut(2, Some(Break::Pipe));
        let name = self.rest().trim_start();
        self.push(if name.starts_with('#') { Open::Test } else { Open::Call });
        if let Some(function) = function_length(name) {
            self.cut(self.rest().len() - name.len() + function, None);
        }
    }

    fn parameter(&mut self) {
        self.cut(3, None);
        let rest = self.rest();
        let Some(length) = rest.find(['|', '}', '{', '\n', '<', '[']) else { return };
        let name = rest.get(..length).unwrap_or_default().trim();
        let after = rest.get(length..).unwrap_or_default();
        let role = match (self.defaults, self.tests) {
            (1.., _) => Role::StandsIn,
            (0, 1..) => Role::Tested,
            (0, 0) => Role::Shown,
        };
        if after.starts_with("}}}") {
            self.pieces.push(Piece::Parameter { name, role });
            self.cut_silently(length + 3);
        } else if after.starts_with('|') {
            self.pieces.push(Piece::Parameter { name, role });
            self.cut_silently(length + 1);
            self.push(Open::Default);
        }
    }

    /// Skips `length` bytes that are no text.
    fn cut_silently(&mut self, length: usize) {
        self.at += length;
        self.text_from = self.at;
    }

    fn close_braces(&mut self) {
        match self.open.last() {
            Some(Open::Default) if self.rest().starts_with("}}}") => {
                self.pop();
                self.cut(3, None);
            }
            Some(Open::Test | Open::Call) if self.rest().starts_with("}}") => {
                self.pop();
                self.cut(2, Some(Break::Pipe));
            }
            _ => self.at += 1,
        }
    }

    fn pipe(&mut self) {
        if self.open.last() == Some(&Open::Test) {
            self.pop();
            self.push(Open::Call);
            self.cut(1, Some(Break::Pipe));
            self.line_start();
        } else if self.rest().starts_with("||") {
            self.cut(2, Some(Break::Cell));
        } else {
            self.cut(1, Some(Break::Pipe));
        }
    }

    /// Skips all of a link but its label, which is text.
    fn link(&mut self) {
        const LONGEST_TARGET: usize = 1000;
        let inner = self.rest().strip_prefix("[[");
        let (brackets, inside) =
            inner.map_or((1, self.rest().get(1..).unwrap_or_default()), |inside| (2, inside));
        let outer = ["http://", "https://", "//"].iter().any(|start| inside.starts_with(start));
        let border = inside.bytes().take(LONGEST_TARGET).position(|byte| match byte {
            b'|' | b'[' | b']' | b'{' | b'\n' => true,
            b' ' => brackets == 1 && outer,
            _ => false,
        });
        match border.and_then(|border| Some((border, *inside.as_bytes().get(border)?))) {
            Some((border, b'|')) if brackets == 2 => self.cut(brackets + border + 1, None),
            Some((border, b' ')) => self.cut(brackets + border, None),
            _ => self.cut(brackets, None),
        }
    }

    fn push(&mut self, open: Open) {
        self.tests += usize::from(open == Open::Test);
        self.defaults += usize::from(open == Open::Default);
        self.open.push(open);
    }

    fn pop(&mut self) {
        let open = self.open.pop();
        self.tests -= usize::from(open == Some(Open::Test));
        self.defaults -= usize::from(open == Some(Open::Default));
    }
}

/// Returns the length in bytes of the parser function's name and colon that `call` starts with: `#if:`.
fn function_length(call: &str) -> Option<usize> {
    let name = call.strip_prefix('#')?;
    let length = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    name.get(length..)?.starts_with(':').then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(source: &str) -> String {
        let shape = pieces(source).into_iter().map(|piece| match piece {
            Piece::Text(text) => format!("\"{text}\""),
            Piece::Parameter { name, role: Role::Shown } => name.to_owned(),
            Piece::Parameter { name, role: Role::Tested } => format!("?{name}"),
            Piece::Parameter { name, role: Role::StandsIn } => format!("+{name}"),
            Piece::Break(Break::Line) => "/".to_owned(),
            Piece::Break(Break::Pipe) => "|".to_owned(),
            Piece::Break(Break::Cell) => "||".to_owned(),
            Piece::Break(Break::Row) => "|-".to_owned(),
        });
        shape.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn shapes() {
        let cases = [
            ("| Q || {{{a}}}", "|| \" Q \" || \" \" a"),
            ("{|\n|-\n! Q\n| {{{a|b}}}\n|}", "|- / |- / || \" Q\" / || \" \" a \"b\" / |-"),
            ("{{#if:{{{a|}}}|{{{a}}}|no}}", "| ?a | a | \"no\" |"),
            ("{{row|Q|{{{a}}}}}", "| \"row\" | \"Q\" | a |"),
            ("{{{a|{{{b|}}}}}}", "a +b"),
            ("{{{{{a}}}}}", "| a |"),
            ("{{{ a }}}", "a"),
            ("<tr><td>Q<br/>R</td><td>{{{a}}}</td></tr>", "|- || \"Q\" / \"R\" || || a || |-"),
            ("[[x|Q]] [[R]] [http://x S]", "\"Q]] \" \"R]] \" \" S]\""),
            ("'''Q''' !! {{{a}}}", "\"Q\" \" \" || \" \" a"),
            ("a\n\nb", "\"a\" || / \"b\""),
            ("{{{", ""),
            ("}}}}", "\"}}}}\""),
        ];
        for (source, expected) in cases {
            assert_eq!(shape(source), expected, "{source}");
        }
    }
}
