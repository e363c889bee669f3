//! Normalization and the checks, in MediaWiki's order.

use super::address::plain_address;
use super::first_letter::capitalized;
use super::{MAX_BYTES, MAX_BYTES_SPECIAL, Namespace, TitleError};

/// Reads the namespace and the title in it, in normal form.
pub(super) fn namespace_and_text(typed: &str, default: Namespace) -> Result<(Namespace, String), TitleError> {
    let clean = clean(typed);
    let (default, rest) = match clean.strip_prefix(':') {
        Some(rest) => (Namespace::MAIN, rest.trim_matches(' ')),
        None => (default, clean.as_str()),
    };
    if rest.is_empty() {
        return Err(TitleError::Empty { typed: typed.to_owned() });
    }
    let (namespace, text) = split_namespace(rest).unwrap_or((default, rest));
    if namespace == Namespace::TALK && split_namespace(text).is_some() {
        return Err(TitleError::TalkOfNamespace { typed: typed.to_owned() });
    }
    check(text, namespace, typed)?;
    let text = capitalized(text);
    if text.is_empty() {
        return Err(TitleError::Empty { typed: typed.to_owned() });
    }
    let text = match namespace {
        Namespace::USER | Namespace::USER_TALK => plain_address(&text).unwrap_or(text),
        _ => text,
    };
    if text.starts_with(':') {
        return Err(TitleError::LeadingColon { typed: typed.to_owned() });
    }
    Ok((namespace, text))
}

/// Returns `typed` without marks of direction, every run of underscores and white space a single blank, none at the edges. Line
/// breaks and tabs are left: they are illegal.
pub(crate) fn clean(typed: &str) -> String {
    let mut clean = String::with_capacity(typed.len());
    for character in typed.chars().filter(|character| !is_mark_of_direction(*character)) {
        if !is_white(character) {
            clean.push(character);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.truncate(clean.trim_end_matches(' ').len());
    clean
}

fn is_mark_of_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
}

fn is_white(character: char) -> bool {
    matches!(
        character,
        ' ' | '_' | '\u{a0}' | '\u{1680}' | '\u{180e}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Splits the namespace that `text` begins with from what follows its colon.
fn split_namespace(text: &str) -> Option<(Namespace, &str)> {
    let (name, rest) = text.split_once(':')?;
    Some((Namespace::named(name.trim_end_matches(' '))?, rest.trim_start_matches(' ')))
}

/// Checks a title for what makes it illegal, wherever it stands in it.
fn check(text: &str, namespace: Namespace, typed: &str) -> Result<(), TitleError> {
    let typed = || typed.to_owned();
    if let Some(character) = text.chars().find(|character| is_illegal(*character)) {
        return Err(TitleError::IllegalCharacter { typed: typed(), character });
    }
    if let Some(code) = percent_code(text) {
        return Err(TitleError::PercentCode { typed: typed(), code: code.to_owned() });
    }
    if let Some(reference) = character_reference(text) {
        return Err(TitleError::CharacterReference { typed: typed(), reference: reference.to_owned() });
    }
    if text.contains('.') && text.split('/').any(|part| part == "." || part == "..") {
        return Err(TitleError::RelativePart { typed: typed() });
    }
    if text.contains("~~~") {
        return Err(TitleError::Tildes { typed: typed() });
    }
    let limit = if namespace == Namespace::SPECIAL { MAX_BYTES_SPECIAL } else { MAX_BYTES };
    if text.len() > limit {
        return Err(TitleError::TooLong { typed: typed(), bytes: text.len(), limit });
    }
    Ok(())
}

/// Returns whether a character is outside `$wgLegalTitleChars`, or MediaWiki replaces it by U+FFFD.
pub(in crate::names) fn is_illegal(character: char) -> bool {
    match character {
        '#' | '<' | '>' | '[' | ']' | '{' | '|' | '}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => character.is_ascii_control(),
    }
}

/// Finds the first code such as `%41`.
fn percent_code(text: &str) -> Option<&str> {
    text.match_indices('%').find_map(|(at, _)| {
        let code = text.get(at..at + 3)?;
        code.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit()).then_some(code)
    })
}

/// Finds the first `&…;` with nothing but ASCII letters, digits and characters beyond ASCII in it.
fn character_reference(text: &str) -> Option<&str> {
    let mut begun = None;
    for (at, character) in text.char_indices() {
        match character {
            '&' => begun = Some(at),
            ';' => match begun {
                Some(start) if start + 1 < at => return text.get(start..=at),
                _ => begun = None,
            },
            _ if character.is_ascii_alphanumeric() || !character.is_ascii() => {}
            _ => begun = None,
        }
    }
    None
}
