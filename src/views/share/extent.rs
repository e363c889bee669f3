//! How much of a draft is handed over as a link or a file: the whole, the changes since the last copy, or one question.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::radios::{Radio, Radios};
use crate::session::words::{say, t};
use crate::session::{OpenDraft, Session, draft_files, remembered};
use report::draft::DraftId;
use report::draft::file::DraftCopy;
use report::draft::replica::Field;
use report::form::Question;
use report::i18n::Message;

/// How much of a draft is handed over.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Extent {
    /// The whole draft.
    Whole,
    /// What no copy contains that was handed out or came in.
    Changed,
    /// One question with its answer.
    Question(&'static Question),
}

/// The draft that is handed over, with the choice of how much of it. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Handed {
    session: Session,
    open: OpenDraft,
    question: Option<&'static Question>,
    /// The fields that were changed since the last copy, when the choice was shown; empty if nobody has a copy, or it
    /// contains everything.
    changed: StoredValue<BTreeSet<Field>>,
    /// The choice.
    pub extent: RwSignal<Extent>,
    /// A change counter for what goes along with the draft.
    renewed: RwSignal<u32>,
}

impl Handed {
    /// Makes the choice for a draft, including one question if the dialog was opened at that.
    pub(super) fn new(session: Session, open: OpenDraft, question: Option<&'static Question>) -> Self {
        let copies = draft_files::copies(session, &[open.snapshot()]);
        let unshared = copies.first().and_then(|copy| session.repository().unshared(copy));
        let extent = RwSignal::new(question.map_or(Extent::Whole, Extent::Question));
        let (changed, renewed) = (StoredValue::new(unshared.unwrap_or_default()), RwSignal::new(0));
        Self { session, open, question, changed, extent, renewed }
    }

    /// Has copies made again, as what goes along with them has changed.
    pub(super) fn renew(self) {
        self.renewed.update(|count| *count += 1);
    }

    /// Makes a copy of the draft's present state, as much of it as is chosen. Subscribes to the choice.
    pub(super) fn copy(self) -> Option<DraftCopy> {
        self.renewed.track();
        let extent = self.extent.get();
        let whole = draft_files::copies(self.session, &[self.open.snapshot()]).into_iter().next()?;
        Some(match extent {
            Extent::Whole => whole,
            Extent::Changed => self.changed.with_value(|fields| whole.part(fields)),
            Extent::Question(question) => whole.part(&[Field::Answer(question.id.clone())].into()),
        })
    }

    /// Notes that a copy was handed out.
    pub(super) fn note(self, copy: &DraftCopy) {
        draft_files::note_shared(self.session, std::slice::from_ref(copy));
    }

    /// Notes that the writer has a file of the whole draft, so that no reminder to download one is shown.
    pub(super) fn note_kept(self, id: &DraftId) {
        remembered::note_copy(&self.session.repository(), id);
    }
}

/// The choice of the extent, if there is more than one.
#[component]
pub(super) fn ExtentChoice(handed: Handed) -> impl IntoView {
    let changed = handed.changed.with_value(BTreeSet::len);
    let changes = say(&Message::new("ui-share-extent-changed").with(changed));
    let radio = |value, id, words| Radio { value, id, words };
    let radios: Vec<_> = [
        handed.question.map(|question| {
            radio(Extent::Question(question), "share-extent-question", t("ui-share-extent-question"))
        }),
        (changed > 0).then(|| radio(Extent::Changed, "share-extent-changed", changes)),
        Some(radio(Extent::Whole, "share-extent-whole", t("ui-share-extent-whole"))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (radios.len() > 1).then(|| {
        view! { <Radios legend=t("ui-share-extent") name="share-extent" radios chosen=handed.extent/> }
    })
}
