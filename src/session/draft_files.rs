//! Drafts as files in the writer's hands.

use super::{Session, remembered};
use crate::browser::{clock, files};
use report::draft::{Draft, file};
use report::names::file_name_part;
use report::store::DraftInfo;

/// Offers one draft as a file, named after its affiliate and year, and notes that the writer has a copy.
pub fn save_draft(session: Session, draft: &Draft) {
    remembered::note_copy(&session.repository(), draft.id());
    save(&name(draft, "json"), std::slice::from_ref(draft));
}

/// Returns the name of a draft's file, after its affiliate and year, with this extension.
pub fn name(draft: &Draft, extension: &str) -> String {
    let summary = DraftInfo::of(draft);
    let parts = [summary.affiliate, summary.year].map(|part| file_name_part(&part));
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let stem = ["affiliate-report"].into_iter().chain(parts).collect::<Vec<_>>().join("-");
    format!("{stem}.{extension}")
}

/// Offers all these drafts as one file, named after the day, and notes that the writer has copies.
pub fn save_all(session: Session, drafts: &[Draft]) {
    drafts.iter().for_each(|draft| remembered::note_copy(&session.repository(), draft.id()));
    let now = clock::now().to_string();
    let day = now.split('T').next().unwrap_or_default();
    save(&format!("affiliate-reports-{day}.json"), drafts);
}

/// Offers drafts as a file of this name. More drafts than a file may hold are not written; nobody has a thousand.
fn save(name: &str, drafts: &[Draft]) {
    if let Ok(text) = file::write(drafts) {
        // A browser that refuses says so itself.
        let _ = files::save(name, "application/json", &text);
    }
}
