//! What the staff copy from a report into the affiliates' data portal, under the portal's own names (`Module:Activities_Reports` and
//! `Module:Organizational_Informations` on Meta-Wiki).

use super::announcement::said;
use super::year_words;
use crate::draft::Draft;
use crate::form::Form;
use crate::names::user_name::user_name;

/// A field of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortalField {
    /// The field's name in the portal.
    pub name: &'static str,
    /// The field's value on one line.
    pub value: String,
}

/// The fields that answers go into as they are, by question, in the portal's order of ours.
const ANSWERS: [(&str, &str); 14] = [
    ("name", "group_name"),
    ("languages", "languages_supported_by_affiliate"),
    ("countries", "countries_affiliate_operates_in"),
    ("timeline", "start_date, end_date"),
    ("primarycontact", "primary_contact1"),
    ("secondarycontact", "primary_contact2"),
    ("decisionmaking", "dm_structure"),
    ("financialreport", "financial report"),
    ("active-contributors", "editors"),
    ("inactive-contributors", "non_editors"),
    ("organizers", "event_leaders"),
    ("participants", "event_participants"),
    ("activities", "past_programs"),
    ("capacities-to-strengthen", "capacities_to_strengthen"),
];

/// Lists the portal's fields that a draft's report has values for, in the order of the questions. `page` is the published page's
/// address, if it is known.
pub fn portal_fields(form: &Form, draft: &Draft, page: Option<&str>) -> Vec<PortalField> {
    let mut fields = Vec::new();
    let mut add = |name, value: String| fields.push(PortalField { name, value });
    for (question, name) in ANSWERS {
        let Some(text) = said(form, draft, question) else { continue };
        let value = one_line(&text);
        match question {
            "timeline" => add(name, format!("{value} {}", one_line(year_words(draft))).trim_end().to_owned()),
            "primarycontact" | "secondarycontact" => {
                // What cannot be a user name is for the staff to look at.
                add(name, user_name(&value).map_or(value, |name| format!("User:{name}")));
            }
            "decisionmaking" => {
                // The portal asks whether the mission has changed; only a comparison says so.
                let before = draft.earlier_text("mission").map(one_line);
                if let (Some(before), true) = (before, said(form, draft, "mission").is_some()) {
                    let is_changed = before != one_line(draft.text("mission"));
                    add("mission_changed", if is_changed { "yes" } else { "no" }.to_owned());
                }
                add(name, value);
            }
            _ => add(name, value),
        }
    }
    if let Some(page) = page.filter(|page| !page.is_empty()) {
        add("report_link", page.to_owned());
        if let Some(revision) = draft.published_revision() {
            add("revision", form.wiki.revision_address(revision));
        }
    }
    if !fields.is_empty() {
        fields.push(PortalField { name: "report_lang_code", value: "en".to_owned() });
    }
    fields
}

/// Joins a text's lines: list items by semicolons, without their marks.
fn one_line(text: &str) -> String {
    let words = |line: &str| {
        line.trim_start().trim_start_matches("• ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    text.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::ids::QuestionId;
    use crate::report::start_from;

    fn fields(report: &Draft, page: Option<&str>) -> Vec<String> {
        let fields = portal_fields(Form::latest(), report, page);
        fields.into_iter().map(|field| format!("{}: {}", field.name, field.value)).collect()
    }

    fn report(answers: &[(&str, &str)]) -> Draft {
        let mut report = draft();
        for (question, text) in answers {
            report.set_text(&QuestionId::new(*question), text, &nfc, NOW).unwrap();
        }
        report
    }

    #[test]
    fn answers_go_under_the_portals_names() {
        let report = report(&[
            ("name", "Lake Orin"),
            ("languages", "Kazakh, Russian"),
            ("timeline", "January-December"),
            ("reportingyear", "2026"),
            ("primarycontact", "Ana"),
            ("secondarycontact", "N/A"),
            ("mission", "Free pictures"),
            ("decisionmaking", "* A board\n* [[Minutes|minutes]] of each meeting"),
            ("inactive-contributors", "Not counted this year"),
            ("participants", "157 (in all)"),
        ]);
        let page = "https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin";
        assert_eq!(
            fields(&report, Some(page)),
            [
                "group_name: Lake Orin",
                "languages_supported_by_affiliate: Kazakh, Russian",
                "start_date, end_date: January-December 2026",
                "primary_contact1: User:Ana",
                "dm_structure: A board; minutes (https://meta.wikimedia.org/wiki/Minutes) of each meeting",
                "event_participants: 157 (in all)",
                "report_link: https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin",
                "report_lang_code: en",
            ]
        );
        assert_eq!(fields(&draft(), None), Vec::<String>::new());
    }

    #[test]
    fn a_mission_is_compared_with_the_earlier_reports() {
        let earlier =
            report(&[("name", "Lake Orin"), ("mission", "Free pictures"), ("decisionmaking", "A board")]);
        for (mission, field) in
            [("Free pictures ", "mission_changed: no"), ("Free maps", "mission_changed: yes")]
        {
            let mut new = start_from(draft(), &earlier, ("2025", "2026"), &nfc, NOW).unwrap();
            for (question, text) in [("mission", mission), ("decisionmaking", "A board of five")] {
                new.set_text(&QuestionId::new(question), text, &nfc, NOW).unwrap();
                new.confirm(&QuestionId::new(question), NOW);
            }
            assert_eq!(fields(&new, None), [field, "dm_structure: A board of five", "report_lang_code: en"]);
        }
    }
}
