//! The service worker, with the list of what it keeps.

use crate::files::{Files, extension};
use crate::replace::replaced_once;
use crate::{PAGE, WORKER, digest};

/// The place of the list of files in the worker, as `public/build.mjs` leaves it.
const FILES: &str = "const FILES=[];";
/// The place of the version in the worker, as `public/build.mjs` leaves it.
const VERSION: &str = "const VERSION=\"\";";
/// The kinds of files that the app itself can ask for. The web manifest and icons of other sizes are for the system, which asks
/// for them when it installs the app.
const KEPT: [&str; 5] = ["css", "js", "json", "svg", "wasm"];

/// The folder of the words of languages other than English, of which the worker keeps those that are read: all of them are 0.65 MB.
const LANGUAGES: &str = "i18n/";

/// Puts the list of files into the worker, `[address, digest]` for each, and the version, which changes exactly when the list or
/// the worker's own code does: otherwise two workers would share what they keep, and one that fails would take it from the other.
/// Addresses are relative to the worker's scope, digests are as `integrity` takes them.
pub fn published(worker: &str, files: &Files) -> anyhow::Result<String> {
    let is_kept = |name: &str| KEPT.contains(&extension(name)) && !name.starts_with(LANGUAGES);
    let kept = files.iter().filter(|(name, _)| *name == PAGE || is_kept(name));
    let list: Vec<[String; 2]> = kept
        .map(|(name, bytes)| [if name == PAGE { "./" } else { name }.to_owned(), digest::integrity(bytes)])
        .collect();
    let list = serde_json::to_string(&list)?;
    let worker = replaced_once(worker, WORKER, FILES, &format!("const FILES={list};"))?;
    let version = digest::short(worker.as_bytes());
    replaced_once(&worker, WORKER, VERSION, &format!("const VERSION=\"{version}\";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\"use strict\";\nconst FILES=[];\nconst VERSION=\"\";\n";

    #[test]
    fn lists_what_the_app_asks_for() {
        let mut files = Files::default();
        for name in
            ["index.html", "app-1.css", "i18n/de-2.json", "names-4.json", "icon-192-3.png", "app.webmanifest"]
        {
            files.add(name, "abc");
        }
        let worker = published(SOURCE, &files).unwrap();
        let digest = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let list =
            format!("[[\"app-1.css\",\"{digest}\"],[\"./\",\"{digest}\"],[\"names-4.json\",\"{digest}\"]]");
        let without_version = SOURCE.replace("[]", &list);
        let version = digest::short(without_version.as_bytes());
        assert_eq!(worker, without_version.replace("\"\"", &format!("\"{version}\"")));
        assert!(published("", &files).unwrap_err().to_string().ends_with("is there 0 times"));
    }

    #[test]
    fn the_version_changes_with_the_list_and_with_the_code() {
        let mut files = Files::default();
        files.add("app-1.css", "abc");
        let version = |source: &str, files: &Files| {
            let worker = published(source, files).unwrap();
            worker.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned()
        };
        let first = version(SOURCE, &files);
        assert_eq!(version(SOURCE, &files), first);
        assert_ne!(version(&format!("{SOURCE}// more\n"), &files), first);
        files.add("app-2.css", "abc");
        assert_ne!(version(SOURCE, &files), first);
    }
}
