//! Checks what can be a link's target between `[[` and `]]`.

use super::protocols;
use crate::input::clean_character;
use crate::names::title::link_target_ok;

/// The prefixes of pages for which a link without a leading colon would categorize, embed, or link to no page at all
/// (`Parser::handleInternalLinks2`).
const NEED_COLON: [&str; 5] = ["category", "file", "image", "media", "special"];

/// Returns whether `target` makes a page link, written with or without a leading colon.
///
/// A target is a legal title, possibly of another wiki and possibly with a `#section` ([`link_target_ok`]), in the
/// form that a writer would type: trimmed, with single blanks and nothing that MediaWiki would replace. A web address
/// is not a target. Neither is a subpage (`/Budget`): where it leads depends on the page's title, which may still
/// change.
pub fn valid_target(target: &str) -> bool {
    target.trim() == target
        && !target.starts_with([':', '/'])
        && !target.ends_with(':')
        && !target.contains("  ")
        && !target.chars().any(is_forbidden)
        && !is_address(target)
        && link_target_ok(target)
}

/// Returns whether a title can't have a character, or MediaWiki would drop or replace it in one.
fn is_forbidden(character: char) -> bool {
    clean_character(character) != Some(character)
        || matches!(character, '\n' | '[' | ']' | '{' | '}' | '|' | '<' | '>' | '\u{200E}' | '\u{200F}')
        || matches!(character, '\u{2028}'..='\u{202F}' | '\u{A0}' | '\u{3000}')
}

fn is_address(target: &str) -> bool {
    target.contains("://") || target.starts_with("//") || protocols::at_start(target)
}

/// Returns whether a link to this target needs a leading colon to be a link.
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
