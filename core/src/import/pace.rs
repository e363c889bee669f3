//! Pauses in the reading of a long text, so that the user interface can respond meanwhile.
//!
//! Every long computation is an `async fn` that counts its work with [`Pace::work`] and awaits the result. It awaits
//! nothing else, so callers that want no pauses get the result with [`at_once`].

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// The number of bytes processed between two pauses, except in tests.
pub(super) const STEP_BYTES: usize = 16 << 10;
/// The number of bytes that count as one piece of work in a text without parts of its own.
pub(super) const PIECE_BYTES: usize = 4 << 10;

/// The work that a reading has done, in bytes: each pass over the text counts, but copying it does not.
#[derive(Debug)]
pub(super) struct Pace {
    length: usize,
    /// The number of bytes processed between two pauses.
    step: usize,
    done: Cell<usize>,
    /// The work since the last pause.
    since_pause: Cell<usize>,
    /// The expected work of the whole reading.
    expected: Cell<usize>,
}

/// A pause, if one is due.
#[derive(Debug)]
#[must_use = "a pause is made where it is waited for"]
pub(super) struct Pause {
    is_due: bool,
}

impl Pace {
    /// Begins the reading of a text.
    pub(super) fn over(text: &str) -> Self {
        Self::in_steps_of(STEP_BYTES, text)
    }

    /// Begins the reading of a text, with a pause after every `step` bytes of work.
    pub(super) fn in_steps_of(step: usize, text: &str) -> Self {
        Self {
            length: text.len(),
            step,
            done: Cell::new(0),
            since_pause: Cell::new(0),
            expected: Cell::new(usize::MAX),
        }
    }

    /// Counts `bytes` bytes of work. The returned pause is due once they complete a step.
    pub(super) fn work(&self, bytes: usize) -> Pause {
        self.done.set(self.done.get().saturating_add(bytes));
        let since_pause = self.since_pause.get().saturating_add(bytes);
        let is_due = since_pause >= self.step;
        self.since_pause.set(if is_due { 0 } else { since_pause });
        Pause { is_due }
    }

    /// Returns a due pause, for after work that is not counted.
    pub(super) fn pause(&self) -> Pause {
        self.since_pause.set(0);
        Pause { is_due: true }
    }

    /// Notes the number of passes over the text that remain. It counts only if that is less work than expected so far,
    /// so that the progress never goes back.
    pub(super) fn expect(&self, times: usize) {
        let expected = self.done.get().saturating_add(self.length.saturating_mul(times));
        self.expected.set(self.expected.get().min(expected));
    }

    /// Returns the part of the work that is done, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "it is shown in percent")]
    pub(super) fn progress(&self) -> f64 {
        (self.done.get() as f64 / self.expected.get().max(1) as f64).min(1.0)
    }

    /// Returns whether `text` contains `what`, a short text.
    pub(super) async fn finds(&self, what: &str, text: &str) -> bool {
        let mut from = 0;
        while from < text.len() {
            let end = text.ceil_char_boundary(from + PIECE_BYTES + what.len());
            if text.get(from..end).is_some_and(|part| part.contains(what)) {
                return true;
            }
            self.work(PIECE_BYTES).await;
            from = text.ceil_char_boundary(from + PIECE_BYTES);
        }
        false
    }

    /// Returns the work that was done.
    #[cfg(test)]
    pub(super) fn done(&self) -> usize {
        self.done.get()
    }
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match std::mem::take(&mut self.is_due) {
            true => Poll::Pending,
            false => Poll::Ready(()),
        }
    }
}

/// Takes one step of a reading: up to the next pause, or to the end.
pub(super) fn step<T>(reading: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    reading.poll(&mut Context::from_waker(Waker::noop()))
}

/// Reads without pauses.
pub(super) fn at_once<T>(reading: impl Future<Output = T>) -> T {
    let mut reading = pin!(reading);
    loop {
        if let Poll::Ready(read) = step(reading.as_mut()) {
            return read;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_due_after_so_much_work() {
        let pace = Pace::over("");
        let worked = async |bytes: usize| pace.work(bytes).await;
        let pauses = |bytes| step(pin!(worked(bytes))).is_pending();
        assert!(!pauses(STEP_BYTES - 1));
        assert!(pauses(1));
        assert!(!pauses(STEP_BYTES - 1));
        assert!(pauses(10 * STEP_BYTES));
        assert!(!pauses(1));
        assert_eq!(pace.done(), 12 * STEP_BYTES);
    }

    #[test]
    fn progress_never_goes_back() {
        let pace = Pace::over(&"x".repeat(100));
        let progress = |bytes| {
            at_once(pace.work(bytes));
            (pace.progress() * 100.0).round()
        };
        assert_eq!(progress(100), 0.0);
        pace.expect(4);
        assert_eq!(progress(50), 30.0);
        pace.expect(8);
        assert_eq!(progress(50), 40.0);
        pace.expect(2);
        assert_eq!(progress(0), 50.0);
        assert_eq!(progress(500), 100.0);
    }

    #[test]
    fn what_is_looked_for_is_found_across_pauses() {
        let finds = |what: &str, text: &str| at_once(Pace::over(text).finds(what, text));
        for before in (PIECE_BYTES - 9..PIECE_BYTES + 9).chain([0, 1, 3 * PIECE_BYTES]) {
            for filler in ["x", "é"] {
                let text = format!("{}needle and more", filler.repeat(before));
                assert!(finds("needle", &text), "{before}");
                assert!(!finds("needles", &text), "{before}");
            }
        }
        assert!(!finds("needle", ""));
    }
}
