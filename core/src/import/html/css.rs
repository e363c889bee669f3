//! Reads from styles whether a text is seen, and how.

use std::collections::HashMap;

use crate::import::pace::Pace;

/// The look that an element's style gives it. `None` if the style does not say, and the element is like the one around
/// it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether the element is displayed at all (`display`).
    pub(super) there: Option<bool>,
    /// Whether the element and its content are invisible: clipped, of no size, off the page, or of no opacity.
    pub(super) clipped: bool,
    /// Whether the text can be seen (`visibility`); an element inside can override it.
    pub(super) visible: Option<bool>,
    /// Whether the letters have a size; an element inside can override it.
    pub(super) sized: Option<bool>,
    /// Whether the letters have a colour; an element inside can override it.
    pub(super) coloured: Option<bool>,
    /// Whether the text is bold.
    pub(super) bold: Option<bool>,
    /// Whether the text is italic.
    pub(super) italic: Option<bool>,
    /// Whether the text is struck out.
    pub(super) struck: bool,
    /// Whether the element is a Word comment, or the mark of one.
    pub(super) comment: bool,
    /// Whether the element contains a list item's mark, as Word writes it.
    pub(super) list_mark: bool,
    /// The level of a list's item, as Word writes it, from 1 on.
    pub(super) list_level: Option<usize>,
}

impl Look {
    /// Reads the declarations of a `style` attribute or of a rule.
    pub(super) fn of(css: &str) -> Self {
        let mut look = Self::default();
        let mut place = Area::default();
        for (name, value) in css.split(';').filter_map(|rule| rule.split_once(':')) {
            let name = name.trim().to_ascii_lowercase();
            let value = value.trim().to_ascii_lowercase();
            let value = value.split('!').next().unwrap_or_default().trim();
            look.declare(&name, value);
            place.declare(&name, value);
        }
        look.clipped |= place.is_clipped();
        if place.clips_background {
            look.coloured = None;
        }
        look
    }

    fn declare(&mut self, name: &str, value: &str) {
        match name {
            "display" => self.there = Some(value != "none"),
            "mso-hide" => self.there = Some(value != "all"),
            "visibility" => self.visible = Some(!matches!(value, "hidden" | "collapse")),
            "content-visibility" if value == "hidden" => self.clipped = true,
            "opacity" if number(value) == Some(0.0) => self.clipped = true,
            "font-size" => self.sized = sized(value).or(self.sized),
            "color" => self.coloured = Some(value != "transparent"),
            "font-weight" => self.bold = weight(value).or(self.bold),
            "font-style" => self.italic = Some(value.starts_with("italic") || value.starts_with("oblique")),
            "font" => self.font(value),
            "text-decoration" | "text-decoration-line" => self.struck = value.contains("line-through"),
            "text-line-through" => self.struck |= value != "none",
            "mso-element" => self.comment |= value.starts_with("comment"),
            "mso-special-character" => self.comment |= value == "comment",
            "mso-list" => self.list(value),
            _ => {}
        }
    }

    fn font(&mut self, value: &str) {
        for word in value.split_ascii_whitespace() {
            self.bold = weight(word).filter(|_| word.len() > 1).or(self.bold);
            if matches!(word, "italic" | "oblique") {
                self.italic = Some(true);
            }
            let size = word.split('/').next().unwrap_or_default();
            if number(size).is_some_and(|_| !size.ends_with(|c: char| c.is_ascii_digit()) || size == "0") {
                self.sized = sized(size).or(self.sized);
            }
        }
    }

    fn list(&mut self, value: &str) {
        self.list_mark = value == "ignore";
        let level = value.split_ascii_whitespace().find_map(|word| word.strip_prefix("level"));
        self.list_level = level.and_then(|level| level.parse().ok());
    }

    /// Returns this look, overridden by `stronger`.
    fn with(self, stronger: Self) -> Self {
        Self {
            there: stronger.there.or(self.there),
            clipped: stronger.clipped || self.clipped,
            visible: stronger.visible.or(self.visible),
            sized: stronger.sized.or(self.sized),
            coloured: stronger.coloured.or(self.coloured),
            bold: stronger.bold.or(self.bold),
            italic: stronger.italic.or(self.italic),
            struck: stronger.struck || self.struck,
            comment: stronger.comment || self.comment,
            list_mark: stronger.list_mark || self.list_mark,
            list_level: stronger.list_level.or(self.list_level),
        }
    }
}

/// The area that an element takes, according to its style.
#[derive(Default)]
struct Area {
    /// Whether a side is at most one pixel long.
    tiny: bool,
    /// Whether overflowing content is cut off.
    cut: bool,
    /// Whether the element is positioned absolutely.
    placed: bool,
    /// Whether `clip` leaves nothing, which counts only if the element is positioned.
    clip: bool,
    /// Whether the element is moved off the page or clipped to nothing.
    away: bool,
    /// Whether the background shows through the letters, which are transparent for it.
    clips_background: bool,
}

impl Area {
    fn declare(&mut self, name: &str, value: &str) {
        /// A distance that is off every screen, in pixels or any longer unit.
        const FAR: f32 = -999.0;
        let far = || number(value).is_some_and(|number| number <= FAR);
        match name {
            "width" | "height" | "max-width" | "max-height" | "line-size" | "block-size" => {
                let relative = value.ends_with(['%', 'm']);
                self.tiny |= number(value).is_some_and(|n| n == 0.0 || (n <= 1.0 && n > 0.0 && !relative));
            }
            "overflow" | "overflow-x" | "overflow-y" => {
                self.cut |= value.starts_with("hidden") || value.starts_with("clip");
            }
            "position" => self.placed |= matches!(value, "absolute" | "fixed"),
            "clip" => self.clip |= empty_shape(value, "rect("),
            "clip-path" | "-webkit-clip-path" => {
                let inset = value.strip_prefix("inset(").and_then(number);
                self.away |= inset.is_some_and(|inset| inset >= 50.0 && value.contains('%'))
                    || empty_shape(value, "circle(")
                    || empty_shape(value, "polygon(");
            }
            "left" | "top" | "right" | "bottom" | "inset-inline-start" => self.away |= far(),
            "text-indent" | "margin-left" | "margin-top" => self.away |= far(),
            "transform" => self.away |= empty_shape(value, "scale("),
            "background-clip" | "-webkit-background-clip" => self.clips_background |= value == "text",
            _ => {}
        }
    }

    fn is_clipped(&self) -> bool {
        (self.tiny && self.cut) || (self.clip && self.placed) || self.away
    }
}

/// Returns whether a shape such as `rect(0 0 0 0)` has no number in it greater than 1.
fn empty_shape(value: &str, name: &str) -> bool {
    value.strip_prefix(name).is_some_and(|inside| {
        let numbers: Vec<_> = inside.split([' ', ',', ')']).filter_map(number).collect();
        !numbers.is_empty()
            && numbers.iter().all(|number| number.abs() <= if name == "rect(" { 1.0 } else { 0.0 })
    })
}

/// Returns whether letters of this size are seen; `None` for a relative size.
fn sized(value: &str) -> Option<bool> {
    match number(value) {
        Some(0.0) => Some(false),
        Some(_) if value.ends_with('%') || value.ends_with("em") && !value.ends_with("rem") => None,
        None if matches!(value, "inherit" | "larger" | "smaller") => None,
        _ => Some(true),
    }
}

/// Returns whether a `font-weight` is bold; `None` for an invalid value.
fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse::<u16>().ok().filter(|weight| *weight >= 100).map(|weight| weight >= 600),
    }
}

/// Reads the number that a value begins with.
fn number(value: &str) -> Option<f32> {
    let value = value.trim_start();
    let end =
        value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

/// The rules of style sheets for a single class, with or without an element's name before it (`.c1`, `span.c1`).
///
/// Other rules are ignored: what a longer selector says depends on where an element is.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    looks: HashMap<&'a str, Look>,
}

impl<'a> Sheet<'a> {
    /// Reads the content of the page's style sheets.
    pub(super) async fn of(sheets: &[&'a str], pace: &Pace) -> Self {
        let mut sheet = Self::default();
        for text in sheets {
            sheet.read(text, pace).await;
        }
        sheet
    }

    async fn read(&mut self, mut rest: &'a str, pace: &Pace) {
        let mut left = rest.len();
        while let Some((before, after)) = rest.split_once('{') {
            pace.work(left - after.len()).await;
            left = after.len();
            let selectors = before.rsplit([';', '}']).next().unwrap_or_default();
            let selectors = selectors.rsplit("*/").next().unwrap_or_default().trim();
            let selectors = selectors.trim_start_matches("<!--").trim_start();
            if selectors.starts_with('@')
                && !selectors.starts_with("@list")
                && !selectors.starts_with("@page")
            {
                rest = behind_block(after);
                continue;
            }
            let Some((declarations, next)) = after.split_once('}') else { return };
            rest = next;
            let classes: Vec<&str> = selectors.split(',').filter_map(single_class).collect();
            if classes.is_empty() {
                continue;
            }
            let look = Look::of(declarations);
            for class in classes {
                let known = self.looks.entry(class).or_default();
                *known = known.with(look);
            }
        }
    }

    /// Returns how an element with these attributes looks.
    pub(super) fn look(&self, classes: Option<&str>, style: Option<&str>) -> Look {
        let classes = classes.filter(|_| !self.looks.is_empty()).unwrap_or_default();
        let of_classes = classes.split_ascii_whitespace().filter_map(|class| self.looks.get(class));
        let look = of_classes.fold(Look::default(), |look, other| look.with(*other));
        style.map_or(look, |style| look.with(Look::of(style)))
    }
}

/// Returns the class of a selector that is one class, with or without an element's name before it.
fn single_class(selector: &str) -> Option<&str> {
    let (element, class) = selector.trim().split_once('.')?;
    let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (is_name(element) && is_name(class) && !class.is_empty()).then_some(class)
}

/// Returns what follows the block whose content a text begins with, nested blocks included.
fn behind_block(text: &str) -> &str {
    let mut depth = 1_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return text.get(at + 1..).unwrap_or_default(),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pace::at_once;

    fn is_unseen(css: &str) -> bool {
        let look = Look::of(css);
        let no = Some(false);
        look.there == no || look.clipped || look.visible == no || look.sized == no || look.coloured == no
    }

    #[test]
    fn styles_that_hide() {
        for css in [
            "display:none",
            "DISPLAY : None !important",
            "mso-hide:all",
            "visibility: hidden",
            "visibility:collapse",
            "font-size:0",
            "font-size: 0px",
            "font:0/0 a",
            "color:transparent",
            "opacity:0",
            "height:0;overflow:hidden",
            "max-height:0px; overflow : hidden",
            "width:1px;height:1px;overflow:hidden",
            "position:absolute;clip:rect(0 0 0 0)",
            "position:absolute; clip: rect(1px, 1px, 1px, 1px)",
            "clip-path:inset(50%)",
            "position:absolute;left:-9999px",
            "text-indent:-10000px",
            "transform:scale(0)",
            "content-visibility:hidden",
        ] {
            assert!(is_unseen(css), "{css}");
        }
    }

    #[test]
    fn styles_that_do_not_hide() {
        for css in [
            "",
            "display:inline !important; float:none",
            "visibility:visible",
            "font-size:11pt",
            "font:7.0pt \"Times New Roman\"",
            "font:bold 12px/1.5 Arial",
            "color:#000000",
            "color:transparent;background-clip:text",
            "opacity:0.5",
            "height:0",
            "width:100%;overflow:hidden",
            "height:1em;overflow:hidden",
            "text-indent:-18.0pt",
            "margin-left:-10px",
            "clip:rect(0 0 0 0)",
            "clip-path:inset(10%)",
            "transform:scale(0.5)",
            "overflow:hidden",
        ] {
            assert!(!is_unseen(css), "{css}");
        }
    }

    #[test]
    fn sheets_give_single_classes_their_look() {
        let sheets = [
            "<!-- /* Fonts */ @font-face {font-family:X;} @page W {margin:1cm;} p.a, .b {font-weight:700}",
            "@media print { .c {display:none} } .d{display:none}.e .f{display:none} @import 'x'; .g{font-style:italic}",
        ];
        let sheet = at_once(Sheet::of(&sheets, &Pace::over("")));
        let look = |class: &str| sheet.look(Some(class), None);
        assert_eq!((look("a").bold, look("b").bold), (Some(true), Some(true)));
        assert_eq!((look("c").there, look("d").there, look("f").there), (None, Some(false), None));
        assert_eq!(look("g x").italic, Some(true));
        assert_eq!(sheet.look(Some("a d"), Some("display:inline")).there, Some(true));
    }
}
