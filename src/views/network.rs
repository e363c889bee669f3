//! Says in the header that the network is gone, what that changes, and that it is back.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::network;
use crate::session::words::t;

/// The time for which the header says that the network is back: long enough to be read, or heard.
const NEWS: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, PartialEq)]
enum Network {
    /// There is a network, and nothing to say about it.
    There,
    Gone,
    Back,
}

/// The line about the network. It exists from the start, so that screen readers announce its content.
#[component]
pub fn NetworkLine() -> impl IntoView {
    let state = RwSignal::new(if network::is_online() { Network::There } else { Network::Gone });
    let listeners = network::on_online_change(move |is_there| {
        state.set(if is_there { Network::Back } else { Network::Gone });
        if is_there {
            set_timeout(move || forget(state), NEWS);
        }
    });
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    let words = move || match state.get() {
        Network::There => String::new(),
        Network::Gone => t("ui-network-gone"),
        Network::Back => t("ui-network-back"),
    };
    view! { <p class="header__status header__network" role="status" prop:textContent=words></p> }
}

/// Removes the news that the network is back. Meanwhile the header may have been made anew, or the network gone again.
fn forget(state: RwSignal<Network>) {
    if state.try_get_untracked() == Some(Network::Back) {
        state.set(Network::There);
    }
}
