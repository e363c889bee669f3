//! Reading the wiki's HTML, and the XML of its parse tree.

use super::{Element, Node};

/// Elements that have no end tag (HTML, void elements). None of them is a name in the parse tree's XML.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "wbr", "col"];

/// Reads balanced HTML or XML into a root element without a name.
///
/// # Errors
/// Says what is wrong, and at which byte.
pub fn read(source: &str) -> Result<Element, String> {
    let mut open = vec![Element::default()];
    let mut rest = source;
    while !rest.is_empty() {
        let at = source.len() - rest.len();
        rest = step(rest, &mut open).map_err(|what| format!("{what} at byte {at}"))?;
    }
    match (open.pop(), open.is_empty()) {
        (Some(root), true) => Ok(root),
        (unclosed, _) => Err(format!("<{}> is never closed", unclosed.unwrap_or_default().name)),
    }
}

/// Takes one piece off the front: a run of text, a comment, or a tag.
fn step<'a>(rest: &'a str, open: &mut Vec<Element>) -> Result<&'a str, String> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.split_once("-->").map(|(_, after)| after).ok_or("a comment without end".into());
    }
    if let Some(tag) = rest.strip_prefix("</") {
        let (name, after) = tag.split_once('>').ok_or("an end tag without end")?;
        close(name.trim(), open)?;
        return Ok(after);
    }
    if let Some(tag) = rest.strip_prefix('<') {
        return start(tag, open);
    }
    let end = rest.find('<').unwrap_or(rest.len());
    let (text, after) = rest.split_at(end);
    add(open, Node::Text(decode(text)?));
    Ok(after)
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn close(name: &str, open: &mut Vec<Element>) -> Result<(), String> {
    match open.pop() {
        Some(element) if element.name == name && !open.is_empty() => {
            add(open, Node::Element(element));
            Ok(())
        }
        element => Err(format!("</{name}> where <{}> is open", element.unwrap_or_default().name)),
    }
}

/// Reads a start tag from behind its `<`.
fn start<'a>(tag: &'a str, open: &mut Vec<Element>) -> Result<&'a str, String> {
    let name_end = tag.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(name_end);
    if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(format!("no element's name: {name:?}"));
    }
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            add(open, Node::Element(element));
            return Ok(after);
        }
        if let Some(after) = rest.strip_prefix('>') {
            if VOID.contains(&name) {
                add(open, Node::Element(element));
            } else {
                open.push(element);
            }
            return Ok(after);
        }
        let (attribute, after) = attribute(rest)?;
        element.attributes.push(attribute);
        rest = after;
    }
}

/// Reads `name` or `name="value"`; what follows comes second.
fn attribute(rest: &str) -> Result<((String, String), &str), String> {
    let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c)).ok_or("a tag without end")?;
    let (name, after) = rest.split_at(end);
    if name.is_empty() {
        return Err("an attribute without name".into());
    }
    let Some(value) = after.strip_prefix("=\"") else {
        return Ok(((name.to_owned(), String::new()), after));
    };
    let (value, after) = value.split_once('"').ok_or("an attribute's value without end")?;
    Ok(((name.to_owned(), decode(value)?), after))
}

/// Decodes the references that the wiki writes: numbers, and the five names of XML.
fn decode(text: &str) -> Result<String, String> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        decoded.push_str(before);
        let (name, after) = reference[1..].split_once(';').ok_or("an & that is no reference")?;
        decoded.push(character(name).ok_or_else(|| format!("unknown reference &{name};"))?);
        rest = after;
    }
    decoded.push_str(rest);
    Ok(decoded)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_elements_attributes_and_text() {
        let root = read("a<p class=\"x &amp; y\" hidden>b<br />c<hr></p><!-- d -->&#160;&lt;").unwrap();
        assert_eq!(root.children.len(), 3);
        let paragraph = root.all("p")[0];
        assert_eq!(paragraph.attribute("class"), Some("x & y"));
        assert_eq!(paragraph.attribute("hidden"), Some(""));
        assert_eq!(paragraph.text(), "bc");
        assert_eq!(root.text(), "abc\u{a0}<");
    }

    #[test]
    fn refuses_what_it_does_not_understand() {
        for broken in ["<p>", "</p>", "<p></i></p>", "a & b", "&unknown;", "<!-- ", "<p a=\"b>", "< p>"] {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
