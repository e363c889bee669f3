//! What the head of the page and of the one-file edition begin with.

use crate::PAGE;
use crate::replace::replaced_once;

/// The name of the one-file edition. It is what a reader finds among downloads.
pub const ONE_FILE: &str = "affiliate-report-builder.html";
/// Nothing that the policy governs may stand before it.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// Puts the policy and the address of the one-file edition first. The edition itself has no address: it is there already.
pub fn completed(page: &str, policy: &str, one_file: &str) -> anyhow::Result<String> {
    let first = format!(
        "{FIRST}\n\t<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         \t<meta name=\"one-file\" content=\"{one_file}\">"
    );
    replaced_once(page, PAGE, FIRST, &first)
}
