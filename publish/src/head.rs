//! What the head of the page and of the one-file edition begin with.

use crate::PAGE;
use crate::replace::replaced_once;
use crate::stand_in::StandIn;

/// The file name of the one-file edition, by which a reader finds it among downloads.
pub const ONE_FILE: &str = "affiliate-report-builder.html";
/// The first element of the head, behind which the policy is put: nothing that the policy governs may stand before it.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// Puts the policy and the address of the one-file edition into the head, and the wiki that stands in for Meta-Wiki, if one does
/// (`src/boot.rs` looks there). The edition itself has an empty address.
pub fn completed(
    page: &str,
    policy: &str,
    one_file: &str,
    stand_in: Option<&StandIn>,
) -> anyhow::Result<String> {
    let mut first = format!(
        "{FIRST}\n\t<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         \t<meta name=\"one-file\" content=\"{one_file}\">"
    );
    if let Some(stand_in) = stand_in {
        first += &format!("\n\t<meta name=\"wiki\" content=\"{}\">", stand_in.line());
    }
    replaced_once(page, PAGE, FIRST, &first)
}
