//! The form in use that a draft carries along.
//!
//! It is one of the draft's unknown fields, `formInUse`, so versions of this program that do not know it carry it
//! along. It contains the time when it was `noted`: of two states of a draft, the later one counts.

use super::Draft;
use crate::form::{Form, FormRecord};

/// The name of the field.
pub(super) const FORM_IN_USE: &str = "formInUse";

impl Draft {
    /// Returns the record of the form in use that the draft carries along, if its form is the one that the draft
    /// answers.
    pub fn form_record(&self) -> Option<FormRecord> {
        let record = FormRecord::of_value(self.unknown.get(FORM_IN_USE)?.clone());
        (record.form_id() == Some(self.form())).then_some(record)
    }

    /// Notes the form in use, without the template's contents as last seen. This does not change the report, so the
    /// time of its last change stays.
    pub fn note_form(&mut self, record: FormRecord) {
        let record = record.without_comparison();
        self.unknown.insert(FORM_IN_USE.to_owned(), record.value().clone());
        self.unknown.sort_keys();
    }

    /// Reads the form that the draft carries along, unless the program has a newer version of it.
    pub(crate) fn own_form(&self) -> Option<Form> {
        let form = self.form_record()?.form()?;
        let is_older = |bundled: &Form| bundled.checked > form.checked;
        (!Form::by_id(&form.id).is_some_and(is_older)).then_some(form)
    }
}
