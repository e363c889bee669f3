//! A message's text taken apart: plain text, `$1`, and `{{…}}` with its forms.
//!
//! One pass with a stack, so time is linear in the text whatever it holds. What is not closed, or nested deeper
//! than [`MAX_DEPTH`], is text as typed: a translator's slip shows, and never hides the rest of the message.

/// The greatest depth of `{{…}}` in `{{…}}`. Messages need two; the limit bounds the recursion when rendering.
const MAX_DEPTH: usize = 8;

/// A piece of a message's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text that is shown as it stands.
    Text(&'a str),
    /// A parameter such as `$1`: its number, counted from 1, and how it is written.
    Parameter(usize, &'a str),
    /// The fields of `{{PLURAL:$1|one|other}}` between the bars, at least one (maybe empty).
    Braces(Vec<Vec<Piece<'a>>>),
}

/// Takes a message's text apart.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut parser = Parser { text, open: Vec::new(), done: Vec::new(), text_from: 0, too_deep: 0 };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at = match (byte, bytes.get(at + 1)) {
            (b'{', Some(b'{')) => parser.open(at),
            (b'}', Some(b'}')) => parser.close(at),
            (b'|', _) => parser.bar(at),
            (b'$', Some(b'1'..=b'9')) => parser.parameter(at),
            _ => at + 1,
        };
    }
    parser.finish()
}

struct Parser<'a> {
    text: &'a str,
    /// The `{{` that are not closed yet, outermost first.
    open: Vec<Open<'a>>,
    /// The pieces outside any `{{`.
    done: Vec<Piece<'a>>,
    /// The byte where the text not yet put into a piece starts.
    text_from: usize,
    /// The number of `{{` beyond [`MAX_DEPTH`] that wait for their `}}`.
    too_deep: usize,
}

struct Open<'a> {
    fields: Vec<Vec<Piece<'a>>>,
    /// The opening braces as typed, to become text again if nothing closes them.
    braces: &'a str,
}

impl<'a> Parser<'a> {
    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn push(&mut self, piece: Piece<'a>) {
        let field = self.open.last_mut().and_then(|open| open.fields.last_mut());
        field.unwrap_or(&mut self.done).push(piece);
    }

    /// Puts the text since the last piece into a piece of its own; the next text starts at `next`.
    fn flush(&mut self, at: usize, next: usize) -> usize {
        if self.text_from < at {
            self.push(Piece::Text(self.slice(self.text_from, at)));
        }
        self.text_from = next;
        next
    }

    fn open(&mut self, at: usize) -> usize {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return at + 2;
        }
        self.flush(at, at + 2);
        self.open.push(Open { fields: vec![Vec::new()], braces: self.slice(at, at + 2) });
        at + 2
    }

    fn close(&mut self, at: usize) -> usize {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return at + 2;
        }
        if self.open.is_empty() {
            return at + 2;
        }
        self.flush(at, at + 2);
        if let Some(open) = self.open.pop() {
            self.push(Piece::Braces(open.fields));
        }
        at + 2
    }

    fn bar(&mut self, at: usize) -> usize {
        if self.open.is_empty() || self.too_deep > 0 {
            return at + 1;
        }
        self.flush(at, at + 1);
        if let Some(open) = self.open.last_mut() {
            open.fields.push(Vec::new());
        }
        at + 1
    }

    fn parameter(&mut self, at: usize) -> usize {
        let rest = self.slice(at + 1, self.text.len());
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let end = at + 1 + digits;
        let Ok(number) = self.slice(at + 1, end).parse() else { return end };
        self.flush(at, end);
        self.push(Piece::Parameter(number, self.slice(at, end)));
        end
    }

    /// Makes braces that were never closed text again, with their inner pieces kept, and returns all pieces.
    fn finish(mut self) -> Vec<Piece<'a>> {
        self.flush(self.text.len(), self.text.len());
        for open in self.open {
            self.done.push(Piece::Text(open.braces));
            for (index, field) in open.fields.into_iter().enumerate() {
                if index > 0 {
                    self.done.push(Piece::Text("|"));
                }
                self.done.extend(field);
            }
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_parameters_are_found() {
        use Piece::{Braces, Parameter, Text};
        assert_eq!(
            pieces("a $1 {{PLURAL:$2|b|{{c}}}} $12"),
            [
                Text("a "),
                Parameter(1, "$1"),
                Text(" "),
                Braces(vec![
                    vec![Text("PLURAL:"), Parameter(2, "$2")],
                    vec![Text("b")],
                    vec![Braces(vec![vec![Text("c")]])]
                ]),
                Text(" "),
                Parameter(12, "$12"),
            ]
        );
    }

    #[test]
    fn what_is_not_closed_is_text() {
        for text in ["{{PLURAL:a|b", "a}}b", "{{a|{{b|c}}", "$0 $ $x 5$", "}}{{", "a|b"] {
            let shown: String = pieces(text).iter().map(written).collect();
            assert_eq!(shown, text);
        }
    }

    fn written(piece: &Piece<'_>) -> String {
        match piece {
            Piece::Text(text) | Piece::Parameter(_, text) => (*text).to_owned(),
            Piece::Braces(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|field| field.iter().map(written).collect()).collect();
                format!("{{{{{}}}}}", fields.join("|"))
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_gets_lost(text in "([{}|$1a]|\\{\\{|\\}\\}|é){0,60}") {
            let shown: String = pieces(&text).iter().map(written).collect();
            proptest::prop_assert_eq!(shown, text);
        }
    }
}
