//! Learning from the wiki's `action=templatedata` answer, with or without a TemplateData block on the page.
//!
//! Without one, and with `includeMissingTitles`, the wiki lists the names it finds in the source, in order and without
//! more (`ApiTemplateData::getRawParams`, extension TemplateData of MediaWiki 1.39). With one, labels and descriptions
//! may tell the questions.

use super::findings::Findings;
use super::position::pair_by_position;
use super::{LearnError, Learned};
use crate::form::wording::Wordings;
use crate::form::{Form, Parameter};
use crate::json::{self, JsonError};
use serde_json::Value;

/// Learns parameter names from an answer of `api.php?action=templatedata` in either format version, or from a TemplateData
/// block itself.
///
/// A question is known by a label or description that is its wording; by position only where that is certain.
///
/// # Errors
/// [`LearnError`] if the text is no such answer, the wiki refused, or the page is missing, another one, or without
/// parameters that have to do with the form.
pub fn learn_from_template_data(form: &Form, json: &str) -> Result<Learned, LearnError> {
    if json.trim().is_empty() {
        return Err(LearnError::Empty);
    }
    let answer = json::read_as_written(json).map_err(|error| match error {
        JsonError::Cut { line, column } | JsonError::Syntax { line, column, .. } => {
            LearnError::NotJson { line, column }
        }
        // Names may stand twice.
        JsonError::Duplicate { line, .. } => LearnError::NotJson { line, column: 1 },
    })?;
    let page = page(form, &answer)?;
    let mut findings = Findings::default();
    let wordings = Wordings::new(form);
    for (name, about) in parameters(page) {
        let name = known_alias(form, about).unwrap_or(name);
        findings.see(name);
        if let Some(found) = texts(about).find_map(|text| wordings.whole(text)) {
            findings.pair(&found.question, name);
        }
    }
    if findings.seen().is_empty() {
        return Err(LearnError::NoParameters);
    }
    if findings.is_unpaired() && !findings.knows_one(form) {
        return Err(LearnError::NotThisForm { template: form.template.clone() });
    }
    pair_by_position(form, &mut findings);
    findings.settle_known(form);
    Ok(findings.compare(form))
}

/// Finds the part of the answer that is about the form's template.
fn page<'j>(form: &Form, answer: &'j Value) -> Result<&'j Value, LearnError> {
    if let Some(error) = answer.get("error") {
        let part = |name| error.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        return Err(LearnError::Refused { code: part("code"), info: part("info") });
    }
    let Some(pages) = answer.get("pages") else {
        return answer.get("params").map(|_| answer).ok_or(LearnError::NotTemplateData);
    };
    let listed = pages
        .as_array()
        .into_iter()
        .flatten()
        .chain(pages.as_object().into_iter().flat_map(json::Fields::values));
    let titled: Vec<_> = listed.filter_map(|page| Some((page, page.get("title")?.as_str()?))).collect();
    let wanted = titled.iter().find(|(_, title)| is_template(title, &form.template));
    let Some((page, title)) = wanted else {
        let (_, found) = titled.first().ok_or(LearnError::NotTemplateData)?;
        return Err(LearnError::OtherTemplate { found: (*found).to_owned(), wanted: form.template.clone() });
    };
    match page.get("missing") {
        None | Some(Value::Bool(false)) => Ok(page),
        Some(_) => Err(LearnError::TemplateMissing { title: (*title).to_owned() }),
    }
}

/// Returns whether a page's title, in whatever language its namespace stands, is the template or a subpage of it.
fn is_template(title: &str, template: &str) -> bool {
    let (_, name) = title.split_once(':').unwrap_or(("", title));
    let name = name.replace('_', " ");
    name.strip_prefix(template).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Lists the parameters in order: as `paramOrder` has them, then the others.
fn parameters(page: &Value) -> Vec<(&str, &Value)> {
    let Some(written) = page.get("params").and_then(Value::as_object) else { return Vec::new() };
    let order =
        page.get("paramOrder").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let ordered = order.filter_map(|name| written.get_key_value(name));
    // A name may stand twice here, but is seen only once.
    ordered.chain(written).map(|(name, about)| (name.as_str(), about)).collect()
}

/// Returns another name of the parameter that the form knows: the template takes both.
fn known_alias<'j>(form: &Form, about: &'j Value) -> Option<&'j str> {
    let known = |alias: &&str| {
        form.questions()
            .any(|question| matches!(&question.parameter, Parameter::Known(name) if name == alias))
    };
    about.get("aliases")?.as_array()?.iter().filter_map(Value::as_str).find(known)
}

/// Returns a parameter's label and description, in one language or in all.
fn texts(about: &Value) -> impl Iterator<Item = &str> {
    let parts = ["label", "description"].into_iter().filter_map(|name| about.get(name));
    parts.flat_map(|part| {
        let each_language = part.as_object().into_iter().flat_map(json::Fields::values);
        part.as_str().into_iter().chain(each_language.filter_map(Value::as_str))
    })
}
