//! Reads a report from any of its forms and prints it in any other, or what the checks say of it.
//!
//! ```text
//! cargo run -p report --example convert -- [--from KIND] --to OUTPUT [--template FILE] … FILE
//! ```
//!
//! Run it with `--help` for all options.

#[path = "convert/arguments.rs"]
mod arguments;
#[path = "convert/checks.rs"]
mod checks;
#[path = "convert/input.rs"]
mod input;
#[path = "convert/output.rs"]
mod output;

use arguments::{Arguments, HELP};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = Arguments::parse(std::env::args().skip(1)).and_then(|arguments| match arguments {
        Some(arguments) => run(&arguments),
        None => Ok(HELP.to_owned()),
    });
    match result {
        Ok(text) => print(&text),
        Err(message) => {
            tell(&format!("convert: {message}"));
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    let source = input::read(arguments)?;
    for note in &source.notes {
        tell(note);
    }
    output::write(arguments, &source)
}

/// A pipe that closes early is no fault of ours.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("convert: {error}"));
            ExitCode::from(1)
        }
    }
}

/// To standard error; there is nowhere to report a failure to write there.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
