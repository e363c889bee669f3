//! Running other programs.

use anyhow::{Context as _, ensure};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitStatus, Stdio};

/// The lines of a program's errors that the reason of its failure repeats, at most.
const REPEATED: usize = 200;

/// Runs a command whose output the user sees.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{} could not be started", words(command)))?;
    succeeded(command, status, "")
}

/// Runs a command whose output the user sees. The reason of its failure repeats the last lines that it has written to standard error.
pub fn run_repeating_errors(command: &mut Command) -> anyhow::Result<()> {
    let child = command.stderr(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("{} could not be started", words(command)))?;
    let mut said = Vec::new();
    for line in child.stderr.take().into_iter().flat_map(|errors| BufReader::new(errors).split(b'\n')) {
        let line = String::from_utf8_lossy(&line?).into_owned();
        eprintln!("{line}");
        said.push(line);
    }
    let last = said.len().saturating_sub(REPEATED);
    succeeded(command, child.wait()?, &said[last..].join("\n"))
}

/// Runs a command, and returns what it prints.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("{} could not be started", words(command)))?;
    let [said, failed] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned());
    succeeded(command, output.status, &format!("{said}\n{failed}"))?;
    Ok(said)
}

/// Checks that a command has succeeded. Otherwise the reason repeats what it has said.
fn succeeded(command: &Command, status: ExitStatus, said: &str) -> anyhow::Result<()> {
    ensure!(status.success(), "{}", format!("{} ended with {status}\n{said}", words(command)).trim_end());
    Ok(())
}

fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_which_command_failed_and_what_it_said() {
        let error = output(Command::new("sh").args(["-c", "echo why >&2; exit 3"])).unwrap_err().to_string();
        assert!(error.contains("sh -c echo why") && error.contains("3") && error.ends_with("why"), "{error}");
        assert!(run(&mut Command::new("there-is-no-such-program")).is_err());
        let script = "for line in $(seq 300); do echo $line >&2; done; exit 3";
        let error = run_repeating_errors(Command::new("sh").args(["-c", script])).unwrap_err().to_string();
        assert!(error.contains("exit status: 3\n101\n102") && error.ends_with("\n300"), "{error}");
        assert!(run_repeating_errors(Command::new("sh").args(["-c", "echo all right >&2"])).is_ok());
    }
}
