//! Pairs start tags with end tags.

use std::collections::HashMap;

use super::element::Element;
use super::token::Token;
use crate::import::pace::Pace;

/// Finds each start tag's end tag, by place; `None` for a start tag that is never closed.
///
/// Pairs are made per element, so that crossing tags (`<b><i></b></i>`) do no harm.
pub(super) async fn pairs(tokens: &[Token<'_>], pace: &Pace) -> Vec<Option<usize>> {
    let mut ends = vec![None; tokens.len()];
    let mut open: HashMap<Element, Vec<usize>> = HashMap::new();
    for (at, token) in tokens.iter().enumerate() {
        pace.work(Token::LOOK).await;
        match token {
            Token::Open(tag) => open.entry(tag.element).or_default().push(at),
            Token::Close(tag) => {
                let start = open.get_mut(&tag.element).and_then(Vec::pop);
                if let Some(end) = start.and_then(|start| ends.get_mut(start)) {
                    *end = Some(at);
                }
            }
            Token::Text(_) | Token::Mark(_) => {}
        }
    }
    ends
}
