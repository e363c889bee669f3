//! The link to the view for readers of many reports.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::words::t;

/// The link to the view in which many reports are compared.
#[component]
pub(super) fn ManyReports() -> impl IntoView {
    view! {
        <p class="quiet">
            <a href=Route::Reports.to_string()>{t("ui-reports")}</a>
            " "
            {t("ui-reports-for-whom")}
        </p>
    }
}
