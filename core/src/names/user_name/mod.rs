//! User names by MediaWiki's rules: the normal form of what people type or paste, and the reason where there is none.
//!
//! The rules are those of `UserNameUtils::isCreatable` (MediaWiki 1.39), with Wikimedia's settings for Meta-Wiki: at
//! most 85 bytes, and names beginning with `~2` are temporary accounts. Text is expected in NFC. Whether an account of
//! the name exists is not known here.

mod error;
mod pasted;

pub use error::UserNameError;

use pasted::Pasted;

use crate::names::title::{PageTitle, TitleError, capitalized, clean, is_address, is_illegal};

/// The length of the longest user name, in bytes of UTF-8: Wikimedia's `$wgMaxNameChars`, which MediaWiki counts in bytes.
pub const MAX_BYTES: usize = 85;

/// Names MediaWiki and Wikimedia's extensions keep for their own work: `$wgReservedUsernames` and the English texts of
/// the messages in it.
const RESERVED: [&str; 15] = [
    "MediaWiki default",
    "Conversion script",
    "Maintenance script",
    "Template namespace initialisation script",
    "ScriptImporter",
    "Delete page script",
    "Move page script",
    "Command line script",
    "Unknown user",
    "Redirect fixer",
    "System messenger",
    "Proxy blocker",
    "DNSBL",
    "MediaWiki spam cleanup",
    "MediaWiki automatic change",
];

/// Returns the user name that `typed` gives, in its normal form: first letter capital, blanks for underscores, nothing around
/// it. What people paste is unwrapped: `User:` and `User talk:` in any case, an `@` before the name, a link
/// (`[[User:Foo|Foo]]`, `[[:m:User:Foo]]`), the address of a user's page or contributions.
///
/// # Errors
/// When no account can have that name.
pub fn user_name(typed: &str) -> Result<String, UserNameError> {
    let Pasted::Name(name) = pasted::unwrap(typed.trim()) else {
        return Err(UserNameError::WebAddress { typed: typed.to_owned() });
    };
    let name = capitalized(&clean(&name));
    match refuse(&name, typed) {
        Some(error) => Err(error),
        None => Ok(name),
    }
}

/// Returns why no account can have a name, which is in normal form but for what is illegal in it.
fn refuse(name: &str, typed: &str) -> Option<UserNameError> {
    let owned = || typed.to_owned();
    if name.is_empty() {
        return Some(UserNameError::Empty { typed: owned() });
    }
    if is_address(name) {
        return Some(UserNameError::Address { typed: owned() });
    }
    if has_mail_address(name) {
        return Some(UserNameError::MailAddress { typed: owned() });
    }
    if let Some(character) =
        name.chars().find(|character| is_illegal(*character) || is_troublemaker(*character))
    {
        return Some(UserNameError::IllegalCharacter { typed: owned(), character });
    }
    if let Some((before, after)) = name.split_once(':') {
        let (prefix, rest) = (before.trim_end().to_owned(), after.trim_start().to_owned());
        return Some(UserNameError::Colon { typed: owned(), prefix, rest });
    }
    if let Some((before, _)) = name.split_once('/') {
        return Some(UserNameError::Slash { typed: owned(), before: before.trim_end().to_owned() });
    }
    if let Err(error) = PageTitle::new(name) {
        return Some(match error {
            TitleError::TooLong { bytes, .. } => UserNameError::TooLong { typed: owned(), bytes },
            error => UserNameError::Title { typed: owned(), error },
        });
    }
    if name.len() > MAX_BYTES {
        return Some(UserNameError::TooLong { typed: owned(), bytes: name.len() });
    }
    if name.starts_with("~2") {
        return Some(UserNameError::Temporary { typed: owned() });
    }
    RESERVED.contains(&name).then(|| UserNameError::Reserved { typed: owned() })
}

/// Returns whether a text has an e-mail address such as `foo@example.org`, alone or among other words.
fn has_mail_address(text: &str) -> bool {
    text.split(' ').any(|word| {
        word.split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'))
    })
}

/// Returns whether a character is legal in titles and not in user names, as far as [`clean`] leaves it: `@`, which marks names
/// from elsewhere, control characters, invisible ones, private use.
fn is_troublemaker(character: char) -> bool {
    matches!(
        character,
        '@' | '\u{80}'..='\u{9f}' | '\u{200b}'..='\u{200d}' | '\u{e000}'..='\u{f8ff}'
    )
}
