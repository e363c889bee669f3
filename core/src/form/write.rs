//! Writing a form as the definition that it can be read from.

use serde_json::{Map, Value, json};

use super::read::KINDS;
use super::{DatedText, Form, Group, Parameter, Question, Section};
use crate::json;

impl Form {
    /// Writes the form's definition, as [`Form::read`] reads it: JSON with one field per line.
    pub fn write(&self) -> String {
        json::write_pretty(&self.definition())
    }

    /// Returns the form's definition.
    pub(in crate::form) fn definition(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "checked": self.checked,
            "source": self.source,
            "wiki": self.wiki.line(),
            "template": self.template,
            "titlePrefix": self.title_prefix,
            "sections": self.sections.iter().map(section).collect::<Vec<_>>(),
        })
    }
}

fn section(section: &Section) -> Value {
    json!({ "title": section.title, "groups": section.groups.iter().map(group).collect::<Vec<_>>() })
}

fn group(group: &Group) -> Value {
    let mut fields = Map::new();
    if let Some(title) = &group.title {
        fields.insert("title".to_owned(), title.as_str().into());
    }
    fields.insert("questions".to_owned(), group.questions.iter().map(question).collect());
    fields.into()
}

fn question(question: &Question) -> Value {
    let kind = KINDS.iter().find(|(_, kind)| *kind == question.kind).map_or("long", |(name, _)| name);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("id", question.id.as_str().into());
    put("text", question.text.as_str().into());
    put("kind", kind.into());
    put("help", question.help.source().into());
    match &question.parameter {
        Parameter::Known(name) => put("parameter", name.as_str().into()),
        Parameter::Starts(start) => put("parameterStarts", start.as_str().into()),
        Parameter::Unknown => {}
    }
    if !question.suggestions.is_empty() {
        put("suggestions", question.suggestions.clone().into());
    }
    if !question.examples.is_empty() {
        put("examples", question.examples.iter().map(DatedText::source).collect());
    }
    fields.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for form in Form::bundled() {
            assert_eq!(&Form::read("x.json", &form.write()).unwrap(), form);
        }
    }
}
