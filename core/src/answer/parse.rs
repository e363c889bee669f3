//! From source to tree: lines first, then what stands on each. Cannot fail; linear in the source's length.

use super::builder::Builder;
use super::quotes::{self, Unpaired};
use super::source_line;
use super::tree::{Answer, ListKind, Style};
use super::url::find_urls;
use crate::answer::Markup;

/// Understands an answer's source. `source` has LF line ends ([`crate::input::normalize`]).
///
/// With [`Markup::None`] every character is text, addresses too.
pub fn parse(source: &str, markup: Markup) -> Answer {
    match markup {
        Markup::None => plain(source, |line, builder| builder.text(line, Style::NONE)),
        Markup::Wiki => wiki(source),
    }
}

/// The tree of a text as it is displayed somewhere: every character is text, bare addresses are links.
///
/// A line break is one, a blank line parts paragraphs. Printing this tree gives source that shows the same text.
pub fn literal(text: &str) -> Answer {
    plain(text, |line, builder| {
        let mut from = 0;
        for url in find_urls(line) {
            builder.text(line.get(from..url.start).unwrap_or_default(), Style::NONE);
            from = url.end;
            builder.url(line.get(url).unwrap_or_default(), Style::NONE);
        }
        builder.text(line.get(from..).unwrap_or_default(), Style::NONE);
    })
}

fn plain(text: &str, feed: impl Fn(&str, &mut Builder)) -> Answer {
    let mut builder = Builder::new();
    for line in text.split('\n') {
        if is_blank(line) {
            builder.end_block();
        } else {
            feed(line, &mut builder);
            builder.line_break();
        }
    }
    builder.finish()
}

fn wiki(source: &str) -> Answer {
    let mut builder = Builder::new();
    let mut lists = OpenLists::default();
    for line in source.split('\n').map(trim_blanks) {
        match item(line) {
            Some((markers, content)) => {
                lists.item(markers, &mut builder);
                feed_line(content, &mut builder);
            }
            None if line.is_empty() => {
                lists.close(0, &mut builder);
                builder.end_block();
            }
            None => {
                lists.close(0, &mut builder);
                feed_line(line, &mut builder);
                builder.line_break();
            }
        }
    }
    builder.finish()
}

fn feed_line(line: &str, builder: &mut Builder) {
    if source_line::is_plain(line) {
        builder.text(line, Style::NONE);
        return;
    }
    quotes::feed(source_line::tokens(line), Unpaired::Text, builder);
}

/// The markers and the content of a line that is a list item: `*` and `#`, then something.
pub(super) fn item(line: &str) -> Option<(&str, &str)> {
    let content = line.trim_start_matches(['*', '#']);
    let markers = line.get(..line.len() - content.len())?;
    let content = trim_blanks(content);
    (!markers.is_empty() && !content.is_empty()).then_some((markers, content))
}

fn trim_blanks(line: &str) -> &str {
    line.trim_matches([' ', '\t'])
}

fn is_blank(line: &str) -> bool {
    trim_blanks(line).is_empty()
}

/// The lists that are open, outermost first, as a line's markers name them.
#[derive(Debug, Default)]
pub(crate) struct OpenLists(Vec<ListKind>);

impl OpenLists {
    /// Begins the item that `markers` asks for. A jump of more than one level is one level.
    pub(crate) fn item(&mut self, markers: &str, builder: &mut Builder) {
        let kinds: Vec<ListKind> = markers.chars().map(list_kind).collect();
        let Some((own, _)) = kinds.split_last() else { return };
        let common = self.0.iter().zip(&kinds).take_while(|(open, asked)| open == asked).count();
        self.close(common, builder);
        if common < kinds.len() {
            self.0.push(*own);
            builder.open_list(*own);
        }
        builder.open_item();
    }

    /// Closes all but the outermost `depth` lists.
    pub(crate) fn close(&mut self, depth: usize, builder: &mut Builder) {
        for _ in self.0.drain(depth.min(self.0.len())..) {
            builder.close_list();
        }
    }
}

fn list_kind(marker: char) -> ListKind {
    if marker == '*' { ListKind::Bulleted } else { ListKind::Numbered }
}
