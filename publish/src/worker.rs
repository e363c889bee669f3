//! The service worker, with the list of what it keeps.

use crate::files::{Files, extension};
use crate::problem::{Problem, replaced_once};
use crate::{PAGE, WORKER, digest};

/// Where the list goes.
const FILES: &str = "const FILES = [];";
/// Where the version goes.
const VERSION: &str = "const VERSION = '';";
/// What the app itself can ask for. Icons of other sizes are for the system, which asks for them when it installs the app.
const KEPT: [&str; 6] = ["css", "js", "json", "svg", "wasm", "webmanifest"];

/// Puts in the list, `[address, digest]` for each file, and the version, which changes exactly when the list does.
/// Addresses are relative to the worker's scope, digests are as `integrity` takes them.
///
/// # Errors
/// When the worker has not one place for each.
pub fn published(worker: &str, files: &Files) -> Result<String, Problem> {
    let kept = files.iter().filter(|(name, _)| *name == PAGE || KEPT.contains(&extension(name)));
    let list: Vec<[String; 2]> = kept
        .map(|(name, bytes)| [if name == PAGE { "./" } else { name }.to_owned(), digest::integrity(bytes)])
        .collect();
    let list = serde_json::to_string(&list).map_err(|error| Problem::Json(WORKER, error))?;
    let version = digest::short(list.as_bytes());
    let worker = replaced_once(worker, WORKER, FILES, &format!("const FILES = {list};"))?;
    replaced_once(&worker, WORKER, VERSION, &format!("const VERSION = '{version}';"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "'use strict';\nconst FILES = [];\nconst VERSION = '';\n";

    #[test]
    fn lists_what_the_app_asks_for() {
        let mut files = Files::default();
        for name in ["index.html", "app-1.css", "i18n/de-2.json", "icon-192-3.png"] {
            files.add(name, "abc");
        }
        let worker = published(SOURCE, &files).unwrap();
        let digest = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let list =
            format!("[[\"app-1.css\",\"{digest}\"],[\"i18n/de-2.json\",\"{digest}\"],[\"./\",\"{digest}\"]]");
        assert_eq!(
            worker,
            format!(
                "'use strict';\nconst FILES = {list};\nconst VERSION = '{}';\n",
                digest::short(list.as_bytes())
            )
        );
        assert!(matches!(published("", &files), Err(Problem::NotOnce { found: 0, .. })));
    }
}
