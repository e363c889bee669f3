//! A new year's report that starts from an earlier one.

use super::draft_now;
use super::late::OnFailure;
use super::scope::Scope;
use super::{Session, remembered, session};
use crate::browser::{address, clock, nfc, random};
use crate::route::Route;
use report::draft::{Draft, DraftError, DraftId};
use report::i18n::Message;
use report::report::{proposed_parts, start_from, year_after, year_words};
use report::store::Reason;

/// Returns the likely year, in words, of a report that is started today from one about `earlier`.
pub fn year_from(earlier: &str) -> String {
    year_after(earlier, clock::surroundings().today)
}

/// Makes a report about `year` from the answers of an earlier one, which are marked as coming from `from`.
///
/// # Errors
/// When a limit is passed.
pub fn make(session: Session, earlier: &Draft, from: &str, year: &str) -> Result<Draft, DraftError> {
    let now = clock::now();
    let draft = Draft::new(DraftId::from_random(random::bits()), &session.form().id, now);
    start_from(draft, earlier, (from.trim(), year), &nfc, now)
}

/// Makes a report from a draft in this browser.
///
/// # Errors
/// If the earlier report cannot be read or a limit is passed; the message says so to the writer.
async fn make_from(session: Session, earlier: &DraftId) -> Result<Draft, Message> {
    let earlier = draft_now::load(session, earlier).await.map_err(|error| error.message())?;
    let year = year_from(year_words(&earlier));
    make(session, &earlier, &proposed_parts(&earlier).year, &year).map_err(|error| error.message())
}

/// Starts a report from a draft in this browser and opens it, or calls `failed` with the reason, unless the view of
/// `scope` is gone when the draft is loaded.
pub fn start(scope: Scope, earlier: DraftId, failed: OnFailure) {
    let Some(session) = scope.try_with(session) else { return };
    scope.spawn(async move { make_from(session, &earlier).await }, move |made| match made {
        Ok(draft) => open(session, draft),
        Err(why) => failed(why),
    });
}

/// Stores a new report, keeps its present state as its first revision, and opens it.
pub fn open(session: Session, draft: Draft) {
    let id = session.store(&draft);
    remembered::note_copy(&session.repository(), &id);
    session.keep(vec![draft], Reason::Import);
    address::go(&Route::Write { draft: id, question: None });
}
