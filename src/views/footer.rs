//! The footer: what the app is, where it comes from, and what it does with the writer's texts. The start page says
//! these things itself.

use leptos::prelude::*;

use crate::browser::page;
use crate::route::Route;
use crate::session::session;
use crate::session::words::{say, t, translated};
use report::i18n::Message;

/// The address of the source, from `Cargo.toml`; empty as long as it is not published.
const SOURCE: &str = env!("CARGO_PKG_REPOSITORY");

/// The footer of every view.
#[component]
pub fn Footer() -> impl IntoView {
    let session = session();
    let is_home = Memo::new(move |_| session.route.with(|route| *route == Route::Home));
    let version = Message::new("ui-version").with(env!("CARGO_PKG_VERSION"));
    let source = (!SOURCE.is_empty()).then(|| {
        view! {
            <li><a href=SOURCE>{t("ui-source")}</a></li>
            <li><a href=format!("{SOURCE}/issues")>{t("ui-report-problem")}</a></li>
            // No native reader has reviewed all of these words (`i18n/build.mjs`).
            {translated("@unreviewed", &[]).map(|_| view! { <li><a href=format!("{SOURCE}/issues")>{t("ui-improve-language")}</a></li> })}
        }
    });
    let (is_one_file, one_file) = match page::one_file() {
        Some(address) if address.is_empty() => (true, None),
        address => (false, address),
    };
    view! {
        <footer class="footer">
            {move || (!is_home.get()).then(|| view! { <p>{t("ui-privacy")}</p> <p>{t("ui-not-official")}</p> })}
            {is_one_file.then(|| view! { <p>{t("ui-one-file-here")}</p> })}
            <ul class="footer__links">
                {source}
                {one_file.map(|address| view! { <li><a href=address download>{t("ui-one-file-link")}</a></li> })}
                <li><a href="https://www.gnu.org/licenses/gpl-3.0.html" rel="license">{t("ui-licence")}</a></li>
                <li>{say(&version)}</li>
            </ul>
        </footer>
    }
}
