//! Reading a form definition: strict, so that a slip in a data file is found by its first test and not by a writer.
//!
//! Every field is either needed or optional, everything else is an error, and every error names its place.

mod error;
pub(super) mod fields;
mod unique;

pub use error::{FormError, Problem};

use self::fields::{Fault, Fields};
use super::{Form, Group, Parameter, Question, QuestionId, QuestionKind, Section};
use crate::json::{self, JsonError, Place};
use serde_json::Value;

/// The kinds of answer by the names that a definition has for them.
pub(super) const KINDS: [(&str, QuestionKind); 10] = [
    ("short", QuestionKind::Short),
    ("line", QuestionKind::Line),
    ("userName", QuestionKind::UserName),
    ("months", QuestionKind::Months),
    ("year", QuestionKind::Year),
    ("long", QuestionKind::Long),
    ("number", QuestionKind::Number),
    ("yesNo", QuestionKind::YesNo),
    ("links", QuestionKind::Links),
    ("three", QuestionKind::Three),
];

const FORM: &[&str] = &["id", "name", "checked", "source", "wiki", "template", "titlePrefix", "sections"];
const SECTION: &[&str] = &["title", "groups"];
const GROUP: &[&str] = &["title", "questions"];
const QUESTION: &[&str] =
    &["id", "text", "kind", "help", "parameter", "parameterStarts", "suggestions", "examples"];

impl Form {
    /// Reads a form definition, the JSON text of a file like `forms/2024.json`.
    ///
    /// # Errors
    /// The first thing that is wrong, with `file_name` and its place.
    pub fn read(file_name: &str, json: &str) -> Result<Self, FormError> {
        let tree = json::read(json).map_err(not_json);
        tree.and_then(|tree| Self::of_definition(&tree, Place::Top)).map_err(|fault| fault.in_file(file_name))
    }

    /// Reads a form definition that stands in other JSON.
    pub(in crate::form) fn of_definition(definition: &Value, place: Place<'_>) -> Result<Self, Fault> {
        form(definition, place)
    }
}

fn form(definition: &Value, place: Place<'_>) -> Result<Form, Fault> {
    let fields = Fields::of(definition, place, FORM)?;
    let form = Form {
        id: fields.id("id", true)?,
        name: fields.text("name")?,
        checked: fields.date("checked")?,
        source: fields.text("source")?,
        wiki: fields.wiki("wiki")?,
        template: fields.title("template")?,
        title_prefix: fields.title("titlePrefix")?,
        sections: fields.list("sections", section)?,
    };
    unique::check(&form)?;
    Ok(form)
}

/// Returns whether no two questions of a form share an id, a parameter or a wording.
pub(super) fn is_unique(form: &Form) -> bool {
    unique::check(form).is_ok()
}

pub(super) fn not_json(error: JsonError) -> Fault {
    match error {
        JsonError::Cut { line, column } => {
            let found = "the file ends too early".to_owned();
            Fault::at(&Place::Top, Problem::NotJson { line, column, found })
        }
        JsonError::Syntax { line, column, what } => {
            Fault::at(&Place::Top, Problem::NotJson { line, column, found: what })
        }
        JsonError::Duplicate { path, .. } => Fault { place: path, problem: Problem::FieldTwice },
    }
}

fn section(json: &Value, place: Place<'_>) -> Result<Section, Fault> {
    let fields = Fields::of(json, place, SECTION)?;
    let section = Section { title: fields.text("title")?, groups: fields.list("groups", group)? };
    match section.groups.iter().skip(1).position(|group| group.title.is_none()) {
        Some(position) => Err(Fault::at(
            &Place::Index(&Place::Name(&place, "groups"), position + 1),
            Problem::UntitledGroup,
        )),
        None => Ok(section),
    }
}

fn group(json: &Value, place: Place<'_>) -> Result<Group, Fault> {
    let fields = Fields::of(json, place, GROUP)?;
    Ok(Group { title: fields.optional_text("title")?, questions: fields.list("questions", question)? })
}

fn question(json: &Value, place: Place<'_>) -> Result<Question, Fault> {
    let fields = Fields::of(json, place, QUESTION)?;
    Ok(Question {
        id: QuestionId::new(fields.id("id", false)?),
        text: fields.text("text")?,
        kind: kind(&fields)?,
        help: fields.dated_text("help")?,
        parameter: parameter(&fields)?,
        suggestions: fields.texts("suggestions", Fields::tidy)?,
        examples: fields.texts("examples", Fields::dated_lines)?,
    })
}

fn kind(fields: &Fields<'_>) -> Result<QuestionKind, Fault> {
    let name = fields.text("kind")?;
    let known = KINDS.iter().find(|(known, _)| *known == name);
    known.map(|(_, kind)| *kind).ok_or_else(|| fields.fault("kind", Problem::UnknownKind(name)))
}

fn parameter(fields: &Fields<'_>) -> Result<Parameter, Fault> {
    match (fields.parameter("parameter")?, fields.parameter("parameterStarts")?) {
        (Some(_), Some(_)) => Err(fields.fault("parameterStarts", Problem::TwoParameters)),
        (Some(name), None) => Ok(Parameter::Known(name)),
        (None, Some(start)) => Ok(Parameter::Starts(start)),
        (None, None) => Ok(Parameter::Unknown),
    }
}
