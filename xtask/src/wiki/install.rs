//! Installing MediaWiki: Debian's package, with settings and an empty database in the cache.

use anyhow::{Context as _, anyhow};
use fs_err as fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::{filled, hashed};
use crate::{command, system};

/// The settings of every wiki that is started. A change to them makes a new installation.
const SETTINGS: &str = include_str!("../../wiki/LocalSettings.php");
/// The folder in which Debian puts MediaWiki.
const DEBIAN: &str = "/usr/share/mediawiki";
const PACKAGES: [&str; 6] = ["mediawiki", "php-cli", "php-sqlite3", "php-intl", "php-mbstring", "php-xml"];
/// The name and password of the only account. Not a secret: nobody but this machine reaches the wiki.
const ADMIN: (&str, &str) = ("Admin", "Report-wiki-1");

/// An installation that wikis are started from; their own copies are written to, and never this one.
pub struct Installed {
    /// MediaWiki's own folder, with `api.php`.
    pub program: PathBuf,
    /// Our folder with `LocalSettings.php`, `data` and `cache`.
    pub folder: PathBuf,
}

/// Makes sure that MediaWiki is there and set up.
///
/// `MEDIAWIKI_DIR` may name the folder of an unpacked MediaWiki 1.39 or later, for systems without a package.
pub fn ensure(cache: &Path) -> anyhow::Result<Installed> {
    let given = std::env::var_os("MEDIAWIKI_DIR").map(PathBuf::from);
    let program = given.unwrap_or_else(|| PathBuf::from(DEBIAN));
    let unpacked = program != Path::new(DEBIAN) && program.join("api.php").is_file();
    let is_there = || unpacked && which::which("php").is_ok();
    system::ensure("the test wiki", &PACKAGES, is_there).map_err(|error| {
        anyhow!("{error}\n(or set MEDIAWIKI_DIR to an unpacked MediaWiki, or MEDIAWIKI_URL to a wiki)")
    })?;
    let version = version(&program)?;
    let name = format!("mediawiki-{version}-{}", hashed((SETTINGS, &program)));
    let folder = filled(cache.join(name), |folder| {
        println!("setting up MediaWiki {version} for the tests");
        set_up(&program, folder)
    })?;
    Ok(Installed { program, folder })
}

fn set_up(program: &Path, folder: &Path) -> anyhow::Result<()> {
    let [data, cache, generated] = ["data", "cache", "generated"].map(|name| folder.join(name));
    for part in [&data, &cache, &generated] {
        fs::create_dir_all(part)?;
    }
    let (admin, password) = ADMIN;
    command::output(
        maintenance(program, folder, "install.php")
            .args(["--dbtype", "sqlite", "--dbname", "wiki", "--lang", "en", "--scriptpath", ""])
            .args(["--server", "http://127.0.0.1", "--pass", password])
            .arg("--dbpath")
            .arg(&data)
            // The installer insists on writing settings; ours are used instead.
            .arg("--confpath")
            .arg(&generated)
            .args(["Report test wiki", admin]),
    )?;
    let settings = folder.join("LocalSettings.php");
    fs::write(&settings, SETTINGS)?;
    // The interface's words, so that the first request need not gather them. No extension needs tables of its own.
    let mut words = maintenance(program, folder, "rebuildLocalisationCache.php");
    words.env("MW_CONFIG_FILE", settings).env("REPORT_WIKI_FOLDER", folder).arg("--lang=en");
    command::output(&mut words).map(drop)
}

fn maintenance(program: &Path, folder: &Path, script: &str) -> Command {
    let mut command = Command::new("php");
    command.current_dir(folder).env_remove("MW_CONFIG_FILE").arg(program.join("maintenance").join(script));
    command
}

/// Reads MediaWiki's version from the file where it says so.
fn version(program: &Path) -> anyhow::Result<String> {
    let file = program.join("includes/Defines.php");
    let text = fs::read_to_string(&file)?;
    let version = text.split_once("'MW_VERSION', '").and_then(|(_, rest)| rest.split_once('\''));
    version
        .map(|(version, _)| version.to_owned())
        .with_context(|| format!("{} names no version", file.display()))
}
