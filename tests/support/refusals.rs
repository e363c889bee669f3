//! Cases of what is typed: it becomes something, or is refused for a reason.

use std::fmt::{Debug, Display};

use serde::Deserialize;
use serde_json::Value;

use crate::bless::blessed;
use crate::trials::{Trial, each};

/// A row of a table.
#[derive(Deserialize)]
pub struct Case {
    pub typed: String,
    #[serde(alias = "title", alias = "name")]
    pub becomes: Option<String>,
    pub refused: Option<String>,
}

/// The reason's name, without what it carries.
pub fn kind(error: &impl Debug) -> String {
    format!("{error:?}").chars().take_while(|character| character.is_alphanumeric()).collect()
}

/// A test of each case, named by the reason, or by `good` where there is none, and by what is typed.
pub fn tests(cases: Vec<Case>, good: &str, check: fn(&Case)) -> Vec<Trial> {
    let named = |case: &Case| (case.refused.as_deref().unwrap_or(good).to_owned(), case.typed.clone());
    each("cases", cases, named, check)
}

/// Where the cases are, below `tests/`, and what in them names the result.
pub struct Table {
    pub file: &'static str,
    pub result: &'static str,
}

/// Makes sure that a verdict on what is typed is what the case says. `told` is what the error says was typed.
pub fn assert_verdict<E: Debug + Display>(
    table: &Table,
    case: &Case,
    verdict: Result<&str, &E>,
    told: fn(&E) -> &str,
) {
    let (becomes, refused) = (verdict.ok(), verdict.err().map(kind));
    let bless = |row: &mut Value| {
        let is_it = row["typed"] == *case.typed;
        if let Some(row) = row.as_object_mut().filter(|_| is_it) {
            row.retain(|name, _| name != table.result && name != "refused");
            row.extend(becomes.map(|becomes| (table.result.to_owned(), becomes.into())));
            row.extend(refused.clone().map(|refused| ("refused".to_owned(), refused.into())));
        }
        is_it
    };
    if (becomes, &refused) != (case.becomes.as_deref(), &case.refused) && !blessed(table.file, bless) {
        assert_eq!(becomes, case.becomes.as_deref(), "{:?}", case.typed);
        assert_eq!(refused, case.refused, "{:?}", case.typed);
    }
    if let Err(error) = verdict {
        assert_eq!(told(error), case.typed);
        assert!(!error.to_string().contains('⧼'));
    }
}
