//! A report's page onto the clipboard. Whatever copies it, a button or a key, goes through [`copy_page`].

use std::cell::Cell;

use leptos::prelude::*;

use super::output::{undecided_owner, written};
use crate::browser::clipboard;
use crate::session::page_copy::PageCopy;
use crate::session::scope::Scope;
use crate::session::{OpenDraft, remembered, session};
use report::store::Reason;

thread_local! {
    /// How often a page was to be copied since this page was loaded.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Copies the wikitext of the open draft's page, notes that it was copied, and keeps a version of the draft. To be called while a
/// click or a key is handled: browsers allow it only then.
///
/// `told` gets what came of it, unless the view of `scope` is gone by then; after [`PageCopy::Silent`] it may get the browser's
/// answer, too.
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
