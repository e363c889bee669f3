//! Whether a record is the one that was summed up: FNV-1a, 64 bits. It is against accidents, not against malice.

/// Computes the checksum of a record (FNV-1a, 64 bits), as 16 hexadecimal digits.
pub fn checksum(record: &str) -> String {
    format!("{:016x}", sum_of(&[record]))
}

/// Computes the FNV-1a sum of a text that comes in parts.
pub(crate) fn sum_of(parts: &[&str]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    // A loop in a loop: as one iterator over all bytes it takes a megabyte several times as long.
    for part in parts {
        for byte in part.bytes() {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_fnvs_own() {
        // From the test vectors in the FNV reference code.
        let cases = [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")];
        for (text, sum) in cases {
            assert_eq!(checksum(text), sum);
        }
    }
}
