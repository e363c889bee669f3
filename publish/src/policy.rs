//! The content security policy: what the page may load and do.
//!
//! Everything comes from where the page came from. `'wasm-unsafe-eval'` lets WebAssembly be compiled, and nothing else be
//! evaluated. Images may be `data:`, as Codex's icons are. There is no inline script, style or handler, no frame, no
//! plugin, no form that is sent, and no other origin.

/// What a page may say of itself.
const RULES: [&str; 9] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
];

/// What only a server can say: the page is shown in no other page.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// For `<meta>`.
pub fn in_page() -> String {
    RULES.join("; ")
}

/// For the header.
pub fn in_header() -> String {
    format!("{}; {UNFRAMED}", in_page())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instructions_for_hosts_have_the_same_policy() {
        let instructions = include_str!("../../docs/hosting.md");
        assert_eq!(instructions.matches(&format!("\"{}\"", in_header())).count(), 2);
        assert_eq!(instructions.matches("default-src").count(), 2);
    }

    #[test]
    fn nothing_is_let_in_that_need_not_be() {
        for refused in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "blob:"] {
            assert!(!in_header().contains(refused), "{refused}");
        }
    }
}
