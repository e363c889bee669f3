//! The wiki's HTML as a tree, and what a reader sees of it.
//!
//! The wiki writes balanced HTML (it serializes a tree of its own), so that this reader can be small and refuse
//! whatever it does not understand instead of guessing.

mod displayed;
mod page;
mod read;

pub use page::Page;
pub use read::read;

/// An element with what is in it. The root of what was read has the name `""`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Lower case as the wiki writes it.
    pub name: String,
    /// In their order, values decoded.
    pub attributes: Vec<(String, String)>,
    /// In their order.
    pub children: Vec<Node>,
}

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, decoded, white space as it came.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element of this name inside, at any depth, an outer one before those in it.
    pub fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Element> = vec![self];
        while let Some(element) = waiting.pop() {
            if element.name == name {
                found.push(element);
            }
            let inner: Vec<&Element> = element.elements().collect();
            waiting.extend(inner.into_iter().rev());
        }
        found
    }

    /// The text inside, tags left out and white space as it came.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => text.push_str(&element.text()),
            }
        }
        text
    }
}
