//! The form in use: the program's own, or what became of it by what its template on Meta-Wiki has otherwise, or one out of a file.
//!
//! It is kept in a setting of this browser, and carried along by the drafts that answer it ([`report::form::FormRecord`]). Where there
//! is none, nothing is read. A form lives as long as the page, like the program's own: each is read once, and a page sees few of them.

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
    /// The draft as it is when another form is in use all of a sudden: it has to be opened anew.
    pub reopened: RwSignal<Option<Draft>>,
}

impl Forms {
    /// Begins without any.
    pub fn new() -> Self {
        Self { read: StoredValue::new(Vec::new()), reopened: RwSignal::new(None) }
    }

    /// Reads the form of a record, unless that was done before, or the program's own is newer.
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

    /// Returns the form that a draft answers: of what this browser keeps and the draft carries along, what was noted last; else the
    /// program's own. With it comes the record that the draft lacks. `None` where nobody knows the form.
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
