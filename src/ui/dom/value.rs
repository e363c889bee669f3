//! The values of attributes, properties, classes and style properties.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, RwSignal, Signal};

use super::boxed::Say;

/// A value as it is at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// The attribute is not there; the property is false.
    Off,
    /// The attribute is there, and empty; the property is true.
    On,
    /// A text.
    Text(Cow<'static, str>),
}

/// A value that stays, or follows signals.
pub enum Value {
    /// As it is.
    Fixed(Plain),
    /// What the function says, again whenever a signal it has read changes.
    Live(Box<dyn Say<Plain>>),
}

/// What a value is made of at one time.
pub trait IntoPlain {
    /// As a plain value.
    fn into_plain(self) -> Plain;
}

/// What can be the value of an attribute.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

impl IntoPlain for bool {
    fn into_plain(self) -> Plain {
        if self { Plain::On } else { Plain::Off }
    }
}

impl IntoPlain for String {
    fn into_plain(self) -> Plain {
        Plain::Text(self.into())
    }
}

impl IntoPlain for &'static str {
    fn into_plain(self) -> Plain {
        Plain::Text(self.into())
    }
}

impl IntoPlain for usize {
    fn into_plain(self) -> Plain {
        self.to_string().into_plain()
    }
}

impl<P: IntoPlain> IntoPlain for Option<P> {
    fn into_plain(self) -> Plain {
        self.map_or(Plain::Off, P::into_plain)
    }
}

macro_rules! fixed {
    ($($type:ty),*) => {$(
        impl IntoValue for $type {
            fn into_value(self) -> Value {
                Value::Fixed(self.into_plain())
            }
        }
    )*};
}

fixed!(bool, String, &'static str, usize, Option<String>, Option<&'static str>);

macro_rules! live {
    ($($signal:ident),*) => {$(
        impl<P: IntoPlain + Clone + Send + Sync + 'static> IntoValue for $signal<P> {
            fn into_value(self) -> Value {
                (move || self.get()).into_value()
            }
        }
    )*};
}

live!(Memo, RwSignal, Signal);

impl<F: FnMut() -> P + Send + 'static, P: IntoPlain> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_plain()))
    }
}
