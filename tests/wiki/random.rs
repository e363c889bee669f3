//! Random numbers that a failed run can be repeated with: `SEED=1234 cargo xtask test wiki`.

use std::hash::{BuildHasher, RandomState};
use std::io::Write;

/// A stream of random numbers (SplitMix64: Steele, Lea, Flood 2014).
pub struct Random(u64);

impl Random {
    /// A stream that starts from `SEED`, or anywhere; where it starts is printed with the test's name.
    pub fn for_test(test: &str) -> Self {
        let given = std::env::var("SEED").ok();
        let seed = match given.as_deref().map(str::trim) {
            Some(seed) => seed.parse().expect("SEED is a whole number"),
            None => RandomState::new().hash_one(test),
        };
        // Past the test runner's capture of output, so that it is in every log.
        let _ = writeln!(std::io::stderr(), "{test}: repeat with SEED={seed}");
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// One of the choices.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Up to `most` of the pieces one after the other, at least one.
    pub fn text(&mut self, pieces: &[&str], most: usize) -> String {
        let count = 1 + self.below(most);
        (0..count).map(|_| *self.pick(pieces)).collect()
    }
}
