//! Short messages between the tabs in which this app is open.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::long_text;

/// A channel. What one tab posts arrives in all others, and not in itself.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Channel {
    /// The channel of this name, listened to for as long as this is kept; `None` where the browser has none.
    pub fn open(name: &str, heard: impl Fn(&str) + 'static) -> Option<Self> {
        // Without the constructor the typed bindings would throw.
        let there: Function = Reflect::get(&window(), &"BroadcastChannel".into()).ok()?.dyn_into().ok()?;
        let channel = Reflect::construct(&there, &Array::of1(&JsValue::from_str(name))).ok()?;
        let channel: BroadcastChannel = channel.dyn_into().ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = long_text(&event.data()) {
                heard(&message);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    /// Tells all other tabs.
    pub fn post(&self, message: &str) {
        // Fails only when closed, and a text can always be sent.
        let _ = self.channel.post_message(&message.into());
    }
}
