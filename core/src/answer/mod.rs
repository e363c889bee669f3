//! One answer as a small tree: the writer's text, parsed once and shown everywhere.
//!
//! The writer types *source*: text, with page links, external links, bare URLs, bold, italics and lists in wiki
//! notation, and `<nowiki>` as the only escape. [`parse()`] parses it and cannot fail: whatever is not on that list is
//! text. [`print()`] is its inverse, `parse(print(tree)) == tree`. The renderers ([`plain_text()`], [`html()`], and
//! [`crate::wikitext`]'s value writer) all start from the tree, so a preview and the page cannot differ.
//!
//! Every tree is in *normal form*, which only [`Builder`] makes: no empty runs, lines, items or blocks; neighbouring
//! runs of one style are one run; blanks are single and never at a line's ends; no two lists of one kind are side by
//! side.

mod builder;
mod html;
mod lex;
mod lex_line;
mod line;
mod markup;
mod parse;
mod parsed;
mod plain_text;
mod print;
pub(crate) mod protocols;
pub(crate) mod quotes;
pub(crate) mod target;
mod token;
mod tree;
mod unlinked;
mod unstyled;
pub(crate) mod url;

pub use builder::Builder;
pub use html::{escape_html, html, page_url};
pub use lex::lex;
pub use markup::Markup;
pub(crate) use parse::OpenLists;
pub use parse::{literal, parse};
pub use parsed::Parsed;
pub use plain_text::plain_text;
pub use print::print;
pub(crate) use print::{apostrophes, outer_style, print_bare};
pub use target::valid_target;
pub use token::{Token, TokenKind};
pub use tree::{Answer, Block, Inline, Item, Line, List, ListKind, Run, Style};
pub use unlinked::unlinked;
pub use url::{find_urls, valid_bare_url, valid_url};

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
