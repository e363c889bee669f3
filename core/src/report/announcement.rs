//! The announcement of a report for the movement's mailing list, made of what the report says and of nothing else.
//!
//! It is in English, as the report is.

use super::{proposed_parts, year_words};
use crate::answer::{parse, plain_text, unlinked};
use crate::checks::{State, state};
use crate::draft::Draft;
use crate::form::Form;

/// The greatest length of one answer in the announcement, in characters; `…` marks a longer one that is cut.
const LONGEST: usize = 500;

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The mail's subject, one line.
    pub subject: String,
    /// The mail's text: paragraphs separated by blank lines.
    pub body: String,
}

/// Writes the announcement of a draft's report: where it is and what the affiliate's mission is; what was organized; how many took part.
/// `page` is the published page's address, if it is known. Answers that are empty, not applicable or not checked yet are passed over,
/// and so are paragraphs of which nothing is left.
pub fn announcement(form: &Form, draft: &Draft, page: Option<&str>) -> Announcement {
    let name = said(form, draft, "name").unwrap_or_else(|| one_line(&proposed_parts(draft).affiliate));
    let year = one_line(year_words(draft));
    let of = labelled(" of ", &name);
    let for_year = labelled(" for ", &year);
    let mut first = match page.filter(|page| !page.is_empty()) {
        Some(page) => format!("The yearly report{of}{for_year} is published:\n{page}"),
        None => format!("This is about the yearly report{of}{for_year}."),
    };
    if let Some(mission) = short(form, draft, "mission") {
        first.push_str(&format!("\n{}", beside("Our mission", &mission)));
    }
    let second = lines(
        form,
        draft,
        &[("activities", "What we organized"), ("membersactivities", "What our members led")],
    );
    let third = lines(
        form,
        draft,
        &[
            ("active-contributors", "Members who are active contributors"),
            ("inactive-contributors", "Members who are not active contributors"),
            ("organizers", "Members who are active organizers"),
            ("participants", "People who took part in our activities"),
        ],
    );
    let paragraphs: Vec<String> =
        [first, second, third].into_iter().filter(|text| !text.is_empty()).collect();
    let subject = if name.is_empty() {
        format!("Yearly report{for_year}")
    } else {
        format!("{name}: yearly report{for_year}")
    };
    Announcement { subject, body: paragraphs.join("\n\n") }
}

/// Returns what a question is answered with, as text with links as addresses; `None` where it is not answered, not applicable or
/// has an unchecked answer of an earlier report.
pub(super) fn said(form: &Form, draft: &Draft, id: &str) -> Option<String> {
    let question = form.question(id)?;
    let entry = draft.entry(id)?;
    // A mark to come back later leaves an answer on the page as it is.
    let mut unmarked = entry.clone();
    unmarked.clear_later();
    if state(question, Some(&unmarked)) != State::Answered {
        return None;
    }
    let text = plain_text(&unlinked(&parse(entry.text(), question.kind.markup())));
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn short(form: &Form, draft: &Draft, id: &str) -> Option<String> {
    said(form, draft, id).map(|text| shortened(&text))
}

fn lines(form: &Form, draft: &Draft, asked: &[(&str, &str)]) -> String {
    let lines = asked.iter().filter_map(|(id, label)| Some(beside(label, &short(form, draft, id)?)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Puts a text behind its label, below it where it has several lines.
fn beside(label: &str, text: &str) -> String {
    let between = if text.contains('\n') { '\n' } else { ' ' };
    format!("{label}:{between}{text}")
}

fn labelled(label: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{label}{text}") }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts a long text where a line, else a sentence, else a word ends, unless that would leave less than half of what there is room for.
fn shortened(text: &str) -> String {
    let Some((most, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let start = text.get(..most).unwrap_or_default();
    let is_late = |at: &usize| *at >= start.len() / 2;
    let line = start.rfind('\n').filter(is_late);
    let sentence = [". ", "! ", "? ", "。"]
        .iter()
        .filter_map(|end| start.rfind(end).map(|at| at + end.trim_end().len()))
        .max()
        .filter(is_late);
    let word = start.rfind(char::is_whitespace);
    let end = line.or(sentence).or(word).unwrap_or(most);
    let kept = start.get(..end).unwrap_or_default().trim_end();
    let between = if line.is_some() { '\n' } else { ' ' };
    format!("{kept}{between}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::draft::{Entry, Origin};
    use crate::ids::QuestionId;

    const PAGE: &str = "https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin";

    fn report(answers: &[(&str, &str)]) -> Draft {
        let mut report = draft();
        for (question, text) in answers {
            report.set_text(&QuestionId::new(*question), text, &nfc, NOW).unwrap();
        }
        report
    }

    fn body(answers: &[(&str, &str)]) -> String {
        announcement(Form::latest(), &report(answers), None).body
    }

    #[test]
    fn a_short_first_line_is_not_all_of_a_long_text() {
        let text = format!("In short:\n{}", "word ".repeat(200).trim_end());
        let kept = shortened(&text);
        assert!(kept.starts_with("In short:\nword word") && kept.ends_with("word …"), "{kept}");
        assert!(kept.chars().count() > LONGEST - 10, "{kept}");
    }

    #[test]
    fn a_whole_report() {
        let report = report(&[
            ("name", "Lake Orin"),
            ("reportingyear", "2025-2026"),
            ("mission", "We collect [[Commons:Lake|free pictures]] of ''our'' lake."),
            ("activities", "* [https://example.org/day Photo day]\n* Two talks"),
            ("membersactivities", "Ana led both talks."),
            ("active-contributors", "1,234 (in December)"),
            ("inactive-contributors", "Not counted this year"),
            ("organizers", "about 12"),
            ("participants", "157"),
        ]);
        let mail = announcement(Form::latest(), &report, Some(PAGE));
        assert_eq!(mail.subject, "Lake Orin: yearly report for 2025-2026");
        assert_eq!(
            mail.body,
            "The yearly report of Lake Orin for 2025-2026 is published:\n\
             https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin\n\
             Our mission: We collect free pictures (https://meta.wikimedia.org/wiki/Commons:Lake) of our lake.\n\
             \n\
             What we organized:\n• Photo day (https://example.org/day)\n• Two talks\n\
             What our members led: Ana led both talks.\n\
             \n\
             Members who are active contributors: 1,234 (in December)\n\
             Members who are active organizers: about 12\n\
             People who took part in our activities: 157"
        );
    }

    #[test]
    fn what_is_not_said_is_not_announced() {
        let alone = "This is about the yearly report of Lake Orin.";
        for (question, text) in [
            ("mission", ""),
            ("mission", "N/A"),
            ("activities", "Not applicable: we had none"),
            ("participants", "Not counted this year"),
            ("membersactivities", "Sent to AffCom privately"),
        ] {
            assert_eq!(body(&[("name", "Lake Orin"), (question, text)]), alone, "{question}: {text}");
        }
        let mut carried = report(&[("name", "Lake Orin")]);
        let origin = Origin::CarriedOver { from: "2024".into(), checked: false };
        let entry = Entry::new("157", origin, &nfc).unwrap();
        carried.insert(&QuestionId::new("participants"), entry, NOW).unwrap();
        assert_eq!(announcement(Form::latest(), &carried, None).body, alone);
    }

    #[test]
    fn an_empty_report_names_nothing() {
        let mail = announcement(Form::latest(), &draft(), Some(""));
        assert_eq!(
            (mail.subject.as_str(), mail.body.as_str()),
            ("Yearly report", "This is about the yearly report.")
        );
    }

    #[test]
    fn a_mark_to_come_back_later_hides_no_answer() {
        let mut later = report(&[("mission", "Free pictures")]);
        later.come_back_later(&QuestionId::new("mission"), "ask Ana", &nfc, NOW).unwrap();
        let mail = announcement(Form::latest(), &later, None);
        assert!(mail.body.ends_with("\nOur mission: Free pictures"), "{}", mail.body);
        assert!(!mail.body.contains("Ana"));
    }

    #[test]
    fn long_answers_are_cut_where_something_ends() {
        let sentences = "We met in the library. ".repeat(40);
        let items = "* A talk in the library\n".repeat(40);
        let word = "x".repeat(600);
        for (text, end) in
            [(sentences.as_str(), "library. …"), (items.as_str(), "library\n…"), (word.as_str(), "x …")]
        {
            let body = body(&[("activities", text)]);
            assert!(body.ends_with(end), "{body}");
            assert!(body.chars().count() < LONGEST + 100);
        }
    }
}
