//! Year on year as plain text, for a mail or a document.

use super::{AnswerChange, QuestionOverYears, YearOnYear, year_or_unknown};
use crate::form::QuestionKind;
use crate::i18n::Message;

/// What writes a message in the reader's language.
type Say<'s> = &'s dyn Fn(&Message) -> String;

/// Writes what has changed as plain text: a block for each section, in it one for each question that has changed, and lists of those
/// that have not. Empty where there is no earlier report. `say` writes a message in the reader's language.
pub fn write_changes(changes: &YearOnYear<'_>, say: Say<'_>) -> String {
    let Some(heading) = changes.heading() else { return String::new() };
    let this_year = changes.years.last().map(String::as_str).unwrap_or_default();
    let name = format!("{} {this_year}", changes.affiliate);
    let mut blocks = vec![format!("{}\n{}", say(&heading), name.trim()).trim_end().to_owned()];
    for section in &changes.sections {
        blocks.push(underlined(&section.heading(say)));
        blocks.extend(section.changed().map(|question| changed(changes, question, say)));
        blocks.extend(listed(&Message::new("changes-unchanged"), section.unchanged(), say));
        blocks.extend(listed(&Message::new("changes-unanswered"), section.unanswered(), say));
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// Writes the numbers of a question over the years in one line, such as `2024: 157; 2025: 169 (+12)`, or where two years are compared
/// `157, now 169: +12`; `None` where there are none.
pub fn numbers_line(changes: &YearOnYear<'_>, question: &QuestionOverYears, say: Say<'_>) -> Option<String> {
    let numbers = question.numbers();
    if let [_, now] = numbers.as_slice() {
        let change = now.change?;
        let words = Message::new("changes-number").with(change.before).with(change.now);
        return Some(say(&words.with(change.to_string())));
    }
    let known = numbers.iter().filter_map(|number| {
        let year = year_or_unknown(changes.years.get(number.year)?, say);
        let change = number.change.map(|change| format!(" ({change})")).unwrap_or_default();
        Some(format!("{year}: {}{change}", number.number?))
    });
    Some(known.collect::<Vec<_>>().join("; ")).filter(|line| !line.is_empty())
}

/// Writes the answers to a question for the reporting year in one line, `2024, 2025`: that they differ is no news. `None` for any
/// other question.
pub fn years_line(question: &QuestionOverYears) -> Option<String> {
    let answers = question.answers.iter().filter(|answer| !answer.is_empty()).map(String::as_str);
    (question.kind == QuestionKind::Year).then(|| answers.collect::<Vec<_>>().join(", "))
}

fn changed(changes: &YearOnYear<'_>, question: &QuestionOverYears, say: Say<'_>) -> String {
    if let Some(years) = years_line(question) {
        return format!("{}\n{years}", question.wording);
    }
    let mut lines = vec![question.wording.clone()];
    lines.extend(numbers_line(changes, question, say));
    let year = |at: usize| year_or_unknown(changes.years.get(at).map_or("", String::as_str), say);
    for (at, change) in question.changes().rev() {
        let Some(words) = change.message(&year(at)) else { continue };
        lines.push(say(&words));
        if change != AnswerChange::New {
            lines.push(beside(&year(at - 1), question.answer(at - 1)));
        }
        if change != AnswerChange::Gone {
            lines.push(beside(&year(at), question.answer(at)));
        }
    }
    lines.join("\n")
}

fn listed<'q>(
    heading: &Message,
    questions: impl Iterator<Item = &'q QuestionOverYears>,
    say: Say<'_>,
) -> Option<String> {
    let lines: Vec<String> = questions.map(|question| format!("- {}", question.wording)).collect();
    (!lines.is_empty()).then(|| format!("{}\n{}", say(heading), lines.join("\n")))
}

fn underlined(heading: &str) -> String {
    format!("{heading}\n{}", "-".repeat(heading.chars().count()))
}

/// Puts a text behind its year, below it where it has several lines.
fn beside(year: &str, text: &str) -> String {
    let between = if text.contains('\n') { '\n' } else { ' ' };
    format!("{year}:{between}{text}")
}
