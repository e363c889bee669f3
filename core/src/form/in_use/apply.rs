//! Making a change to a form.

use super::change::{FormChange, TitleLevel};
use crate::form::dated_text::DatedText;
use crate::form::parameters::valid_name;
use crate::form::read::fields::{is_id, is_tidy};
use crate::form::read::is_unique;
use crate::form::{Form, Group, Parameter, Question, QuestionId, QuestionKind, Section};

/// The help of a question that is in no form file.
const HELP: &str = "This question is new on Meta-Wiki. Answer it in your own words.";

/// A row of the form's page, taken apart to be changed.
enum Row {
    Title(TitleLevel, String),
    Question(Question),
}

impl FormChange {
    /// Makes the change. `None` where it has nothing to change, or would leave no form that can be written and read.
    pub fn apply(&self, form: &Form) -> Option<Form> {
        if !self.is_right() {
            return None;
        }
        let mut rows = rows(form);
        match self {
            Self::Parameter { question, name } => set_parameter(&mut rows, question, name)?,
            Self::Wording { question, text } => {
                let asked = asked(&mut rows, question)?;
                if asked.text == *text {
                    return None;
                }
                asked.text.clone_from(text);
            }
            Self::NewQuestion { id, text, parameter, after } => {
                let at = match after {
                    Some(after) => place(&rows, after)? + 1,
                    None => rows.iter().position(|row| matches!(row, Row::Question(_)))?,
                };
                rows.insert(at, Row::Question(new_question(id, text, parameter)?));
            }
            Self::DroppedQuestion { question } => drop(rows.remove(place(&rows, question)?)),
            Self::NewTitle { level, title, before } => {
                let mut at = place(&rows, before)?;
                let is_group = |at: usize| matches!(rows.get(at), Some(Row::Title(TitleLevel::Group, _)));
                if *level == TitleLevel::Section && at > 0 && is_group(at - 1) {
                    at -= 1;
                }
                rows.insert(at, Row::Title(*level, title.clone()));
            }
            Self::Retitled { level, from, to } => {
                let at = title_place(&rows, *level, from)?;
                *rows.get_mut(at)? = Row::Title(*level, to.clone());
            }
            Self::DroppedTitle { level, title } => drop(rows.remove(title_place(&rows, *level, title)?)),
        }
        let changed = Form { sections: sections(rows)?, ..form.clone() };
        let is_form = !changed.sections.is_empty() && is_unique(&changed);
        (is_form && changed != *form).then_some(changed)
    }

    /// Returns whether all that the change brings in can stand in a form.
    fn is_right(&self) -> bool {
        match self {
            Self::Parameter { name, .. } => valid_name(name),
            Self::Wording { text, .. } => is_tidy(text),
            Self::NewQuestion { id, text, parameter, .. } => {
                is_id(id.as_str()) && is_tidy(text) && valid_name(parameter)
            }
            Self::NewTitle { title, .. } | Self::Retitled { to: title, .. } => is_tidy(title),
            Self::DroppedQuestion { .. } | Self::DroppedTitle { .. } => true,
        }
    }
}

/// Gives a question's parameter its name. The question that had the name has none then.
fn set_parameter(rows: &mut [Row], question: &QuestionId, name: &str) -> Option<()> {
    for row in rows.iter_mut() {
        if let Row::Question(other) = row
            && other.id != *question
            && matches!(&other.parameter, Parameter::Known(known) if known == name)
        {
            other.parameter = Parameter::Unknown;
        }
    }
    asked(rows, question)?.parameter = Parameter::Known(name.to_owned());
    Some(())
}

fn new_question(id: &QuestionId, text: &str, parameter: &str) -> Option<Question> {
    Some(Question {
        id: id.clone(),
        text: text.to_owned(),
        kind: QuestionKind::Long,
        help: DatedText::new(HELP.to_owned()).ok()?,
        examples: Vec::new(),
        suggestions: Vec::new(),
        parameter: Parameter::Known(parameter.to_owned()),
    })
}

fn rows(form: &Form) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in &form.sections {
        rows.push(Row::Title(TitleLevel::Section, section.title.clone()));
        for group in &section.groups {
            rows.extend(group.title.clone().map(|title| Row::Title(TitleLevel::Group, title)));
            rows.extend(group.questions.iter().cloned().map(Row::Question));
        }
    }
    rows
}

/// Puts the rows together again. Titles that no question follows go; `None` where a question stands before the first section.
fn sections(rows: Vec<Row>) -> Option<Vec<Section>> {
    let mut sections: Vec<Section> = Vec::new();
    for row in rows {
        match row {
            Row::Title(TitleLevel::Section, title) => sections.push(Section { title, groups: Vec::new() }),
            Row::Title(TitleLevel::Group, title) => {
                sections.last_mut()?.groups.push(Group { title: Some(title), questions: Vec::new() });
            }
            Row::Question(question) => {
                let groups = &mut sections.last_mut()?.groups;
                if groups.is_empty() {
                    groups.push(Group { title: None, questions: Vec::new() });
                }
                groups.last_mut()?.questions.push(question);
            }
        }
    }
    for section in &mut sections {
        section.groups.retain(|group| !group.questions.is_empty());
    }
    sections.retain(|section| !section.groups.is_empty());
    Some(sections)
}

fn place(rows: &[Row], id: &QuestionId) -> Option<usize> {
    rows.iter().position(|row| matches!(row, Row::Question(question) if question.id == *id))
}

fn asked<'r>(rows: &'r mut [Row], id: &QuestionId) -> Option<&'r mut Question> {
    rows.iter_mut().find_map(|row| match row {
        Row::Question(question) if question.id == *id => Some(question),
        _ => None,
    })
}

fn title_place(rows: &[Row], level: TitleLevel, title: &str) -> Option<usize> {
    rows.iter().position(|row| matches!(row, Row::Title(of, words) if *of == level && words == title))
}
