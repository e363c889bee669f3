//! Running other programs.

use anyhow::{Context as _, anyhow};
use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The lines of a program's errors that the reason of its failure repeats, at most.
const REPEATED: usize = 200;

/// Runs a command whose output the user sees.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{} could not be started", words(command)))?;
    if status.success() { Ok(()) } else { Err(anyhow!("{} ended with {status}", words(command))) }
}

/// Runs a command whose output the user sees. The reason of its failure repeats the last lines that it has written to standard error.
pub fn run_repeating_errors(command: &mut Command) -> anyhow::Result<()> {
    let started = |command: &Command| format!("{} could not be started", words(command));
    let mut child = command.stderr(Stdio::piped()).spawn().with_context(|| started(command))?;
    let mut last = VecDeque::with_capacity(REPEATED + 1);
    for line in child.stderr.take().into_iter().flat_map(|errors| BufReader::new(errors).split(b'\n')) {
        let line = String::from_utf8_lossy(&line?).into_owned();
        eprintln!("{line}");
        last.push_back(line);
        if last.len() > REPEATED {
            last.pop_front();
        }
    }
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    let repeated: String = last.iter().map(|line| format!("\n{line}")).collect();
    Err(anyhow!("{} ended with {status}{repeated}", words(command)))
}

/// Runs a command, and returns what it prints.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} could not be started", words(command)))?;
    let printed = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    if output.status.success() {
        return Ok(printed(&output.stdout));
    }
    let (words, said, failed) = (words(command), printed(&output.stdout), printed(&output.stderr));
    Err(anyhow!("{words} ended with {}\n{said}\n{failed}", output.status))
}

/// Returns whether a program can be started, being in `PATH`.
pub fn exists(program: &str) -> bool {
    find(program).is_some()
}

/// Finds the program of this name in `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|program| program.is_file())
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    let program = command.get_program().to_string_lossy();
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
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
        assert!(exists("sh") && !exists("there-is-no-such-program"));
    }
}
