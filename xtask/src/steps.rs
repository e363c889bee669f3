//! The steps of a long command, told with the time that each took.

use std::time::{Duration, Instant};

/// The least time of a step that is told with its time.
const TOLD: Duration = Duration::from_secs(1);

/// A counter of steps that are told as they are taken.
pub struct Steps {
    taken: usize,
    all: usize,
}

impl Steps {
    /// Begins with `all` steps to come.
    pub fn new(all: usize) -> Self {
        Self { taken: 0, all }
    }

    /// Takes the next step: says what it does before it begins, and then how many seconds it took, if any.
    pub fn take<T>(&mut self, what: &str, step: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
        self.taken += 1;
        let number = format!("{}/{}", self.taken, self.all);
        println!("{number} {what} …");
        let begun = Instant::now();
        let done = step()?;
        if begun.elapsed() >= TOLD {
            println!("{number} {what} … {:.0} s", begun.elapsed().as_secs_f64());
        }
        Ok(done)
    }
}
