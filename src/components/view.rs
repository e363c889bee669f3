//! A page of the app: its title, and its heading, which takes the focus when the reader comes from another page.

use leptos::prelude::*;

use crate::browser::{focus, page};
use crate::session::words::t;
use crate::session::{OpenDraft, session};

/// A view with its heading. `title` is shown in the browser's tab and history: after the open report's name and year,
/// else before the app's name. On the home page it is empty.
#[component]
pub fn View(
    /// The text of the heading.
    heading: String,
    /// The view's title; the heading's text if not given.
    #[prop(optional, into)]
    title: Option<String>,
    /// A class for the view as a whole.
    class: &'static str,
    /// The content below the heading.
    children: Children,
) -> impl IntoView {
    let title = title.unwrap_or_else(|| heading.clone());
    let open = session().open.get_untracked();
    Effect::new(move || {
        let report = open.map(OpenDraft::name_and_year).unwrap_or_default();
        page::set_title(&if title.is_empty() {
            t("ui-app-name")
        } else if report.is_empty() {
            format!("{title} – {}", t("ui-app-name"))
        } else {
            format!("{report} – {title}")
        });
    });
    // With the first view the focus stays at the page's beginning, where the reader is anyway.
    if session().arrived() {
        focus::heading();
    }
    view! {
        <div class=format!("view {class}")>
            <h1 tabindex="-1" class="view__heading">{heading}</h1>
            {children()}
        </div>
    }
}
