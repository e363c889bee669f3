//! Determines which question each argument of a call answers.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::misspelled;
use super::name;
use crate::form::parameters::ParameterNames;
use crate::form::{Parameter, Question, QuestionId};
use crate::import::collector::Collector;
use crate::import::pace::Pace;
use crate::import::reading::How;
use crate::wikitext::split::Call;

/// The meaning of a call's argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    Question(QuestionId, How),
    /// A named argument whose name is not known.
    Unknown(String),
    Positional,
}

/// Resolves every argument: by its name, then by a similar name, then by its position.
pub(super) async fn resolve(
    page: &str,
    call: &Call,
    names: &ParameterNames,
    collector: &Collector<'_>,
    pace: &Pace,
) -> Vec<Resolved> {
    let mut resolved: Vec<Resolved> = Vec::with_capacity(call.arguments.len());
    for argument in &call.arguments {
        let name = name(page, argument);
        pace.work(name.as_ref().map_or(1, |name| name.len() + 1)).await;
        resolved.push(match name {
            None => Resolved::Positional,
            Some(name) => match names.question(&name) {
                Some(question) => Resolved::Question(question.clone(), How::Parameter),
                None => Resolved::Unknown(name.into_owned()),
            },
        });
    }
    by_likeness(&mut resolved, names, collector, pace).await;
    by_place(&mut resolved, names, collector, pace).await;
    resolved
}

/// Resolves names that are similar to exactly one known name that is not itself in the call. Of several names for one,
/// the most similar is taken; if two are equally similar, neither is certain.
async fn by_likeness(
    resolved: &mut [Resolved],
    names: &ParameterNames,
    collector: &Collector<'_>,
    pace: &Pace,
) {
    let there: BTreeSet<&QuestionId> = resolved.iter().filter_map(question).collect();
    let absent = collector.form.questions().filter(|question| !there.contains(&question.id));
    let absent: Vec<(QuestionId, &str)> =
        absent.filter_map(|question| Some((question.id.clone(), names.get(&question.id)?))).collect();
    // For each absent name: the distance of the most similar one, and its index if there is only one such.
    let mut nearest: BTreeMap<usize, (usize, Option<usize>)> = BTreeMap::default();
    for (at, argument) in resolved.iter().enumerate() {
        let Resolved::Unknown(written) = argument else { continue };
        // A name is compared with every absent one.
        pace.work(written.len().min(misspelled::LONGEST) * absent.len()).await;
        let Some((name, distance)) = misspelled::most_like(written, absent.iter().map(|(_, name)| *name))
        else {
            continue;
        };
        let known = nearest.get(&name).map(|(distance, _)| *distance);
        match known.map_or(Ordering::Less, |known| distance.cmp(&known)) {
            Ordering::Less => drop(nearest.insert(name, (distance, Some(at)))),
            Ordering::Equal => drop(nearest.insert(name, (distance, None))),
            Ordering::Greater => {}
        }
    }
    for (name, at) in nearest.iter().filter_map(|(name, (_, at))| Some((*name, (*at)?))) {
        if let (Some((question, name)), Some(argument)) = (absent.get(name), resolved.get_mut(at))
            && let Resolved::Unknown(written) = argument
        {
            let how = How::Misspelled { written: std::mem::take(written), name: (*name).to_owned() };
            *argument = Resolved::Question(question.clone(), how);
        }
    }
}

fn question(resolved: &Resolved) -> Option<&QuestionId> {
    if let Resolved::Question(question, _) = resolved { Some(question) } else { None }
}

/// Resolves unknown names between two known ones, or the call's ends, where the form has exactly as many questions
/// without a known name.
async fn by_place(resolved: &mut [Resolved], names: &ParameterNames, collector: &Collector<'_>, pace: &Pace) {
    let questions: Vec<&Question> = collector.form.questions().collect();
    let mut run: Vec<usize> = Vec::new();
    let mut next_place = Some(0);
    let last_of_name = last_of_name(resolved, pace).await;
    for at in 0..=resolved.len() {
        pace.work(1).await;
        let anchor = match resolved.get(at) {
            Some(Resolved::Positional) => continue,
            Some(Resolved::Unknown(name)) => {
                if last_of_name.get(name) == Some(&at) {
                    run.push(at);
                }
                continue;
            }
            Some(Resolved::Question(question, _)) => collector.place(question),
            None => Some(questions.len()),
        };
        let between = next_place.zip(anchor).and_then(|(from, to)| questions.get(from..to));
        if let Some(between) = between.filter(|between| fits(between, &run, resolved, names)) {
            assign(between, &run, resolved);
        }
        run.clear();
        next_place = anchor.map(|place| place + 1);
    }
}

/// Finds the index of the last argument of each unknown name: the one that MediaWiki takes.
async fn last_of_name(resolved: &[Resolved], pace: &Pace) -> HashMap<String, usize> {
    let mut last = HashMap::new();
    for (at, argument) in resolved.iter().enumerate() {
        if let Resolved::Unknown(name) = argument {
            last.insert(name.clone(), at);
            pace.work(name.len() + 1).await;
        }
    }
    last
}

fn fits(between: &[&Question], run: &[usize], resolved: &[Resolved], names: &ParameterNames) -> bool {
    !run.is_empty()
        && run.len() == between.len()
        && between.iter().zip(run).all(|(question, at)| {
            let Some(Resolved::Unknown(written)) = resolved.get(*at) else { return false };
            let may_be = match &question.parameter {
                Parameter::Starts(start) => written.starts_with(start.as_str()),
                Parameter::Known(_) | Parameter::Unknown => true,
            };
            let is_number = written.bytes().all(|byte| byte.is_ascii_digit());
            may_be && !is_number && names.get(&question.id).is_none()
        })
}

fn assign(between: &[&Question], run: &[usize], resolved: &mut [Resolved]) {
    for (question, at) in between.iter().zip(run) {
        if let Some(argument) = resolved.get_mut(*at)
            && let Resolved::Unknown(written) = argument
        {
            let how = How::Place { written: std::mem::take(written) };
            *argument = Resolved::Question(question.id.clone(), how);
        }
    }
}
