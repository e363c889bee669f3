//! The texts of a bundled form as messages for translators: `form-2024-question-name`.
//!
//! The page on Meta stays English. A translation is of one wording: what a form in use words otherwise has no key, and is shown as it
//! stands.

use super::{DatedText, Form, Question};

/// Returns the key of the message with a question's wording; `None` where no bundled form asks with these words.
pub fn of_wording(wording: &str) -> Option<String> {
    questions(|question| question.text == wording).map(|(form, question)| question_key(form, question))
}

/// Returns the key of the message with a question's help, in which `$1` stands for the year that the report is about and `$2` for the
/// one before; `None` where no bundled form helps with these words.
pub fn of_help(help: &DatedText) -> Option<String> {
    questions(|question| question.help == *help).map(|(form, question)| help_key(form, question))
}

/// Returns the key of the message with the heading of a section or group; `None` where no bundled form has it.
pub fn of_heading(heading: &str) -> Option<String> {
    let mut forms = Form::bundled().iter();
    forms.find_map(|form| headings(form).into_iter().find(|(_, title)| *title == heading)).map(|(key, _)| key)
}

/// Returns the key of the message with a form's name; `None` where no bundled form has it.
pub fn of_name(name: &str) -> Option<String> {
    Form::bundled().iter().find(|form| form.name == name).map(form_key)
}

/// Returns all texts of a form that are messages, each by its key and in English.
pub fn all(form: &Form) -> Vec<(String, String)> {
    let mut all = vec![(form_key(form), form.name.clone())];
    all.extend(headings(form).into_iter().map(|(key, title)| (key, title.to_owned())));
    for question in form.questions() {
        all.push((question_key(form, question), question.text.clone()));
        let help = question.help.source().replace("{year}", "$1").replace("{lastYear}", "$2");
        all.push((help_key(form, question), help));
    }
    all
}

fn questions(fits: impl Fn(&Question) -> bool) -> Option<(&'static Form, &'static Question)> {
    let all = Form::bundled().iter().flat_map(|form| form.questions().map(move |question| (form, question)));
    all.into_iter().find(|(_, question)| fits(question))
}

fn form_key(form: &Form) -> String {
    format!("form-{}", form.id)
}

fn question_key(form: &Form, question: &Question) -> String {
    format!("{}-question-{}", form_key(form), question.id)
}

fn help_key(form: &Form, question: &Question) -> String {
    format!("{}-help", question_key(form, question))
}

/// The headings of sections and groups, each counted from 1.
fn headings(form: &Form) -> Vec<(String, &str)> {
    let mut all = Vec::new();
    for (section, number) in form.sections.iter().zip(1..) {
        let key = format!("{}-section-{number}", form_key(form));
        all.push((key.clone(), section.title.as_str()));
        for (group, number) in section.groups.iter().zip(1..) {
            let title = group.title.as_deref();
            all.extend(title.map(|title| (format!("{key}-group-{number}"), title)));
        }
    }
    all
}
