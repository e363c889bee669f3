//! Content that has been built: the nodes of the page, and what is needed to change them.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Render, RenderEffect, document};
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::{Comment, Element, Node, Text};

use super::boxed::Say;
use super::content::Content;
use super::fill::Fill;
use super::hole::{Filled, fill_again};
use super::plan;
use super::rows::{Row, Rows};

/// Something that is on the page, or can be put there. Each has a node, so that it has a place.
pub enum Built {
    /// The place of nothing.
    Nothing(Comment),
    /// A text, as it was set.
    Text(Text, Cow<'static, str>),
    /// An element, by its plan.
    Element(&'static str, Element, Vec<Filled>),
    /// What a component made.
    View(AnyViewState),
    /// Parts, and the mark behind them.
    Many(Vec<Built>, Comment),
    /// What a function says, and the effect that follows its signals.
    Live(Rc<RefCell<Built>>, RenderEffect<()>),
    /// Rows, and the effect that follows their signals.
    Rows(Rc<RefCell<Rows>>, RenderEffect<()>),
}

impl Built {
    /// Builds it.
    pub fn new(content: Content) -> Self {
        match content {
            Content::Nothing => Self::nothing(),
            Content::Text(text) => Self::Text(document().create_text_node(&text), text),
            Content::Element(plan, fills) => Self::element(plan, fills),
            Content::View(view) => Self::View(view.build()),
            Content::Many(parts) => Self::Many(parts.into_iter().map(Self::new).collect(), mark()),
            Content::Live(content) => Self::live(Rc::new(RefCell::new(Self::nothing())), content),
            Content::Rows(rows) => Self::rows(rows),
        }
    }

    fn nothing() -> Self {
        Self::Nothing(mark())
    }

    fn element(plan: &'static str, fills: Vec<Fill>) -> Self {
        match plan::build(&document(), plan, fills) {
            Some((element, filled)) => Self::Element(plan, element, filled),
            None => Self::nothing(),
        }
    }

    fn live(shown: Rc<RefCell<Self>>, mut content: Box<dyn Say<Content>>) -> Self {
        let changed = Rc::clone(&shown);
        let effect = RenderEffect::new(move |_| {
            let content = content.say();
            changed.borrow_mut().change_to(content);
        });
        Self::Live(shown, effect)
    }

    fn rows(mut rows: Box<dyn Say<Vec<Row>>>) -> Self {
        let shown = Rc::new(RefCell::new(Rows::none()));
        let changed = Rc::clone(&shown);
        let effect = RenderEffect::new(move |_| {
            let rows = rows.say();
            changed.borrow_mut().change_to(rows);
        });
        Self::Rows(shown, effect)
    }

    /// Shows this from now on. What is the same stays: a text's node, an element of the same plan.
    pub fn change_to(&mut self, content: Content) {
        match (&mut *self, content) {
            (Self::Nothing(_), Content::Nothing) => {}
            (Self::Text(node, before), Content::Text(text)) => {
                if *before != text {
                    node.set_data(&text);
                    *before = text;
                }
            }
            (Self::Element(before, _, filled), Content::Element(plan, fills)) if *before == plan => {
                fill_again(filled, fills);
            }
            (Self::View(state), Content::View(view)) => view.rebuild(state),
            (Self::Many(parts, end), Content::Many(contents)) => change_many(parts, end, contents),
            (Self::Live(shown, _), Content::Live(content)) => *self = Self::live(Rc::clone(shown), content),
            (_, content) => self.give_way(Self::new(content)),
        }
    }

    fn give_way(&mut self, mut other: Self) {
        self.insert_before_this(&mut other);
        self.unmount();
        *self = other;
    }
}

fn change_many(parts: &mut Vec<Built>, end: &Comment, contents: Vec<Content>) {
    for mut part in parts.drain(contents.len().min(parts.len())..) {
        part.unmount();
    }
    let mut contents = contents.into_iter();
    for (part, content) in parts.iter_mut().zip(contents.by_ref()) {
        part.change_to(content);
    }
    for content in contents {
        let mut part = Built::new(content);
        insert_before(end, &mut part);
        parts.push(part);
    }
}

/// A comment: it shows nothing, and a translated page keeps it.
pub(super) fn mark() -> Comment {
    document().create_comment("")
}

/// Puts something before a node, if that is anywhere.
pub(super) fn insert_before(node: &Node, other: &mut dyn Mountable) -> bool {
    let Some(parent) = node.parent_element() else { return false };
    other.mount(&parent, Some(node));
    true
}

impl Mountable for Built {
    fn unmount(&mut self) {
        let node: &Node = match self {
            Self::Nothing(mark) => mark,
            Self::Text(text, _) => text,
            Self::Element(_, element, _) => element,
            Self::View(state) => return state.unmount(),
            Self::Many(parts, end) => {
                parts.iter_mut().for_each(Mountable::unmount);
                end
            }
            Self::Live(shown, _) => return shown.borrow_mut().unmount(),
            Self::Rows(shown, _) => return shown.borrow_mut().unmount(),
        };
        if let Some(parent) = node.parent_node() {
            let _ = parent.remove_child(node);
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let node: &Node = match self {
            Self::Nothing(mark) => mark,
            Self::Text(text, _) => text,
            Self::Element(_, element, _) => element,
            Self::View(state) => return state.mount(parent, marker),
            Self::Many(parts, end) => {
                for part in parts {
                    part.mount(parent, marker);
                }
                end
            }
            Self::Live(shown, _) => return shown.borrow_mut().mount(parent, marker),
            Self::Rows(shown, _) => return shown.borrow_mut().mount(parent, marker),
        };
        let _ = parent.insert_before(node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Nothing(mark) => insert_before(mark, child),
            Self::Text(text, _) => insert_before(text, child),
            Self::Element(_, element, _) => insert_before(element, child),
            Self::View(state) => state.insert_before_this(child),
            Self::Many(parts, end) => match parts.first() {
                Some(first) => first.insert_before_this(child),
                None => insert_before(end, child),
            },
            Self::Live(shown, _) => shown.borrow().insert_before_this(child),
            Self::Rows(shown, _) => shown.borrow().insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
            Self::Element(_, element, _) => vec![element.clone()],
            Self::View(state) => state.elements(),
            Self::Many(parts, _) => parts.iter().flat_map(Mountable::elements).collect(),
            Self::Live(shown, _) => shown.borrow().elements(),
            Self::Rows(shown, _) => shown.borrow().elements(),
        }
    }
}
