//! What is the same in all answers of the Action API.

use serde_json::Value;

use super::Failure;
use crate::excerpt::excerpt;
use crate::json;

/// The size of the largest answer that is read, in bytes: more than ten pages of the largest size that a wiki saves have.
pub const MAX_BYTES: usize = 24_000_000;

/// Reads the JSON of an answer of this HTTP status.
///
/// # Errors
/// [`Failure`] where the status, the body or the wiki says that there is none.
pub fn read_answer(status: u16, body: &[u8]) -> Result<Value, Failure> {
    if body.len() > MAX_BYTES {
        return Err(Failure::TooLarge { limit: MAX_BYTES });
    }
    // Refusals of the wiki come with a status of 200; another one is the server's.
    match status {
        200 => {}
        429 => return Err(Failure::TooMany { seconds: None }),
        status => return Err(Failure::Status { status }),
    }
    let text = std::str::from_utf8(body).map_err(|_| Failure::NotJson)?;
    let answer = json::read(text).map_err(|_| Failure::NotJson)?;
    if !answer.is_object() {
        return Err(Failure::Unexpected);
    }
    match refusal(&answer) {
        Some(refused) => Err(refused),
        None => Ok(answer),
    }
}

/// Finds the wiki's refusal in an answer: `errors` with a text each in the form that is asked for, `error` in the older one.
fn refusal(answer: &Value) -> Option<Failure> {
    let error = answer.get("errors").and_then(|errors| errors.get(0)).or_else(|| answer.get("error"))?;
    let text = |names: &[&str]| {
        let found = names.iter().find_map(|name| error.get(*name)?.as_str());
        excerpt(found.unwrap_or_default())
    };
    let code = text(&["code"]);
    if code == "ratelimited" {
        return Some(Failure::TooMany { seconds: None });
    }
    Some(Failure::Refused { info: text(&["text", "info"]), code })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: &str, info: &str) -> Failure {
        Failure::Refused { code: code.into(), info: info.into() }
    }

    #[test]
    fn what_is_no_answer_says_why() {
        let cases: [(u16, &[u8], Failure); 10] = [
            (200, b"<!DOCTYPE html><title>Log in to this network</title>", Failure::NotJson),
            (200, b"\xff\xfe", Failure::NotJson),
            (200, b"{\"query\":", Failure::NotJson),
            (200, b"[]", Failure::Unexpected),
            (
                200,
                br#"{"errors":[{"code":"readonly","text":"No edits now"}]}"#,
                refused("readonly", "No edits now"),
            ),
            (
                200,
                br#"{"error":{"code":"readonly","info":"No edits now"}}"#,
                refused("readonly", "No edits now"),
            ),
            (200, br#"{"error":{"code":"ratelimited","info":"Wait"}}"#, Failure::TooMany { seconds: None }),
            (200, br#"{"error":7}"#, refused("", "")),
            (429, b"You are making too many requests", Failure::TooMany { seconds: None }),
            (503, b"{}", Failure::Status { status: 503 }),
        ];
        for (status, body, expected) in cases {
            assert_eq!(read_answer(status, body), Err(expected), "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn an_answer_is_read_and_a_huge_one_is_not() {
        assert_eq!(
            read_answer(200, br#"{"batchcomplete":true}"#),
            Ok(serde_json::json!({ "batchcomplete": true }))
        );
        let huge = vec![b' '; MAX_BYTES + 1];
        assert_eq!(read_answer(200, &huge), Err(Failure::TooLarge { limit: MAX_BYTES }));
    }
}
