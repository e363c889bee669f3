//! Year on year as a table, for a page of the affiliate's own.

use super::escape::{self, Place};
use crate::difference::{Piece, difference};
use crate::i18n::Message;
use crate::report::changes::{
    AnswerChange, QuestionOverYears, YearOnYear, numbers_line, year_or_unknown, years_line,
};

/// What writes a message in the reader's language.
type Say<'s> = &'s dyn Fn(&Message) -> String;

/// Writes what has changed as a table: a heading row per section, then a row per question, with the words that went struck through
/// and those that came underlined. Every character of an answer shows as itself. Empty where there is no earlier report. `say` writes a
/// message in the reader's language.
pub fn changes_table(changes: &YearOnYear<'_>, say: Say<'_>) -> String {
    let Some(heading) = changes.heading() else { return String::new() };
    let mut page = String::from("{| class=\"wikitable\"\n|+ ");
    cell(&say(&heading), &mut page);
    page.push('\n');
    for section in &changes.sections {
        page.push_str("|-\n! colspan=\"2\" scope=\"colgroup\" | ");
        heading_cell(&section.heading(say), &mut page);
        page.push('\n');
        section.questions.iter().for_each(|question| row(changes, question, say, &mut page));
    }
    page.push_str("|}\n");
    page
}

fn row(changes: &YearOnYear<'_>, question: &QuestionOverYears, say: Say<'_>, page: &mut String) {
    page.push_str("|-\n| style=\"width: 40%\" | ");
    cell(&question.wording, page);
    page.push_str("\n| ");
    if let Some(years) = years_line(question).filter(|_| question.is_changed()) {
        cell(&years, page);
    } else if question.is_changed() {
        steps(changes, question, say, page);
    } else {
        let is_answered = question.is_answered();
        cell(&say(&Message::new(if is_answered { "changes-same" } else { "changes-none" })), page);
    }
    page.push('\n');
}

fn steps(changes: &YearOnYear<'_>, question: &QuestionOverYears, say: Say<'_>, page: &mut String) {
    let mut is_first = true;
    let mut next_line = |page: &mut String| {
        if !std::mem::take(&mut is_first) {
            page.push_str("<br />");
        }
    };
    if let Some(numbers) = numbers_line(changes, question, say) {
        next_line(page);
        cell(&numbers, page);
    }
    for (at, change) in question.changes().rev() {
        let year = year_or_unknown(changes.years.get(at).map_or("", String::as_str), say);
        let Some(words) = change.message(&year) else { continue };
        next_line(page);
        page.push_str("<b>");
        text(&say(&words), false, page);
        page.push_str("</b>");
        next_line(page);
        match change {
            AnswerChange::Gone => marked(&[Piece::Removed(question.answer(at - 1))], page),
            _ => marked(&difference(question.answer(at - 1), question.answer(at)), page),
        }
    }
}

fn marked(pieces: &[Piece<'_>], page: &mut String) {
    for piece in pieces {
        let (open, close) = match piece {
            Piece::Same(_) => ("", ""),
            Piece::Removed(_) => ("<del>", "</del>"),
            Piece::Added(_) => ("<ins>", "</ins>"),
        };
        page.push_str(open);
        text(piece.text(), false, page);
        page.push_str(close);
    }
}

/// Appends a text that begins a cell.
fn cell(shown: &str, page: &mut String) {
    text(shown, true, page);
}

/// Appends a text that is a heading cell, in which two exclamation marks would begin another one.
fn heading_cell(shown: &str, page: &mut String) {
    let mut escaped = String::new();
    text(shown, true, &mut escaped);
    page.push_str(&escaped.replace("!!", "!&#33;").replace("!!", "!&#33;"));
}

/// Appends a text of one or more lines so that it shows exactly itself.
fn text(shown: &str, starts_value: bool, page: &mut String) {
    for (at, line) in shown.split('\n').enumerate() {
        if at > 0 {
            page.push_str("<br />");
        }
        let place = Place { starts_value: starts_value && at == 0, in_label: false, before_quotes: false };
        escape::text(line, place, page);
    }
}
