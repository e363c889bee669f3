//! Starting the wiki: PHP's own web server on a copy of the installation, on this machine alone.

use anyhow::Context as _;
use std::path::Path;
use std::process::Command;
use std::thread;

use super::install::Installed;
use crate::kept::{Kept, PATIENCE};
use crate::{folder, network};

/// PHP's settings for a wiki that answers fast and takes long pages.
const OPTIONS: [&str; 9] = [
    "opcache.enable=1",
    "opcache.enable_cli=1",
    "opcache.validate_timestamps=0",
    "opcache.memory_consumption=192",
    "opcache.interned_strings_buffer=16",
    "opcache.max_accelerated_files=20000",
    "memory_limit=1G",
    // A page of 2 MiB, three bytes for each of its own.
    "post_max_size=16M",
    "display_errors=0",
];

/// Starts a wiki on a fresh copy of the installation, waits until it answers, and returns its address. The wiki takes the given port
/// if that is free. Its pages are gone when it ends.
pub fn start(installed: &Installed, port: u16) -> anyhow::Result<(String, Kept)> {
    let port = network::free_port(port)?;
    let own = std::env::temp_dir().join(format!("report-wiki-{}-{port}", std::process::id()));
    for part in ["data", "cache"] {
        folder::copy(&installed.folder.join(part), &own.join(part))?;
    }
    let workers = thread::available_parallelism().map_or(2, usize::from) + 1;
    let mut php = Command::new("php");
    php.args(OPTIONS.iter().flat_map(|option| ["-d", option]));
    php.arg("-S").arg(format!("127.0.0.1:{port}")).arg("-t").arg(&installed.program);
    php.env("PHP_CLI_SERVER_WORKERS", workers.to_string())
        .env("MW_CONFIG_FILE", installed.folder.join("LocalSettings.php"))
        .env("REPORT_WIKI_FOLDER", &own);
    let url = format!("http://127.0.0.1:{port}");
    let mut server = Kept::start(&php, own.join("server.log"), Some(own.clone()))?;
    server.wait_until(|| answers(&url, &own)).with_context(|| format!("the wiki does not start at {url}"))?;
    Ok((url, server))
}

/// Returns whether the wiki of this folder answers at the address, and not one that has taken it first.
fn answers(url: &str, folder: &Path) -> bool {
    let question = format!("{url}/api.php?action=query&meta=siteinfo&format=json");
    let answer = minreq::get(question).with_timeout(PATIENCE.as_secs()).send();
    let name = format!("\"reportwiki\":\"{}\"", folder.file_name().unwrap_or_default().display());
    answer.is_ok_and(|answer| answer.as_str().is_ok_and(|text| text.contains(&name)))
}
