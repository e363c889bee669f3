//! Changing a text at the one place that is meant.

use anyhow::bail;

/// Replaces `old`, which has to be exactly once in the text of this file, by `new`.
pub fn replaced_once(text: &str, file: &str, old: &str, new: &str) -> anyhow::Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        found => bail!("`{old}` has to be in {file} once, and is there {found} times"),
    }
}
