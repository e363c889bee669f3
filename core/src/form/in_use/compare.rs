//! Comparing a form with its template.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{FormChange, TitleLevel};
use super::seen::SeenForm;
use crate::form::parameters::TemplateRow;
use crate::form::wording::Wordings;
use crate::form::{Form, OutlineRow, Parameter, Question, QuestionId};

/// A way to find a row's question, by its words or its parameter.
type Find<'w, 'f> = &'w dyn Fn(&str, &str) -> Option<&'f Question>;

impl SeenForm {
    /// Lists what would have to be changed in `form` to be as the template is, in the template's order, then what that lacks. Only
    /// changes that can be made as the form is now are listed.
    pub fn changes(&self, form: &Form) -> Vec<FormChange> {
        let found = self.questions(form);
        let mut changes = Vec::new();
        if !found.is_empty() {
            self.compare_titles(form, &found, &mut changes);
        }
        self.compare_questions(form, &found, &mut changes);
        changes.retain(|change| change.apply(form).is_some());
        changes
    }

    /// Finds the form's question of each row: by its words, then by its parameter, then by similar words. None where no row has words
    /// of the form: its questions stand elsewhere then.
    fn questions<'f>(&self, form: &'f Form) -> BTreeMap<usize, &'f Question> {
        let mut found: BTreeMap<usize, &Question> = BTreeMap::new();
        let mut taken: BTreeSet<&QuestionId> = BTreeSet::new();
        let wordings = Wordings::new(form);
        let by_words: BTreeMap<String, &Question> =
            form.questions().map(|question| (words(&question.text), question)).collect();
        let same = |text: &str, _: &str| by_words.get(&words(text)).copied();
        let named = |_: &str, name: &str| {
            form.questions()
                .find(|question| matches!(&question.parameter, Parameter::Known(known) if known == name))
        };
        let like = |text: &str, _: &str| form.question(wordings.whole(text)?.question.as_str());
        let ways: [Find<'_, 'f>; 3] = [&same, &named, &like];
        let mut is_worded = false;
        for (way, find) in ways.iter().enumerate() {
            for (at, row) in self.rows.iter().enumerate() {
                let TemplateRow::Question { text, parameter } = row else { continue };
                if !found.contains_key(&at)
                    && let Some(question) = find(text, parameter)
                    && taken.insert(&question.id)
                {
                    found.insert(at, question);
                    is_worded |= way != 1;
                }
            }
        }
        if is_worded { found } else { BTreeMap::new() }
    }

    fn compare_questions(
        &self,
        form: &Form,
        found: &BTreeMap<usize, &Question>,
        changes: &mut Vec<FormChange>,
    ) {
        let mut after = None;
        let mut ids: BTreeSet<String> = form.questions().map(|question| question.id.to_string()).collect();
        let mut named: BTreeSet<&QuestionId> = BTreeSet::new();
        for (at, row) in self.rows.iter().enumerate().filter(|_| !found.is_empty()) {
            let TemplateRow::Question { text, parameter } = row else { continue };
            let Some(question) = found.get(&at) else {
                let id = id_of(parameter, &mut ids);
                let (text, parameter) = (text.clone(), parameter.clone());
                changes.push(FormChange::NewQuestion { id: id.clone(), text, parameter, after });
                after = Some(id);
                continue;
            };
            named.insert(&question.id);
            if words(&question.text) != words(text) {
                changes.push(FormChange::Wording { question: question.id.clone(), text: text.clone() });
            }
            changes.extend(other_name(question, parameter));
            after = Some(question.id.clone());
        }
        for question in form.questions().filter(|question| !named.contains(&question.id)) {
            match self.names.get(&question.id) {
                Some(name) => changes.extend(other_name(question, name)),
                None if !found.is_empty() => {
                    changes.push(FormChange::DroppedQuestion { question: question.id.clone() });
                }
                None => {}
            }
        }
    }

    fn compare_titles(&self, form: &Form, found: &BTreeMap<usize, &Question>, changes: &mut Vec<FormChange>) {
        let mut known = titles(form);
        let mut begun: Vec<&str> = Vec::new();
        let mut ids: BTreeSet<String> = form.questions().map(|question| question.id.to_string()).collect();
        let seen: BTreeSet<String> = self.rows.iter().filter_map(title_of).map(words).collect();
        for (at, row) in self.rows.iter().enumerate() {
            match row {
                TemplateRow::Title(title) => begun.push(title),
                TemplateRow::Question { parameter, .. } => {
                    let before = match found.get(&at) {
                        Some(question) => question.id.clone(),
                        None => id_of(parameter, &mut ids),
                    };
                    let run = std::mem::take(&mut begun);
                    new_titles(&mut known, &seen, &run, &before, changes);
                }
            }
        }
        let dropped =
            known.into_iter().filter(|title| !title.is_found && !seen.contains(&words(title.words)));
        changes.extend(
            dropped
                .map(|title| FormChange::DroppedTitle { level: title.level, title: title.words.to_owned() }),
        );
    }
}

/// A title of the form.
struct Title<'f> {
    level: TitleLevel,
    words: &'f str,
    /// The first question below it.
    before: &'f QuestionId,
    /// Whether the template has it, or another in its place.
    is_found: bool,
}

fn titles(form: &Form) -> Vec<Title<'_>> {
    let mut titles = Vec::new();
    let mut waiting = Vec::new();
    for row in form.outline() {
        match row {
            OutlineRow::Section(words) => waiting.push((TitleLevel::Section, words)),
            OutlineRow::Group(words) => waiting.push((TitleLevel::Group, words)),
            OutlineRow::Question(question) => titles.extend(waiting.drain(..).map(|(level, words)| Title {
                level,
                words,
                before: &question.id,
                is_found: false,
            })),
        }
    }
    titles
}

/// Compares the titles that stand before a question in the template with those that begin there in the form, the last one first: a new
/// one in the place of one that the template lacks is that one, retitled.
fn new_titles(
    known: &mut [Title<'_>],
    seen: &BTreeSet<String>,
    run: &[&str],
    before: &QuestionId,
    changes: &mut Vec<FormChange>,
) {
    let mut found = Vec::new();
    for (at, title) in run.iter().enumerate().rev() {
        if known.iter().any(|known| words(known.words) == words(title)) {
            continue;
        }
        let replaced = known
            .iter_mut()
            .rev()
            .find(|known| known.before == before && !known.is_found && !seen.contains(&words(known.words)));
        found.push(if let Some(replaced) = replaced {
            replaced.is_found = true;
            let (from, to) = (replaced.words.to_owned(), (*title).to_owned());
            FormChange::Retitled { level: replaced.level, from, to }
        } else {
            let level = if at + 1 < run.len() { TitleLevel::Section } else { TitleLevel::Group };
            FormChange::NewTitle { level, title: (*title).to_owned(), before: before.clone() }
        });
    }
    changes.extend(found.into_iter().rev());
}

fn title_of(row: &TemplateRow) -> Option<&str> {
    match row {
        TemplateRow::Title(title) => Some(title),
        TemplateRow::Question { .. } => None,
    }
}

fn other_name(question: &Question, name: &str) -> Option<FormChange> {
    let is_same = matches!(&question.parameter, Parameter::Known(known) if known == name);
    (!is_same).then(|| FormChange::Parameter { question: question.id.clone(), name: name.to_owned() })
}

/// Makes an id of a parameter's name: its letters and digits of ASCII, with a number behind them where another question has the same.
fn id_of(parameter: &str, taken: &mut BTreeSet<String>) -> QuestionId {
    let letters = parameter.chars().filter(char::is_ascii_alphanumeric);
    let mut stem: String = letters.map(|letter| letter.to_ascii_lowercase()).take(80).collect();
    if !stem.starts_with(|first: char| first.is_ascii_lowercase()) {
        stem.insert_str(0, "new-");
        stem = stem.trim_end_matches('-').to_owned();
    }
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let id = std::iter::once(stem.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(stem);
    taken.insert(id.clone());
    QuestionId::new(id)
}

/// Returns the letters and digits of a wording in small letters: nothing else tells two wordings apart.
fn words(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
