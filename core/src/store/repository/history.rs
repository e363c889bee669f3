//! A small history of each draft, in the durable store only: whole drafts as files, limited in bytes, with the oldest
//! removed first.
//!
//! The keys contain what the list shows: `history/<draft>/<time>-<why>-<bytes>-<content>-<file>`, where the last two
//! are checksums of the draft without the time of its last edit and of the whole file.

use super::Repository;
use crate::draft::file;
use crate::draft::{Draft, DraftError, DraftId, Nfc, Timestamp};
use crate::store::slot::SlotError;
use crate::store::{Fault, LoadError, Write, checksum, key, shelf};

/// The greatest size of one draft's history, in bytes of UTF-8: a usual report a hundred times. The latest revision is
/// kept even if it alone is longer.
pub const HISTORY_BYTES: usize = 4 << 20;

/// The shortest time between two hourly revisions, in milliseconds.
const HOUR: u64 = 60 * 60 * 1000;

/// The reason why a revision was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Answers are about to be imported, or were imported.
    Import,
    /// Another tab's edits are about to come in, for the first time within an hour.
    Merge,
    /// A text was chosen in a conflict between two tabs; the revision has the other text.
    Choice,
    /// The draft's page was copied.
    Copy,
    /// An hour of work has passed.
    Hourly,
    /// Another revision is about to be put back in place of the current state.
    Restore,
}

/// An earlier state of a draft, as its history lists it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revision {
    /// The key that the revision is stored under.
    pub key: String,
    /// The time when the revision was kept.
    pub at: Timestamp,
    /// The reason why the revision was kept.
    pub why: Reason,
    /// The size of the revision as a file, in bytes.
    pub bytes: usize,
    content: String,
    whole: String,
}

impl Reason {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Import, "import"),
        (Self::Merge, "merge"),
        (Self::Choice, "choice"),
        (Self::Copy, "copy"),
        (Self::Hourly, "hourly"),
        (Self::Restore, "restore"),
    ];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(why, _)| *why == self).map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, other)| *other == word).map(|(why, _)| *why)
    }
}

impl Revision {
    fn new(id: &DraftId, at: Timestamp, why: Reason, draft: &Draft, text: &str) -> Self {
        let edited = format!("\"changed\": \"{}\"", draft.changed());
        let (content, whole) = (checksum(&text.replacen(&edited, "", 1)), checksum(text));
        let (millis, word, bytes) = (at.millis().max(0), why.word(), text.len());
        let key = format!("{}{millis:016}-{word}-{bytes}-{content}-{whole}", key::history_of(id));
        Self { key, at, why, bytes, content, whole }
    }

    fn parse(key: &str) -> Option<Self> {
        let mut parts = key.rsplit('/').next()?.split('-');
        let at = Timestamp::from_millis(parts.next()?.parse().ok()?);
        let why = Reason::of(parts.next()?)?;
        let bytes = parts.next()?.parse().ok()?;
        let (content, whole) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let key = key.to_owned();
        parts.next().is_none().then_some(Self { key, at, why, bytes, content, whole })
    }
}

impl Repository {
    /// Keeps the current state of a draft in memory as a revision, as [`keep`](Self::keep) does.
    ///
    /// # Errors
    /// When the durable store refuses; nothing has changed then.
    pub async fn remember(&self, id: &DraftId, why: Reason, now: Timestamp) -> Result<(), Fault> {
        match self.with(id, |document| document.draft()).flatten() {
            Some(draft) => self.keep(&draft, why, now).await,
            None => Ok(()),
        }
    }

    /// Keeps a draft as a revision, unless its history has that state already or the draft is empty.
    ///
    /// An [hourly](Reason::Hourly) revision is kept only if an hour has passed since the last one or, before the
    /// first, since the draft was begun; one before a [merge](Reason::Merge) only if an hour has passed since the last
    /// such. So this may be called at any rate.
    ///
    /// # Errors
    /// When the durable store refuses; nothing has changed then.
    pub async fn keep(&self, draft: &Draft, why: Reason, now: Timestamp) -> Result<(), Fault> {
        if is_empty(draft) {
            return Ok(());
        }
        let id = draft.id();
        let mark = self.clearing_mark();
        let before = self.history(id).await?;
        if self.clearing_mark() != mark {
            // Everything was deleted meanwhile.
            return Ok(());
        }
        let last = match why {
            Reason::Hourly => Some(before.first().map_or(draft.created(), |last| last.at)),
            Reason::Merge => before.iter().find(|last| last.why == why).map(|last| last.at),
            Reason::Import | Reason::Choice | Reason::Copy | Reason::Restore => None,
        };
        if last.is_some_and(|last| last.millis().abs_diff(now.millis()) < HOUR) {
            return Ok(());
        }
        let text = file::write(std::slice::from_ref(draft))
            .map_err(|error| Fault::Broken { name: error.to_string() })?;
        let revision = Revision::new(id, now, why, draft, &text);
        if before.iter().any(|other| other.content == revision.content) {
            return Ok(());
        }
        let mut changes: Vec<Write> = too_much(&before, revision.bytes, now);
        changes.push(Write::Put { key: revision.key, value: text });
        self.durable.write(changes).await
    }

    /// Lists the revisions of a draft, the latest first.
    ///
    /// # Errors
    /// When the durable store cannot be read.
    pub async fn history(&self, id: &DraftId) -> Result<Vec<Revision>, Fault> {
        let keys = self.durable.keys(&key::history_of(id)).await?;
        let mut revisions: Vec<Revision> = keys.iter().filter_map(|key| Revision::parse(key)).collect();
        revisions.sort_by(|one, two| two.key.cmp(&one.key));
        Ok(revisions)
    }

    /// Makes the draft that puts a revision in place of `current`: an edit like any other, which the history can undo.
    /// The due date and the publication stay as last noted.
    ///
    /// # Errors
    /// When a limit is passed, which cannot happen if `past` came from the history.
    pub fn restored(
        &self,
        current: &Draft,
        past: &Draft,
        nfc: Nfc<'_>,
        now: Timestamp,
    ) -> Result<Draft, DraftError> {
        let mut restored = past.clone().with_id(current.id().clone());
        // Sets the same title again: only the time of the last edit changes.
        restored.set_page(past.page(), nfc, now)?;
        restored.take_milestones(current);
        Ok(restored)
    }

    /// Reads a revision from the history.
    ///
    /// # Errors
    /// When the durable store cannot be read, or the revision is gone or damaged.
    pub async fn revision(
        &self,
        id: &DraftId,
        revision: &Revision,
        nfc: Nfc<'_>,
    ) -> Result<Draft, LoadError> {
        let text = self.durable.get(&revision.key).await?.ok_or(LoadError::Missing)?;
        if checksum(&text) != revision.whole {
            return Err(LoadError::Slot { error: SlotError::Damaged, text });
        }
        match shelf::read_one(&text, nfc) {
            Ok(draft) => Ok(draft.with_id(id.clone())),
            Err(error) => Err(LoadError::Unreadable { error, text }),
        }
    }
}

/// Returns whether a draft contains nothing worth going back to.
fn is_empty(draft: &Draft) -> bool {
    let page = draft.page();
    let texts = [&page.year, &page.affiliate, draft.summary()].into_iter();
    texts.chain(draft.answers().iter().map(|(_, entry)| entry.text())).all(|text| text.trim().is_empty())
}

/// Decides which revisions to remove so that `more` bytes fit: first those dated later than `now`, by a clock that was
/// ahead, then the oldest.
fn too_much(newest_first: &[Revision], more: usize, now: Timestamp) -> Vec<Write> {
    let (ahead, past): (Vec<_>, Vec<_>) = newest_first.iter().partition(|revision| revision.at > now);
    let mut bytes = more;
    let mut gone = Vec::new();
    for revision in past.into_iter().chain(ahead) {
        bytes = bytes.saturating_add(revision.bytes);
        if bytes > HISTORY_BYTES {
            gone.push(Write::Remove { key: revision.key.clone() });
        }
    }
    gone
}
