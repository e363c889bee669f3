//! Asks the browser to keep the data permanently, at a moment when that makes sense to the writer.

use leptos::prelude::*;

use super::Session;
use crate::browser::persistence;
use crate::browser::task::spawn_for_page;
use report::store::Durability;

/// The name of the setting which says that the browser was asked.
const SETTING: &str = "persistence-asked";

/// The number of answered questions to wait for: some browsers ask the writer, who should have real work to keep.
const WORTH: usize = 3;

/// Asks the browser once to keep the data permanently, as soon as some answers are saved. A browser that refuses is
/// not asked again.
pub fn ask_when_it_fits(session: Session) {
    let saved = session.saver().saved();
    let fits = Memo::new(move |_| {
        let done = session.open.get().map_or(0, |open| open.whole().get().done());
        done >= WORTH && saved.with(|saved| *saved == Durability::Saved)
    });
    Effect::new(move || {
        let repository = session.repository();
        if fits.get()
            && repository.setting(SETTING).is_none()
            && repository.set_setting(SETTING, Some("yes")).is_ok()
        {
            spawn_for_page(async {
                persistence::ask().await;
            });
        }
    });
}
