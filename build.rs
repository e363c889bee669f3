//! Finds the languages there are: the files in `i18n/`. A new file is a new language; nothing else has to be told.

use std::path::Path;
use std::{env, fs, io};

/// Files in the folder that are no translation: `qqq.json` explains the messages to translators.
const NO_LANGUAGE: &str = "qqq";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=i18n");
    let mut codes = Vec::new();
    for entry in fs::read_dir("i18n")? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let code =
            path.file_stem().and_then(|stem| stem.to_str()).filter(|code| is_json && *code != NO_LANGUAGE);
        codes.extend(code.map(str::to_owned));
    }
    // English first, then by code.
    codes.sort_by_key(|code| (code != "en", code.clone()));
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("languages.rs"), format!("&{codes:?}"))
}
