//! What is shown instead of reports if there are none: that none was begun, or that they are gone.

use leptos::prelude::*;

use super::shelf::HomeShelf;
use crate::components::message::{MessageBox, MessageKind};
use crate::session::scope::Scope;
use crate::session::words::t;

/// The words that there is no report, or that there were reports and the browser has lost them.
#[component]
pub(super) fn NoReports() -> impl IntoView {
    let shelf = HomeShelf::here();
    let are_gone = RwSignal::new(false);
    Scope::here().spawn(shelf.are_reports_gone(), move |gone| are_gone.set(gone));
    move || {
        if are_gone.get() {
            view! {
                <MessageBox kind=MessageKind::Warning attr:role="note">{t("ui-reports-gone")}</MessageBox>
            }
            .into_any()
        } else {
            view! { <p class="quiet">{t("ui-no-reports")}</p> }.into_any()
        }
    }
}
