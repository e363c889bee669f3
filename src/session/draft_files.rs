//! Drafts as files in the writer's hands.

use super::{Session, remembered};
use crate::browser::{clock, files};
use report::draft::file::DraftCopy;
use report::draft::{Draft, file};
use report::names::file_name_part;
use report::store::DraftInfo;

/// Hands over one draft as a file, named after its affiliate and year. Once that is done, notes that the writer has a copy.
pub async fn save_draft(session: Session, draft: Draft) {
    save(session, &name(&draft, "json"), std::slice::from_ref(&draft)).await;
}

/// Makes copies of drafts, each with the edits that it consists of where it is open or was loaded, so that one that comes back can
/// be merged.
pub fn copies(session: Session, drafts: &[Draft]) -> Vec<DraftCopy> {
    // What was typed last is an edit, too.
    session.saver().flush();
    let (repository, late) = (session.repository(), session.late.parts_now());
    let copy = |draft: &Draft| {
        let copy = repository.copy_of(draft.clone());
        // Where that part is not there yet, nobody is named.
        match late {
            Some(parts) => (parts.with_names)(&repository, copy),
            None => copy,
        }
    };
    drafts.iter().map(copy).collect()
}

/// Notes that copies are in somebody's hands now.
pub fn note_shared(session: Session, copies: &[DraftCopy]) {
    let repository = session.repository();
    if let Some(parts) = session.late.parts_now() {
        copies.iter().for_each(|copy| (parts.note_shared)(&repository, copy));
    }
}

/// Returns the name of a draft's file, after its affiliate and year, with this extension.
pub fn name(draft: &Draft, extension: &str) -> String {
    named("affiliate-report", draft, extension)
}

/// Returns the name of the file of a part of a draft, which nobody should take for the whole.
pub fn name_of_part(draft: &Draft, extension: &str) -> String {
    named("part-of-affiliate-report", draft, extension)
}

fn named(beginning: &str, draft: &Draft, extension: &str) -> String {
    let summary = DraftInfo::of(draft);
    let parts = [summary.affiliate, summary.year].map(|part| file_name_part(&part));
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let stem = [beginning].into_iter().chain(parts).collect::<Vec<_>>().join("-");
    format!("{stem}.{extension}")
}

/// Hands over all these drafts as one file, named after the day. Once that is done, notes that the writer has copies.
pub async fn save_all(session: Session, drafts: &[Draft]) {
    let now = clock::now().to_string();
    let day = now.split('T').next().unwrap_or_default();
    save(session, &format!("affiliate-reports-{day}.json"), drafts).await;
}

/// Hands over drafts as a file of this name. More drafts than a file may hold are not written; nobody has a thousand.
async fn save(session: Session, name: &str, drafts: &[Draft]) {
    // Who has given a name is named: that part may be on its way still.
    if session.repository().own_name().is_some() {
        session.late.wait().await;
    }
    let copies = copies(session, drafts);
    let Ok(text) = file::write_copies(&copies) else { return };
    // A browser that refuses says so itself.
    if files::save(name, "application/json", &text).await.is_ok() {
        note_shared(session, &copies);
        drafts.iter().for_each(|draft| remembered::note_copy(&session.repository(), draft.id()));
    }
}
