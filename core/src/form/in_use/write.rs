//! The JSON of a form in use, and reading it: strict, so that a damaged record is none.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::change::{FormChange, TitleLevel};
use super::form_in_use::{Adopted, Compared, FormInUse, MOST_CHANGES};
use super::record::{FormRecord, MOST_BYTES};
use super::seen::SeenForm;
use crate::date::Date;
use crate::form::parameters::TemplateRow;
use crate::form::read::fields::{Fault, Fields};
use crate::form::{Form, FormError, Problem, QuestionId};
use crate::json::{self, Place};

const RECORD: &[&str] = &["noted", "base", "compared", "changes", "form"];
const COMPARED: &[&str] = &["day", "revision", "rows", "names"];
const ROW: &[&str] = &["title", "text", "parameter"];
const CHANGE: &[&str] = &[
    "kind",
    "day",
    "revision",
    "question",
    "name",
    "text",
    "id",
    "parameter",
    "after",
    "level",
    "title",
    "before",
    "from",
    "to",
];
/// The greatest number of rows and of names of a template.
const MOST_ROWS: usize = 500;

/// Returns a form in use as JSON.
fn value(form: &FormInUse) -> Value {
    let mut record = Map::new();
    let mut put = |name: &str, value: Value| drop(record.insert(name.to_owned(), value));
    put("noted", form.noted.as_str().into());
    // A bundled form is stored by name, so that corrections in a newer version of the program reach users who have
    // changed it.
    let is_bundled = Form::by_id(&form.base.id).is_some_and(|bundled| *bundled == form.base);
    put("base", if is_bundled { form.base.id.as_str().into() } else { form.base.definition() });
    if let Some(compared) = &form.compared {
        put("compared", compared_value(compared));
    }
    if !form.changes.is_empty() {
        put("changes", form.changes.iter().map(change_value).collect());
    }
    put("form", form.form().definition());
    record.into()
}

fn compared_value(compared: &Compared) -> Value {
    let rows = compared.seen.rows.iter().map(|row| match row {
        TemplateRow::Title(title) => json!({ "title": title }),
        TemplateRow::Question { text, parameter } => json!({ "text": text, "parameter": parameter }),
    });
    let names =
        compared.seen.names.iter().map(|(question, name)| (question.to_string(), name.as_str().into()));
    let mut fields = origin(compared.day, compared.revision);
    if !compared.seen.rows.is_empty() {
        fields.insert("rows".to_owned(), rows.collect());
    }
    fields.insert("names".to_owned(), Value::Object(names.collect()));
    fields.into()
}

fn origin(day: Date, revision: Option<u64>) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("day".to_owned(), day.to_string().into());
    if let Some(revision) = revision {
        fields.insert("revision".to_owned(), revision.to_string().into());
    }
    fields
}

fn change_value(adopted: &Adopted) -> Value {
    let (kind, parts): (&str, Vec<(&str, &str)>) = match &adopted.change {
        FormChange::Parameter { question, name } => {
            ("parameter", vec![("question", question.as_str()), ("name", name)])
        }
        FormChange::Wording { question, text } => {
            ("wording", vec![("question", question.as_str()), ("text", text)])
        }
        FormChange::NewQuestion { id, text, parameter, after } => {
            let mut parts = vec![("id", id.as_str()), ("text", text.as_str()), ("parameter", parameter)];
            parts.extend(after.as_ref().map(|after| ("after", after.as_str())));
            ("new-question", parts)
        }
        FormChange::DroppedQuestion { question } => {
            ("dropped-question", vec![("question", question.as_str())])
        }
        FormChange::NewTitle { level, title, before } => {
            ("new-title", vec![("level", level.name()), ("title", title), ("before", before.as_str())])
        }
        FormChange::Retitled { level, from, to } => {
            ("retitled", vec![("level", level.name()), ("from", from), ("to", to)])
        }
        FormChange::DroppedTitle { level, title } => {
            ("dropped-title", vec![("level", level.name()), ("title", title)])
        }
    };
    let mut fields = origin(adopted.day, adopted.revision);
    fields.insert("kind".to_owned(), kind.into());
    fields.extend(parts.into_iter().map(|(name, part)| (name.to_owned(), part.into())));
    fields.into()
}

impl TitleLevel {
    fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Group => "group",
        }
    }
}

impl FormInUse {
    /// Returns the record to keep, in which a draft's file leaves out the comparison.
    pub fn record(&self) -> FormRecord {
        FormRecord::of_value(value(self))
    }

    /// Returns whether the form can be kept: it has at most [`MOST_BYTES`] with all that belongs to it.
    pub fn fits(&self) -> bool {
        self.record().write().len() <= MOST_BYTES
    }

    /// Reads a kept form with all that belongs to it. The changes are made anew, so that a newer version of a bundled form keeps what
    /// was taken over; one that cannot be made any more is left out.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place.
    pub fn read(record: &FormRecord) -> Result<Self, FormError> {
        read(record.value()).map_err(|fault| fault.in_file(""))
    }
}

fn read(json: &Value) -> Result<FormInUse, Fault> {
    if json::write(json).len() > MOST_BYTES {
        return Err(Fault::at(&Place::Top, Problem::TooLong { most: MOST_BYTES }));
    }
    let fields = Fields::of(json, Place::Top, RECORD)?;
    let form = fields.part("form", Form::of_definition)?;
    let base = fields.part("base", |json, place| match json {
        Value::String(id) => {
            Form::by_id(id).cloned().ok_or_else(|| Fault::at(&place, Problem::BadId(id.clone())))
        }
        definition => Form::of_definition(definition, place),
    });
    let noted = fields.text("noted")?;
    let compared = fields.optional_part("compared", compared)?;
    let changes = fields.texts("changes", change)?;
    if changes.len() > MOST_CHANGES {
        return Err(fields.fault("changes", Problem::TooLong { most: MOST_CHANGES }));
    }
    // A form that only another version of the program has is taken as it came of its changes.
    let (base, changes) = base.map_or((form, Vec::new()), |base| (base, changes));
    Ok(FormInUse::of_parts(base, noted, compared, changes))
}

fn compared(json: &Value, place: Place<'_>) -> Result<Compared, Fault> {
    let fields = Fields::of(json, place, COMPARED)?;
    let rows = fields.texts("rows", row)?;
    let names = fields.part("names", names)?;
    if rows.len().max(names.len()) > MOST_ROWS {
        return Err(Fault::at(&place, Problem::TooLong { most: MOST_ROWS }));
    }
    Ok(Compared { day: day(&fields)?, revision: revision(&fields)?, seen: SeenForm { rows, names } })
}

fn names(json: &Value, place: Place<'_>) -> Result<BTreeMap<QuestionId, String>, Fault> {
    let Value::Object(names) = json else {
        return Err(Fault::at(&place, Problem::WrongType { wanted: "an object", found: json::kind(json) }));
    };
    let name = |(id, json): (&String, &Value)| {
        Ok((QuestionId::new(id.as_str()), Fields::tidy(json, Place::Name(&place, id))?))
    };
    names.iter().map(name).collect()
}

fn row(json: &Value, place: Place<'_>) -> Result<TemplateRow, Fault> {
    let fields = Fields::of(json, place, ROW)?;
    match fields.optional_text("title")? {
        Some(title) => Ok(TemplateRow::Title(title)),
        None => {
            Ok(TemplateRow::Question { text: fields.text("text")?, parameter: fields.text("parameter")? })
        }
    }
}

fn change(json: &Value, place: Place<'_>) -> Result<Adopted, Fault> {
    let fields = Fields::of(json, place, CHANGE)?;
    let id = |name| fields.text(name).map(QuestionId::new);
    let level = || match fields.text("level")? {
        level if level == TitleLevel::Section.name() => Ok(TitleLevel::Section),
        level if level == TitleLevel::Group.name() => Ok(TitleLevel::Group),
        other => Err(fields.fault("level", Problem::UnknownKind(other))),
    };
    let change = match fields.text("kind")?.as_str() {
        "parameter" => FormChange::Parameter { question: id("question")?, name: fields.text("name")? },
        "wording" => FormChange::Wording { question: id("question")?, text: fields.text("text")? },
        "new-question" => FormChange::NewQuestion {
            id: id("id")?,
            text: fields.text("text")?,
            parameter: fields.text("parameter")?,
            after: fields.optional_text("after")?.map(QuestionId::new),
        },
        "dropped-question" => FormChange::DroppedQuestion { question: id("question")? },
        "new-title" => {
            FormChange::NewTitle { level: level()?, title: fields.text("title")?, before: id("before")? }
        }
        "retitled" => {
            FormChange::Retitled { level: level()?, from: fields.text("from")?, to: fields.text("to")? }
        }
        "dropped-title" => FormChange::DroppedTitle { level: level()?, title: fields.text("title")? },
        other => return Err(fields.fault("kind", Problem::UnknownKind(other.to_owned()))),
    };
    Ok(Adopted { change, day: day(&fields)?, revision: revision(&fields)? })
}

fn day(fields: &Fields<'_>) -> Result<Date, Fault> {
    let day = fields.text("day")?;
    Date::parse(&day).ok_or_else(|| fields.fault("day", Problem::BadDate(day)))
}

fn revision(fields: &Fields<'_>) -> Result<Option<u64>, Fault> {
    let number = |text: String| {
        let number = text.parse::<u64>().ok().filter(|number| number.to_string() == text);
        number.ok_or_else(|| fields.fault("revision", Problem::BadId(text)))
    };
    fields.optional_text("revision")?.map(number).transpose()
}
