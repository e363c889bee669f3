//! The command line.

use report::checks::Date;
use report::import::SourceKind;

/// What `--help` prints.
pub const HELP: &str = "\
convert [OPTIONS] --to OUTPUT FILE

Reads a report from FILE (- for standard input) and prints it as OUTPUT.

  --to OUTPUT       wikitext  the call of the template; a table as long as a parameter's name is unknown
                    table     a table that needs no template
                    json      a file of drafts
                    text      the whole report as one text to edit
                    html      a page of its own
                    checks    what is missing, and suggestions
  --from KIND       what FILE is, where that is not recognized: wikitext (or call, table), page, html, json, text
  --template FILE   a template's source, or the wiki's templatedata answer, to learn parameter names from
  --draft NUMBER    which draft of a file that holds several, counted from 1
  --json            print the checks as JSON
  --today DATE      the day to check against, as YYYY-MM-DD (default: today, UTC)
  --help            this text

What was not recognized is told on standard error.
";

/// What to do.
#[derive(Debug)]
pub struct Arguments {
    /// What the file is read as; recognized by itself without.
    pub from: Option<SourceKind>,
    /// What is printed.
    pub to: Output,
    /// A template's source or templatedata answer.
    pub template: Option<String>,
    /// Which draft of several, from 1.
    pub draft: Option<usize>,
    /// The day to check against.
    pub today: Option<Date>,
    /// The file; `-` is standard input.
    pub file: String,
}

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    Wikitext,
    Table,
    Json,
    Text,
    Html,
    Checks,
    ChecksAsJson,
}

impl Arguments {
    /// Reads the command line; `None` where only help is asked for.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let mut words = arguments;
        let (mut from, mut to, mut template, mut draft, mut today, mut file) =
            (None, None, None, None, None, None);
        let mut json = false;
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value; see --help"));
            match word.as_str() {
                "--help" | "-h" => return Ok(None),
                "--json" => json = true,
                "--from" => from = kind(&value()?)?,
                "--to" => to = Some(output(&value()?)?),
                "--template" => template = Some(value()?),
                "--draft" => draft = Some(number(&value()?)?),
                "--today" => today = Some(date(&value()?)?),
                option if option.starts_with("--") => {
                    return Err(format!("there is no option {option}; see --help"));
                }
                name if file.is_none() => file = Some(name.to_owned()),
                name => return Err(format!("one file at a time, but {name} is a second one")),
            }
        }
        let to = match (to.ok_or("--to says what to print; see --help")?, json) {
            (Output::Checks, true) => Output::ChecksAsJson,
            (_, true) => return Err("--json goes with --to checks".to_owned()),
            (to, false) => to,
        };
        let file = file.ok_or("no file to read; - is standard input")?;
        Ok(Some(Self { from, to, template, draft, today, file }))
    }
}

/// `wikitext` leaves it open whether it is a call or a table: that is recognized.
fn kind(name: &str) -> Result<Option<SourceKind>, String> {
    let name = match name {
        "wikitext" => return Ok(None),
        "page" => "page-text",
        "json" => "file",
        "text" => "edition",
        other => other,
    };
    SourceKind::of_name(name).map(Some).ok_or_else(|| {
        format!("{name} is no kind of input; there are wikitext, call, table, page, html, json, text")
    })
}

fn output(name: &str) -> Result<Output, String> {
    Ok(match name {
        "wikitext" => Output::Wikitext,
        "table" => Output::Table,
        "json" => Output::Json,
        "text" => Output::Text,
        "html" => Output::Html,
        "checks" => Output::Checks,
        other => {
            return Err(format!("{other} is no output; there are wikitext, table, json, text, html, checks"));
        }
    })
}

fn number(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| format!("{text} is no number of a draft, counted from 1"))
}

fn date(text: &str) -> Result<Date, String> {
    let mut parts = text.splitn(3, '-');
    let mut part = || parts.next()?.parse::<u16>().ok();
    let date = (part(), part(), part());
    let small = |part: u16| u8::try_from(part).ok();
    match date {
        (Some(year), Some(month), Some(day)) => {
            small(month).zip(small(day)).and_then(|(month, day)| Date::new(year, month, day))
        }
        _ => None,
    }
    .ok_or_else(|| format!("{text} is no date such as 2026-11-22"))
}
