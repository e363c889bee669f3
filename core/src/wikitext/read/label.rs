//! The words of a link: text, references, comments, `<nowiki>`, bold and italics, no further links.

use super::tag::{Meaning, Tag};
use crate::answer::Run;
use crate::answer::quotes::{Unpaired, Unstyled, label};
use crate::entities;

/// Reads a label as runs, styled relative to the line around it.
pub(super) fn runs(words: &str) -> Vec<Run> {
    let mut tokens = vec![Unstyled::Text("".into())];
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        at += step(rest, &mut tokens);
    }
    label(tokens, Unpaired::EndsWithLine)
}

/// Takes what `rest` begins with. Returns its length in bytes.
fn step(rest: &str, tokens: &mut Vec<Unstyled<'_>>) -> usize {
    let apostrophes = rest.bytes().take_while(|byte| *byte == b'\'').count();
    if apostrophes > 1 {
        tokens.push(Unstyled::Quotes(apostrophes));
        return apostrophes;
    }
    if let Some((character, length)) = entities::decode_one(rest) {
        push(character, tokens);
        return length;
    }
    if let Some(tag) = Tag::at(rest).filter(|tag| !matches!(tag.meaning(), Meaning::Text)) {
        return tag.length;
    }
    rest.chars().next().map_or(1, |character| {
        push(character, tokens);
        character.len_utf8()
    })
}

fn push(character: char, tokens: &mut Vec<Unstyled<'_>>) {
    match tokens.last_mut() {
        Some(Unstyled::Text(text)) => text.to_mut().push(character),
        _ => tokens.push(Unstyled::Text(character.to_string().into())),
    }
}
