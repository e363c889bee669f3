//! What of a template's source reaches a page that uses it.
//!
//! Comments and `<noinclude>` go, `<onlyinclude>` leaves only what it holds, `<includeonly>` is taken off (MediaWiki's
//! preprocessor with `PTD_FOR_INCLUSION`). What stands in `<nowiki>` is text without braces, `<pre>` and the
//! like show code. `{{!}}` is a pipe.

use super::tags::tag_length;

/// The treatment of an element of a template's source.
#[derive(Clone, Copy)]
enum Element {
    /// An element that is left out with all that is in it.
    Dropped,
    /// An element in which all is text.
    Literal,
}

/// The elements that are treated apart, by the name they open with.
const ELEMENTS: [(&str, Element); 8] = [
    ("noinclude", Element::Dropped),
    ("nowiki", Element::Literal),
    ("pre", Element::Dropped),
    ("syntaxhighlight", Element::Dropped),
    ("source", Element::Dropped),
    ("templatedata", Element::Dropped),
    ("templatestyles", Element::Dropped),
    ("math", Element::Dropped),
];

/// Returns the source as a page that uses the template gets it.
pub(super) fn shown(source: &str) -> String {
    let mut cleaned = clean(source);
    if let Some(only) = only_included(&cleaned) {
        cleaned = only;
    }
    for tag in ["<includeonly>", "</includeonly>", "<includeonly/>", "<onlyinclude>", "</onlyinclude>"] {
        if cleaned.contains(tag) {
            cleaned = cleaned.replace(tag, "");
        }
    }
    cleaned.replace("{{!}}", "|").replace("{{!!}}", "||")
}

/// Takes comments and [`ELEMENTS`] out of the source.
fn clean(source: &str) -> String {
    let small = source.to_ascii_lowercase();
    let mut cleaned = String::with_capacity(source.len());
    let mut unclosed = [false; ELEMENTS.len()];
    let mut at = 0;
    while let Some(open) = small.get(at..).and_then(|rest| rest.find('<')).map(|offset| at + offset) {
        cleaned.push_str(source.get(at..open).unwrap_or_default());
        let rest = small.get(open..).unwrap_or_default();
        if rest.starts_with("<!--") {
            // An unclosed comment goes on to the end, as in MediaWiki.
            at = rest.find("-->").map_or(source.len(), |end| open + end + 3);
        } else if let Some((end, inside)) = element(rest, &mut unclosed) {
            if let Some(inside) = inside {
                let text = source.get(open + inside.start..open + inside.end).unwrap_or_default();
                cleaned.extend(
                    text.chars().map(|c| if matches!(c, '{' | '}' | '|' | '[' | ']') { ' ' } else { c }),
                );
            }
            at = open + end;
        } else {
            cleaned.push('<');
            at = open + 1;
        }
    }
    cleaned.push_str(source.get(at..).unwrap_or_default());
    cleaned
}

/// Reads the element that opens here, if it is one of [`ELEMENTS`]: the byte where it ends, and what of it stays as text.
/// Without a closing tag, `<noinclude>` goes on to the end and the others are no elements, as in MediaWiki; `unclosed`
/// remembers it, so that no closing tag is looked for twice in vain.
fn element(
    rest: &str,
    unclosed: &mut [bool; ELEMENTS.len()],
) -> Option<(usize, Option<std::ops::Range<usize>>)> {
    let name = rest.get(1..)?;
    let length = name.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = name.get(..length)?;
    let (position, (_, kind)) = ELEMENTS.iter().enumerate().find(|(_, (known, _))| *known == name)?;
    let unclosed = unclosed.get_mut(position).filter(|unclosed| !**unclosed)?;
    let opened = tag_length(rest)?;
    if rest.get(..opened)?.ends_with("/>") {
        return Some((opened, None));
    }
    let Some(length) = rest.get(opened..)?.find(&format!("</{name}")) else {
        *unclosed = true;
        return (name == "noinclude").then_some((rest.len(), None));
    };
    let closed = opened + length;
    let end = rest.get(closed..)?.find('>').map_or(rest.len(), |end| closed + end + 1);
    let inside = match kind {
        Element::Dropped => None,
        Element::Literal => Some(opened..closed),
    };
    Some((end, inside))
}

/// Returns what the `<onlyinclude>` elements hold, if there are any.
fn only_included(cleaned: &str) -> Option<String> {
    let (_, mut rest) = cleaned.split_once("<onlyinclude>")?;
    let mut only = String::new();
    loop {
        let (inside, after) = rest.split_once("</onlyinclude>").unwrap_or((rest, ""));
        only.push_str(inside);
        match after.split_once("<onlyinclude>") {
            Some((_, next)) => rest = next,
            None => return Some(only),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_a_page_gets() {
        let cases = [
            ("a<!-- b -->c", "ac"),
            ("a<!-- b", "a"),
            ("a<noinclude>b</noinclude>c<NOINCLUDE>d", "ac"),
            ("a<noinclude/>b", "ab"),
            ("a<includeonly>b</includeonly>", "ab"),
            ("a<onlyinclude>b</onlyinclude>c<onlyinclude>d</onlyinclude>", "bd"),
            ("<nowiki>{{{a}}}</nowiki>", "   a   "),
            ("<nowiki>{{{a}}}", "<nowiki>{{{a}}}"),
            ("<pre lang=\"x\">a</pre >b", "b"),
            ("a {{!}} b", "a | b"),
            ("a < b <", "a < b <"),
        ];
        for (source, expected) in cases {
            assert_eq!(shown(source), expected, "{source}");
        }
    }
}
