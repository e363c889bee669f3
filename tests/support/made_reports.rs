//! Made reports, many of them: what a reviewer's table is tried and measured with. The same seed makes the same reports, and for each
//! answer it is known what the table has to say of it.

#![allow(dead_code)] // Each that includes this file uses a part of it.

use std::collections::BTreeMap;

use report::draft::{Draft, DraftId, PageParts, Timestamp};
use report::form::{Form, Question, QuestionId, QuestionKind};
use report::report::Report;
use report::wikitext::table;
use serde_json::{Value, json};

/// An affiliate of the made portal.
#[derive(Clone, Debug)]
pub struct MadeAffiliate {
    pub name: String,
    pub code: String,
    pub kind: &'static str,
    pub region: &'static str,
    /// Whether the portal lists the affiliate as recognized.
    pub is_recognized: bool,
}

/// What an answer was made to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Nothing, or a placeholder.
    Empty,
    /// One of the words for no answer.
    NotApplicable,
    /// Words of this affiliate and year alone.
    Own,
    /// The affiliate's own words of the year before, letter by letter but for their case.
    Unchanged,
    /// The words of the affiliate at this place, of the same year.
    CopiedFrom(usize),
    /// Words with a link to a shared file that asks for a login.
    ClosedLink,
    /// Words with exactly one number.
    Number(u64),
    /// Words with two numbers, of which none is taken.
    TwoNumbers,
}

/// A made report.
#[derive(Clone, Debug)]
pub struct MadeReport {
    /// The place of the affiliate.
    pub affiliate: usize,
    /// The affiliate's name in the page's title: the official one, or as people write it.
    pub name: String,
    pub year: u16,
    /// The answers by question id, and what they were made to be.
    pub answers: BTreeMap<String, (String, Made)>,
}

/// Made affiliates and their reports of two years.
#[derive(Clone, Debug)]
pub struct MadeReports {
    pub affiliates: Vec<MadeAffiliate>,
    /// The reports, those of the first year first. An affiliate may have none of a year.
    pub reports: Vec<MadeReport>,
}

/// The years that reports are made of.
pub const YEARS: [u16; 2] = [2025, 2026];

const KINDS: [&str; 3] = ["User Group", "Chapter", "Thematic Organization"];

const REGIONS: [&str; 7] = [
    "International",
    "Sub-Saharan Africa",
    "Asia/Pacific",
    "Europe",
    "MENA",
    "North America",
    "South/Latin America",
];

const SYLLABLES: [&str; 16] =
    ["ba", "dó", "fi", "gu", "ha", "ki", "lo", "mé", "na", "po", "ri", "sü", "ta", "vo", "wi", "zá"];

const WORDS: [&str; 24] = [
    "editing",
    "workshops",
    "with",
    "libraries",
    "in",
    "schools",
    "about",
    "free",
    "pictures",
    "and",
    "local",
    "languages",
    "members",
    "met",
    "every",
    "month",
    "together",
    "museums",
    "archives",
    "for",
    "new",
    "volunteers",
    "women",
    "writers",
];

/// A generator of numbers that follow from a seed (SplitMix64, Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(sides.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }
}

impl MadeReports {
    /// Makes the reports of so many affiliates out of a seed. One affiliate in twelve has no report of the second year.
    pub fn new(affiliates: usize, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let affiliates: Vec<MadeAffiliate> = (0..affiliates).map(|at| affiliate(at, &mut dice)).collect();
        let mut reports: Vec<MadeReport> = Vec::new();
        for year in YEARS {
            let first = reports.len();
            for (at, affiliate) in affiliates.iter().enumerate() {
                let is_left_out = !affiliate.is_recognized || (year == YEARS[1] && dice.below(12) == 0);
                if is_left_out {
                    continue;
                }
                let before = reports[..first].iter().find(|report| report.affiliate == at);
                let other = reports[first..].last();
                let report = report((at, affiliate), year, before, other, &mut dice);
                reports.push(report);
            }
        }
        Self { affiliates, reports }
    }

    /// Returns the reports of a year.
    pub fn of_year(&self, year: u16) -> impl Iterator<Item = &MadeReport> {
        self.reports.iter().filter(move |report| report.year == year)
    }

    /// Returns a report as a draft.
    pub fn draft(&self, report: &MadeReport) -> Draft {
        let now = Timestamp::from_millis(1_796_000_000_000);
        let id = (u128::from(report.year) << 32) + report.affiliate as u128;
        let mut draft = Draft::new(DraftId::from_random(id), &Form::latest().id, now);
        let page = PageParts { year: report.year.to_string(), affiliate: report.name.clone() };
        draft.set_page(&page, &str::to_owned, now).expect("a made name is short");
        for (question, (text, _)) in &report.answers {
            let question = QuestionId::new(question.as_str());
            draft.set_text(&question, text, &str::to_owned, now).expect("a made answer is short");
        }
        draft
    }

    /// Returns the title of a report's page.
    pub fn title(&self, report: &MadeReport) -> String {
        format!("{}/{}/{}", Form::latest().title_prefix, report.year, report.name)
    }

    /// Returns a report as the wikitext of its page.
    pub fn page(&self, report: &MadeReport) -> String {
        table(&Report::of_draft(Form::latest(), &self.draft(report)))
    }

    /// Returns the answers of a wiki's API to the requests for all reports of a year, as [`report::meta::YearReading`] asks for them.
    pub fn api_answers(&self, year: u16) -> Vec<Value> {
        let mut reports: Vec<&MadeReport> = self.of_year(year).collect();
        reports.sort_by_key(|report| self.title(report));
        let batches: Vec<&[&MadeReport]> = reports.chunks(50).collect();
        let answers = batches.iter().enumerate().map(|(at, batch)| {
            let pages: Vec<Value> = batch.iter().map(|report| self.api_page(report)).collect();
            let mut answer = json!({ "batchcomplete": true, "query": { "pages": pages } });
            if let Some(next) = batches.get(at + 1).and_then(|batch| batch.first()) {
                answer["continue"] =
                    json!({ "gapcontinue": self.title(next).replace(' ', "_"), "continue": "gapcontinue||" });
            }
            answer
        });
        answers.collect()
    }

    fn api_page(&self, report: &MadeReport) -> Value {
        let slot = json!({ "contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": self.page(report) });
        json!({
            "pageid": report.affiliate + 1000,
            "ns": 0,
            "title": self.title(report),
            "revisions": [{
                "revid": report.affiliate + 5000,
                "parentid": 0,
                "timestamp": format!("{}-02-01T10:20:30Z", report.year + 1),
                "slots": { "main": slot },
            }],
        })
    }

    /// Returns the portal's table of affiliates, as its gadgets write it.
    pub fn portal_module(&self) -> String {
        let mut module = String::from("return {\n");
        for affiliate in &self.affiliates {
            let status = if affiliate.is_recognized { "recognised" } else { "derecognised" };
            let name = affiliate.name.replace('\'', "\\'");
            module.push_str(&format!(
                "\t{{\n\t\taffiliate_code = '{}',\n\t\tgroup_name = '{name}',\n\t\torg_type = '{}',\n\t\tregion = '{}',\n\
                 \t\tagreement_date = '01/02/2015',\n\t\trecognition_status = '{status}',\n\t}},\n",
                affiliate.code, affiliate.kind, affiliate.region
            ));
        }
        module.push_str("}\n");
        module
    }
}

fn affiliate(at: usize, dice: &mut Dice) -> MadeAffiliate {
    // A place's name is its number written in syllables, so that no two are the same.
    let (one, two, three) = (SYLLABLES[at % 16], SYLLABLES[at / 16 % 16], SYLLABLES[at / 256 % 16]);
    let mut place = format!("{three}{two}{one}");
    if let Some(first) = place.get(..1) {
        place = format!("{}{}", first.to_uppercase(), &place[1..]);
    }
    let kind = dice.of(&KINDS);
    let name = match kind {
        "Chapter" => format!("Wikimedia {place}"),
        "User Group" => format!("Wikimedians of {place} User Group"),
        _ => format!("{place} l'Orin Wikipedians"),
    };
    MadeAffiliate {
        name,
        code: format!("WM{at:03}"),
        kind,
        region: dice.of(&REGIONS),
        is_recognized: dice.below(20) != 0,
    }
}

fn report(
    (at, affiliate): (usize, &MadeAffiliate),
    year: u16,
    before: Option<&MadeReport>,
    other: Option<&MadeReport>,
    dice: &mut Dice,
) -> MadeReport {
    let form = Form::latest();
    let answers = form.questions().map(|question| {
        let id = question.id.as_str();
        let known = match id {
            "name" => Some(affiliate.name.clone()),
            "reportingyear" => Some(year.to_string()),
            "timeline" => Some("January-December".to_owned()),
            "primarycontact" => Some(format!("Contact of {}", affiliate.code)),
            "secondarycontact" => Some(format!("Other contact of {}", affiliate.code)),
            "languages" | "countries" => Some(format!("{}, {}", affiliate.code, affiliate.region)),
            _ => None,
        };
        let made = match known {
            Some(text) => {
                let is_unchanged =
                    before.is_some_and(|before| before.answers.get(id).is_some_and(|(was, _)| *was == text));
                (text, if is_unchanged { Made::Unchanged } else { Made::Own })
            }
            None => answer(question, &format!("{} {year} {id}", affiliate.code), before, other, dice),
        };
        (id.to_owned(), made)
    });
    let name = match (at + usize::from(year)) % 7 {
        1 => affiliate.name.trim_end_matches(" User Group").to_owned(),
        2 => affiliate.name.to_uppercase(),
        3 => affiliate.name.replace('é', "e").replace('ó', "o"),
        _ => affiliate.name.clone(),
    };
    MadeReport { affiliate: at, name, year, answers: answers.collect() }
}

/// Makes an answer. `mark` makes its words unlike all others.
fn answer(
    question: &Question,
    mark: &str,
    before: Option<&MadeReport>,
    other: Option<&MadeReport>,
    dice: &mut Dice,
) -> (String, Made) {
    let id = question.id.as_str();
    let kind = question.kind;
    match dice.below(20) {
        0 => return (String::new(), Made::Empty),
        1 => return ("N/A".to_owned(), Made::NotApplicable),
        2 if kind == QuestionKind::Number => {
            return ("Not counted this year".to_owned(), Made::NotApplicable);
        }
        _ => {}
    }
    if kind == QuestionKind::Number {
        return number(dice);
    }
    let taken = |report: Option<&MadeReport>| {
        let (text, made) = report?.answers.get(id)?;
        matches!(made, Made::Own).then(|| text.clone())
    };
    match dice.below(10) {
        0 | 1 => {
            if let Some(text) = taken(before) {
                return (text.to_uppercase(), Made::Unchanged);
            }
        }
        // Choices out of a list are the same by chance, and nobody's own words.
        2 if kind != QuestionKind::Three => {
            if let (Some(text), Some(other)) = (taken(other), other) {
                return (text, Made::CopiedFrom(other.affiliate));
            }
        }
        3 => {
            let text = format!("See https://drive.google.com/drive/{} of {mark}", dice.below(1000));
            return (text, Made::ClosedLink);
        }
        _ => {}
    }
    let words: Vec<&str> = (0..20 + dice.below(60)).map(|_| dice.of(&WORDS)).collect();
    (format!("{mark}: {}.", words.join(" ")), Made::Own)
}

fn number(dice: &mut Dice) -> (String, Made) {
    let size = [20, 200, 5_000][dice.below(3)];
    let number = u64::try_from(dice.below(size)).unwrap_or(0);
    let grouped =
        if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) };
    match dice.below(6) {
        0 => (format!("About {grouped} people"), Made::Number(number)),
        1 => (format!("{grouped} (in December)"), Made::Number(number)),
        2 => (format!("between {grouped} and 9,999 or so"), Made::TwoNumbers),
        _ => (grouped, Made::Number(number)),
    }
}
