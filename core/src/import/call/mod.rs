//! Reads the call of the form's template, anywhere on a page of wikitext.

mod misspelled;
mod resolve;

use std::ops::Range;

use super::collector::{Collector, Offer};
use super::pace::{PIECE_BYTES, Pace};
use super::reading::{Note, Why};
use crate::form::Form;
use crate::form::parameters::ParameterNames;
use crate::wikitext::read_value;
use crate::wikitext::split::{Argument, Call, CallSearch, trim, visible};
use resolve::Resolved;

/// The number of known parameter names from which on a call of another template is taken for the form's: templates get
/// renamed, and one or two such names (`name`, `goals`) are in many templates.
const ENOUGH_NAMES: usize = 3;

/// Reads the best call of the form's template. Returns false, with nothing taken, if there is none.
pub(super) async fn read(
    page: &str,
    names: &ParameterNames,
    collector: &mut Collector<'_>,
    pace: &Pace,
) -> bool {
    let calls = calls(page, pace).await;
    let Some(call) = best(&calls, page, names, collector.form, pace).await else { return false };
    let around = |range| page.get(range).unwrap_or_default();
    collector.unplaced(around(0..call.range.start), Why::Outside);
    let name = around(call.name.clone());
    if !names_template(name, &collector.form.template) {
        collector.unplaced(name, Why::OtherTemplate);
    } else if name.contains("<!--") {
        collector.unplaced(name, Why::Outside);
    }
    let arguments = resolve::resolve(page, call, names, collector, pace).await;
    for (argument, resolved) in call.arguments.iter().zip(arguments) {
        place(page, argument, resolved, collector);
        pace.work(argument.value.len() + 1).await;
    }
    collector.unplaced_near(around(call.range.end..page.len()), None, Why::Outside);
    true
}

/// Finds the place of the call that [`read`] reads, its braces included.
pub(super) async fn place_of(
    page: &str,
    names: &ParameterNames,
    form: &Form,
    pace: &Pace,
) -> Option<Range<usize>> {
    best(&calls(page, pace).await, page, names, form, pace).await.map(|call| call.range.clone())
}

/// Finds every template call of a page, see [`crate::wikitext::split::calls`].
pub(super) async fn calls(page: &str, pace: &Pace) -> Vec<Call> {
    let mut search = CallSearch::of(page);
    while search.look(PIECE_BYTES) {
        pace.work(PIECE_BYTES).await;
    }
    search.calls()
}

/// Finds the call of the form's template with the most known names, or else the call of any template with the most. Of
/// equals, the first is taken, which is also the outer one.
async fn best<'c>(
    calls: &'c [Call],
    page: &str,
    names: &ParameterNames,
    form: &Form,
    pace: &Pace,
) -> Option<&'c Call> {
    let mut best: Option<((bool, usize), &Call)> = None;
    for call in calls {
        let is_forms = is_of_form(call, page, form, pace).await;
        let mut known = 0;
        for argument in &call.arguments {
            let name = name(page, argument);
            known += usize::from(name.is_some_and(|name| names.question(&name).is_some()));
            pace.work(argument.name.as_ref().map_or(1, |name| name.len() + 1)).await;
        }
        let score = (is_forms, known);
        let counts = is_forms || known >= ENOUGH_NAMES;
        if counts && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, call));
        }
    }
    best.map(|(_, call)| call)
}

/// Returns whether the page calls its form's template at all, by name.
pub(super) async fn calls_template(page: &str, form: &Form, pace: &Pace) -> bool {
    for call in calls(page, pace).await {
        if is_of_form(&call, page, form, pace).await {
            return true;
        }
    }
    false
}

async fn is_of_form(call: &Call, page: &str, form: &Form, pace: &Pace) -> bool {
    pace.work(call.name.len() + 1).await;
    names_template(page.get(call.name.clone()).unwrap_or_default(), &form.template)
}

/// Returns whether a call's name is this template's, by MediaWiki's rules: the first letter's case, underscores for blanks and
/// the namespace make no difference.
fn names_template(written: &str, template: &str) -> bool {
    let written = visible(written);
    let mut name = trim(&written);
    for prefix in ["subst:", "safesubst:", ":", "template:"] {
        let start = name.get(..prefix.len());
        if start.is_some_and(|start| start.eq_ignore_ascii_case(prefix)) {
            name = name.get(prefix.len()..).unwrap_or_default().trim_start_matches([' ', '_']);
        }
    }
    let words =
        |text: &'_ str| text.split([' ', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let (name, template) = (words(name), words(template));
    let (mut name, mut template) = (name.chars(), template.chars());
    let first = |letters: &mut std::str::Chars<'_>| letters.next().map(|c| c.to_uppercase().to_string());
    first(&mut name) == first(&mut template) && name.as_str() == template.as_str()
}

/// Returns an argument's name as MediaWiki sees it.
fn name<'p>(page: &'p str, argument: &Argument) -> Option<std::borrow::Cow<'p, str>> {
    let written = visible(page.get(argument.name.clone()?)?);
    Some(match written {
        std::borrow::Cow::Borrowed(text) => trim(text).into(),
        std::borrow::Cow::Owned(text) => trim(&text).to_owned().into(),
    })
}

fn place(page: &str, argument: &Argument, resolved: Resolved, collector: &mut Collector<'_>) {
    let value = page.get(argument.value.clone()).unwrap_or_default();
    // Removes what is not shown on the page, mostly comments.
    let written = argument.name.clone().and_then(|name| page.get(name)).unwrap_or_default();
    if visible(written) != written {
        collector.unplaced(written, Why::Outside);
    }
    match resolved {
        Resolved::Question(question, how) => {
            let (answer, foreign) = read_value(value);
            let notes = foreign.into_iter().map(Note::Foreign).collect();
            collector.overrule(Offer { question, likeness: 1.0, how, answer, notes });
        }
        Resolved::Unknown(name) => {
            let text = if trim(value).is_empty() { format!("{name} =") } else { value.to_owned() };
            collector.unplaced(&text, Why::UnknownParameter { name });
        }
        Resolved::Positional => collector.unplaced(value, Why::Positional),
    }
}
