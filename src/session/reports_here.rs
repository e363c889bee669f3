//! A mark that there are reports in this browser, kept apart from them: where both stores have lost them (a browser that makes
//! room, a tool that cleans up, a damaged profile), the start page can say that they were here.
//!
//! The mark is an empty cache, which is deleted with less than the stores are, and never leaves the browser as a cookie would. A
//! setting says that the stores know of it. The mark without the setting means that the stores are gone.

use crate::browser::{caches, page};
use report::store::Repository;

/// The setting that is there as long as the mark and the stores are.
const SETTING: &str = "reports-here";

/// Notes that a report was stored.
pub fn note(repository: &Repository) {
    if repository.setting(SETTING).is_none() && repository.set_setting(SETTING, Some("yes")).is_ok() {
        crate::browser::task::spawn_for_page(async { caches::keep(&name()).await });
    }
}

/// Returns whether reports were here of which the stores know nothing.
pub async fn are_gone(repository: &Repository) -> bool {
    repository.setting(SETTING).is_none() && caches::has(&name()).await
}

/// Removes the mark, as everything was deleted.
pub async fn forget() {
    caches::forget(&name()).await;
}

/// Returns the cache's name. It has the page's address in it, as other copies of the app may share the browser's storage with
/// this one, and is none of the worker's (`public/sw.js`).
fn name() -> String {
    format!("affiliate-report-builder-reports {}", page::base())
}
