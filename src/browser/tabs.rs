//! The other tabs in which this app is open: messages to them, what they store, and which of them are alive.
//!
//! Web Locks and channels are called by name: the typed bindings are not stable, and throw where a browser has none.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use leptos::{ev, leptos_dom::helpers::window_event_listener};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use super::long_text;
use super::task::spawn_for_page;

/// A channel between tabs. A message that one tab posts arrives in all others, but not in itself.
pub struct Channel {
    channel: BroadcastChannel,
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Channel {
    /// Opens the channel of this name, and listens for as long as the value is kept; `None` where the browser has no channels.
    pub fn open(name: &str, on_message: impl Fn(&str) + 'static) -> Option<Self> {
        // Without the constructor the typed bindings would throw.
        let there: Function = Reflect::get(&window(), &"BroadcastChannel".into()).ok()?.dyn_into().ok()?;
        let channel = Reflect::construct(&there, &Array::of1(&JsValue::from_str(name))).ok()?;
        let channel: BroadcastChannel = channel.dyn_into().ok()?;
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = long_text(&event.data()) {
                on_message(&message);
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }

    /// Posts a message to all other tabs.
    pub fn post(&self, message: &str) {
        // Fails only when closed, and a text can always be sent.
        let _ = self.channel.post_message(&message.into());
    }
}

/// Holds the lock of this name for as long as the page lives, once no other page holds it. Does nothing if the browser
/// has no locks.
pub fn hold_lock(name: &str) {
    // A lock is held until the promise that its callback returns is settled: this one never is.
    let keep = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    if let Some(request) = call("request", &Array::of2(&name.into(), &keep)) {
        // This fails if the page is closing or its storage is blocked; then there is no lock.
        spawn_for_page(async move { drop(JsFuture::from(request).await) });
    }
}

/// Returns the names of the locks that are held now, in any tab; `None` if the browser does not tell.
pub async fn held_locks() -> Option<Vec<String>> {
    let snapshot = JsFuture::from(call("query", &Array::new())?).await.ok()?;
    let held = Array::from(&Reflect::get(&snapshot, &"held".into()).ok()?);
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Some(held.iter().filter_map(name).collect())
}

fn call(method: &str, arguments: &Array) -> Option<Promise> {
    let locks = Reflect::get(&window().navigator(), &JsValue::from_str("locks")).ok()?;
    let method: Function = Reflect::get(&locks, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(&locks, arguments).ok()?.dyn_into().ok()
}

/// Calls `then` with the key under which another tab has stored or removed something, or with `None` when it has
/// removed everything, for as long as the page lives.
pub fn on_stored(then: impl Fn(Option<&str>) + 'static) {
    let _ = window_event_listener(ev::storage, move |event| then(event.key().as_deref()));
}
