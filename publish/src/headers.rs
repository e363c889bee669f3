//! Headers for hosts that take them from a file beside the page, as Netlify and Cloudflare Pages do.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::policy;
use crate::references::Names;

/// The name of the file with the headers.
pub const FILE: &str = "_headers";

/// Writes the file of headers. Every answer has the policy; its type is not guessed, its address not handed on, nothing shared with
/// other pages. What is named by its content never changes; all else is asked for anew each time, as those hosts do by themselves.
pub fn for_hosts(names: &Names, wiki: &str) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Resource-Policy: same-origin\n",
        policy::in_header(wiki)
    );
    for name in names.values().collect::<BTreeSet<_>>() {
        // Writing to a String cannot fail.
        let _ = write!(text, "/{name}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_files_are_kept_for_ever_and_the_page_is_not() {
        let names = Names::from([("a.js".to_owned(), "a-1.js".to_owned())]);
        let text = for_hosts(&names, policy::META);
        assert!(
            text.starts_with(
                "/*\n  Content-Security-Policy: connect-src 'self' https://meta.wikimedia.org; "
            ),
            "{text}"
        );
        assert!(text.contains("; frame-ancestors 'none'\n"), "{text}");
        assert!(text.ends_with("/a-1.js\n  Cache-Control: public, max-age=31536000, immutable\n"), "{text}");
        assert!(!text.contains("index.html"), "{text}");
    }
}
