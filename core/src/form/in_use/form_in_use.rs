//! A form and the changes to it, each with where it came from.

use super::change::FormChange;
use super::seen::SeenForm;
use crate::date::Date;
use crate::form::Form;

/// A form with what was taken over from its template on Meta-Wiki.
#[derive(Clone, Debug, PartialEq)]
pub struct FormInUse {
    pub(super) base: Form,
    pub(super) noted: String,
    pub(super) compared: Option<Compared>,
    pub(super) changes: Vec<Adopted>,
    form: Form,
}

/// The last comparison with the template.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The day of the comparison.
    pub day: Date,
    /// The revision of the template; `None` where its source was pasted.
    pub revision: Option<u64>,
    /// What the template said.
    pub seen: SeenForm,
}

/// A change that was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// The change.
    pub change: FormChange,
    /// The day when the template was seen that has it.
    pub day: Date,
    /// The revision of that template; `None` where its source was pasted.
    pub revision: Option<u64>,
}

/// The greatest number of changes of a form.
pub(super) const MOST_CHANGES: usize = 500;

impl FormInUse {
    /// Takes a form into use as it is, on the wiki that the program knows. `noted` is the time, as a timestamp's text.
    pub fn of(mut form: Form, noted: String) -> Self {
        form.wiki = Form::latest().wiki.clone();
        Self { base: form.clone(), noted, compared: None, changes: Vec::new(), form }
    }

    /// Puts the parts together. Changes that cannot be made any more are left out.
    pub(super) fn of_parts(
        base: Form,
        noted: String,
        compared: Option<Compared>,
        changes: Vec<Adopted>,
    ) -> Self {
        let mut whole = Self { compared, ..Self::of(base, noted) };
        for adopted in changes {
            whole.push(adopted);
        }
        whole.date();
        whole
    }

    /// Returns the form with all that was taken over.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Returns the form of the program that this one stands in the place of, because a form file was opened; `None` where what was taken
    /// over was taken into a form of the program, and where the program has none of this id.
    pub fn displaced(&self) -> Option<&'static Form> {
        let own = Form::by_id(&self.base.id)?;
        let base = Form { wiki: own.wiki.clone(), ..self.base.clone() };
        (base != *own).then_some(own)
    }

    /// Returns the last comparison with the template, if there was one.
    pub fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }

    /// Returns what was taken over, in order.
    pub fn changes(&self) -> &[Adopted] {
        &self.changes
    }

    /// Notes what the template says. Names of parameters that were not known are taken over; all else is the writer's to decide.
    pub fn compare(&mut self, seen: SeenForm, day: Date, revision: Option<u64>, noted: String) {
        for change in seen.changes(&self.form) {
            if change.is_learned(&self.form) {
                self.push(Adopted { change, day, revision });
            }
        }
        self.compared = Some(Compared { day, revision, seen });
        self.noted = noted;
        self.date();
    }

    /// Lists what the template has otherwise than the form and is not taken over.
    pub fn differences(&self) -> Vec<FormChange> {
        self.compared.as_ref().map(|compared| compared.seen.changes(&self.form)).unwrap_or_default()
    }

    /// Takes a change over from the template that was last seen. Returns whether that was possible.
    pub fn take(&mut self, change: FormChange, noted: String) -> bool {
        let Some(compared) = &self.compared else { return false };
        let adopted = Adopted { change, day: compared.day, revision: compared.revision };
        let is_taken = self.push(adopted);
        if is_taken {
            self.noted = noted;
        }
        is_taken
    }

    /// Undoes the change at this place of [`changes`](Self::changes), and those that build on it.
    pub fn undo(&mut self, at: usize, noted: String) {
        if at >= self.changes.len() {
            return;
        }
        let mut changes = std::mem::take(&mut self.changes);
        changes.remove(at);
        let compared = self.compared.take();
        *self = Self::of_parts(self.base.clone(), noted, compared, changes);
    }

    fn push(&mut self, adopted: Adopted) -> bool {
        if self.changes.len() >= MOST_CHANGES {
            return false;
        }
        let Some(form) = adopted.change.apply(&self.form) else { return false };
        self.form = form;
        self.changes.push(adopted);
        true
    }

    /// Sets the day on which the wording was last compared.
    fn date(&mut self) {
        let day = self.compared.as_ref().map(|compared| compared.day.to_string()).unwrap_or_default();
        self.form.checked = self.base.checked.clone().max(day);
    }
}
