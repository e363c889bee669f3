//! Views whose program may still be on its way.

use std::time::Duration;

use crate::browser::page;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::late::{Late, LateParts, Stage};
use crate::session::session;
use crate::session::words::t;
use leptos::prelude::*;

/// How long a view may take to come before the page says that it is coming.
const PATIENCE: Duration = Duration::from_millis(400);

/// Shows a whole view of the late part: requests it, and says that it is coming, or that it failed and what to do.
pub fn view(make: impl Fn(&'static LateParts) -> AnyView + Send + 'static) -> AnyView {
    let late = session().late;
    late.ask();
    let shown = move || match late.stage() {
        Stage::Here(parts) => make(parts),
        Stage::Coming => view! { <Coming/> }.into_any(),
        Stage::Failed => view! {
            <View heading=t("ui-late-failed") class="late-failed">
                {ways(late)}
                <p><a href=Route::Home.to_string()>{t("ui-all-reports")}</a></p>
            </View>
        }
        .into_any(),
    };
    shown.into_any()
}

/// Shows a piece of a view of the late part once that is loaded, and nothing before: nobody misses the piece.
pub fn part(make: impl Fn(&'static LateParts) -> AnyView + Send + 'static) -> AnyView {
    let late = session().late;
    (move || late.parts().map(&make)).into_any()
}

/// Shows a piece of a view of the late part that would be missed: says so if the late part cannot be loaded.
pub fn piece(make: impl Fn(&'static LateParts) -> AnyView + Send + 'static) -> AnyView {
    let late = session().late;
    let shown = move || match late.stage() {
        Stage::Here(parts) => make(parts),
        Stage::Coming => ().into_any(),
        Stage::Failed => view! {
            <MessageBox kind=MessageKind::Error attr:role="alert">
                    <p><strong>{t("ui-late-failed")}</strong></p>
                    {ways(late)}
                </MessageBox>
        }
        .into_any(),
    };
    shown.into_any()
}

/// Says that the view is coming, once that has taken a while.
#[component]
fn Coming() -> impl IntoView {
    let takes_long = RwSignal::new(false);
    // The view may be shown already, and this component gone.
    let say = move || {
        let _ = takes_long.try_set(true);
    };
    set_timeout(say, PATIENCE);
    let words = move || if takes_long.get() { t("ui-late-coming") } else { String::new() };
    view! { <p class="quiet" role="status" prop:textContent=words></p> }
}

/// Draws the ways on where the late part did not come: try again, or reload, which alone helps if the host has another
/// version now.
fn ways(late: Late) -> AnyView {
    view! {
        <p>{t("ui-late-failed-text")}</p>
        <p class="actions">
            <button type="button" class="cdx-button" on:click=move |_| late.ask()>{t("ui-try-again")}</button>
            <button type="button" class="cdx-button cdx-button--weight-quiet" on:click=move |_| page::reload()>
                {t("ui-reload")}
            </button>
        </p>
    }
    .into_any()
}
