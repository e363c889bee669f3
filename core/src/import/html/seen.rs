//! The part of a page that its reader sees. The one place that leaves out the rest: hidden text, deleted text,
//! comments.
//!
//! Follows the HTML standard (§ 13.2.6) in deciding where an element ends: end tags that are implied or missing,
//! elements that have none. Each token opens or closes an element once, so the time is linear.

use std::borrow::Cow;
use std::collections::HashMap;

use super::comments;
use super::css::{Look, Sheet};
use super::token::{Mark, Tag, Token};
use crate::answer::ListKind;
use crate::entities;
use crate::import::pace::Pace;

/// Elements that a browser never shows, or only as a control: their content is not text of the page.
const UNSEEN: [&str; 27] = [
    "template",
    "noscript",
    "textarea",
    "select",
    "option",
    "optgroup",
    "datalist",
    "button",
    "input",
    "meter",
    "progress",
    "iframe",
    "noframes",
    "noembed",
    "audio",
    "video",
    "canvas",
    "object",
    "applet",
    "xml",
    "annotation",
    "annotation-xml",
    "mjx-assistive-mml",
    "desc",
    "metadata",
    "defs",
    "colgroup",
];

/// Classes under which sites and libraries keep text for screen readers and programs, and links to edit a section.
const UNSEEN_CLASSES: [&str; 16] = [
    "mw-editsection",
    "ve-ce-focusableNode-invisible",
    "visually-hidden",
    "visuallyhidden",
    "sr-only",
    "screen-reader-text",
    "screen-reader-only",
    "assistive-text",
    "element-invisible",
    "cdk-visually-hidden",
    "u-hidden-visually",
    "a11y-hidden",
    "mw-jump-link",
    "katex-mathml",
    "MathJax_Preview",
    "MJX_Assistive_MathML",
];

/// Returns the tokens that a reader sees, and whether there was text that the reader does not see.
pub(super) async fn seen<'a>(
    tokens: Vec<Token<'a>>,
    sheet: &Sheet<'a>,
    pace: &Pace,
) -> (Vec<Token<'a>>, bool) {
    let mut reader = Reader {
        sheet,
        seen: Vec::with_capacity(tokens.len()),
        open: Vec::new(),
        places: HashMap::new(),
        left_out: false,
        told: false,
        list_mark: String::new(),
    };
    for token in tokens {
        pace.work(token.bytes()).await;
        match token {
            Token::Text(text) => reader.text(text),
            Token::Open(tag) => reader.open(tag),
            Token::Close(tag) => reader.close(tag),
            Token::Mark(mark) => reader.seen.push(Token::Mark(mark)),
        }
    }
    (reader.seen, reader.left_out)
}

struct Reader<'s, 'a> {
    sheet: &'s Sheet<'a>,
    seen: Vec<Token<'a>>,
    open: Vec<Open<'a>>,
    /// The places of the open elements, by name in lower case.
    places: HashMap<Cow<'a, str>, Vec<usize>>,
    /// Whether unseen text was left out.
    left_out: bool,
    /// Whether a mark was put among the tokens for the deleted element that is open, so that there is one mark for all of its text.
    told: bool,
    /// The text so far of the list item's mark that is open.
    list_mark: String,
}

/// An open element.
struct Open<'a> {
    name: Cow<'a, str>,
    sight: Sight,
    /// The index of the start tag among the seen tokens.
    at: usize,
    nearest: Nearest,
}

/// The nearest open element of each kind, as the number of open elements up to and including it; 0 if there is none.
#[derive(Clone, Copy, Debug, Default)]
struct Nearest {
    block: usize,
    boundary: usize,
    list: usize,
    table: usize,
    /// A formula on a wiki page.
    formula: usize,
    /// An SVG or MathML element, in which `/>` ends an element.
    foreign: usize,
}

/// How much of an element the reader sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sight {
    /// Why the element is not seen at all.
    gone: Option<Gone>,
    /// Whether the text is hidden; like size and colour, an element inside may change it.
    hidden: bool,
    sizeless: bool,
    colourless: bool,
    struck: bool,
}

/// The reason why an element is not seen at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gone {
    /// Nobody sees it.
    Unseen,
    /// It was deleted; one mark tells of its text.
    Deleted,
    /// It is the mark of a list's item.
    ListMark,
}

impl<'a> Reader<'_, 'a> {
    fn sight(&self) -> Sight {
        self.open.last().map(|open| open.sight).unwrap_or_default()
    }

    fn nearest(&self) -> Nearest {
        self.open.last().map(|open| open.nearest).unwrap_or_default()
    }

    fn text(&mut self, text: &'a str) {
        let sight = self.sight();
        let blank = is_blank(text);
        let unseen = sight.gone.is_some() || sight.hidden || sight.sizeless || sight.colourless;
        self.left_out |= unseen && !blank;
        match sight.gone {
            Some(Gone::Unseen) => {}
            Some(Gone::Deleted) if blank || self.told => {}
            Some(Gone::Deleted) => {
                self.told = true;
                self.seen.push(Token::Mark(Mark::Deleted));
            }
            Some(Gone::ListMark) => self.list_mark.push_str(&entities::decode(text)),
            None if unseen => {}
            None => {
                if !blank && sight.struck {
                    self.seen.push(Token::Mark(Mark::Struck));
                }
                self.seen.push(Token::Text(text));
            }
        }
    }

    fn open(&mut self, tag: Tag<'a>) {
        let name = lower(tag.name);
        self.end_implied(&name);
        let classes = tag.attribute("class").unwrap_or_default();
        let look = self.sheet.look(Some(&*classes), tag.attribute("style").as_deref());
        let around = self.sight();
        let mut sight = around;
        sight.gone = around.gone.or_else(|| self.gone(&name, &tag, &classes, look));
        sight.hidden = look.visible.map_or(around.hidden, |visible| !visible);
        sight.sizeless = look.sized.map_or(around.sizeless, |sized| !sized);
        sight.colourless = look.coloured.map_or(around.colourless, |coloured| !coloured);
        sight.struck |= look.struck || matches!(&*name, "s" | "strike");
        if around.gone.is_none() && comments::begins(&tag) {
            self.drop_block();
            sight.gone = Some(Gone::Unseen);
        }
        if is_void(&name) || (tag.attributes.ends_with('/') && self.ends_itself(&name)) {
            self.void(&name, tag, sight);
            return;
        }
        match sight.gone {
            Some(Gone::Deleted) if around.gone.is_none() => self.told = false,
            Some(Gone::ListMark) if around.gone.is_none() => self.list_mark.clear(),
            _ => {}
        }
        let mut nearest = self.nearest();
        nearest.enter(&name, &classes, self.open.len() + 1);
        let open = Open { name: name.clone(), sight, at: self.seen.len(), nearest };
        self.places.entry(name).or_default().push(self.open.len());
        self.open.push(open);
        if sight.gone.is_none() {
            self.seen.push(Token::Open(tag));
        }
    }

    /// Takes an element that has no end tag.
    fn void(&mut self, name: &str, tag: Tag<'a>, sight: Sight) {
        if sight.gone.is_some() {
            return;
        }
        if name == "img" {
            if sight.hidden || is_pixel(&tag) {
                return;
            }
            // A wiki shows a formula as a picture, beside the formula for programs.
            let formula = self.nearest().formula.checked_sub(1).and_then(|place| self.open.get(place));
            if let Some(formula) = formula {
                self.seen.truncate(formula.at + 1);
            }
        }
        self.seen.push(Token::Open(tag));
    }

    fn close(&mut self, tag: Tag<'a>) {
        let name = lower(tag.name);
        let gone = match self.place_to_close(&name) {
            Some(place) => {
                let gone = self.open.get(place).and_then(|open| open.sight.gone);
                self.end_from(place);
                gone
            }
            None => self.sight().gone,
        };
        if gone.is_none() {
            self.seen.push(Token::Close(tag));
        }
    }

    /// Finds the open element that an end tag ends, as far as it reaches.
    fn place_to_close(&self, name: &str) -> Option<usize> {
        let place = self.last(name)?;
        let nearest = self.nearest();
        let reach = match name {
            _ if TABLE_PARTS.contains(&name) => nearest.table,
            _ if is_block(name) => nearest.boundary,
            _ => nearest.block,
        };
        (place + 1 >= reach).then_some(place)
    }

    fn last(&self, name: &str) -> Option<usize> {
        self.places.get(name)?.last().copied()
    }

    /// Ends the elements that a start tag ends.
    fn end_implied(&mut self, name: &str) {
        let nearest = self.nearest();
        let (ended, reach): (&[&str], usize) = match name {
            "li" => (&["li"], nearest.list.max(nearest.boundary)),
            "dd" | "dt" => (&["dd", "dt"], nearest.boundary),
            "option" | "optgroup" => (&["option"], nearest.boundary),
            "td" | "th" => (&["td", "th"], nearest.table),
            "tr" => (&["tr", "caption"], nearest.table),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "caption"], nearest.table),
            _ => (&[], 0),
        };
        let first = ended.iter().filter_map(|name| self.last(name)).filter(|place| *place >= reach).min();
        if let Some(place) = first {
            self.end_from(place);
        }
        if is_block(name) && !TABLE_PARTS.iter().any(|part| *part == name && name != "table") {
            let reach = self.nearest().boundary;
            if let Some(place) = self.last("p").filter(|place| *place >= reach) {
                self.end_from(place);
            }
        }
    }

    /// Ends the open element at an index and all elements in it.
    fn end_from(&mut self, place: usize) {
        while self.open.len() > place {
            let Some(ended) = self.open.pop() else { return };
            if let Some(places) = self.places.get_mut(&ended.name) {
                places.pop();
            }
            if ended.sight.gone == Some(Gone::ListMark) && self.sight().gone.is_none() {
                let kind = list_kind(&self.list_mark);
                self.seen.push(Token::Mark(Mark::Item(kind)));
            }
        }
    }

    /// Returns why an element is not seen, or `None` if it is.
    fn gone(&self, name: &str, tag: &Tag<'a>, classes: &str, look: Look) -> Option<Gone> {
        let has_class = |list: &[&str]| classes.split_ascii_whitespace().any(|class| list.contains(&class));
        if name == "del" || has_class(&["msoDel"]) {
            return Some(Gone::Deleted);
        }
        if look.list_mark && !self.is_in_heading() {
            return Some(Gone::ListMark);
        }
        let unseen = look.there == Some(false)
            || look.clipped
            || UNSEEN.contains(&name)
            || tag.attribute("hidden").is_some()
            || (name == "dialog" && tag.attribute("open").is_none())
            || (name == "title" && self.nearest().foreign > 0)
            || has_class(&UNSEEN_CLASSES)
            || has_class(&comments::CLASSES)
            || comments::is_part(tag, look);
        unseen.then_some(Gone::Unseen)
    }

    /// Returns whether the innermost block is a heading, whose number is part of its words.
    fn is_in_heading(&self) -> bool {
        let block = self.nearest().block.checked_sub(1).and_then(|place| self.open.get(place));
        block.is_some_and(|open| matches!(&*open.name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
    }

    /// Returns whether `/>` ends an element of this name: in SVG, MathML and prefixed elements.
    fn ends_itself(&self, name: &str) -> bool {
        name.contains(':') || self.nearest().foreign > 0 || matches!(name, "svg" | "math")
    }

    /// Drops the open paragraph, which turned out to begin a comment, and what follows in the `div` around it, as the
    /// comment may have several paragraphs. Comments come after the text.
    fn drop_block(&mut self) {
        let block = |place: usize| self.open.get(place).map(|open| open.nearest.block);
        let inner = self.open.len().checked_sub(1).and_then(block).and_then(|count| count.checked_sub(1));
        let Some(place) = inner else { return };
        let outer = place.checked_sub(1).and_then(block).and_then(|count| count.checked_sub(1));
        if let Some(open) = self.open.get(place) {
            self.seen.truncate(open.at);
        }
        self.left_out = true;
        let is_div = |place: &usize| self.open.get(*place).is_some_and(|open| open.name == "div");
        let first = outer.filter(is_div).unwrap_or(place);
        for open in self.open.iter_mut().skip(first) {
            open.sight.gone = Some(Gone::Unseen);
        }
    }
}

impl Nearest {
    /// Notes that an element is opened; `number` is the count of open elements, this one included.
    fn enter(&mut self, name: &str, classes: &str, number: usize) {
        if is_block(name) {
            self.block = number;
        }
        match name {
            "table" => (self.table, self.boundary) = (number, number),
            "td" | "th" | "caption" | "template" | "object" | "applet" | "marquee" => self.boundary = number,
            "ul" | "ol" | "menu" | "dir" => self.list = number,
            "svg" | "math" => self.foreign = number,
            "foreignobject" => self.foreign = 0,
            _ => {}
        }
        if classes.split_ascii_whitespace().any(|class| class == "mwe-math-element") {
            self.formula = number;
        }
    }
}

const TABLE_PARTS: [&str; 9] = ["table", "caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th"];

/// Returns whether an element is a block, which ends a paragraph and is not ended from within by an element of a line.
fn is_block(name: &str) -> bool {
    #[rustfmt::skip] // words are read better in rows
    const BLOCKS: [&str; 39] = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul",
        "search", "hgroup",
    ];
    BLOCKS.contains(&name) || TABLE_PARTS.contains(&name)
}

/// Returns whether an element of this name, in lower case, has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    ];
    VOID.contains(&name)
}

/// Returns whether an image is a single pixel, which only serves to count readers.
fn is_pixel(tag: &Tag<'_>) -> bool {
    let side = |name| tag.attribute(name).and_then(|side| side.trim().parse::<u32>().ok());
    side("width").is_some_and(|width| width <= 1) && side("height").is_some_and(|height| height <= 1)
}

/// Returns whether a text shows nothing.
fn is_blank(raw: &str) -> bool {
    raw.trim_ascii().is_empty() || entities::decode(raw).trim().is_empty()
}

/// Returns the kind of list that an item's mark belongs to: numbered for `1.`, `a)`, `(iv)`, else bulleted.
fn list_kind(mark: &str) -> ListKind {
    let mark = mark.trim();
    let ends = mark.ends_with(['.', ')', '、', '．', '）']) && mark.contains(char::is_alphanumeric);
    match ends || mark.contains(char::is_numeric) {
        true => ListKind::Numbered,
        false => ListKind::Bulleted,
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}
