//! Views of which the program is still on its way.

use std::time::Duration;

use super::loader::{Late, Stage};
use super::parts::LateParts;
use crate::browser::page;
use crate::components::message::{MessageBox, MessageKind};
use crate::components::view::View;
use crate::route::Route;
use crate::session::session;
use crate::session::words::t;
use leptos::prelude::*;

/// How long nothing is said: what comes sooner needs no words.
const PATIENCE: Duration = Duration::from_millis(400);

/// A whole view that comes late: asks for it, and says so while it is not there.
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

/// A piece of a view that comes late, and that nobody misses.
pub fn part(make: impl Fn(&'static LateParts) -> AnyView + Send + 'static) -> AnyView {
    let late = session().late;
    (move || late.parts().map(&make)).into_any()
}

/// A piece of a view that comes late, and that would be missed: if it does not come, that is said.
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

/// Says that it is coming, once that has taken a while.
#[component]
fn Coming() -> impl IntoView {
    let takes_long = RwSignal::new(false);
    // The view may be there by then.
    let say = move || {
        let _ = takes_long.try_set(true);
    };
    set_timeout(say, PATIENCE);
    let words = move || if takes_long.get() { t("ui-late-coming") } else { String::new() };
    view! { <p class="quiet" role="status" prop:textContent=words></p> }
}

/// What to do where it did not come. A host may have another version by now; then only the page helps, loaded again.
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
