//! A mark that there are reports in this browser, kept apart from them: if both stores lose the reports (the browser
//! frees space, a clean-up tool, a damaged profile), the start page can say that they were here.
//!
//! The mark is an empty cache, which is deleted less often than the stores are, and is never sent as a cookie would
//! be. A setting says that the stores know of the mark. The mark without the setting means that the stores are gone.

use crate::browser::{caches, page};
use report::store::Repository;

/// The setting that exists as long as the mark and the stores do.
const SETTING: &str = "reports-here";

/// Notes that a report was stored.
pub fn note(repository: &Repository) {
    if repository.setting(SETTING).is_none() && repository.set_setting(SETTING, Some("yes")).is_ok() {
        crate::browser::task::spawn_for_page(async { caches::keep(&name()).await });
    }
}

/// Returns whether reports were here that the stores have lost.
pub async fn are_gone(repository: &Repository) -> bool {
    repository.setting(SETTING).is_none() && caches::has(&name()).await
}

/// Removes the mark, as everything was deleted.
pub async fn forget() {
    caches::forget(&name()).await;
}

/// Returns the cache's name. It contains the page's address, as other copies of the app may share the browser's
/// storage with this one, and differs from the names of the worker's caches (`public/sw.js`).
fn name() -> String {
    format!("affiliate-report-builder-reports {}", page::base())
}
