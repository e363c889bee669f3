//! The content security policy: what the page may load and do.
//!
//! Everything comes from where the page came from. `'wasm-unsafe-eval'` lets WebAssembly be compiled, and nothing else be
//! evaluated. Images may be `data:`, as Codex's icons are. A style or script that stands in the page is let in by its digest;
//! there is no other, no handler, no frame, no plugin, and no other origin but the wiki that reports are published on: it may be asked
//! for data, and a form may be sent to it, which its editor opens with. Nothing of it is ever shown as a frame, picture, style or script.

use crate::inline::Digests;

/// The origin of the wiki that reports are published on, where no other stands in for it: the one in `forms/`.
pub const META: &str = "https://meta.wikimedia.org";

/// Writes the policy for the `<meta>` of the page, which may ask this wiki.
pub fn in_page(inside: &Digests, wiki: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src {}; img-src 'self' data:; connect-src 'self' {wiki}; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action {wiki}",
        inside.scripts.join(" "),
        inside.styles.join(" ")
    )
}

/// Writes the policy for the `<meta>` of the one-file edition, which can ask nobody for anything.
pub fn in_one_file(inside: &Digests) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        inside.scripts.join(" "),
        inside.styles.join(" ")
    )
}

/// The policy for the header: what only a server can say (the page is shown in no other page), and what governs the worker as
/// well. It adds to each page's own policy, and names no digest, so that it is the same for every version.
pub fn in_header(wiki: &str) -> String {
    format!(
        "connect-src 'self' {wiki}; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action {wiki}; \
         frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instructions_for_hosts_have_the_same_policy() {
        let instructions = include_str!("../../docs/hosting.md");
        assert_eq!(instructions.matches(&format!("\"{}\"", in_header(META))).count(), 2);
        assert_eq!(instructions.matches("frame-ancestors").count(), 2);
    }

    #[test]
    fn nothing_is_let_in_that_need_not_be() {
        let mut inside = Digests::default();
        inside.script("start()").unwrap();
        inside.style("a{}").unwrap();
        for policy in [in_page(&inside, META), in_one_file(&inside), in_header(META)] {
            let policy = policy.replace(META, "");
            for refused in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "blob:"] {
                assert!(!policy.contains(refused), "{refused} is in {policy}");
            }
        }
        assert!(!in_one_file(&inside).contains("'self'"));
        assert!(!in_one_file(&inside).contains(META));
    }

    #[test]
    fn the_wiki_is_that_of_the_forms() {
        let form = include_str!("../../forms/2024.json");
        assert!(form.contains(&format!("\"wiki\": \"{META} ")));
    }
}
