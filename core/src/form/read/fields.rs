//! The fields of one object in a form definition, each read as what it must be.

use super::{FormError, Problem};
use crate::date::Date;
use crate::form::dated_text::DatedText;
use crate::form::parameters::valid_name;
use crate::json::{self, Place};
use crate::names::Wiki;
use serde_json::Value;

/// A problem at its place in a form definition. The file's name is added where the reader returns it.
pub(in crate::form) struct Fault {
    pub(in crate::form) place: String,
    pub(in crate::form) problem: Problem,
}

impl Fault {
    pub(in crate::form) fn at(place: &Place<'_>, problem: Problem) -> Self {
        Self { place: place.to_string(), problem }
    }

    /// Names the file that the fault is in.
    pub(in crate::form) fn in_file(self, name: &str) -> FormError {
        FormError { file: name.to_owned(), place: self.place, problem: self.problem }
    }
}

/// An object whose fields are all known.
pub(in crate::form) struct Fields<'j> {
    fields: &'j json::Fields,
    place: Place<'j>,
}

impl<'j> Fields<'j> {
    /// Returns the fields of `json`, which must be an object of `known` and no other fields.
    pub(in crate::form) fn of(
        json: &'j Value,
        place: Place<'j>,
        known: &'static [&'static str],
    ) -> Result<Self, Fault> {
        let Value::Object(fields) = json else {
            return Err(Fault::at(
                &place,
                Problem::WrongType { wanted: "an object", found: json::kind(json) },
            ));
        };
        if let Some(name) = fields.keys().find(|name| !known.contains(&name.as_str())) {
            return Err(Fault::at(&Place::Name(&place, name), Problem::UnknownField { known }));
        }
        Ok(Self { fields, place })
    }

    /// Creates the fault of one of the fields.
    pub(in crate::form) fn fault(&self, name: &str, problem: Problem) -> Fault {
        Fault::at(&Place::Name(&self.place, name), problem)
    }

    fn get(&self, name: &str) -> Option<&'j Value> {
        self.fields.get(name)
    }

    fn needed(&self, name: &str) -> Result<&'j Value, Fault> {
        self.get(name).ok_or_else(|| self.fault(name, Problem::Missing))
    }

    /// Reads a text on one line, which must be there.
    pub(in crate::form) fn text(&self, name: &str) -> Result<String, Fault> {
        Self::tidy(self.needed(name)?, Place::Name(&self.place, name))
    }

    /// Reads a text on one line with stand-ins for years, which must be there.
    pub(in crate::form) fn dated_text(&self, name: &str) -> Result<DatedText, Fault> {
        DatedText::new(self.text(name)?).map_err(|found| self.fault(name, Problem::UnknownStandIn(found)))
    }

    /// Reads a text on one line, if it is there.
    pub(in crate::form) fn optional_text(&self, name: &str) -> Result<Option<String>, Fault> {
        self.get(name).map(|json| Self::tidy(json, Place::Name(&self.place, name))).transpose()
    }

    /// Reads an id, which must be there; `digit` lets it start with a digit.
    pub(in crate::form) fn id(&self, name: &str, digit: bool) -> Result<String, Fault> {
        let id = self.text(name)?;
        let is_right =
            is_id(&id) || digit && id.starts_with(|c: char| c.is_ascii_digit()) && is_rest_of_id(&id);
        if is_right { Ok(id) } else { Err(self.fault(name, Problem::BadId(id))) }
    }

    /// Reads a day as `YYYY-MM-DD`, which must be there.
    pub(in crate::form) fn date(&self, name: &str) -> Result<String, Fault> {
        let date = self.text(name)?;
        if Date::parse(&date).is_some() { Ok(date) } else { Err(self.fault(name, Problem::BadDate(date))) }
    }

    /// Reads the wiki that a line names, which must be there.
    pub(super) fn wiki(&self, name: &str) -> Result<Wiki, Fault> {
        let line = self.text(name)?;
        Wiki::parse(&line).ok_or_else(|| self.fault(name, Problem::BadWiki(line)))
    }

    /// Reads a page title or the start of one, without namespace, which must be there.
    pub(in crate::form) fn title(&self, name: &str) -> Result<String, Fault> {
        let title = self.text(name)?;
        let bad = |c: char| matches!(c, '[' | ']' | '{' | '}' | '|' | '#' | '<' | '>' | '_' | ':');
        if title.contains(bad) || title.starts_with('/') || title.ends_with('/') {
            return Err(self.fault(name, Problem::BadName(title)));
        }
        Ok(title)
    }

    /// Reads a template parameter's name or the start of one, if it is there.
    pub(in crate::form) fn parameter(&self, name: &str) -> Result<Option<String>, Fault> {
        match self.optional_text(name)? {
            Some(parameter) if !valid_name(&parameter) => Err(self.fault(name, Problem::BadName(parameter))),
            parameter => Ok(parameter),
        }
    }

    /// Reads what stands in a field, which must be there.
    pub(in crate::form) fn part<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Value, Place<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        read(self.needed(name)?, Place::Name(&self.place, name))
    }

    /// Reads what stands in a field, if it is there.
    pub(in crate::form) fn optional_part<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Value, Place<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.get(name).map(|json| read(json, Place::Name(&self.place, name))).transpose()
    }

    /// Reads a list with at least one item, which must be there.
    pub(in crate::form) fn list<T>(
        &self,
        name: &str,
        item: impl Fn(&Value, Place<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        Self::items(self.needed(name)?, Place::Name(&self.place, name), item)
    }

    /// Reads a list of texts; without the field there are none.
    pub(in crate::form) fn texts<T>(
        &self,
        name: &str,
        item: impl Fn(&Value, Place<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        match self.get(name) {
            Some(json) => Self::items(json, Place::Name(&self.place, name), item),
            None => Ok(Vec::new()),
        }
    }

    fn items<T>(
        json: &Value,
        place: Place<'_>,
        item: impl Fn(&Value, Place<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        match json {
            Value::Array(items) if items.is_empty() => Err(Fault::at(&place, Problem::EmptyList)),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(position, json)| item(json, Place::Index(&place, position)))
                .collect(),
            other => {
                Err(Fault::at(&place, Problem::WrongType { wanted: "a list", found: json::kind(other) }))
            }
        }
    }

    /// Reads a text on one line, without blanks at its edge.
    pub(in crate::form) fn tidy(json: &Value, place: Place<'_>) -> Result<String, Fault> {
        let text = Self::tidy_lines(json, place)?;
        if text.contains('\n') { Err(Fault::at(&place, Problem::UntidyText(text))) } else { Ok(text) }
    }

    /// Reads a text of one or more lines with stand-ins for years, without blanks at its edge.
    pub(in crate::form) fn dated_lines(json: &Value, place: Place<'_>) -> Result<DatedText, Fault> {
        DatedText::new(Self::tidy_lines(json, place)?)
            .map_err(|found| Fault::at(&place, Problem::UnknownStandIn(found)))
    }

    /// Reads a text of one or more lines, without blanks at its edge.
    pub(in crate::form) fn tidy_lines(json: &Value, place: Place<'_>) -> Result<String, Fault> {
        let Value::String(text) = json else {
            return Err(Fault::at(&place, Problem::WrongType { wanted: "a text", found: json::kind(json) }));
        };
        if text.trim().is_empty() {
            return Err(Fault::at(&place, Problem::EmptyText));
        }
        if text.trim() != text || text.contains(|c: char| c.is_control() && c != '\n') {
            return Err(Fault::at(&place, Problem::UntidyText(text.clone())));
        }
        Ok(text.clone())
    }
}

/// Returns whether a text can be a question's id.
pub(in crate::form) fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase()) && is_rest_of_id(id)
}

fn is_rest_of_id(id: &str) -> bool {
    id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Returns whether a text is one line of words without blanks at its edge.
pub(in crate::form) fn is_tidy(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains(char::is_control)
}
