//! Copies a report's page to the clipboard. Both the button and the key go through [`copy_page`].

use std::cell::Cell;

use leptos::prelude::*;

use super::output::{undecided_owner, written};
use crate::browser::clipboard;
use crate::session::page_copy::PageCopy;
use crate::session::scope::Scope;
use crate::session::{OpenDraft, remembered, session};
use report::store::Reason;

thread_local! {
    /// The number of requests to copy since this page was loaded.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Copies the wikitext of the open draft's page, notes that it was copied, and keeps a revision of the draft. Must be
/// called while a click or a key is handled: browsers allow copying only then.
///
/// Calls `told` with the result, unless the view of `scope` is gone when it comes; after [`PageCopy::Silent`] `told`
/// may be called once more, with the browser's late answer.
pub fn copy_page(scope: Scope, told: impl Fn(PageCopy) + Clone + 'static) {
    let page = scope.try_with(|| {
        let open = OpenDraft::here();
        let is_undecided = undecided_owner(session(), open).is_some();
        (session(), open.snapshot(), untrack(|| written(open)).text, is_undecided)
    });
    let Some((session, draft, text, is_undecided)) = page else { return };
    let mine = ASKED.get().wrapping_add(1);
    ASKED.set(mine);
    let tell = told.clone();
    let silent = move || {
        if ASKED.get() == mine {
            scope.try_with(|| tell(PageCopy::Silent));
        }
    };
    let copied = async move {
        let is_copied = clipboard::copy_or_tell(&text, silent).await.is_ok();
        if is_copied {
            remembered::note_copied_page(&session.repository(), draft.id(), &text);
            session.keep(vec![draft], Reason::Copy);
        }
        is_copied
    };
    scope.spawn(copied, move |is_copied| {
        told(match (is_copied, is_undecided) {
            (true, false) => PageCopy::Done,
            (true, true) => PageCopy::DoneUndecided,
            (false, _) => PageCopy::Refused,
        });
    });
}
