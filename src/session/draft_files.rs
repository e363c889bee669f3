//! Drafts as files that the writer saves.

use super::{Session, remembered};
use crate::browser::{clock, files};
use report::draft::file::DraftCopy;
use report::draft::team_folder::{COPY_NAME, PART_NAME};
use report::draft::{Draft, file};
use report::names::file_name_part;
use report::store::DraftInfo;

/// Hands over one draft as a file, named after its affiliate and year. Once that is done, notes that the writer has a copy.
pub async fn save_draft(session: Session, draft: Draft) {
    save(session, &name(&draft, "json"), std::slice::from_ref(&draft)).await;
}

/// Makes copies of drafts. A draft that is open or was loaded gets its edits, so that a copy that comes back can be
/// merged.
pub fn copies(session: Session, drafts: &[Draft]) -> Vec<DraftCopy> {
    // The last keystrokes are an edit, too.
    session.saver().flush();
    let (repository, late) = (session.repository(), session.late.parts_now());
    let copy = |draft: &Draft| {
        let copy = repository.copy_of(draft.clone());
        // Until the late part is loaded, the copies name nobody.
        match late {
            Some(parts) => (parts.with_names)(&repository, copy),
            None => copy,
        }
    };
    drafts.iter().map(copy).collect()
}

/// Notes that other people may have these copies now.
pub fn note_shared(session: Session, copies: &[DraftCopy]) {
    let repository = session.repository();
    if let Some(parts) = session.late.parts_now() {
        copies.iter().for_each(|copy| (parts.note_shared)(&repository, copy));
    }
}

/// Returns the name of a draft's file, after its affiliate and year, with this extension.
pub fn name(draft: &Draft, extension: &str) -> String {
    named(COPY_NAME, draft, extension)
}

/// Returns the file name for a part of a draft, by which it cannot be mistaken for the whole.
pub fn name_of_part(draft: &Draft, extension: &str) -> String {
    named(PART_NAME, draft, extension)
}

fn named(beginning: &str, draft: &Draft, extension: &str) -> String {
    let info = DraftInfo::of(draft);
    let parts = [info.affiliate, info.year].map(|part| file_name_part(&part));
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

/// Hands over drafts as a file of this name. Drafts beyond the number that a file may hold are left out; nobody has a
/// thousand.
async fn save(session: Session, name: &str, drafts: &[Draft]) {
    // A writer who has given a name is named, for which the late part is needed.
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
