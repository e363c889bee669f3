//! What came out of each step, and how it is told.

use std::fmt;
use std::time::Duration;

/// The outcome of a step.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A step that proved what it should.
    Passed,
    /// A step that failed, for this reason.
    Failed(String),
    /// A step that could not be taken, for this reason.
    Skipped(String),
}

/// The reason why a step could not be taken: an error that is no failure.
#[derive(Debug)]
pub struct Skipped(pub String);

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skipped {}

impl From<anyhow::Result<()>> for Outcome {
    fn from(result: anyhow::Result<()>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(error) if error.is::<Skipped>() => Self::Skipped(error.to_string()),
            Err(error) => Self::Failed(format!("{error:#}")),
        }
    }
}

/// The outcomes of a run. Displayed, it is a table of steps with their seconds, and then alone on the last line
/// `N passed, N failed`, with `, N skipped` behind it if there are any.
#[derive(Default)]
pub struct Report(Vec<(&'static str, Outcome, Duration)>);

impl Report {
    /// Notes how a step ended; failed and skipped ones are told at once.
    pub fn add(&mut self, step: &'static str, outcome: Outcome, took: Duration) {
        match &outcome {
            Outcome::Failed(reason) => eprintln!("FAILED {step}: {reason}"),
            Outcome::Skipped(reason) => eprintln!("SKIPPED {step}: {reason}"),
            Outcome::Passed => {}
        }
        self.0.push((step, outcome, took));
    }

    /// Returns whether any step failed.
    pub fn has_failed(&self) -> bool {
        self.0.iter().any(|(_, outcome, _)| matches!(outcome, Outcome::Failed(_)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        writeln!(f)?;
        for (step, outcome, took) in &self.0 {
            let (count, word) = match outcome {
                Outcome::Passed => (&mut passed, "passed".to_owned()),
                Outcome::Failed(reason) => (&mut failed, format!("FAILED   {}", first_line(reason))),
                Outcome::Skipped(reason) => (&mut skipped, format!("SKIPPED  {}", first_line(reason))),
            };
            *count += 1;
            writeln!(f, "{step:8}{:7.1} s  {word}", took.as_secs_f64())?;
        }
        write!(f, "\n{passed} passed, {failed} failed")?;
        if skipped > 0 {
            write!(f, ", {skipped} skipped")?;
        }
        writeln!(f)
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_steps_and_closes_with_one_line() {
        let mut report = Report::default();
        report.add("fmt", Outcome::Passed, Duration::from_millis(1240));
        assert_eq!(report.to_string(), "\nfmt         1.2 s  passed\n\n1 passed, 0 failed\n");
        assert!(!report.has_failed());
        report.add("core", Outcome::Failed("two\nlines".into()), Duration::ZERO);
        report.add("wiki", Err(Skipped("no PHP".into()).into()).into(), Duration::ZERO);
        let told = report.to_string();
        assert!(
            told.contains("FAILED   two\n") && told.ends_with("\n1 passed, 1 failed, 1 skipped\n"),
            "{told}"
        );
        assert!(report.has_failed());
    }
}
