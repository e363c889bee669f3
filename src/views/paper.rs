//! The page on paper: whichever view of a report is printed, the paper shows the page as Meta will show it; the view
//! of the whole text prints that text.

use leptos::html;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};

use crate::session::scope::Scope;
use crate::session::session;

/// The page of the open draft, which exists only while the browser prints. If the late part is not loaded, there is
/// nothing here and the view itself is printed.
#[component]
pub(super) fn Paper() -> impl IntoView {
    let paper = NodeRef::<html::Div>::new();
    let (scope, late) = (Scope::here(), session().late);
    // The nodes drawn for paper, with the owner of their signals.
    let drawn = StoredValue::new_local(None::<(Owner, <AnyView as Render>::State)>);
    let clear = move || {
        if let Some((owner, mut page)) = drawn.try_update_value(Option::take).flatten() {
            page.unmount();
            owner.cleanup();
        }
    };
    let draw = move || {
        clear();
        let (Some(paper), Some(parts)) = (paper.get_untracked(), late.parts_now()) else { return };
        let owner = Owner::new();
        // Drawn synchronously: the browser prints the page's state when this returns.
        let mut page = owner.with(|| (parts.page)().build());
        page.mount(&paper, None);
        drawn.set_value(Some((owner, page)));
    };
    let before = window_event_listener_untyped("beforeprint", move |_| {
        scope.try_with(draw);
    });
    let after = window_event_listener_untyped("afterprint", move |_| clear());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <div class="paper" node_ref=paper></div> }
}
