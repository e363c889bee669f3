//! Checks contacts: one user name each, of two different people.

use super::super::source::trim;
use super::super::subject::Subject;
use super::super::suggestion::{Suggestion, SuggestionId};
use crate::form::QuestionKind;
use crate::i18n::Message;
use crate::names::user_name::{UserNameError, user_name};

/// Words in brackets after real names that are not user names: notes on accounts, and pronouns.
const NO_USER_NAME: &[&str] =
    &["usurped", "she/her", "he/him", "they/them", "she/they", "he/they", "bot", "alt", "retired"];

/// Adds at most one suggestion on the user name, and one if an earlier contact is the same person.
pub(in super::super) fn check(subject: &Subject<'_>, found: &mut Vec<Suggestion>) {
    if !subject.is_kind(&[QuestionKind::UserName]) {
        return;
    }
    let place = subject.source.trimmed();
    let typed = subject.source.at(&place);
    if let Some((name, inner)) = name_in_brackets(typed) {
        let message = Message::new("suggest-name-and-user-name").with(&name);
        found.push(
            subject.suggest(SuggestionId::NameAndUserName, place.start + inner..place.end, message).mended(
                place.clone(),
                name,
                Message::new("mend-keep-user-name"),
            ),
        );
    } else {
        match user_name(typed) {
            Ok(name) if typed.contains([':', '@', '[', '/']) => {
                let message = Message::new("suggest-user-prefix").with(&name);
                found.push(subject.suggest(SuggestionId::UserPrefix, place.clone(), message).mended(
                    place.clone(),
                    name,
                    Message::new("mend-keep-user-name"),
                ));
            }
            Ok(_) => {}
            // The check for addresses says more about it.
            Err(UserNameError::MailAddress { .. }) => {}
            Err(error) => {
                let suggestion =
                    subject.suggest(SuggestionId::ImpossibleUserName, place.clone(), error.message());
                found.push(match inside(&error) {
                    Some(name) => suggestion.mended(place.clone(), name, Message::new("mend-keep-user-name")),
                    None => suggestion,
                });
            }
        }
    }
    let mut earlier = earlier_contacts(subject).filter_map(plain_name).peekable();
    if earlier.peek().is_some()
        && let Some(name) = plain_name(typed)
        && earlier.any(|earlier| earlier == name)
    {
        let message = Message::new("suggest-same-contact").with(&name);
        found.push(subject.suggest(SuggestionId::SameContact, place, message));
    }
}

/// Finds the user name in brackets of `Jane Doe (JaneD)`, and the byte where they open. Names that themselves end in
/// brackets, such as `Jane (WMDE)`, are left alone.
fn name_in_brackets(typed: &str) -> Option<(String, usize)> {
    let (open, close) = if typed.ends_with(')') { ('(', ')') } else { ('[', ']') };
    let inner = typed.strip_suffix(close)?;
    let at = inner.rfind(open)?;
    let before = inner.get(..at)?;
    let name = inner.get(at + 1..)?.trim();
    if before.trim().is_empty() || before.contains([':', '[', '(']) || name.starts_with("WM") {
        return None;
    }
    if NO_USER_NAME.iter().any(|word| word.eq_ignore_ascii_case(name)) {
        return None;
    }
    Some((user_name(name).ok()?, at))
}

/// Returns the user name in a refused text: the part after `Benutzer:` or before a slash.
fn inside(error: &UserNameError) -> Option<String> {
    match error {
        UserNameError::Colon { rest, .. } => user_name(rest).ok(),
        UserNameError::Slash { before, .. } => user_name(before).ok(),
        _ => None,
    }
}

fn plain_name(typed: &str) -> Option<String> {
    let typed = typed.get(trim(typed, 0..typed.len()))?;
    name_in_brackets(typed).map(|(name, _)| name).or_else(|| user_name(typed).ok())
}

/// Lists the answers to the form's questions for contacts before this one.
fn earlier_contacts<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = &'s str> {
    subject
        .around
        .form
        .questions()
        .take_while(|question| question.id != subject.question.id)
        .filter(|question| question.kind == QuestionKind::UserName)
        .map(|question| (subject.around.text)(&question.id))
}
