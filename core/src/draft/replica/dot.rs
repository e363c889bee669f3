//! The identity of an edit: its writer, and its number among that writer's edits.

use std::fmt;

/// A page load, as the author of edits: a random number that lives in memory only, so that no two page loads share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer(u64);

impl Writer {
    /// Makes a new writer from random bits. The core has no randomness of its own.
    #[allow(clippy::cast_possible_truncation, reason = "any 64 of the random bits will do")]
    pub fn from_random(bits: u128) -> Self {
        Self((bits >> 64) as u64 ^ bits as u64)
    }

    /// Makes the writer that stands for a record's author: the same record always has the same writer.
    pub(crate) fn of_sum(sum: u64) -> Self {
        Self(sum)
    }

    /// Parses exactly what [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == 16 && digits).then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// One edit, named by its writer and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// The writer who made the edit.
    pub writer: Writer,
    /// The number of the edit among its writer's, from 1.
    pub counter: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_is_read_only_as_it_is_written() {
        for bits in [0, 7, u128::MAX, 1 << 64, 0xabc << 70] {
            let writer = Writer::from_random(bits);
            assert_eq!(Writer::parse(&writer.to_string()), Some(writer));
        }
        for text in ["", "0", "00000000000000000", "000000000000000G", "000000000000000F", "+000000000000000"]
        {
            assert_eq!(Writer::parse(text), None, "{text}");
        }
    }
}
