//! Bold and italics: which apostrophes open and close what.
//!
//! Both readers of markup cut a line into [`Unstyled`]s and let this module turn runs of apostrophes into styles
//! (the source of the rule is `Parser::doQuotes`): two are italics, three bold, five both; four are one of text
//! and bold; more than five are text and both.

use std::borrow::Cow;

use super::builder::Builder;
use super::tree::{Inline, ListKind, Run, Style};

/// A piece of a line before its style is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unstyled<'a> {
    /// Text as shown.
    Text(Cow<'a, str>),
    /// A run of two or more apostrophes, by its length.
    Quotes(usize),
    /// A link whose label's styles are relative to the line's, or a bare address.
    Link(Inline),
    /// A change of block, from a tag. Only wikitext has such tags, no answer's source.
    Block(BlockTag),
    /// Bold or italics from tags, beyond what apostrophes say. Only wikitext has such tags, no answer's source.
    Tagged(Style),
}

/// The change that a tag makes to the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockTag {
    /// A line break: `<br>`.
    Break,
    /// A paragraph's border: `<p>`, `</p>` and their kind.
    Paragraph,
    /// The start of a list: `<ul>`, `<ol>`.
    OpenList(ListKind),
    /// The end of a list: `</ul>`, `</ol>`.
    CloseList,
    /// The start of a list item: `<li>`.
    OpenItem,
    /// The end of a list item: `</li>`.
    CloseItem,
}

/// The treatment of a style that the line doesn't close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unpaired {
    /// The style's apostrophes are text: the source shows what was typed.
    Text,
    /// The style ends with the line, and MediaWiki's guess at a lone apostrophe applies: this keeps the page's meaning.
    EndsWithLine,
}

/// The change of style that a run of apostrophes makes, and how many of its first apostrophes are text.
#[derive(Clone, Copy, Debug, Default)]
struct Toggle {
    text: usize,
    bold: bool,
    italic: bool,
}

/// Adds a line's pieces to the builder in their styles.
pub(crate) fn feed(tokens: Vec<Unstyled<'_>>, unpaired: Unpaired, builder: &mut Builder) {
    let mut toggles = toggles(&tokens, unpaired).into_iter();
    let mut quoted = Style::NONE;
    let mut tagged = Style::NONE;
    for token in tokens {
        let style = quoted.or(tagged);
        match token {
            Unstyled::Text(text) => builder.text(&text, style),
            Unstyled::Link(link) => feed_link(link, style, builder),
            Unstyled::Block(tag) => feed_block(tag, builder),
            Unstyled::Tagged(now) => tagged = now,
            Unstyled::Quotes(_) => {
                let toggle = toggles.next().unwrap_or_default();
                for _ in 0..toggle.text {
                    builder.text("'", style);
                }
                quoted.bold ^= toggle.bold;
                quoted.italic ^= toggle.italic;
            }
        }
    }
}

/// Returns a link's label with its styles, relative to the line around the link.
pub(crate) fn label(tokens: Vec<Unstyled<'_>>, unpaired: Unpaired) -> Vec<Run> {
    let mut toggles = toggles(&tokens, unpaired).into_iter();
    let mut style = Style::NONE;
    let mut runs = Vec::new();
    for token in tokens {
        match token {
            Unstyled::Text(text) => runs.push(Run { text: text.into_owned(), style }),
            Unstyled::Quotes(_) => {
                let toggle = toggles.next().unwrap_or_default();
                runs.push(Run { text: "'".repeat(toggle.text), style });
                style.bold ^= toggle.bold;
                style.italic ^= toggle.italic;
            }
            Unstyled::Link(_) | Unstyled::Block(_) | Unstyled::Tagged(_) => {}
        }
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn feed_link(link: Inline, style: Style, builder: &mut Builder) {
    let absolute =
        |label: Vec<Run>| label.into_iter().map(|run| Run { style: run.style.or(style), ..run }).collect();
    match link {
        Inline::PageLink { target, label } => builder.page_link(&target, absolute(label)),
        Inline::ExternalLink { url, label } => builder.external_link(&url, absolute(label)),
        Inline::Url { url, style: own } => builder.url(&url, own.or(style)),
        Inline::Text(run) => builder.text(&run.text, run.style.or(style)),
    }
}

fn feed_block(tag: BlockTag, builder: &mut Builder) {
    match tag {
        BlockTag::Break => builder.line_break(),
        BlockTag::Paragraph => builder.end_block(),
        BlockTag::OpenList(kind) => builder.open_list(kind),
        BlockTag::CloseList => builder.close_list(),
        BlockTag::OpenItem => builder.open_item(),
        BlockTag::CloseItem => builder.close_item(),
    }
}

/// Decides what each run of apostrophes does, in order.
fn toggles(tokens: &[Unstyled<'_>], unpaired: Unpaired) -> Vec<Toggle> {
    let mut toggles: Vec<Toggle> = tokens.iter().filter_map(quote_length).map(Toggle::of_length).collect();
    let odd =
        |flag: fn(&Toggle) -> bool, toggles: &[Toggle]| toggles.iter().filter(|t| flag(t)).count() % 2 == 1;
    match unpaired {
        Unpaired::Text => {
            if odd(|t| t.bold, &toggles) {
                untoggle(&mut toggles, |t| (t.bold, &mut t.bold, 3));
            }
            if odd(|t| t.italic, &toggles) {
                untoggle(&mut toggles, |t| (t.italic, &mut t.italic, 2));
            }
        }
        Unpaired::EndsWithLine => {
            if odd(|t| t.bold, &toggles) && odd(|t| t.italic, &toggles) {
                demote_lone_apostrophe(tokens, &mut toggles);
            }
        }
    }
    toggles
}

/// Turns the last opener of a style that is never closed into text.
fn untoggle(toggles: &mut [Toggle], part: impl Fn(&mut Toggle) -> (bool, &mut bool, usize)) {
    for toggle in toggles.iter_mut().rev() {
        let (on, flag, apostrophes) = part(toggle);
        if on {
            *flag = false;
            toggle.text += apostrophes;
            return;
        }
    }
}

/// Applies MediaWiki's guess if both styles stay open (`l'''amico''`): in the first bold after a one-letter word, else
/// after a longer word, else after a blank, one apostrophe becomes text and the rest italics.
fn demote_lone_apostrophe(tokens: &[Unstyled<'_>], toggles: &mut [Toggle]) {
    let mut candidates = [None; 3];
    let mut before = "";
    let mut index = 0;
    for token in tokens {
        match token {
            Unstyled::Quotes(_) => {
                if toggles.get(index).is_some_and(|t| t.bold && !t.italic) {
                    let rank = lone_apostrophe_rank(before);
                    if candidates[rank].is_none() {
                        candidates[rank] = Some(index);
                    }
                }
                index += 1;
                before = "";
            }
            Unstyled::Text(text) => before = text,
            _ => before = "",
        }
    }
    if let Some(toggle) = candidates.iter().flatten().next().and_then(|index| toggles.get_mut(*index)) {
        toggle.text += 1;
        toggle.bold = false;
        toggle.italic = true;
    }
}

/// Ranks bold by what is before it: 0 after a one-letter word, 1 after a longer word, 2 after a blank.
fn lone_apostrophe_rank(before: &str) -> usize {
    let mut last = before.chars().rev();
    match (last.next(), last.next()) {
        (Some(' '), _) => 2,
        (Some(_), Some(' ')) => 0,
        _ => 1,
    }
}

fn quote_length(token: &Unstyled<'_>) -> Option<usize> {
    if let Unstyled::Quotes(length) = token { Some(*length) } else { None }
}

impl Toggle {
    fn of_length(length: usize) -> Self {
        match length {
            0 | 1 => Self { text: length, bold: false, italic: false },
            2 => Self { text: 0, bold: false, italic: true },
            3 | 4 => Self { text: length - 3, bold: true, italic: false },
            _ => Self { text: length - 5, bold: true, italic: true },
        }
    }
}
