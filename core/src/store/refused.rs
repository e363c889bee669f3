//! The replacement for a store that the browser does not provide.

use std::future::ready;

use super::{Backend, Decision, DurableStore, Fault, KeyDecision, Later, Write};

/// A store that refuses everything, with the reason that the browser gave.
#[derive(Clone, Debug)]
pub struct Refused(pub Fault);

impl Refused {
    fn say<T>(&self) -> Result<T, Fault> {
        Err(self.0.clone())
    }

    fn later<'a, T: 'a>(&self) -> Later<'a, T> {
        Box::pin(ready(self.say()))
    }
}

impl Backend for Refused {
    fn keys(&self, _: &str) -> Result<Vec<String>, Fault> {
        self.say()
    }

    fn get(&self, _: &str) -> Result<Option<String>, Fault> {
        self.say()
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Fault> {
        self.say()
    }

    fn remove(&self, _: &str) -> Result<(), Fault> {
        self.say()
    }
}

impl DurableStore for Refused {
    fn keys<'a>(&'a self, _: &'a str) -> Later<'a, Vec<String>> {
        self.later()
    }

    fn entries<'a>(&'a self, _: &'a str) -> Later<'a, Vec<(String, String)>> {
        self.later()
    }

    fn get<'a>(&'a self, _: &'a str) -> Later<'a, Option<String>> {
        self.later()
    }

    fn write(&self, _: Vec<Write>) -> Later<'_, ()> {
        self.later()
    }

    fn update<'a>(&'a self, _: &'a str, _: Decision<'a>) -> Later<'a, ()> {
        self.later()
    }

    fn update_by_key<'a>(&'a self, _: &'a str, _: KeyDecision<'a>) -> Later<'a, ()> {
        self.later()
    }
}
