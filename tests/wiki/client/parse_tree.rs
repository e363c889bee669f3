//! How the wiki's own preprocessor splits a text: `expandtemplates` with `prop=parsetree`.

use super::Wiki;
use crate::html::{Element, Node, read};

/// One template call as the wiki splits it; every part is the very text it was split from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WikiCall {
    /// What stands before the first `|`.
    pub name: String,
    /// The arguments in order: the text before the first `=` that counts, if there is one, and the rest.
    pub arguments: Vec<(Option<String>, String)>,
}

impl Wiki {
    /// The preprocessor's tree of a text, as XML came to be read.
    pub fn parse_tree(&self, text: &str) -> Element {
        let answer = self.ask(&[("action", "expandtemplates"), ("text", text), ("prop", "parsetree")]);
        let xml = answer["expandtemplates"]["parsetree"].as_str().unwrap_or_default();
        read(xml).unwrap_or_else(|error| panic!("{error} in the wiki's parse tree:\n{xml}"))
    }

    /// Every template call of a text, an outer one before those inside it.
    pub fn calls(&self, text: &str) -> Vec<WikiCall> {
        let mut calls = Vec::new();
        for template in self.parse_tree(text).all("template") {
            calls.push(call(template));
        }
        calls
    }
}

fn call(template: &Element) -> WikiCall {
    let name = template.elements().find(|child| child.name == "title").map(source).unwrap_or_default();
    let parts = template.elements().filter(|child| child.name == "part");
    WikiCall { name, arguments: parts.map(argument).collect() }
}

fn argument(part: &Element) -> (Option<String>, String) {
    let named = part.elements().find(|child| child.name == "name" && child.attribute("index").is_none());
    let value = part.elements().find(|child| child.name == "value").map(source).unwrap_or_default();
    (named.map(source), value)
}

/// The text that a piece of the tree was read from.
pub fn source(element: &Element) -> String {
    let mut text = String::new();
    write_children(element, &mut text);
    text
}

fn write_children(element: &Element, text: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner) => write_element(inner, text),
        }
    }
}

/// Only what the preprocessor takes out of the text has to be put back: braces, pipes and the brackets of tags.
fn write_element(element: &Element, text: &mut String) {
    let (open, close) = match element.name.as_str() {
        "template" => ("{{", "}}"),
        "tplarg" => ("{{{", "}}}"),
        "part" => ("|", ""),
        "ext" => return write_tag(element, text),
        _ => ("", ""),
    };
    text.push_str(open);
    write_children(element, text);
    text.push_str(close);
}

/// An extension's tag: `<name attributes>inner</name>`, or `<name attributes/>` where there is no inside.
fn write_tag(tag: &Element, text: &mut String) {
    text.push('<');
    let closed_at_once = !tag.elements().any(|child| child.name == "inner");
    for child in tag.elements() {
        if child.name == "inner" {
            text.push('>');
        }
        write_children(child, text);
    }
    if closed_at_once {
        text.push_str("/>");
    }
}
