//! Starting and ending the wiki: PHP's own web server on a copy of the installation, on this machine alone.

use anyhow::bail;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use fs_err as fs;

use super::install::Installed;
use crate::{folder, network};

/// The longest wait for a wiki's first answer: longer than the slowest machine needs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A shell script that starts the server given as arguments and waits for the end of its own input, which comes when the command
/// that started it ends, however it ends. Then it ends the server with all its workers and removes the wiki's folder.
const KEEPER: &str = r#""$@" >"$REPORT_WIKI_FOLDER/server.log" 2>&1 </dev/null &
cat >/dev/null
trap '' TERM
kill -TERM 0
wait
rm -rf "$REPORT_WIKI_FOLDER""#;

/// A running wiki. It ends, and its pages are gone, when this value is dropped or the command ends.
pub struct Server {
    url: String,
    keeper: Child,
}

impl Server {
    /// Starts a wiki on a fresh copy of the installation and waits until it answers. The wiki takes the given port if that is
    /// free.
    pub fn start(installed: &Installed, port: u16) -> anyhow::Result<Self> {
        let port = network::free_port(port)?;
        let folder = copy(installed, port)?;
        let keeper = keeper(installed, &folder, port).spawn()?;
        let mut server = Self { url: format!("http://127.0.0.1:{port}"), keeper };
        let begun = Instant::now();
        while !answers(port, &folder) {
            let log = fs::read_to_string(folder.join("server.log")).unwrap_or_default();
            let failed = log.contains("Failed to listen") || log.contains("not found");
            if failed || !server.runs() || begun.elapsed() > PATIENCE {
                bail!("the wiki does not start: no answer at {}\n{log}", server.url);
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    /// Returns the wiki's address, without `/api.php`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns whether the wiki is still running, and was not ended from outside.
    pub fn runs(&mut self) -> bool {
        matches!(self.keeper.try_wait(), Ok(None))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // It only has to end a few processes. What it could not do, it cannot do later either.
        let _ = self.keeper.wait();
    }
}

/// Copies the installation's data into a folder of this wiki's own.
fn copy(installed: &Installed, port: u16) -> anyhow::Result<PathBuf> {
    let own = std::env::temp_dir().join(format!("report-wiki-{}-{port}", std::process::id()));
    for part in ["data", "cache"] {
        folder::copy(&installed.folder.join(part), &own.join(part))?;
    }
    Ok(own)
}

fn keeper(installed: &Installed, folder: &Path, port: u16) -> Command {
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
    let workers = thread::available_parallelism().map_or(2, usize::from) + 1;
    let mut command = Command::new("sh");
    // A process group of its own, so that the keeper can end its server's workers without knowing them.
    command.process_group(0).stdin(Stdio::piped()).args(["-c", KEEPER, "sh", "php"]);
    command.args(OPTIONS.iter().flat_map(|option| ["-d", option]));
    command.arg("-S").arg(format!("127.0.0.1:{port}")).arg("-t").arg(&installed.program);
    command
        .env("PHP_CLI_SERVER_WORKERS", workers.to_string())
        .env("MW_CONFIG_FILE", installed.folder.join("LocalSettings.php"))
        .env("REPORT_WIKI_FOLDER", folder);
    command
}

/// Returns whether the wiki of this folder answers at the port, and not one that has taken it first.
fn answers(port: u16, folder: &Path) -> bool {
    let question = format!("http://127.0.0.1:{port}/api.php?action=query&meta=siteinfo&format=json");
    let answer = minreq::get(question).with_timeout(PATIENCE.as_secs()).send();
    let name = format!("\"reportwiki\":\"{}\"", folder.file_name().unwrap_or_default().display());
    answer.is_ok_and(|answer| answer.as_str().is_ok_and(|text| text.contains(&name)))
}
