//! From a draft to what is printed.

use crate::arguments::{Arguments, Output};
use crate::checks;
use crate::input::{Source, now};
use report::checks::Date;
use report::draft::{Draft, file};
use report::report::{Report, page_name, write_edition, write_html};
use report::wikitext::{call, check_size, table};
use std::io::Write;

/// The output's text.
pub fn write(arguments: &Arguments, source: &Source) -> Result<String, String> {
    if arguments.to == Output::Json && arguments.draft.is_none() {
        return file::write(&source.drafts).map_err(|error| error.to_string());
    }
    let draft = chosen(arguments, source)?;
    let report = Report::of_draft(source.form, draft);
    match arguments.to {
        Output::Wikitext => sized(wikitext(&report, source)),
        Output::Table => sized(table(&report)),
        Output::Json => file::write(std::slice::from_ref(draft)).map_err(|error| error.to_string()),
        Output::Text => Ok(write_edition(&report)),
        Output::Html => Ok(write_html(&report, &page_name(source.form, draft))),
        Output::Checks => Ok(checks::as_text(source.form, draft, today(arguments)?)),
        Output::ChecksAsJson => checks::as_json(source.form, draft, today(arguments)?),
    }
}

fn chosen<'a>(arguments: &Arguments, source: &'a Source) -> Result<&'a Draft, String> {
    let count = source.drafts.len();
    let number = match arguments.draft {
        Some(number) => number,
        None if count == 1 => 1,
        None => {
            return Err(format!(
                "the file holds {count} drafts; choose one with --draft 1 to --draft {count}"
            ));
        }
    };
    source.drafts.get(number - 1).ok_or_else(|| format!("there is no draft {number}; the file holds {count}"))
}

/// The call where every name is known; else the table, and a word on why.
fn wikitext(report: &Report<'_>, source: &Source) -> String {
    call(report, &source.names).unwrap_or_else(|missing| {
        let _ = writeln!(std::io::stderr().lock(), "{missing}");
        table(report)
    })
}

fn sized(page: String) -> Result<String, String> {
    check_size(&page).map_err(|error| error.to_string()).map(|()| page)
}

fn today(arguments: &Arguments) -> Result<Date, String> {
    arguments
        .today
        .or_else(|| date_of(&now().to_string()))
        .ok_or_else(|| "this machine's clock shows no date; use --today".to_owned())
}

/// The date that a timestamp begins with.
fn date_of(timestamp: &str) -> Option<Date> {
    let part = |from: usize, to: usize| timestamp.get(from..to)?.parse::<u16>().ok();
    Date::new(part(0, 4)?, u8::try_from(part(5, 7)?).ok()?, u8::try_from(part(8, 10)?).ok()?)
}
