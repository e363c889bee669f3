//! The form in use: the program's own, that form with changes taken over from its template on Meta-Wiki, or a form
//! from a file.
//!
//! A form other than the program's own is kept in a setting of this browser and by the drafts that answer it
//! ([`report::form::FormRecord`]). Forms live as long as the page: each is read once, and a page sees few of them.

use leptos::prelude::*;

use super::Session;
use report::draft::Draft;
use report::form::{Form, FormRecord};
use report::store::Repository;

/// The name of the setting.
const SETTING: &str = "form";

/// The forms that were read, with their records. Copies are the same.
#[derive(Clone, Copy)]
pub struct Forms {
    read: StoredValue<Vec<(String, &'static Form)>>,
    /// The open draft after the form in use was changed: it has to be opened again.
    pub reopened: RwSignal<Option<Draft>>,
}

impl Forms {
    /// Begins without any forms.
    pub fn new() -> Self {
        Self { read: StoredValue::new(Vec::new()), reopened: RwSignal::new(None) }
    }

    /// Returns the form of a record, which is read once; `None` if it cannot be read or the program's own is newer.
    fn form(self, record: &FormRecord) -> Option<&'static Form> {
        let text = record.write();
        let known =
            self.read.with_value(|read| read.iter().find(|(known, _)| *known == text).map(|(_, form)| *form));
        let form = match known {
            Some(form) => form,
            None => {
                let form: &'static Form = Box::leak(Box::new(record.form()?));
                self.read.update_value(|read| read.push((text, form)));
                form
            }
        };
        Form::by_id(&form.id).is_none_or(|own| own.checked <= form.checked).then_some(form)
    }
}

impl Session {
    /// Returns the form in use, for a new report.
    pub fn form(self) -> &'static Form {
        let kept = kept(&self.repository());
        kept.and_then(|kept| self.forms.form(&kept)).unwrap_or_else(Form::latest)
    }

    /// Returns the form that a draft answers, with the record that the draft lacks: of the browser's record and the
    /// draft's, the one noted last; else the program's own form. `None` if the form is not known.
    pub fn form_of(self, draft: &Draft) -> Option<(&'static Form, Option<FormRecord>)> {
        let kept = kept(&self.repository()).filter(|kept| kept.form_id() == Some(draft.form()));
        let own = draft.form_record();
        let is_later = |kept: &FormRecord| own.as_ref().is_none_or(|own| own.noted() < kept.noted());
        let later = kept.filter(is_later).and_then(|kept| Some((self.forms.form(&kept)?, Some(kept))));
        let carried = || Some((self.forms.form(own.as_ref()?)?, None));
        later.or_else(carried).or_else(|| Some((Form::by_id(draft.form())?, None)))
    }
}

/// Returns the form that this browser keeps.
pub fn kept(repository: &Repository) -> Option<FormRecord> {
    FormRecord::read(&repository.setting(SETTING)?)
}

/// Keeps a form, or none. Returns whether the storage took it.
pub fn keep(repository: &Repository, record: Option<&FormRecord>) -> bool {
    repository.set_setting(SETTING, record.map(FormRecord::write).as_deref()).is_ok()
}
