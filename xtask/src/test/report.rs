//! What came out of each step, and how it is told.

use std::fmt;
use std::time::Duration;

/// The reason why a step could not be taken: an error that is no failure.
#[derive(Debug)]
pub struct Skipped(pub String);

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skipped {}

/// The outcomes of a run. Displayed, it is the reasons why steps failed or were skipped, then a table of steps with their seconds, and
/// alone on the last line `N passed, N failed`, with `, N skipped` behind it if there are any.
#[derive(Default)]
pub struct Report {
    reasons: String,
    table: String,
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Report {
    /// Notes how a step ended. That one has failed or was skipped is told at once, the reason at the end.
    pub fn add(&mut self, step: &'static str, outcome: anyhow::Result<()>, took: Duration) {
        let (count, word) = match &outcome {
            Ok(()) => (&mut self.passed, "passed"),
            Err(error) if error.is::<Skipped>() => (&mut self.skipped, "SKIPPED"),
            Err(_) => (&mut self.failed, "FAILED"),
        };
        *count += 1;
        self.table += &format!("{step:8}{:7.1} s  {word}\n", took.as_secs_f64());
        if let Err(reason) = outcome {
            eprintln!("{word} {step}");
            self.reasons += &format!("\n{word} {step}: {reason:#}\n");
        }
    }

    /// Returns whether any step failed.
    pub fn has_failed(&self) -> bool {
        self.failed > 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{} passed, {} failed", self.reasons, self.table, self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        writeln!(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_steps_and_closes_with_one_line() {
        let mut report = Report::default();
        report.add("fmt", Ok(()), Duration::from_millis(1240));
        assert_eq!(report.to_string(), "\nfmt         1.2 s  passed\n\n1 passed, 0 failed\n");
        assert!(!report.has_failed());
        report.add("core", Err(anyhow::anyhow!("two\nlines")), Duration::ZERO);
        report.add("wiki", Err(Skipped("no PHP".into()).into()), Duration::ZERO);
        let reasons = "\nFAILED core: two\nlines\n\nSKIPPED wiki: no PHP\n";
        let table = "\nfmt         1.2 s  passed\ncore        0.0 s  FAILED\nwiki        0.0 s  SKIPPED\n";
        assert_eq!(report.to_string(), format!("{reasons}{table}\n1 passed, 1 failed, 1 skipped\n"));
        assert!(report.has_failed());
    }
}
