//! The visible part of the page, media queries, and the colour theme.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, IntersectionObserver, ResizeObserver};

/// The smallest height of an on-screen keyboard, in pixels; the browser's own bars that come and go are lower.
const KEYBOARD: f64 = 150.0;

/// Returns whether a media query is true now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|list| is_match(&list))
}

/// Returns whether the browser supports a style property with this value.
pub fn supports(property: &str, value: &str) -> bool {
    let css = member(&window(), "CSS");
    let supports = css.as_ref().and_then(|css| member(css, "supports")?.dyn_into::<Function>().ok());
    let answer = supports
        .and_then(|supports| supports.call2(&css.unwrap_or_default(), &property.into(), &value.into()).ok());
    answer.and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Calls `then` with a media query's result whenever that changes, for as long as the listener is kept.
pub fn on_media(query: &str, then: impl Fn(bool) + 'static) -> Option<Listener> {
    let list = media(query)?;
    let asked = list.clone();
    listen(&list, "change", move || then(is_match(&asked)))
}

/// Calls `then` whenever a touch screen's keyboard comes or goes: the visible part of the page has lost height
/// since it was last as wide as now. There is no event for it.
pub fn on_keyboard(then: impl Fn(bool) + 'static) -> Option<Listener> {
    let viewport = member(&window(), "visualViewport")?;
    let size = |viewport: &JsValue| (number(viewport, "width"), number(viewport, "height"));
    let largest = Cell::new(size(&viewport));
    let open = Cell::new(false);
    let asked = viewport.clone();
    listen(&viewport, "resize", move || {
        let (width, height) = size(&asked);
        let (known_width, known_height) = largest.get();
        if (width - known_width).abs() > 1.0 || height > known_height {
            largest.set((width, height));
        }
        let is_open = largest.get().1 - height > KEYBOARD && matches("(pointer: coarse)");
        if open.replace(is_open) != is_open {
            then(is_open);
        }
    })
}

/// Calls `then` with the share of the window's height that an element has, now and whenever the element or the window changes, for as
/// long as the returned value is kept. `None` in a browser that does not tell.
pub fn on_share_of_window(element: &Element, then: impl Fn(f64) + 'static) -> Option<(Resized, Listener)> {
    let (element, measured) = (element.clone(), element.clone());
    let tell = Rc::new(move || {
        then(measured.get_bounding_client_rect().height() / number(&window(), "innerHeight"));
    });
    let told = Rc::clone(&tell);
    let closure = Closure::<dyn Fn()>::new(move || told());
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some((Resized { observer, _closure: closure }, listen(&window(), "resize", move || tell())?))
}

/// Returns how far down the page is visible, in pixels from the window's top: to the end of the window, of its visible
/// part, or to the top of the bar of this class, whichever comes first.
pub fn seen_until(bar: &str) -> f64 {
    let window_height = number(&window(), "innerHeight");
    let seen = member(&window(), "visualViewport")
        .map_or(window_height, |viewport| number(&viewport, "offsetTop") + number(&viewport, "height"));
    let bar = document().get_elements_by_class_name(bar).item(0).map(|bar| bar.get_bounding_client_rect());
    bar.filter(|bar| bar.height() > 0.0).map_or(seen, |bar| seen.min(bar.top()))
}

/// An element whose size is observed for as long as this value is kept.
pub struct Resized {
    observer: ResizeObserver,
    _closure: Closure<dyn Fn()>,
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn media(query: &str) -> Option<JsValue> {
    let function: Function = member(&window(), "matchMedia")?.dyn_into().ok()?;
    function.call1(&window(), &query.into()).ok()
}

fn is_match(list: &JsValue) -> bool {
    member(list, "matches").and_then(|matches| matches.as_bool()).unwrap_or(false)
}

fn number(object: &JsValue, name: &str) -> f64 {
    member(object, name).and_then(|number| number.as_f64()).unwrap_or(0.0)
}

/// Returns an object's member of this name; `None` where there is none or it is null.
fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|member| !member.is_undefined() && !member.is_null())
}

fn listen(target: &JsValue, event: &'static str, then: impl Fn() + 'static) -> Option<Listener> {
    let target = target.dyn_ref::<EventTarget>()?.clone();
    let closure = Closure::<dyn Fn()>::new(then);
    target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).ok()?;
    Some(Listener { target, event, closure })
}

/// A listener, which receives events for as long as this value is kept.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn Fn()>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Fails only for a listener that was never added.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// Calls `then` whenever the element comes into view, at least in part, for as long as the returned value is kept. `None` in a
/// browser that does not tell.
pub fn on_shown(element: &Element, then: impl Fn() + 'static) -> Option<Observed> {
    let closure = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let is_shown = |entry| member(&entry, "isIntersecting").and_then(|is| is.as_bool()) == Some(true);
        if entries.iter().any(is_shown) {
            then();
        }
    });
    let observer = IntersectionObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Observed { observer, _closure: closure })
}

/// An element that is observed for as long as this value is kept.
pub struct Observed {
    observer: IntersectionObserver,
    _closure: Closure<dyn Fn(Array)>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The colour theme that the writer has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The theme of the system.
    #[default]
    System,
    /// The light theme, always.
    Light,
    /// The dark theme, always.
    Dark,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Returns the theme's name in the stored setting and in the style sheet; `None` for the system's.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Returns the theme of this name; the system's for any other.
    pub fn of_name(name: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }

    /// Shows the page in this theme. `public/start.js` does the same before the app is loaded.
    pub fn show(self) {
        let Some(root) = document().document_element() else { return };
        let _ = match self.name() {
            Some(name) => root.set_attribute("data-theme", name),
            None => root.remove_attribute("data-theme"),
        };
    }
}
