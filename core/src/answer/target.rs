//! What can stand between `[[` and `]]` as a link's target.

use super::protocols;
use crate::input::clean_character;
use crate::names::title::link_target_ok;

/// Prefixes whose bare link would do something else than link (`Parser::handleInternalLinks2`):
/// they categorize, embed, or are not pages at all.
const NEED_COLON: [&str; 5] = ["category", "file", "image", "media", "special"];

/// Whether this target makes a page link, written with or without a leading colon.
///
/// It is a legal title, maybe of another wiki and maybe with a `#section` ([`link_target_ok`]), in the form a writer
/// would type: trimmed, single blanks, nothing that MediaWiki would replace. An address is none. Neither is a subpage
/// (`/Budget`): where it leads depends on the page's title, which may still change.
pub fn valid_target(target: &str) -> bool {
    target.trim() == target
        && !target.starts_with([':', '/'])
        && !target.ends_with(':')
        && !target.contains("  ")
        && !target.chars().any(is_forbidden)
        && !is_address(target)
        && link_target_ok(target)
}

/// Characters that a title can't have or that MediaWiki would drop or replace in one.
fn is_forbidden(character: char) -> bool {
    clean_character(character) != Some(character)
        || matches!(character, '\n' | '[' | ']' | '{' | '}' | '|' | '<' | '>' | '\u{200E}' | '\u{200F}')
        || matches!(character, '\u{2028}'..='\u{202F}' | '\u{A0}' | '\u{3000}')
}

fn is_address(target: &str) -> bool {
    target.contains("://") || target.starts_with("//") || protocols::at_start(target)
}

/// Whether a bare link to this target needs a leading colon to be a link.
pub(crate) fn needs_colon(target: &str) -> bool {
    let Some((prefix, _)) = target.split_once(':') else { return false };
    let prefix = prefix.trim_matches([' ', '_']);
    NEED_COLON.iter().any(|name| prefix.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let valid =
            ["Foo", "w:fr:Paris", "Foo#bar", "#bar", "Category:Foo", "User:Қазақ", "100 %", "a.b", "C&A"];
        let invalid = [
            "",
            " Foo",
            ":Foo",
            "/sub",
            "a|b",
            "a]b",
            "a{b",
            "<a",
            "a~~~b",
            "A&amp;B",
            "A%20B",
            "../a",
            "a/./b",
            "https://x",
            "mailto:x",
            "a\nb",
            ":",
            "#",
            "w:",
            "a  b",
            "_",
        ];
        for target in valid {
            assert!(valid_target(target), "{target}");
        }
        for target in invalid {
            assert!(!valid_target(target), "{target:?}");
        }
    }
}
