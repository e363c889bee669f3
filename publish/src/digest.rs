//! What stands for a file's bytes.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The number of the digest's bytes that a name bears: 64 bits, as nobody chooses our bytes to make two alike.
const SHORT: usize = 8;

/// Returns the digest as it stands in a file's name: 16 hexadecimal digits.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(SHORT).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the digest as `integrity` and content security policies take it: `sha256-` and base64.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_the_digests_others_compute() {
        // From `printf abc | sha256sum` and `printf abc | openssl dgst -sha256 -binary | base64`.
        assert_eq!(short(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
