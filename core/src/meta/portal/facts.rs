//! What the portal says that answers a question of the form, to be taken or not.

use super::{Affiliate, PortalReport};
use crate::answer::{Markup, literal, print};
use crate::form::{Form, QuestionId};

/// The months in English, the language that reports are written in.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days that months have at least, from January on.
const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The questions about numbers, in the order of [`PortalReport::numbers`].
const NUMBERS: [&str; 4] = ["active-contributors", "inactive-contributors", "organizers", "participants"];

/// The place in the portal that a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactSource {
    /// The affiliate's own row.
    Affiliate,
    /// The report of the period that ended last, given by its first and last day.
    Report {
        /// The first day, `DD/MM/YYYY`.
        start: String,
        /// The last day, `DD/MM/YYYY`.
        end: String,
    },
}

/// Something that the portal says about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The question.
    pub question: QuestionId,
    /// What the portal says, as text on one line.
    pub value: String,
    /// The source of an answer that says so; `None` where it is an earlier year's number, to be seen and not to be taken.
    pub answer: Option<String>,
    /// The place that it comes from.
    pub source: FactSource,
}

/// Lists what the portal says about a form's questions, in the form's order: name, languages, countries, period and contacts, and
/// an earlier report's numbers.
pub fn facts(form: &Form, affiliate: &Affiliate, last: Option<&PortalReport>) -> Vec<Fact> {
    let of_report =
        || last.map(|last| FactSource::Report { start: last.start.clone(), end: last.end.clone() });
    let mut facts = Vec::new();
    for question in form.questions() {
        let listed =
            |values: fn(&PortalReport) -> &Vec<String>| Some((values(last?).join(", "), of_report()?));
        let own = |value: &str| Some((value.to_owned(), FactSource::Affiliate));
        let number = NUMBERS.iter().position(|number| *number == question.id.as_str());
        let found = match question.id.as_str() {
            "name" => own(&affiliate.name),
            "languages" => listed(|last| &last.languages),
            "countries" => listed(|last| &last.countries)
                .filter(|(countries, _)| !countries.is_empty())
                .or_else(|| own(&affiliate.country)),
            "timeline" => period(&affiliate.fiscal_year_start, &affiliate.fiscal_year_end)
                .and_then(|period| own(&period)),
            "primarycontact" => own(&affiliate.contacts[0]),
            "secondarycontact" => own(&affiliate.contacts[1]),
            _ => number.and_then(|at| Some((last?.numbers.get(at)?.clone(), of_report()?))),
        };
        let Some((value, source)) = found.filter(|(value, _)| !value.is_empty()) else { continue };
        let answer = number.is_none().then(|| match question.kind.markup() {
            Markup::Wiki => print(&literal(&value), Markup::Wiki),
            Markup::None => value.clone(),
        });
        facts.push(Fact { question: question.id.clone(), value, answer, source });
    }
    facts
}

/// Writes a fiscal year, given by its first and last day as `DD/MM`, as a period: `July-June`. Without its last day it ends before it
/// begins again. `None` for days that are none.
fn period(start: &str, end: &str) -> Option<String> {
    let (first_day, first) = day_and_month(start)?;
    if first_day != 1 {
        let (last_day, last) = day_and_month(end)?;
        return Some(format!("{first_day} {}-{last_day} {}", month(first)?, month(last)?));
    }
    let (last_day, last) = match day_and_month(end) {
        Some(end) => end,
        None if end.is_empty() => (31, if first == 1 { 12 } else { first - 1 }),
        None => return None,
    };
    let is_whole = last_day >= *DAYS.get(usize::from(last) - 1)?;
    let (first, last) = (month(first)?, month(last)?);
    Some(if is_whole { format!("{first}-{last}") } else { format!("1 {first}-{last_day} {last}") })
}

/// Reads `01/07` as a day and a month; a year behind them is left out.
fn day_and_month(written: &str) -> Option<(u8, u8)> {
    let mut parts = written.split('/').map(|part| part.trim().parse::<u8>().ok());
    let (day, month) = (parts.next()??, parts.next()??);
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
}

fn month(number: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(number).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::super::tables::tests::{AFFILIATES, REPORTS};
    use super::super::{affiliates, last_report, portal_reports};
    use super::*;

    #[test]
    fn facts_stand_beside_their_questions() {
        let (all, reports) = (affiliates(AFFILIATES).unwrap(), portal_reports(REPORTS).unwrap());
        let lake = &all[1];
        let facts = facts(Form::latest(), lake, last_report(lake, &reports));
        let lines: Vec<String> = facts
            .iter()
            .map(|fact| {
                format!(
                    "{}: {}{}",
                    fact.question,
                    fact.value,
                    if fact.answer.is_some() { "" } else { " (only shown)" }
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                "name: Wikimedians of Lake Or'in",
                "languages: Kazakh, English",
                "countries: Orinia, Tamsara",
                "timeline: July-June",
                "primarycontact: Ana",
                "secondarycontact: Bo C",
                "active-contributors: 15 (only shown)",
                "organizers: 4 (only shown)",
                "participants: 157 (in all) (only shown)",
            ]
        );
        assert_eq!(facts[0].source, FactSource::Affiliate);
        assert_eq!(
            facts[1].source,
            FactSource::Report { start: "01/07/2024".into(), end: "30/06/2025".into() }
        );
    }

    #[test]
    fn what_a_table_says_stays_text_in_an_answer() {
        let lake = Affiliate {
            name: "A [[b]]".into(),
            country: "[[Category:X]] {{x}} ''y''".into(),
            ..Affiliate::default()
        };
        let facts = facts(Form::latest(), &lake, None);
        assert_eq!(facts[0].answer.as_deref(), Some("A [[b]]"));
        let answer = facts[1].answer.as_deref().unwrap();
        let shown = crate::answer::plain_text(&crate::answer::parse(answer, Markup::Wiki));
        assert_eq!(shown, "[[Category:X]] {{x}} ''y''");
    }

    #[test]
    fn fiscal_years_are_periods() {
        for (start, end, expected) in [
            ("01/01", "31/12", Some("January-December")),
            ("01/07", "", Some("July-June")),
            ("1/1", "", Some("January-December")),
            ("01/03", "28/02", Some("March-February")),
            ("01/03", "29/02", Some("March-February")),
            ("01/04/2020", "31/03/2021", Some("April-March")),
            ("15/04", "14/04", Some("15 April-14 April")),
            ("01/04", "14/04", Some("1 April-14 April")),
            ("15/04", "", None),
            ("01/04", "x", None),
            ("", "31/12", None),
            ("0/1", "31/12", None),
            ("01/13", "31/12", None),
        ] {
            assert_eq!(period(start, end).as_deref(), expected, "{start} {end}");
        }
    }
}
