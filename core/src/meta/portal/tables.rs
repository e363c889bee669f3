//! The portal's tables as typed rows.

use std::fmt;

use super::PortalTable;
use crate::date::Date;
use crate::i18n::{Message, english};
use crate::meta::reports_of::name_likeness;
use crate::meta::{Lua, LuaError, LuaTable, read_lua};

/// The greatest length of a shown value, in bytes; longer ones are left out.
const MAX_VALUE: usize = 1_000;

/// The greatest number of values in a list, such as countries.
const MAX_LIST: usize = 200;

/// The greatest number of affiliates that are offered for a name.
const MAX_OFFERED: usize = 20;

/// An affiliate, as the portal has it. Texts are on one line, empty where the portal has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affiliate {
    /// The official name.
    pub name: String,
    /// The short name that the portal knows the affiliate by: `WMXX`.
    pub code: String,
    /// The kind of affiliate: `User Group`, `Chapter`.
    pub kind: String,
    /// The region that the portal files the affiliate under: `Sub-Saharan Africa`.
    pub region: String,
    /// The country that the portal files the affiliate under.
    pub country: String,
    /// Both contacts' user names, without the namespace.
    pub contacts: [String; 2],
    /// The day and month when the fiscal year begins: `01/07`.
    pub fiscal_year_start: String,
    /// The day and month when the fiscal year ends: `30/06`.
    pub fiscal_year_end: String,
    /// The day of the agreement with the Foundation, `DD/MM/YYYY`.
    pub agreement: String,
    /// The day when the next report is due.
    pub due: Option<Date>,
}

/// A report, as staff have entered it. Texts are on one line, empty where the portal has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalReport {
    /// The affiliate's name.
    pub affiliate: String,
    /// The first day of the reporting period, `DD/MM/YYYY`.
    pub start: String,
    /// The last day of the reporting period, `DD/MM/YYYY`.
    pub end: String,
    /// The countries, in words.
    pub countries: Vec<String>,
    /// The languages, in words without their codes.
    pub languages: Vec<String>,
    /// The contributors that are active, those that are not, the organizers and the participants, as entered.
    pub numbers: [String; 4],
}

/// The reason why a table of the portal is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalError {
    /// A page that is not one table of data.
    Lua {
        /// The table.
        table: PortalTable,
        /// The error, with its line.
        error: LuaError,
    },
    /// A table without any of its rows.
    NoRows {
        /// The table.
        table: PortalTable,
    },
}

impl PortalError {
    /// Returns the message that tells the user what is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Lua { table, error } => error.message(table.title()),
            Self::NoRows { table } => Message::new("meta-portal-no-rows").with(table.title()),
        }
    }
}

impl fmt::Display for PortalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&english(&self.message()))
    }
}

impl std::error::Error for PortalError {}

/// Reads the table of affiliates, sorted by name. Those that are recognized no longer are left out.
///
/// # Errors
/// [`PortalError`].
pub fn affiliates(page: &str) -> Result<Vec<Affiliate>, PortalError> {
    let rows = rows(PortalTable::Affiliates, page)?;
    let mut affiliates: Vec<Affiliate> = rows
        .iter()
        .filter(|row| !text(row, "recognition_status").to_lowercase().starts_with("derecogni"))
        .map(|row| Affiliate {
            name: text(row, "group_name"),
            code: text(row, "affiliate_code"),
            kind: text(row, "org_type"),
            region: text(row, "region"),
            country: text(row, "group_country"),
            contacts: ["group_contact1", "group_contact2"].map(|name| user(&text(row, name))),
            fiscal_year_start: text(row, "fiscal_year_start"),
            fiscal_year_end: text(row, "fiscal_year_end"),
            agreement: text(row, "agreement_date"),
            due: text(row, "reporting_due_date").get(..10).and_then(Date::parse),
        })
        .collect();
    affiliates.sort_by(|one, other| one.name.cmp(&other.name));
    if affiliates.is_empty() {
        Err(PortalError::NoRows { table: PortalTable::Affiliates })
    } else {
        Ok(affiliates)
    }
}

/// Reads the table of reports.
///
/// # Errors
/// [`PortalError`].
pub fn portal_reports(page: &str) -> Result<Vec<PortalReport>, PortalError> {
    let rows = rows(PortalTable::Reports, page)?;
    let reports = rows.iter().map(|row| PortalReport {
        affiliate: text(row, "group_name"),
        start: text(row, "start_date"),
        end: text(row, "end_date"),
        countries: texts(row, "countries_affiliate_operates_in"),
        languages: texts(row, "languages_supported_by_affiliate"),
        // The portal has two numbers for organizers; the second is asked for where the first is not given.
        numbers: [
            &["editors"][..],
            &["non_editors"],
            &["event_leaders", "event_supporters"],
            &["event_participants"],
        ]
        .map(|names| {
            names.iter().map(|name| text(row, name)).find(|value| !value.is_empty()).unwrap_or_default()
        }),
    });
    Ok(reports.collect())
}

/// Finds the affiliates with a name as people type it, the likeliest first, also by their code; at most 20.
pub fn affiliates_named<'a>(name: &str, affiliates: &'a [Affiliate]) -> Vec<&'a Affiliate> {
    let is_code = |affiliate: &Affiliate| {
        !affiliate.code.is_empty() && affiliate.code.eq_ignore_ascii_case(name.trim())
    };
    let likeness =
        |affiliate| if is_code(affiliate) { Some(4) } else { name_likeness(name, &affiliate.name) };
    let mut found: Vec<(u8, &Affiliate)> =
        affiliates.iter().filter_map(|affiliate| Some((likeness(affiliate)?, affiliate))).collect();
    found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    found.into_iter().take(MAX_OFFERED).map(|(_, affiliate)| affiliate).collect()
}

/// Finds the report of an affiliate whose period ended last.
pub fn last_report<'r>(affiliate: &Affiliate, reports: &'r [PortalReport]) -> Option<&'r PortalReport> {
    let own = reports.iter().filter(|report| report.affiliate == affiliate.name);
    own.max_by_key(|report| day(&report.end))
}

/// Reads a day as the portal writes it: `31/12/2025`.
fn day(written: &str) -> Option<Date> {
    let mut parts = written.split('/').map(|part| part.trim().parse::<u16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

/// Returns the rows that name an affiliate.
fn rows(table: PortalTable, page: &str) -> Result<Vec<LuaTable>, PortalError> {
    let value = read_lua(page).map_err(|error| PortalError::Lua { table, error })?;
    let Lua::Table(LuaTable { list, .. }) = value else { return Err(PortalError::NoRows { table }) };
    let rows = list.into_iter().filter_map(|row| match row {
        Lua::Table(row) if !text(&row, "group_name").is_empty() => Some(row),
        _ => None,
    });
    Ok(rows.collect())
}

fn text(row: &LuaTable, name: &str) -> String {
    row.text(name).and_then(one_line).unwrap_or_default()
}

/// Returns a list's values; a text with commas is one, as older rows have it. Codes behind a tilde are left out.
fn texts(row: &LuaTable, name: &str) -> Vec<String> {
    let values = row.texts(name).into_iter().take(MAX_LIST).flat_map(|value| value.split(','));
    let without_code = |value: &str| one_line(value.split('~').next().unwrap_or(value));
    values.filter_map(without_code).filter(|value| !value.is_empty()).take(MAX_LIST).collect()
}

/// Puts a value on one line; the portal writes line breaks as `<br />`. `None` for one that is too long to be what it should.
fn one_line(value: &str) -> Option<String> {
    let value = value.trim();
    (value.len() <= MAX_VALUE)
        .then(|| value.replace("<br />", " ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Takes the namespace off a user's page.
fn user(page: &str) -> String {
    let prefix = page.get(..5).filter(|prefix| prefix.eq_ignore_ascii_case("user:"));
    prefix.map_or(page, |prefix| page.get(prefix.len()..).unwrap_or_default()).trim().to_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub const AFFILIATES: &str = r"return {
	{
		unique_id = 'a1',
		affiliate_code = 'WMLO',
		group_name = 'Wikimedians of Lake Or\'in',
		org_type = 'User Group',
		group_country = 'Orinia',
		dm_structure = {'Board', 'Consensus'},
		group_contact1 = 'User:Ana',
		group_contact2 = 'user:Bo C',
		agreement_date = '03/04/2015',
		fiscal_year_start = '01/07',
		fiscal_year_end = '30/06',
		reporting_due_date = '2026-07-31T00:00:00.000Z',
	},
	{ group_name = 'Wikimedia Valdora', affiliate_code = 'WMVA', org_type = 'Chapter', fiscal_year_start = '01/01' },
	{ group_name = 'Gone', recognition_status = 'derecognised' },
	{ unique_id = 'no name' },
	'text',
}";

    pub const REPORTS: &str = r"return {
	{ group_name = 'Wikimedians of Lake Or\'in', start_date = '01/07/2023', end_date = '30/06/2024', editors = 12 },
	{
		group_name = 'Wikimedians of Lake Or\'in',
		start_date = '01/07/2024',
		end_date = '30/06/2025',
		countries_affiliate_operates_in = {'Orinia', 'Tamsara'},
		languages_supported_by_affiliate = {'Kazakh~kk', 'English~en'},
		editors = '15',
		event_supporters = '4',
		event_participants = '157<br />(in all)',
	},
	{ group_name = 'Wikimedia Valdora', end_date = '31/12/2025', countries_affiliate_operates_in = 'Valdora, Elsewhere' },
}";

    #[test]
    fn rows_are_read_as_the_gadgets_write_them() {
        let all = affiliates(AFFILIATES).unwrap();
        assert_eq!(
            all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["Wikimedia Valdora", "Wikimedians of Lake Or'in"]
        );
        let lake = &all[1];
        assert_eq!(lake.contacts, ["Ana", "Bo C"]);
        assert_eq!((lake.fiscal_year_start.as_str(), lake.due), ("01/07", Date::new(2026, 7, 31)));
        let reports = portal_reports(REPORTS).unwrap();
        let last = last_report(lake, &reports).unwrap();
        assert_eq!(last.end, "30/06/2025");
        assert_eq!(last.languages, ["Kazakh", "English"]);
        assert_eq!(last.numbers, ["15", "", "4", "157 (in all)"]);
        assert_eq!(last_report(&all[0], &reports).unwrap().countries, ["Valdora", "Elsewhere"]);
        assert_eq!(last_report(&Affiliate::default(), &reports), None);
    }

    #[test]
    fn an_affiliate_is_found_by_name_or_code() {
        let all = affiliates(AFFILIATES).unwrap();
        let names = |name: &str| -> Vec<&str> {
            affiliates_named(name, &all).iter().map(|one| one.code.as_str()).collect()
        };
        for (name, codes) in [
            ("wmlo", &["WMLO"][..]),
            ("Lake Or'in", &["WMLO"]),
            ("valdora", &["WMVA"]),
            ("", &[]),
            ("x", &[]),
        ] {
            assert_eq!(names(name), codes, "{name}");
        }
    }

    #[test]
    fn what_is_no_table_says_so() {
        for (page, key) in [
            ("local p = {}", "meta-lua-not-data"),
            ("return {", "meta-lua-cut"),
            ("return {}", "meta-portal-no-rows"),
            ("return 'x'", "meta-portal-no-rows"),
            ("return { { group_name = {} } }", "meta-portal-no-rows"),
        ] {
            assert_eq!(affiliates(page).unwrap_err().message().key, key, "{page}");
        }
        let long =
            format!("return {{ {{ group_name = 'A', group_country = '{}' }} }}", "x".repeat(MAX_VALUE + 1));
        assert_eq!(affiliates(&long).unwrap()[0].country, "");
    }
}
