//! What fills the holes of a plan.

use std::rc::Rc;

use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::{NodeRef, Owner};
use leptos::tachys::html::node_ref::NodeRefContainer;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::boxed::Hear;
use super::content::Content;
use super::value::Value;

/// What fills a hole.
pub enum Fill {
    /// What stands inside the element.
    Child(Content),
    /// The value of what the plan names.
    Set(Value),
    /// What hears an event.
    Listener(SendWrapper<Rc<dyn Hear>>),
    /// What holds the element.
    Hold(Box<dyn Fn(&Element) + Send>),
}

/// Hears an event. What the function looks up as context is found from where the view was made.
pub fn on<E>(_event: E, hear: impl Fn(E::EventType) + 'static) -> Fill
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    listener(Rc::new(move |event: Event| hear(event.unchecked_into())))
}

fn listener(hear: Rc<dyn Hear>) -> Fill {
    let owner = Owner::current().unwrap_or_default();
    Fill::Listener(SendWrapper::new(Rc::new(move |event: Event| {
        // Says to a debugging build that nothing is to be tracked here.
        #[cfg(debug_assertions)]
        let _zone = leptos::reactive::diagnostics::SpecialNonReactiveZone::enter();
        owner.with(|| hear.hear(event));
    })))
}

/// Lets a [`NodeRef`] hold the element.
pub fn node_ref<E>(holder: NodeRef<E>) -> Fill
where
    E: ElementType + 'static,
    E::Output: JsCast + 'static,
{
    Fill::Hold(Box::new(move |element| holder.load(element)))
}
