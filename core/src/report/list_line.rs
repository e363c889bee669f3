//! A line about a report for the group's own page.

use super::{proposed_parts, report_title};
use crate::answer::{Answer, Block, Inline, Markup, Run, print, valid_target, valid_url};
use crate::draft::Draft;
use crate::form::Form;

/// Writes an item of a wikitext list with a link to the report's page: `* [[m:…|Yearly report 2026]]`, which is right on Meta-Wiki and on
/// the other Wikimedia wikis. `page` is the published page's address, if it is known; where that is not the page of the report's title,
/// the link leads to the address. `None` as long as there is neither.
pub fn list_line(form: &Form, draft: &Draft, page: Option<&str>) -> Option<String> {
    let parts = proposed_parts(draft);
    let title = report_title(form, &parts).ok();
    let year: Vec<&str> = parts.year.split_whitespace().collect();
    let label = vec![Run::plain(format!("Yearly report {}", year.join(" ")).trim())];
    let page = page.filter(|page| !page.is_empty());
    let inline = match (title, page) {
        (Some(title), page) if page.is_none_or(|page| page == form.wiki.page_address(&title)) => {
            let target = format!("m:{title}");
            valid_target(&target).then_some(Inline::PageLink { target, label })?
        }
        (_, Some(url)) if valid_url(url) => Inline::ExternalLink { url: url.to_owned(), label },
        _ => return None,
    };
    let answer = Answer { blocks: vec![Block::Paragraph(vec![vec![inline]])] };
    Some(format!("* {}", print(&answer, Markup::Wiki)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{NOW, draft, nfc};
    use crate::ids::QuestionId;

    #[test]
    fn the_link_leads_to_the_page() {
        let form = Form::latest();
        let title = |year: &str| format!("{}/{year}/Lake Orin", form.title_prefix.trim_end_matches('/'));
        let usual = format!("* [[m:{}|Yearly report 2026]]", title("2026"));
        let elsewhere = "https://meta.wikimedia.org/wiki/Lake_Orin/Report";
        for (name, year, page, line) in [
            ("Lake Orin", "2026", None, Some(usual.clone())),
            ("Lake Orin", "2025-2026", Some(String::new()), Some(usual.clone())),
            (
                "Lake Orin",
                "2026",
                Some(format!("https://meta.wikimedia.org/wiki/{}", title("2026").replace(' ', "_"))),
                Some(usual),
            ),
            (
                "Lake Orin",
                "2026",
                Some(elsewhere.to_owned()),
                Some(format!("* [{elsewhere} Yearly report 2026]")),
            ),
            ("", "", Some(elsewhere.to_owned()), Some(format!("* [{elsewhere} Yearly report]"))),
            ("", "2026", None, None),
            ("Lake|Orin", "2026", None, None),
        ] {
            let mut report = draft();
            report.set_text(&QuestionId::new("name"), name, &nfc, NOW).unwrap();
            report.set_text(&QuestionId::new("reportingyear"), year, &nfc, NOW).unwrap();
            assert_eq!(list_line(form, &report, page.as_deref()), line, "{name} {year} {page:?}");
        }
    }
}
