//! Reading a form definition that is known to be right: what is wrong in one of ours is found by a test
//! ([`Form::read`](super::Form::read)), and the app neither looks for it nor has the words for it.

use super::read::KINDS;
use super::{Form, Group, Kind, Parameter, Question, QuestionId, Section};
use crate::json::{self, Json};

/// The form of a definition; `None` where something is missing that every form has.
pub(super) fn read(definition: &str) -> Option<Form> {
    let form = json::read(definition).ok()?;
    Some(Form {
        id: text(&form, "id")?,
        name: text(&form, "name")?,
        checked: text(&form, "checked")?,
        source: text(&form, "source")?,
        template: text(&form, "template")?,
        title_prefix: text(&form, "titlePrefix")?,
        sections: list(&form, "sections", section)?,
    })
}

fn section(json: &Json) -> Option<Section> {
    Some(Section { title: text(json, "title")?, groups: list(json, "groups", group)? })
}

fn group(json: &Json) -> Option<Group> {
    Some(Group { title: text(json, "title"), questions: list(json, "questions", question)? })
}

fn question(json: &Json) -> Option<Question> {
    let parameter = text(json, "parameter").map(Parameter::Known);
    let parameter = parameter.or_else(|| text(json, "parameterStarts").map(Parameter::Starts));
    Some(Question {
        id: QuestionId::new(text(json, "id")?),
        text: text(json, "text")?,
        kind: kind(json)?,
        help: text(json, "help")?,
        examples: texts(json, "examples"),
        suggestions: texts(json, "suggestions"),
        parameter: parameter.unwrap_or(Parameter::Unknown),
    })
}

fn kind(json: &Json) -> Option<Kind> {
    let name = json.field("kind")?.text()?;
    KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

fn text(json: &Json, name: &str) -> Option<String> {
    json.field(name)?.text().map(str::to_owned)
}

fn texts(json: &Json, name: &str) -> Vec<String> {
    let items = json.field(name).map_or(&[][..], Json::items);
    items.iter().filter_map(Json::text).map(str::to_owned).collect()
}

fn list<T>(json: &Json, name: &str, read: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for item in json.field(name)?.items() {
        list.push(read(item)?);
    }
    Some(list)
}
