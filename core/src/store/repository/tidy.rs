//! Removes old slots, at a later start than the one that replaced them, and only if nothing depends on them any more.

use std::collections::BTreeSet;

use super::Repository;
use crate::draft::replica::Writer;
use crate::draft::{DraftId, Nfc, Timestamp};
use crate::json;
use crate::store::compact::{Pages, removable};
use crate::store::decode::{self, Found, Gathered};
use crate::store::{Backend, Fault, Write, key};

/// How long a page must have been gone before its slot may be removed, in milliseconds: a closing page's last writes
/// reach other processes late.
const PATIENCE: u64 = 60_000;

impl Repository {
    /// Removes the slots of pages that are gone, as far as that is safe. Must be called once after a draft was opened
    /// and fetched, and never if the browser has no Web Locks, as it is then unknown which pages are gone.
    ///
    /// `alive` are the writers whose locks are held.
    ///
    /// # Errors
    /// When a medium cannot be read or written; what is left is removed at a later start.
    pub async fn tidy(
        &self,
        id: &DraftId,
        alive: &[Writer],
        now: Timestamp,
        nfc: Nfc<'_>,
    ) -> Result<(), Fault> {
        self.note_own_writers(id, nfc);
        let there = decode::records(self.durable.entries(&key::slots_of(id)).await?, nfc);
        // There is no `await` from here to the removal, so localStorage stays as it was read.
        let here = decode::local(&self.local, id, nfc)?;
        if here.newer.or(there.newer).is_some() {
            return Ok(());
        }
        let gone = self.gone(id, &[&here, &there], alive, now);
        let alone = alive.iter().all(|writer| *writer == self.me);
        let pages = Pages { me: self.me, alone, gone: &|writer| gone.contains(&writer) };
        let (from_here, from_there) = removable(&here.found, &there.found, &pages);
        for at in &from_here {
            for key in here.found.get(*at).iter().flat_map(|found| &found.keys) {
                self.local.remove(key)?;
            }
        }
        let mut changes = Vec::new();
        for found in from_there.iter().filter_map(|at| there.found.get(*at)) {
            changes.push(Write::Remove { key: key::head(id, found.writer) });
            changes.extend(found.keys.iter().map(|key| Write::Remove { key: key.clone() }));
        }
        if alone && !self.has_copies(id) {
            self.forget(id, &left(&here, &from_here), &left(&there, &from_there));
        }
        if changes.is_empty() { Ok(()) } else { self.durable.write(changes).await }
    }

    /// Finds the writers of these slots that were found gone long enough ago, and notes which are gone now.
    fn gone(&self, id: &DraftId, media: &[&Gathered], alive: &[Writer], now: Timestamp) -> Vec<Writer> {
        let now = u64::try_from(now.millis()).unwrap_or_default();
        let key = key::gone(id);
        let stored = self.local.get(&key).ok().flatten();
        let noted = stored.as_deref().and_then(read_gone).unwrap_or_default();
        let found = media.iter().flat_map(|gathered| &gathered.found);
        let mut writers: BTreeSet<Writer> = found.map(|found| found.writer).collect();
        writers.retain(|writer| *writer != self.me && !alive.contains(writer));
        let since = |writer: &Writer| {
            let name = writer.to_string();
            let noted = noted.iter().find(|(other, since)| *other == name && *since <= now);
            (name, noted.map_or(now, |(_, since)| *since))
        };
        let next: Vec<(String, u64)> = writers.iter().map(since).collect();
        let is_gone = |(_, (_, since)): &(&Writer, &(String, u64))| now - since >= PATIENCE;
        let gone = writers.iter().zip(&next).filter(is_gone).map(|(writer, _)| *writer).collect();
        if next.is_empty() {
            // This is only a note; without it, the waiting begins anew.
            let _ = stored.map(|_| self.local.remove(&key));
        } else if next != noted {
            let _ = self.local.set(&key, &write_gone(&next));
        }
        gone
    }

    /// Makes the version vector forget writers of whom nothing is left, if there is only one slot and no other page
    /// has the draft open.
    fn forget(&self, id: &DraftId, here: &[&Found], there: &[&Found]) {
        let ([one], [other]) = (here, there) else { return };
        if one.writer != other.writer || one.replica != other.replica {
            return;
        }
        self.with(id, |document| {
            if document.sequence() == 0 && document.inbox.is_none() && document.replica == one.replica {
                document.replica.forget_the_gone();
            }
        });
    }
}

/// Writes which writers were found gone, and since when, in milliseconds since 1970.
fn write_gone(gone: &[(String, u64)]) -> String {
    json::write(gone)
}

/// Reads a record of [`write_gone`]; `None` if it is damaged.
fn read_gone(json: &str) -> Option<Vec<(String, u64)>> {
    serde_json::from_str(json).ok()
}

fn left<'a>(gathered: &'a Gathered, going: &[usize]) -> Vec<&'a Found> {
    let kept = gathered.found.iter().enumerate().filter(|(at, _)| !going.contains(at));
    kept.map(|(_, found)| found).collect()
}
