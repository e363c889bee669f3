//! The report as a page of HTML that stands alone, to print, to send, to read anywhere.

use super::Report;
use super::{proposed_parts, report_title};
use crate::answer::{escape_html, html};
use crate::draft::Draft;
use crate::form::{Form, OutlineRow};

/// The tag that tells our own pages from a wiki's: in ours a no-break blank is one that was typed.
pub(crate) const GENERATOR: &str = "<meta name=\"generator\" content=\"Affiliate report builder\">";

/// The page's style sheet, plain enough for every program that shows HTML; no script, nothing from elsewhere.
const STYLE: &str = "body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:1rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}th,td{border:1px solid #a2a9b1;padding:.4rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}\
th{background:#eaecf0}td:first-child{width:40%}p,ul,ol{margin-block:0 .5rem}";

/// Writes the report as a whole HTML page: a table as on Meta, section and group headings over both columns, the question left,
/// the answer right. `title` is the page's title on Meta. Reading the page back gives the same trees.
pub fn write_html(report: &Report<'_>, title: &str) -> String {
    let mut page = String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.push_str(&format!("{GENERATOR}\n<title>"));
    escape_html(title, &mut page);
    page.push_str(&format!("</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>"));
    escape_html(title, &mut page);
    page.push_str("</h1>\n<table>\n");
    rows(report, &mut page);
    page.push_str("</table>\n</body>\n</html>\n");
    page
}

/// Names a draft's page for its readers: by its title on Meta, or, as long as it has none, by its form's name with the year in the
/// title, if there is one.
pub fn page_name(form: &Form, draft: &Draft) -> String {
    let parts = proposed_parts(draft);
    report_title(form, &parts).map_or_else(
        |_| format!("{} {}", form.name, parts.year.trim()).trim_end().to_owned(),
        |title| title.to_string(),
    )
}

fn rows(report: &Report<'_>, page: &mut String) {
    for row in report.outline() {
        match row {
            OutlineRow::Section(title) => heading(title, "b", page),
            OutlineRow::Group(title) => heading(title, "i", page),
            OutlineRow::Question((question, answer)) => {
                page.push_str("<tr><td>");
                escape_html(&question.text, page);
                page.push_str("</td><td>");
                page.push_str(&html(answer));
                page.push_str("</td></tr>\n");
            }
        }
    }
}

fn heading(title: &str, style: &str, page: &mut String) {
    page.push_str(&format!("<tr><th colspan=\"2\" scope=\"colgroup\"><{style}>"));
    escape_html(title, page);
    page.push_str(&format!("</{style}></th></tr>\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{DraftId, Timestamp};
    use crate::form::QuestionId;

    #[test]
    fn a_page_is_named_by_its_title_or_its_form() {
        let cases = [
            ("", "", "Affiliate health criteria"),
            ("", "2025-2026", "Affiliate health criteria 2026"),
            ("Lake Orin", "", "Affiliate health criteria"),
            (
                "Lake Orin",
                "2026",
                "Wikimedia Foundation Affiliates Strategy/Implementation/Affiliate health criteria/Reports/2026/Lake Orin",
            ),
        ];
        for (affiliate, year, expected) in cases {
            let now = Timestamp::from_millis(0);
            let mut draft = Draft::new(DraftId::from_random(1), "2024", now);
            for (question, text) in [("name", affiliate), ("reportingyear", year)] {
                draft.set_text(&QuestionId::new(question), text, &str::to_owned, now).unwrap();
            }
            assert_eq!(page_name(Form::latest(), &draft), expected);
        }
    }
}
