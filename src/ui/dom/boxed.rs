//! Functions in boxes. A boxed `Fn` of the standard library can be called once, too, which is code of its own for each closure,
//! and nobody does it.

use web_sys::Event;

/// What says something, again and again.
pub trait Say<T>: Send {
    /// What it says now.
    fn say(&mut self) -> T;
}

impl<T, F: FnMut() -> T + Send> Say<T> for F {
    fn say(&mut self) -> T {
        self()
    }
}

/// What hears an event.
pub trait Hear {
    /// The event has come.
    fn hear(&self, event: Event);
}

impl<F: Fn(Event)> Hear for F {
    fn hear(&self, event: Event) {
        self(event);
    }
}

/// What a memo asks for its value.
pub trait Remember<T>: Send + Sync {
    /// The value now; it is given what it was before.
    fn value(&self, before: Option<&T>) -> T;
}

impl<T, F: Fn(Option<&T>) -> T + Send + Sync> Remember<T> for F {
    fn value(&self, before: Option<&T>) -> T {
        self(before)
    }
}

/// What an effect does.
pub trait Run {
    /// Does it.
    fn run(&self);
}

impl<F: Fn()> Run for F {
    fn run(&self) {
        self();
    }
}
