//! The holes of an element: how they are filled, and filled again when its view is made anew.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::RenderEffect;
use leptos::tachys::view::Mountable;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

use super::boxed::Hear;
use super::built::Built;
use super::fill::Fill;
use super::marks::Mark;
use super::value::{Plain, Value};

/// A hole: of which element, and for what.
#[derive(Clone)]
pub struct Place {
    element: Element,
    mark: Mark,
    name: &'static str,
}

/// A hole with what fills it, to be filled anew.
pub enum Filled {
    /// What stands inside.
    Child(Built),
    /// What has been set, and the effect that follows its signals.
    Set(Place, Option<RenderEffect<()>>),
    /// What hears an event now.
    Listener(Rc<RefCell<Rc<dyn Hear>>>),
    /// The element that is held.
    Held(Element),
}

/// Fills the holes of an element that stands with what a view of the same plan says now.
pub fn fill_again(filled: &mut [Filled], fills: Vec<Fill>) {
    for (filled, fill) in filled.iter_mut().zip(fills) {
        match (filled, fill) {
            (Filled::Child(child), Fill::Child(content)) => child.change_to(content),
            (Filled::Set(place, effect), Fill::Set(value)) => {
                // The old one ends before the new one sets anything.
                *effect = None;
                *effect = place.follow(value);
            }
            (Filled::Listener(now), Fill::Listener(hear)) => drop(now.replace(hear.take())),
            (Filled::Held(element), Fill::Hold(hold)) => hold(element),
            // The same plan has the same holes.
            _ => {}
        }
    }
}

impl Place {
    /// The hole of this mark, which names what is set or heard.
    pub fn new(element: Element, mark: Mark, name: &'static str) -> Self {
        Self { element, mark, name }
    }

    /// Fills it for the first time.
    pub fn fill(self, fill: Fill) -> Filled {
        match fill {
            Fill::Child(content) => {
                let mut child = Built::new(content);
                child.mount(&self.element, None);
                Filled::Child(child)
            }
            Fill::Set(value) => {
                let effect = self.follow(value);
                Filled::Set(self, effect)
            }
            Fill::Listener(hear) => Filled::Listener(self.listen(hear.take())),
            Fill::Hold(hold) => {
                hold(&self.element);
                Filled::Held(self.element)
            }
        }
    }

    /// Sets the value; the effect sets it again when it changes.
    fn follow(&self, value: Value) -> Option<RenderEffect<()>> {
        let mut value = match value {
            Value::Fixed(plain) => {
                self.set(&plain);
                return None;
            }
            Value::Live(value) => value,
        };
        let place = self.clone();
        let mut before = None;
        Some(RenderEffect::new(move |_| {
            let now = value.say();
            if before.as_ref() != Some(&now) {
                place.set(&now);
                before = Some(now);
            }
        }))
    }

    fn listen(&self, hear: Rc<dyn Hear>) -> Rc<RefCell<Rc<dyn Hear>>> {
        let now = Rc::new(RefCell::new(hear));
        let heard = Rc::clone(&now);
        let closure = Closure::<dyn Fn(Event)>::new(move |event| {
            // It may lead to the same event again, as a focus that moves on does.
            let hear = Rc::clone(&heard.borrow());
            hear.hear(event);
        });
        // The browser lets it go with the element.
        let function = closure.into_js_value();
        // The event's name is one of the browser's.
        let _ = self.element.add_event_listener_with_callback(self.name, function.unchecked_ref());
        now
    }

    /// What does not take the value stays as it is: names and elements are the program's own.
    fn set(&self, value: &Plain) {
        match self.mark {
            Mark::SetProperty => self.set_property(value),
            Mark::SetClass => {
                drop(self.element.class_list().toggle_with_force(self.name, *value != Plain::Off));
            }
            Mark::SetStyle => self.set_style(value),
            _ => self.set_attribute(value),
        }
    }

    fn set_attribute(&self, value: &Plain) {
        let Self { element, name, .. } = self;
        match value {
            Plain::Off => drop(element.remove_attribute(name)),
            Plain::On => drop(element.set_attribute(name, "")),
            Plain::Text(text) => drop(element.set_attribute(name, text)),
        }
    }

    fn set_property(&self, value: &Plain) {
        let value = match value {
            Plain::Off => JsValue::FALSE,
            Plain::On => JsValue::TRUE,
            Plain::Text(text) => JsValue::from_str(text),
        };
        drop(js_sys::Reflect::set(&self.element, &JsValue::from_str(self.name), &value));
    }

    fn set_style(&self, value: &Plain) {
        let text = if let Plain::Text(text) = value { text } else { "" };
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            drop(element.style().set_property(self.name, text));
        }
    }
}
