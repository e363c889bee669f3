//! Servers that end when this command ends, however it ends.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::bail;
use fs_err as fs;

/// The longest wait for a server's first answer: longer than the slowest machine needs.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A shell script that runs a server and waits for the end of its own input, which comes when the command that started it ends,
/// however it ends. Then it ends the server with all its workers and removes a folder. Its arguments are the file for what the
/// server says, the folder's path, which may be empty, and the server's program and arguments.
const KEEPER: &str = r#"log=$1 gone=$2
shift 2
exec 3<&0 2>/dev/null
"$@" >"$log" 2>&1 </dev/null &
server=$!
trap 'wait $server; rm -rf "$gone"; exit' TERM
{ cat >/dev/null; kill -TERM 0; } <&3 &
wait $server"#;

/// A running server. It ends when this value is dropped or the command ends.
pub struct Kept {
    keeper: Child,
    log: PathBuf,
    gone: Option<PathBuf>,
}

impl Kept {
    /// Starts a server. What it says goes into the file `log`. The folder `gone` is removed when the server has ended.
    pub fn start(server: &Command, log: PathBuf, gone: Option<PathBuf>) -> anyhow::Result<Self> {
        let mut keeper = Command::new("sh");
        // A process group of its own, so that the keeper can end the server's workers without knowing them.
        keeper.process_group(0).stdin(Stdio::piped()).args(["-c", KEEPER, "sh"]);
        keeper.arg(&log).arg(gone.as_deref().unwrap_or(Path::new("")));
        keeper.arg(server.get_program()).args(server.get_args());
        keeper.envs(server.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Ok(Self { keeper: keeper.spawn()?, log, gone })
    }

    /// Waits until the server answers. It is an error, with what the server has said, if it ends or takes too long.
    pub fn wait_until(&mut self, answers: impl Fn() -> bool) -> anyhow::Result<()> {
        let begun = Instant::now();
        while !answers() {
            if !self.runs() || begun.elapsed() > PATIENCE {
                bail!("no server answers\n{}", fs::read_to_string(&self.log).unwrap_or_default());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Returns whether the server is still running.
    pub fn runs(&mut self) -> bool {
        matches!(self.keeper.try_wait(), Ok(None))
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // It only has to end a few processes. What it could not do, it cannot do later either.
        let _ = self.keeper.wait();
        // A server that has ended by itself leaves its folder, for what it has said.
        let _ = self.gone.as_ref().map(fs::remove_dir_all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn started(name: &str, script: &str) -> (Kept, PathBuf) {
        let folder = std::env::temp_dir().join(format!("xtask-kept-test-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut server = Command::new("sh");
        server.args(["-c", script]).env("FOLDER", &folder);
        (Kept::start(&server, folder.join("log"), Some(folder.clone())).unwrap(), folder)
    }

    #[test]
    fn ends_with_its_workers_and_its_folder() {
        let worker = "(trap 'echo >\"$FOLDER.ended\"; exit' TERM; >\"$FOLDER/begun\"; while sleep 0.1; do :; done) & wait";
        let (mut server, folder) = started("ends", worker);
        server.wait_until(|| folder.join("begun").exists()).unwrap();
        assert!(server.runs());
        drop(server);
        assert!(!folder.exists());
        let ended = folder.with_added_extension("ended");
        let begun = Instant::now();
        while !ended.exists() {
            assert!(begun.elapsed() < PATIENCE, "the worker still runs");
            thread::sleep(Duration::from_millis(50));
        }
        fs::remove_file(ended).unwrap();
    }

    #[test]
    fn says_why_it_does_not_start() {
        let (mut server, folder) = started("fails", "echo why >&2; exit 3");
        assert!(server.wait_until(|| false).unwrap_err().to_string().ends_with("\nwhy\n"));
        assert!(folder.exists());
        drop(server);
        assert!(!folder.exists());
    }
}
