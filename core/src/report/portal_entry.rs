//! A report as an entry of `Module:Activities_Reports`, the affiliates' data portal's table on Meta-Wiki, in Lua.
//!
//! The staff paste it there. It is written as the portal's own forms write: every value in single quotes, lists in braces, nothing but
//! literals. What the portal makes itself (`unique_id`, `dos_stamp`) and what takes a person's judgement is left out.

use super::announcement::said;
use super::number_change::only_number;
use super::year_words;
use crate::checks::period_days;
use crate::date::Date;
use crate::draft::Draft;
use crate::form::Form;
use crate::names::user_name::user_name;

/// The capacities that the portal knows, by its own spelling.
const CAPACITIES: [&str; 11] = [
    "Evaluation",
    "Community governance",
    "Programs & Events",
    "Organizational governance & resource policies",
    "Conflict management",
    "Partnerships",
    "Fundraising",
    "Communication & media relations",
    "Contributor development",
    "On-wiki technical skills",
    "Policy advocacy",
];

/// The greatest number of names in a list.
const MOST_NAMES: usize = 300;

/// Writes a draft's report as an entry of the portal's table, with the fields that its answers have a value for; empty where there is
/// none. Numbers stand there only where an answer gives exactly one. `page` is the published page's address, if it is known.
pub fn portal_entry(form: &Form, draft: &Draft, page: Option<&str>) -> String {
    named_portal_entry(None, form, draft, page)
}

/// Writes a draft's report as [`portal_entry`] does, under the affiliate's name as the portal spells it, where that is known.
pub fn named_portal_entry(name: Option<&str>, form: &Form, draft: &Draft, page: Option<&str>) -> String {
    let mut entry = Entry::default();
    let said = |question: &str| said(form, draft, question);
    entry.text("group_name", name.map(str::to_owned).or_else(|| said("name")).as_deref());
    for (question, field) in
        [("primarycontact", "primary_contact1"), ("secondarycontact", "primary_contact2")]
    {
        let user = said(question).and_then(|typed| user_name(&typed).ok());
        entry.text(field, user.map(|name| format!("User:{name}")).as_deref());
    }
    for (question, field) in [
        ("active-contributors", "editors"),
        ("inactive-contributors", "non_editors"),
        ("participants", "event_participants"),
        ("organizers", "event_leaders"),
    ] {
        let number = said(question).and_then(|answer| only_number(&answer));
        entry.text(field, number.map(|number| number.to_string()).as_deref());
    }
    entry
        .list("capacities_to_strengthen", said("capacities-to-strengthen").map(|answer| capacities(&answer)));
    entry.list("countries_affiliate_operates_in", said("countries").map(|answer| names(&answer)));
    entry.list("languages_supported_by_affiliate", said("languages").map(|answer| names(&answer)));
    if entry.fields.is_empty() {
        return String::new();
    }
    entry.text("report_type", Some("Annual Activities Report"));
    entry.text("report_link", page);
    entry.text("report_lang_code", Some("en"));
    if let Some((first, last)) = said("timeline").and_then(|period| period_days(&period, year_words(draft))) {
        entry.text("start_date", Some(&day(first)));
        entry.text("end_date", Some(&day(last)));
    }
    format!("\t{{\n{}\t}},\n", entry.fields)
}

#[derive(Default)]
struct Entry {
    fields: String,
}

impl Entry {
    fn text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.fields.push_str(&format!("\t\t{name} = {},\n", quoted(value)));
        }
    }

    fn list(&mut self, name: &str, values: Option<Vec<String>>) {
        let quoted: Vec<String> = values.unwrap_or_default().iter().map(|value| quoted(value)).collect();
        if !quoted.is_empty() {
            self.fields.push_str(&format!("\t\t{name} = {{{}}},\n", quoted.join(", ")));
        }
    }
}

/// Writes a text as a string of Lua that is one line: line breaks as the portal's forms write them, other control characters as blanks.
fn quoted(text: &str) -> String {
    let mut string = String::from("'");
    for character in text.trim().chars() {
        match character {
            '\\' => string.push_str("\\\\"),
            '\'' => string.push_str("\\'"),
            '\n' => string.push_str("<br />"),
            control if control.is_control() => string.push(' '),
            other => string.push(other),
        }
    }
    string.push('\'');
    string
}

/// Writes a day as the portal does: `31/12/2024`.
fn day(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// Splits a list of names at its lines, commas and semicolons.
fn names(answer: &str) -> Vec<String> {
    let marks = ['•', ' ', '\t', '.'];
    let names = answer.split(['\n', ',', ';', '،', '、']).map(|name| name.trim_matches(marks));
    names.filter(|name| !name.is_empty()).take(MOST_NAMES).map(str::to_owned).collect()
}

/// Finds the portal's capacities in an answer, in the portal's order: in any case of letters, `and` for `&`.
fn capacities(answer: &str) -> Vec<String> {
    let plain = |text: &str| text.to_lowercase().replace('&', "and");
    let answer = plain(answer);
    CAPACITIES.iter().filter(|name| answer.contains(&plain(name))).map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::ids::QuestionId;
    use crate::meta::{Lua, read_lua};
    use proptest::prelude::*;

    fn entry(answers: &[(&str, &str)], page: Option<&str>) -> String {
        let mut report = draft();
        for (question, text) in answers {
            report.set_text(&QuestionId::new(*question), text, &nfc, NOW).unwrap();
        }
        portal_entry(Form::latest(), &report, page)
    }

    #[test]
    fn a_whole_entry() {
        let answers = [
            ("name", "Wikimedians of L'Orin"),
            ("languages", "Kazakh, Russian; Uzbek"),
            ("countries", "* Kazakhstan\n* Uzbekistan"),
            ("timeline", "July-June"),
            ("reportingyear", "2025-2026"),
            ("primarycontact", "User:Ana"),
            ("secondarycontact", "N/A"),
            ("active-contributors", "About 1,200 people"),
            ("inactive-contributors", "Not counted this year"),
            ("organizers", "12 or 15"),
            ("participants", "0"),
            ("capacities-to-strengthen", "* Programs and events\n* fundraising\n* Law"),
        ];
        let page = "https://meta.wikimedia.org/wiki/Reports/2026/Wikimedians_of_L%27Orin";
        assert_eq!(
            entry(&answers, Some(page)),
            "\t{\n\t\tgroup_name = 'Wikimedians of L\\'Orin',\n\t\tprimary_contact1 = 'User:Ana',\n\
             \t\teditors = '1200',\n\t\tevent_participants = '0',\n\
             \t\tcapacities_to_strengthen = {'Programs & Events', 'Fundraising'},\n\
             \t\tcountries_affiliate_operates_in = {'Kazakhstan', 'Uzbekistan'},\n\
             \t\tlanguages_supported_by_affiliate = {'Kazakh', 'Russian', 'Uzbek'},\n\
             \t\treport_type = 'Annual Activities Report',\n\
             \t\treport_link = 'https://meta.wikimedia.org/wiki/Reports/2026/Wikimedians_of_L%27Orin',\n\
             \t\treport_lang_code = 'en',\n\t\tstart_date = '01/07/2025',\n\t\tend_date = '30/06/2026',\n\t},\n"
        );
    }

    #[test]
    fn the_portals_reader_reads_it() {
        let answers = [
            ("name", "L'Orin \\ {\"} --[[ ]]"),
            ("countries", "A, B's"),
            ("participants", "1,200"),
            ("timeline", "January-December"),
            ("reportingyear", "2026"),
        ];
        let entry = entry(&answers, None);
        let source = format!("return {{\n{entry}}}\n");
        let Ok(Lua::Table(table)) = read_lua(&source) else { panic!("{source}") };
        let [Lua::Table(entry)] = table.list.as_slice() else { panic!("{source}") };
        assert_eq!(entry.text("group_name"), Some("L'Orin \\ {\"} --[[ ]]"));
        assert_eq!(entry.texts("countries_affiliate_operates_in"), ["A", "B's"]);
        assert_eq!(entry.text("event_participants"), Some("1200"));
        assert_eq!(entry.text("end_date"), Some("31/12/2026"));
        assert_eq!(entry.text("editors"), None);
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(entry(&[], Some("https://meta.wikimedia.org/wiki/A")), "");
        assert_eq!(entry(&[("mission", "Free pictures")], None), "");
    }

    #[test]
    fn strings_are_lua() {
        for (text, string) in [
            ("a", "'a'"),
            ("L'Orin", r"'L\'Orin'"),
            (r"\'", r"'\\\''"),
            ("a\nb\t\u{0}c", "'a<br />b  c'"),
            ("]] --[[ ", "']] --[['"),
            ("'}, os.exit() --", r"'\'}, os.exit() --'"),
        ] {
            assert_eq!(quoted(text), string);
        }
    }

    proptest! {
        #[test]
        fn a_string_ends_where_it_ends(text in "[\\\\'\"\n\\[\\]a-c{}-]{0,20}") {
            let string = quoted(&text);
            let inside = string.strip_prefix('\'').unwrap().strip_suffix('\'').unwrap();
            let mut characters = inside.chars();
            let mut read = String::new();
            while let Some(character) = characters.next() {
                prop_assert!(character != '\'' && character != '\n');
                read.push(if character == '\\' { characters.next().unwrap() } else { character });
            }
            prop_assert_eq!(read, text.trim().replace('\n', "<br />"));
        }
    }
}
