//! What Toolhub, Wikimedia's catalogue of tools, is told: `toolinfo.json`, schema 1.2.2
//! (<https://toolhub.wikimedia.org/static/docs/toolinfo/1.2.2/>).

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::TOOLINFO;
use crate::references::Names;

/// The folder with the words of the languages beside English.
const LANGUAGES: &str = "i18n/";

/// Adds the address at which the tool is published, without which Toolhub takes no tool, and its languages.
pub fn completed(toolinfo: &str, url: &str, names: &Names) -> anyhow::Result<String> {
    let mut value: Value = serde_json::from_str(toolinfo).context(TOOLINFO)?;
    let others = names.keys().filter_map(|name| name.strip_prefix(LANGUAGES)?.strip_suffix(".json"));
    // Each has a second file for what comes late, `de.late.json`.
    let languages: Vec<&str> =
        std::iter::once("en").chain(others.filter(|name| !name.contains('.'))).collect();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("url".to_owned(), url.into());
        fields.insert("available_ui_languages".to_owned(), json!(languages));
    }
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}
