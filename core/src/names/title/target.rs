//! What may stand in `[[…]]` before the pipe.

use super::PageTitle;

/// Returns whether MediaWiki makes a link of `[[target]]`: a legal title, alone or with a `#section`, or a section of the page
/// itself. Prefixes of other wikis are part of the title, a leading colon is allowed.
///
/// Stricter than MediaWiki in two things nobody types: codes (`%20`, `&nbsp;`), which it would decode, and relative
/// paths (`../Other`).
pub fn link_target_ok(target: &str) -> bool {
    let (page, section) = match target.split_once('#') {
        Some((page, section)) => (page, Some(section)),
        None => (target, None),
    };
    let section_ok = section.is_none_or(|section| {
        !section.contains(['[', ']', '{', '}', '|', '<', '>'])
            && !section.contains("~~~")
            && !section.contains(char::is_control)
    });
    let own_section = page.is_empty() && section.is_some_and(|section| !section.trim().is_empty());
    section_ok && (own_section || PageTitle::new(page).is_ok())
}
