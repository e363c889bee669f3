//! What Toolhub, Wikimedia's catalogue of tools, is told: `toolinfo.json`, schema 1.2.2
//! (<https://toolhub.wikimedia.org/static/docs/toolinfo/1.2.2/>).

use serde_json::Value;

use crate::TOOLINFO;
use crate::problem::Problem;

/// The file with the address at which the tool is published. Toolhub takes none without.
///
/// # Errors
/// When the file is not JSON.
pub fn with_address(toolinfo: &str, url: &str) -> Result<String, Problem> {
    let mut value: Value = serde_json::from_str(toolinfo).map_err(|error| Problem::Json(TOOLINFO, error))?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("url".to_owned(), url.into());
    }
    serde_json::to_string_pretty(&value)
        .map(|text| text + "\n")
        .map_err(|error| Problem::Json(TOOLINFO, error))
}
